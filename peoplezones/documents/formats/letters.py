"""Which letters a document may hold: all that a language needs, and none that breaks a file or hides from the eye."""

from __future__ import annotations

import re

# XML 1.0 (section 2.2) allows no control characters but tab and line ends, no lone surrogates, and neither U+FFFE nor
# U+FFFF, and so neither Word nor SVG does. U+202A to U+202E and U+2066 to U+2069 turn the direction of what stands
# around them; the rest is never seen. U+200C to U+200F stay: Persian, Hindi, Hebrew and Arabic need them.
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_LONE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def shown(text: str) -> str:
    """Return a text without what cannot stand in a document; half a letter becomes U+FFFD."""
    return _LONE.sub("\ufffd", _NOT_TEXT.sub("", _LINE_ENDS.sub("\n", text)))


def on_one_line(text: str) -> str:
    """Return a text, as `shown`, with single spaces for all space in it."""
    return " ".join(shown(text).split())
