"""A figure: what a document places and a file holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One drawing in two forms, with its title and what it shows in words.

    `svg` is one `svg` element (no prologue, no script, no style sheet) that can stand in a file of its own or in a page
    beside others: its ids are its own. It has `role="img"`, `title` and `desc`; text in it is drawn as shapes, so that
    it looks the same wherever it is shown. `png` has title and description in its metadata.
    """

    svg: str
    png: bytes
    title: str
    alternative: str
    width_mm: int
    height_mm: int
