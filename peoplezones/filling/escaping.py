"""Markdown as the one markup of a process: what Jinja2 takes for markup is Markdown, and all else is escaped for it.

Jinja2 and MarkupSafe know one markup, HTML. `speak_markdown` puts Markdown in its place, before Jinja2 is imported:
then macros, `~`, `%`, `join`, `replace` and blocks put into variables compose rightly, and no way of putting texts
together lets a value through as it is. That holds for the whole process, so only a process made for it may do so.
"""

from __future__ import annotations

from typing import Any

import markupsafe

from .markdown import in_markdown, paragraphs_in_markdown, value_in_markdown
from .words import NOT_GIVEN, day_in_words


class Markdown(markupsafe.Markup):
    """A text that is Markdown already; what is joined to it is escaped."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return how it is written in what Jinja2 makes of a template: what is constant there is put in so."""
        return f"Markup({str.__repr__(self)})"

    @classmethod
    def escape(cls, s: Any) -> Markdown:
        """Return a value as Markdown that shows it as it is; a space at either end keeps words apart."""
        if isinstance(s, Markdown):
            return s
        return cls(s.__html__() if hasattr(s, "__html__") else _spaced(s))


def speak_markdown() -> None:
    """Make Markdown the markup of this process."""
    markupsafe.Markup = Markdown  # type: ignore[misc]
    markupsafe.escape = Markdown.escape


def _spaced(value: object) -> str:
    text, said = str(value), value_in_markdown(value)
    return f"{' ' * text[:1].isspace()}{said}{' ' * text[-1:].isspace()}" if said else " " * bool(text)


def shown(value: Any) -> Any:
    """Return a value as a template shows it. Raises TypeError for a list or mapping, which has to be gone through."""
    from jinja2 import Undefined

    if isinstance(value, (Markdown, Undefined)):
        return value
    if value is None:
        return Markdown.escape(NOT_GIVEN)
    if isinstance(value, bool):
        return Markdown.escape("yes" if value else "no")
    if isinstance(value, int):
        return Markdown(in_markdown(f"{value:,}"))
    if isinstance(value, str):
        return Markdown.escape(value)
    what = "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, (list, tuple)) else "no value"
    raise TypeError(f"this is {what} and no text: name one of its parts, or go through it with `for`")


def _day(value: str | None) -> str:
    """Return a date in ISO form as people write it: `5 November 2019`."""
    return day_in_words(value) if value else NOT_GIVEN


def _paragraphs(value: str | None) -> Markdown:
    """Return a text of several lines as paragraphs."""
    return Markdown(paragraphs_in_markdown(value or NOT_GIVEN))


def _listed(values: Any, last: str = "and") -> Markdown:
    """Return texts as people list them: `a, b and c`."""
    words = [shown(value) for value in values]
    if len(words) < 2:
        return words[0] if words else Markdown("none")
    return Markdown(f"{', '.join(words[:-1])} {last} {words[-1]}")


def _figure(value: dict[str, Any]) -> Markdown:
    """Return where a figure stands, as a paragraph of its own."""
    return Markdown(f"![{in_markdown(value['alternative'])}](figure:{value['figure']})")


FILTERS: dict[str, Any] = {
    "day": _day,
    "paragraphs": _paragraphs,
    "listed": _listed,
    "figure": _figure,
    "e": Markdown.escape,
    "escape": Markdown.escape,
    "forceescape": lambda value: Markdown(in_markdown(value)),
}
