"""The tampering battery: alterations of every kind, each shown to every verifier that must find it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from . import in_bundle, in_database, log_lines, rewriting
from .kinds import ALONE, BUNDLE, DATABASE, KEPT, KEY, KINDS, SECOND, Altered, Kind
from .subject import Subject, packed
from .verifiers import Verdict, exported, of_bundle, of_database, of_second

ASK: dict[str, Callable[..., Verdict]] = {DATABASE: of_database, BUNDLE: of_bundle, SECOND: of_second}
WHERE = (in_bundle, in_database, log_lines, rewriting)  # each adds its kinds


@dataclass
class Figures:
    """What came of one kind: how many alterations there were, and what was not as it must be."""

    kind: Kind
    tried: int = 0
    named: int = 0
    failures: list[str] = field(default_factory=list)


def tamper(kind: Kind, seeds: Sequence[int], subject: Subject, folder: Path) -> Figures:
    """Make alterations of one kind, and ask every verifier that must find them."""
    figures = Figures(kind)
    for seed in seeds:
        altered = kind.alter(Random(f"{kind.name} {seed}"), subject)
        figures.tried += 1
        figures.named += bool(altered.named)
        wrong = _ask(kind, altered, subject, folder)
        figures.failures += [f"{kind.name}, seed {seed}: {told}" for told in wrong]
    return figures


def _ask(kind: Kind, altered: Altered, subject: Subject, folder: Path) -> list[str]:
    """Return what was wrong with the verifiers' answers."""
    places = _places(altered, kind, folder)
    found = []
    for name, takes in kind.finds.items():
        ask, place = ASK[name], places[name]
        if takes != ALONE and (alone := ask(place)).found:
            found.append(f"{name} finds it with nothing from elsewhere, which the table denies: {alone.text[:300]}")
        kept, keys = subject.kept if takes == KEPT else (), [subject.witness.key] if takes == KEY else []
        verdict = ask(place, kept, keys) if keys else ask(place, kept)
        if told := _faulty(verdict, altered):
            found.append(f"{name}: {told}: {verdict.text[:600]}")
    return found


def _places(altered: Altered, kind: Kind, folder: Path) -> dict[str, Path]:
    """Write down what was altered, and return where each verifier finds it."""
    bundle, database = folder / "altered.zip", folder / "altered.db"
    if altered.database is not None:
        database.write_bytes(altered.database)
        if BUNDLE in kind.finds:
            exported(database, bundle)
    elif altered.raw is not None:
        bundle.write_bytes(altered.raw)
    else:
        assert altered.members is not None
        packed(altered.members, bundle)
    return {DATABASE: database, BUNDLE: bundle, SECOND: bundle}


def _faulty(verdict: Verdict, altered: Altered) -> str:
    """Return what is wrong with an answer, if anything is."""
    if not verdict.found:
        return "not found"
    if altered.named and verdict.first not in altered.named:
        return f"names entry {verdict.first} first, and not {altered.named}"
    if altered.entry and verdict.certain >= altered.entry:  # the rest can hang on it, and on nothing else
        return f"calls entries up to {verdict.certain} certain, and entry {altered.entry} was altered"
    if altered.about and altered.about not in verdict.mentioned:
        return f"does not mention entry {altered.about}"
    return ""


def run(subject: Subject, folder: Path, each: int, tell: Callable[[Figures], None], jobs: int = 1) -> list[Figures]:
    """Make `each` alterations of every kind, in several processes, and return what came of it."""
    found = []
    with get_context("fork").Pool(jobs, _begin, (subject, folder, each)) as pool:
        for kind, (tried, named, failures) in zip(KINDS, pool.imap(_tamper, range(len(KINDS))), strict=True):
            found.append(Figures(kind, tried, named, failures))
            tell(found[-1])
    return found


_work: list[tuple[Subject, Path, int]] = []  # in a process of its own: what it works on


def _begin(subject: Subject, folder: Path, each: int) -> None:
    _work.append((subject, Path(mkdtemp(dir=folder)), each))


def _tamper(index: int) -> tuple[int, int, list[str]]:
    subject, folder, each = _work[0]
    figures = tamper(KINDS[index], range(each), subject, folder)
    return figures.tried, figures.named, figures.failures
