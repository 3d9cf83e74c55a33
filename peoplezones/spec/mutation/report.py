"""What came of a run: how many mutants of each sort were made, what noticed them, which survived."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peoplezones.operating_model.load import canonical_texts, digest

from .equivalents import FILE, Reason
from .mutant import Mutant
from .places import Places
from .trial import Tried

MADE = "<!-- Made by `peoplezones model mutate`; what is changed here is lost. -->"
FATES = ("loading", "promise", "scenario", "equivalent", "survived")
SURVIVED = "## Survived"  # the heading over what nothing noticed; a page without it has no survivor
_HEADINGS = ("Made", "Loading", "Promise", "Scenario", "Equivalent", "Survived")
_MOST_NAMED = 8  # scenarios named for a survivor; of the others, only how many there are


@dataclass(frozen=True)
class Report:
    """How each mutant fared, with the reasons for those that may survive."""

    mutants: Sequence[Mutant]
    tried: Sequence[Tried]
    reasons: Mapping[str, Reason]
    scenarios: Sequence[str]
    places: Places

    def fates(self) -> Iterator[tuple[Mutant, Tried, str]]:
        """Yield every mutant with how it was tried and what came of it, one of `FATES`."""
        for mutant, tried in zip(self.mutants, self.tried, strict=True):
            reasoned = tried.how == "survived" and mutant.name in self.reasons
            yield mutant, tried, "equivalent" if reasoned else tried.how

    @property
    def survivors(self) -> list[tuple[Mutant, Tried]]:
        """The mutants that nothing noticed, and for which there is no reason."""
        return [(mutant, tried) for mutant, tried, fate in self.fates() if fate == "survived"]

    @property
    def needless(self) -> list[str]:
        """Reasons that are not needed, since something notices the mutant: place, and what to do."""
        return [
            f"{reason.at.file}:{reason.at.line}:{reason.at.column}: '{mutant.name}' is noticed "
            f"({self.noticed(tried)}); take the reason out"
            for mutant, tried, _ in self.fates()
            if tried.how != "survived" and (reason := self.reasons.get(mutant.name))
        ]

    def noticed(self, tried: Tried) -> str:
        """Return what noticed a mutant."""
        return self.scenarios[tried.by] if tried.by is not None else f"{tried.how}: {tried.said}"

    def counted(self, by: Callable[[Mutant], str]) -> dict[str, Counter[str]]:
        """Return for each sort of mutant, in the order first met, how many fared how."""
        found: dict[str, Counter[str]] = {}
        for mutant, _, fate in self.fates():
            found.setdefault(by(mutant), Counter())[fate] += 1
        return found

    def told(self, mutant: Mutant, tried: Tried) -> list[str]:
        """Return what people need to know of a survivor: what was changed, where, and who looked at it."""
        at = self.places.of(mutant)
        named = [self.scenarios[number] for number in tried.looked[:_MOST_NAMED]]
        more = len(tried.looked) - len(named)
        looked = "; ".join(named) + (f"; and {more} more" if more > 0 else "")
        return [
            f"{at.file}:{at.line}:{at.column}",
            mutant.change,
            f"looked at without noticing by: {looked}" if named else "no scenario looks at it",
        ]

    def as_json(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return {
            "kinds": {kind: dict(fates) for kind, fates in self.counted(lambda mutant: mutant.kind).items()},
            "mutants": [
                {
                    "mutant": mutant.name,
                    "operator": mutant.operator,
                    "change": mutant.change,
                    "at": "{0.file}:{0.line}:{0.column}".format(self.places.of(mutant)),
                    "fate": fate,
                    "by": self.noticed(tried) if tried.how != "survived" else None,
                    "looked": [self.scenarios[number] for number in tried.looked],
                    "seconds": round(tried.seconds, 3),
                }
                for mutant, tried, fate in self.fates()
            ],
            "needless": self.needless,
        }


def digest_of(model: Path, features: Path) -> str:
    """Return a digest of everything that a run depends on: the texts of the model, the features and the journeys."""
    files = [*features.rglob("*.feature"), *(features / "journeys").glob("*.yaml"), features / FILE]
    texts = {f"features/{f.relative_to(features).as_posix()}": f.read_text("utf-8") for f in files if f.is_file()}
    whole = digest({**canonical_texts(model), **texts})
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


def page(report: Report, stamp: str) -> str:
    """Return the report as Markdown; `stamp` is the `digest_of` what it was made from."""
    lines = [
        "# Mutation of the model",
        "",
        f"<!-- made from {stamp} -->",
        "",
        "Every small change of the model that could matter is made, one at a time, and something must notice it:",
        "loading, a promise, or a scenario that fails. `peoplezones model mutate` does it; how to read what it finds",
        "is said in the documentation of features. `--output` writes this page.",
        "",
        "## By kind of record",
        "",
        *_table("Kind", report.counted(lambda mutant: mutant.kind)),
        "",
        "## By sort of change",
        "",
        *_table("Change", dict(sorted(report.counted(lambda mutant: mutant.operator).items()))),
        "",
        "## Equivalent",
        "",
        "Mutants that nobody could tell from the model, with the reason why.",
        "",
        *_reasons(report),
    ]
    survivors = [f"- `{mutant.name}`: {mutant.change}" for mutant, _ in report.survivors]
    if survivors:
        lines += ["", SURVIVED, "", *survivors]
    return "\n".join(lines) + "\n"


def _table(heading: str, counted: Mapping[str, Counter[str]]) -> Iterator[str]:
    yield f"| {' | '.join((heading, *_HEADINGS))} |"
    yield f"| --- |{' ---: |' * len(_HEADINGS)}"
    for name, fates in (*counted.items(), ("**All**", sum(counted.values(), Counter[str]()))):
        numbers = (fates.total(), *(fates[fate] for fate in FATES))
        yield f"| {name.replace('_', ' ')} | {' | '.join(f'{number:,}' for number in numbers)} |"


def _reasons(report: Report) -> Iterator[str]:
    found = [f"- `{m.name}`: {report.reasons[m.name].because}" for m, _, fate in report.fates() if fate == "equivalent"]
    yield from found or ["None."]
