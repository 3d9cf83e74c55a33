"""Excel workbooks for tests: made with openpyxl, or put together by hand where it would not make them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

from openpyxl import Workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHARED = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def write_book(path: Path, sheets: dict[str, Iterable[Iterable[Any]]]) -> Path:
    """Write a workbook with these sheets and return where it is."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    book.close()
    return path


def share_strings(path: Path) -> Path:
    """Put the texts of a workbook's only sheet where Excel puts them: into a part of their own."""
    sheet = "xl/worksheets/sheet1.xml"
    parts = _parts(path)
    found = re.findall(r"<is><t>(.*?)</t></is>", parts[sheet].decode())
    texts = "".join(f"<si><t>{text}</t></si>" for text in found)
    numbers = count()
    shared = re.sub(r"<is><t>.*?</t></is>", lambda _: f"<v>{next(numbers)}</v>", parts[sheet].decode())
    parts[sheet] = shared.replace('t="inlineStr"', 't="s"').encode()
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{texts}</sst>'.encode()
    kind = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHARED}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", kind.encode())
    return _write_parts(path, parts)


def rewrite_part(path: Path, part: str, before: str, after: str) -> Path:
    """Change the text of one part of a workbook."""
    parts = _parts(path)
    text = parts[part].decode()
    assert before in text
    parts[part] = text.replace(before, after).encode()
    return _write_parts(path, parts)


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _write_parts(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
