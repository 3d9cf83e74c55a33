"""Where templates run: Jinja2's immutable sandbox, in which an undefined name is an error.

A template sees plain values and the filters of `markdown`. It reaches no Python object behind them, changes none, and
reads no file but templates. Its time and memory are not limited: take templates from people you know.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .markdown import in_markdown


class FolderLoader(FileSystemLoader):
    """Finds templates in folders, the first one first, and follows no link out of them."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return text, path and whether that is still so. Raises TemplateNotFound, SecurityError."""
        text, path, is_fresh = super().get_source(environment, template)
        kept = Path(path).resolve()
        if not any(kept.is_relative_to(Path(folder).resolve()) for folder in self.searchpath):
            raise SecurityError(f"'{template}' is a link that leads out of the folder of templates")
        return text, path, is_fresh


@lru_cache(maxsize=8)
def sandbox(folders: tuple[Path, ...]) -> Environment:
    """Return the environment for templates in these folders; values in `.html` are escaped."""
    found = ImmutableSandboxedEnvironment(
        loader=FolderLoader(folders),
        undefined=StrictUndefined,
        autoescape=select_autoescape(default_for_string=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["md"] = in_markdown
    return found
