"""What an alteration is, and the list of all kinds of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from .subject import Members, Subject

DATABASE, BUNDLE, SECOND = "database", "bundle", "second"  # `audit verify`, `audit verify FILE`, docs/verify.py
ALONE, KEPT, KEY = "alone", "kept", "key"  # what finds it: nothing more, a checkpoint kept, the key of a witness


@dataclass(frozen=True)
class Altered:
    """An alteration that was made.

    `entry` is the first entry that is not as it was, 0 where none is; `named` are the entries one of which a verifier
    must name first (empty: it is enough that none from `entry` on is called certain).
    """

    members: Members | None = None
    database: bytes | None = None
    raw: bytes | None = None  # a whole file in place of a bundle
    entry: int = 0
    named: tuple[int, ...] = ()
    about: int = 0  # an entry that must be mentioned, for what hangs on an entry and is no part of it


Alter = Callable[[Random, Subject], Altered]


@dataclass(frozen=True)
class Kind:
    """A kind of alteration: what it is in words, how it is made, and what it takes each verifier to find it."""

    name: str
    alter: Alter
    finds: dict[str, str] = field(hash=False)


KINDS: list[Kind] = []


def kind(name: str, **finds: str) -> Callable[[Alter], Alter]:
    """Add a kind of alteration; `finds` says for each verifier that must find it what that takes."""

    def added(alter: Alter) -> Alter:
        KINDS.append(Kind(name, alter, finds))
        return alter

    return added
