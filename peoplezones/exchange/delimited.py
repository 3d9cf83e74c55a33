"""Reading CSV: which encoding, which delimiter, and what is wrong in which row."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from peoplezones.domain.cells import unprotect

from .errors import FileUnusable, TableUnreadable

LARGEST_TEXT = 512 << 20  # bytes
LONGEST_LINE = 4 << 20  # characters between two line ends
_BLOCK = 1 << 20
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_IN_WORDS = {
    "field larger than field limit": "a cell is too long; is a quotation mark opened and never closed?",
    "unexpected end of data": "a quotation mark is opened and never closed",
    "expected after": "a quotation mark inside a quoted cell must be written twice",
}


class TextSource:
    """Records of a delimited text: UTF-8, UTF-16 with its mark, or else Windows-1252, which `note` then says."""

    part = ""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self._name = file, name
        if file.seek(0, io.SEEK_END) > LARGEST_TEXT:
            raise FileUnusable(f"{name} is larger than {LARGEST_TEXT >> 20} MiB; cut it into several files")
        self._encoding, self.note = self._find_encoding()
        self._delimiter = find_delimiter(self._first_lines())

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield number and cells of every row. Raises TableUnreadable with the row."""
        reader = csv.reader(self._lines(), delimiter=self._delimiter, strict=True)
        number = 0
        try:
            for number, cells in enumerate(reader, start=1):
                yield number, [unprotect(cell) for cell in cells]
        except csv.Error as error:
            problem = next((words for sign, words in _IN_WORDS.items() if sign in str(error)), str(error))
            raise TableUnreadable(f"{self._name}, row {number + 1}: {problem}") from None

    def _lines(self) -> Iterator[str]:
        self._file.seek(0)
        text = io.TextIOWrapper(self._file, encoding=self._encoding, newline="")
        try:
            while line := text.readline(LONGEST_LINE):
                if "\0" in line:
                    raise csv.Error("there is a NUL character; this is not a text, or a damaged one")
                if len(line) == LONGEST_LINE:
                    raise csv.Error(f"there is no line end within {LONGEST_LINE:,} characters")
                yield line
        finally:
            if not text.closed:
                text.detach()

    def _first_lines(self) -> str:
        """Return enough text to hold the headings."""
        found = ""
        for line in self._lines_unchecked():
            found += line
            if line.strip() and found.count('"') % 2 == 0:
                break
        return found

    def _lines_unchecked(self) -> Iterator[str]:
        try:
            yield from self._lines()
        except csv.Error as error:
            raise TableUnreadable(f"{self._name}, row 1: {error}") from None

    def _find_encoding(self) -> tuple[str, str]:
        self._file.seek(0)
        start = self._file.read(4)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return self._only("utf-16")
        if start.startswith(codecs.BOM_UTF8):
            return self._only("utf-8-sig")
        if (wrong := self._undecodable("utf-8")) is None:
            return "utf-8", ""
        if self._undecodable("cp1252") is not None:
            raise TableUnreadable(f"{self._name} is no text in UTF-8 or Windows-1252; save it as 'CSV UTF-8'")
        return "cp1252", (
            f"{self._name} is not UTF-8 (see line {wrong}), so it was read as Windows-1252: "
            "look whether accents and signs are right, or save it as 'CSV UTF-8'"
        )

    def _only(self, encoding: str) -> tuple[str, str]:
        if (wrong := self._undecodable(encoding)) is not None:
            label = encoding.removesuffix("-sig").upper()
            raise TableUnreadable(f"{self._name}, line {wrong}: this is not {label}, although the file says so")
        return encoding, ""

    def _undecodable(self, encoding: str) -> int | None:
        """Return the first line that is not in this encoding, or None if all of it is."""
        decoder = codecs.getincrementaldecoder(encoding)()
        self._file.seek(0)
        line, block = 1, b"start"
        while block:
            block = self._file.read(_BLOCK)
            try:
                line += decoder.decode(block, final=not block).count("\n")
            except UnicodeDecodeError as error:
                return line + error.object[: error.start].count(b"\n")
        return None


def find_delimiter(text: str) -> str:
    """Return the delimiter of the headings: the one of tab, `;` and `,` that stands there most often outside quotes."""
    plain = _QUOTED.sub("", text)
    return max("\t;,", key=plain.count) if any(sign in plain for sign in "\t;,") else ","
