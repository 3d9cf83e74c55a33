"""The folders that travel with the code, and that a Board may replace with its own."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from peoplezones.domain.errors import PeopleZonesError


class NotShipped(PeopleZonesError):
    """A folder that should have come with People Zones is not there."""


def shipped(folder: Literal["workflows", "features", "templates"]) -> Path:
    """Return where `folder` is: inside the package once installed, at the top of the project in a checkout."""
    package = Path(__file__).parents[1]
    for place in (package / "shipped" / folder, package.parent / folder):
        if place.is_dir():
            return place
    raise NotShipped(f"the folder '{folder}' is missing from {package}: install People Zones again")
