"""Which letters a document may hold: all that a language needs, and none that breaks a file or hides from the eye."""

from __future__ import annotations

import re

from peoplezones.filling.markdown import visible

# XML 1.0 (section 2.2) has no controls but tab and line ends, and so neither Word nor SVG has; these count as space.
_OTHER_SPACE = re.compile("[\x0b\x0c\x1c-\x1f]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def shown(text: str) -> str:
    """Return a text in which everything can be seen; what cannot be is named by number, as in `[U+202E]`."""
    return visible(_OTHER_SPACE.sub(" ", _LINE_ENDS.sub("\n", text)))


def on_one_line(text: str) -> str:
    """Return a text, as `shown`, with single spaces for all space in it."""
    return " ".join(shown(text).split())
