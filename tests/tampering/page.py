"""The figures of the battery as a page, docs/tampering.md."""

from __future__ import annotations

from collections.abc import Sequence

from .battery import Figures
from .kinds import ALONE, BUNDLE, DATABASE, KEPT, KEY, SECOND

_WORDS = {ALONE: "yes", KEPT: "with a kept checkpoint", KEY: "with a witness's key", "": ""}


def page(found: Sequence[Figures], entries: int) -> str:
    """Return the page: what was altered, how often, and who found it."""
    tried, failed = sum(one.tried for one in found), sum(len(one.failures) for one in found)
    answers = sum(one.tried * len(one.kind.finds) for one in found)
    named = sum(one.named for one in found)
    rows = [
        f"| {one.kind.name} | {one.tried} | "
        + " | ".join(_WORDS[one.kind.finds.get(name, "")] for name in (DATABASE, BUNDLE, SECOND))
        + f" | {one.named or ''} | {len(one.failures)} |"
        for one in found
    ]
    return _PAGE.format(
        tried=tried,
        kinds=len(found),
        entries=entries,
        answers=answers,
        named=named,
        failed=failed,
        rows="\n".join(rows),
    )


_PAGE = """\
<!-- Made by `python -m tests.tampering --long`; what is changed here is lost. -->

# Tampering with the log

A Board's log of {entries} entries, with refusals, corrections, two keys, personal values, an attachment, checkpoints
and a witness, is altered in {kinds} ways, each many times, at places that are drawn from a seed. Each alteration is
shown to every verifier that must find it:

- **database**: `peoplezones audit verify`, on a database in which something was changed past its triggers;
- **bundle**: `peoplezones audit verify FILE`, offline, on the bundle;
- **verify.py**: [`docs/verify.py`](verify.py), which shares no code with the other two.

A database whose lines, leaves, values or models were altered is exported, too, and the bundle shown to the other two.
*Yes* means: it is found with nothing from elsewhere. What is consistent in itself can be told only *with a kept
checkpoint*, or *with a witness's key* (a witness cosigns no second history); and the battery sees that without it, it
is **not** told. That is what a log is worth of which nobody kept anything.

Where an alteration has its place in the log, the verifier must name that entry first (*named*); and never may an entry
from there on be called certain.

**{tried:,} alterations, {answers:,} answers, {named:,} of the alterations to be named exactly; {failed:,} not found as
they must be.**

| what was altered | times | database | bundle | verify.py | named | failed |
| --- | ---: | --- | --- | --- | ---: | ---: |
{rows}

The controls are in `tests/tampering/`: what was not altered is accepted by all three, and so is a bundle that was only
packed anew, that lost a cosignature, its own signature or an erased value, or to whose checkpoint a signature was added
by somebody whom nobody knows.
"""
