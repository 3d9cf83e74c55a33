"""Filling a template with values."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peoplezones.filling.fill import fill_pages


def render(template_name: str, values: Mapping[str, Any], folder: Path | None = None) -> str:
    """Return a page's template filled with `values`; see `peoplezones.filling.fill`, also for what it raises."""
    return fill_pages([(template_name, values)], folder)[0]
