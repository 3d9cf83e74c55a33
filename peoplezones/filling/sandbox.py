"""Where templates run: Jinja2's immutable sandbox, in which an undefined name is an error.

A template sees plain values and the filters below. It reaches no Python object behind them, changes none, and reads no
file but templates. `apart` limits its time and memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Undefined, select_autoescape
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from peoplezones.domain.errors import did_you_mean

from .markdown import in_markdown

#: Filters that would let a value through as it is, or give something else each time.
_RAW = ("safe", "tojson", "urlize", "xmlattr", "attr", "pprint", "filesizeformat")
_CHANCE = ("random",)
_METHODS = ("items", "keys", "values", "get")


class FolderLoader(FileSystemLoader):
    """Finds templates in folders, the first one first, and follows no link out of them."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return text, path and whether that is still so. Raises TemplateNotFound, SecurityError."""
        text, path, is_fresh = super().get_source(environment, template)
        kept = Path(path).resolve()
        if not any(kept.is_relative_to(Path(folder).resolve()) for folder in self.searchpath):
            raise SecurityError(f"'{template}' is a link that leads out of the folder of templates")
        return text, path, is_fresh


class Missing(StrictUndefined):
    """A name that is not there; to use it is an error that tells which names there are."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        known = self._undefined_obj
        if not isinstance(known, dict) or not isinstance(self._undefined_name, str):
            return super()._undefined_message
        names = [name for name in known if isinstance(name, str)]
        hint = did_you_mean(self._undefined_name, names) or f"; there is: {', '.join(names) or 'nothing'}"
        return f"what is here has no attribute '{self._undefined_name}'{hint}"


class Sandbox(ImmutableSandboxedEnvironment):
    """A sandbox in which the names of values go before the methods of mappings, of which few are left."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return what `obj` has under a name."""
        if not isinstance(obj, dict):
            return super().getattr(obj, attribute)
        if attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute) if attribute in _METHODS else self.undefined(obj=obj, name=attribute)


def pages(folders: Iterable[str]) -> Environment:
    """Return the environment for pages about a model: values in `.html` are escaped, in Markdown by the filter `md`."""
    found = _sandbox(folders, autoescape=select_autoescape(default_for_string=False))
    found.filters["md"] = in_markdown
    return found


def texts(folders: Iterable[str]) -> Environment:
    """Return the environment for documents: every value is escaped for Markdown by itself, wherever it is put.

    Call `escaping.speak_markdown` before Jinja2 is imported.
    """
    from . import escaping

    found = _sandbox(folders, autoescape=True)
    found.finalize = escaping.shown
    for name in _RAW:
        found.filters.pop(name, None)
    found.filters |= escaping.FILTERS
    return found


def _sandbox(folders: Iterable[str], **extra: Any) -> Environment:
    undefined: type[Undefined] = Missing
    found = Sandbox(
        loader=FolderLoader(list(folders)),
        undefined=undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **extra,
    )
    for name in _CHANCE:
        found.filters.pop(name, None)
    found.globals.pop("lipsum", None)  # makes up another text each time
    return found
