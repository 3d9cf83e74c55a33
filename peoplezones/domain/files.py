"""Files that people attach: what is taken, how large it may be, and what is kept of it. Pure functions on bytes."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import msgspec

KIB, MIB = 1 << 10, 1 << 20
LARGEST = 25 * MIB  # bytes of one file; a model can only lower it
_LONGEST_NAME = 200
_SIZE = re.compile(r"([1-9][0-9]{0,8}) ?(KiB|MiB)", re.ASCII)


class File(msgspec.Struct, frozen=True):
    """A file as somebody gives it: what they call it, and its bytes."""

    name: str
    content: bytes

    def __repr__(self) -> str:
        return f"File({self.name!r}, {len(self.content)} bytes)"


class Attachment(msgspec.Struct, frozen=True):
    """A file as it is kept: `digest` is the hexadecimal SHA-256 of `content`, which is what is left after stripping."""

    name: str
    digest: str
    media_type: str
    content: bytes

    def __repr__(self) -> str:
        return f"Attachment({self.name!r}, {self.digest})"


def attachment_of(file: File, largest: int | None = None) -> Attachment:
    """Return what is kept of a file. Raises ValueError, in words for whoever gave it, where it cannot be taken."""
    from .filetypes import examined  # late: most commands look at values, and few at a file

    check_size(len(file.content), largest)
    media_type, kept = examined(file.content)
    return Attachment(clean_name(file.name), digest_of(kept), media_type, kept)


def check_size(size: int, largest: int | None = None) -> None:
    """Raise ValueError for a file of no bytes, or of more than `largest` (and never more than `LARGEST`)."""
    most = min(LARGEST if largest is None else largest, LARGEST)
    if size == 0:
        raise ValueError("the file is empty")
    if size > most:
        raise ValueError(
            f"the file has {size_in_words(size)}; at most {size_in_words(most)} can be taken. Give a smaller "
            "version of it, or say in words where it is kept"
        )


def title_of(media_type: str) -> str:
    """Return what people call a type of file."""
    from .filetypes import TITLES

    return TITLES.get(media_type, media_type)


def digest_of(content: bytes) -> str:
    """Return the hexadecimal SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def clean_name(name: str) -> str:
    """Return the name of a file without folders, in NFC, with a mark in the place of what no name should hold."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cs") else c for c in last)
    shown = unicodedata.normalize("NFC", shown).strip()
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[: _LONGEST_NAME - 1]}…"


def parse_size(raw: str) -> int:
    """Return in bytes the size of a file written as `500 KiB` or `5 MiB`. Raises ValueError."""
    match = _SIZE.fullmatch(raw.strip())
    if match is None:
        raise ValueError(f"'{raw[:60]}' is not the size of a file; write it as 500 KiB or 5 MiB")
    size = int(match[1]) * (KIB if match[2] == "KiB" else MIB)
    if size > LARGEST:
        raise ValueError(f"'{raw[:60]}' is more than any file may have: {size_in_words(LARGEST)}")
    return size


def size_in_words(size: int) -> str:
    """Return a number of bytes as people read it: `812 bytes`, `1.5 KiB`, `25 MiB`."""
    if size < KIB:
        return "1 byte" if size == 1 else f"{size} bytes"
    unit, name = (KIB, "KiB") if size < MIB else (MIB, "MiB")
    return f"{size // unit:,} {name}" if size % unit == 0 else f"{size / unit:,.1f} {name}"
