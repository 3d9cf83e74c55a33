"""What an auditor is told: what was looked at, what is wrong and where first, and how far things are certain."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

MOST = 20  # things wrong that are told one by one


class Wrong(msgspec.Struct, frozen=True):
    """Something that is not as it should be: about an entry (its number, else 0), where it is, and what it is."""

    entry: int
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class Signed(msgspec.Struct, frozen=True):
    """A checkpoint that was looked at: where it is, its size, who signed (and when a witness did), whether it agrees.

    `kept` is true where it came from outside, so that whoever wrote the log cannot have made it up.
    """

    where: str
    size: int
    by: tuple[str, ...]
    kept: bool
    agrees: bool


class Report(msgspec.Struct, frozen=True):
    """What a verification found.

    `certain` is the number of the last entry that a signed checkpoint vouches for; `root` the hash of the tree over the
    lines that were read, in hex; `authn` counts the moves and refusals by how the actor was known; `jumps` are entries
    whose clock reading is out of order; `remarks` say what could not be shown.
    """

    place: str
    log: str
    entries: int
    moved: int
    refused: int
    root: str
    certain: int
    wrong: tuple[Wrong, ...]
    checkpoints: tuple[Signed, ...]
    keys: tuple[str, ...]
    authn: dict[str, int]
    jumps: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong

    @property
    def first(self) -> Wrong | None:
        """What is wrong first: of the earliest entry, else whatever was found first."""
        about = [one for one in self.wrong if one.entry]
        return min(about, key=lambda one: one.entry) if about else next(iter(self.wrong), None)


class Findings:
    """Collects what is wrong, a few of each entry at most, and says when it is enough."""

    def __init__(self) -> None:
        self.wrong: list[Wrong] = []

    def add(self, entry: int, where: str, what: str) -> None:
        """Note something wrong; what is no text can be printed nevertheless."""
        if len(self.wrong) < MOST:
            where, what = (text.encode(errors="backslashreplace").decode() for text in (where, what))
            self.wrong.append(Wrong(entry, where, what))

    def extend(self, found: Iterable[Wrong]) -> None:
        """Note several."""
        for one in found:
            self.add(one.entry, one.where, one.what)

    @property
    def enough(self) -> bool:
        """Whether so much is wrong that the rest is of no use."""
        return len(self.wrong) >= MOST

    def about(self, entry: int) -> bool:
        """Whether something is wrong with an entry already."""
        return any(one.entry == entry for one in self.wrong)
