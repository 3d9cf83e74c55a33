"""The bytes of an entry, and its place in a Merkle tree.

RFC 8785 canonical JSON on a narrow profile: ASCII keys, no floats, integers below 2**53, no lone
surrogates, at most 65,535 bytes a line. On that profile the standard library writes the same bytes.
"""

from __future__ import annotations

import hmac
import json
from typing import Any

from .errors import PeopleZonesError
from .merkle import leaf
from .values import LARGEST

LONGEST_LINE = 65_535
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


class NotCanonical(PeopleZonesError):
    """This cannot be written into the log."""


def canonical_line(entry: dict[str, Any]) -> str:
    """Return `entry` as one line of canonical JSON. Raises NotCanonical where the profile does not allow it."""
    line = canonical(entry)
    size = len(line.encode())
    if size > LONGEST_LINE:
        raise NotCanonical(f"this makes an entry of {size:,} bytes; the log takes {LONGEST_LINE:,}. Give less at once")
    return line


def canonical(value: dict[str, Any]) -> str:
    """Return `value` as canonical JSON of any length. Raises NotCanonical where the profile does not allow it."""
    check_profile(value)
    text = _encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotCanonical("a text holds half of a character (a lone surrogate)") from None
    return text


def check_profile(value: Any) -> None:
    """Raise NotCanonical for floats, large integers, non-ASCII keys and anything JSON does not know."""
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return
    if kind is dict:
        for key, item in value.items():
            if type(key) is not str or not key.isascii():
                raise NotCanonical(f"the key {key!r} is not plain ASCII text")
            check_profile(item)
    elif kind is list or kind is tuple:
        for item in value:
            check_profile(item)
    elif kind is int:
        if not -LARGEST <= value <= LARGEST:
            raise NotCanonical(f"the number {value} is beyond 2^53")
    else:
        raise NotCanonical(f"a {kind.__name__} has no place in the log")


def leaf_hash(line: str) -> str:
    """Return the hex SHA-256 of a leaf: `0x00 ‖ line` (RFC 6962 section 2.1)."""
    return leaf(line.encode()).hex()


def commitment(salt: bytes, field: str, value: str) -> str:
    """Return the keyed hash that stands for a personal value: HMAC-SHA-256 under a random 32-byte salt.

    The message is `domain ‖ 0x00 ‖ field ‖ 0x00 ‖ value`, so that one value in two fields commits differently.
    """
    message = b"peoplezones/personal/v1\x00" + field.encode() + b"\x00" + value.encode()
    return "hmac-sha256:" + hmac.digest(salt, message, "sha256").hex()
