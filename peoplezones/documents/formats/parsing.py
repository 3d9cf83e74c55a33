"""Markdown, as documents have it: CommonMark with tables, without HTML, with links that lead where a reader may go."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

# Beyond what CommonMark knows: a backslash before one of these words. What somebody typed is escaped and is no sign.
_SIGNS = {name: re.compile(rf"\\{name}(?!\w)") for name in ("line", "pagebreak", "caption")}
_MAY_LEAD_TO = re.compile(r"(https?://|mailto:|#)\S", re.IGNORECASE)
FIGURE = "figure:"


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return the parser. Its options hold for every document; there is no telling it otherwise."""
    found = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False}).enable("table")
    found.disable(["html_block", "html_inline"])
    setattr(found, "validateLink", _may_be_named)  # noqa: B010  # the documented way, which mypy takes for a mistake
    for name in _SIGNS:
        found.inline.ruler.before("escape", name, _sign(name))
    return found


def is_address(target: str) -> bool:
    """Tell whether a link may lead there: to the web, to a mailbox, or to a heading."""
    return bool(_MAY_LEAD_TO.match(target))


def _may_be_named(target: str) -> bool:
    """Tell whether a link or a figure may name this; what may not stays the text that it is."""
    return is_address(target) or target.startswith(FIGURE)


def _sign(name: str) -> Callable[[StateInline, bool], bool]:
    """Return a rule that knows one of our own words within a sentence."""
    pattern = _SIGNS[name]

    def rule(state: StateInline, silent: bool) -> bool:
        found = pattern.match(state.src, state.pos, state.posMax)
        if found is None:
            return False
        if not silent:
            state.push(name, "", 0)
        state.pos = found.end()
        return True

    return rule
