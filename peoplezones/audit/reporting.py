"""From a walk through a log, and checkpoints held against it, to the report: what could not be shown is said, too."""

from __future__ import annotations

from collections.abc import Sequence

from .checkpoints import Bench
from .findings import Report
from .note import PublicKey
from .walk import Walk

_HIDDEN = (
    "Personal values and files were not looked at: the role by which the database was opened may not see them "
    "('peoplezones db grants --personal')."
)


def report_of(
    place: str, walk: Walk, bench: Bench, trusted: Sequence[PublicKey], *, personal_hidden: bool = False
) -> Report:
    """Return the report on what was walked through at `place`; whether personal values were hidden from us there."""
    lines = walk.lines
    return Report(
        place=place,
        log=lines.log,
        entries=walk.count,
        moved=lines.moved,
        refused=sum(lines.authn.values()) - lines.moved,
        root=walk.root(walk.count).hex(),
        certain=bench.certain,
        wrong=tuple(walk.findings.wrong),
        checkpoints=tuple(bench.signed),
        keys=tuple(f"{one.key} (since entry {one.since})" for one in lines.keyring.keys),
        authn=dict(sorted(lines.authn.items())),
        jumps=tuple(walk.jumps),
        remarks=(*_remarks(walk, bench, trusted), *((_HIDDEN,) if personal_hidden else ())),
    )


def _remarks(walk: Walk, bench: Bench, trusted: Sequence[PublicKey]) -> list[str]:
    """Return what this verification could not show, and what would."""
    found = []
    agreeing = [one for one in bench.signed if one.agrees]
    kept = max((one.size for one in agreeing if one.kept), default=0)
    if not agreeing:
        found.append(
            "No signed checkpoint vouches for this log: lines and tree agree with one another, but whoever may write "
            "to both could have rewritten both. Checkpoints are taken with 'peoplezones audit checkpoint'."
        )
    elif bench.certain < walk.count:
        found.append(f"Entries {bench.certain + 1} to {walk.count} came after the last checkpoint: nothing is signed.")
    if agreeing and not kept:
        found.append(
            "No checkpoint was given that you kept yourself (--against): whoever holds the log's key could have "
            "signed all of this anew."
        )
    elif 0 < kept < bench.certain:
        found.append(f"The last checkpoint that you kept yourself vouches for entries 1 to {kept}.")
    if agreeing and not trusted:
        found.append("The log's keys are the log's own word (--key): ask the Board for the key's id by another way.")
    return found
