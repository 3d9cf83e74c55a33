"""The files that came with entries: of one record, or of the whole Board; and each of them, as it was kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from peoplezones.domain.canonical import commitment
from peoplezones.domain.errors import UnknownName, UsageError
from peoplezones.domain.files import title_of
from peoplezones.domain.record import Value
from peoplezones.domain.values import ERASED, listed
from peoplezones.domain.workflow import Model
from peoplezones.store.dialects import need_personal
from peoplezones.store.errors import DatabaseDamaged
from peoplezones.store.files import content_of, digests_like, kept_files, places, secret_of
from peoplezones.store.reading import lines_about, personal_values
from peoplezones.store.view import BoardView

DOCUMENT = "document"  # stands in place of a field for the document that an entry came from
_DOCUMENT_LABEL = "The document that it came from"
_DIGEST = re.compile(r"[0-9a-f]{8,64}")


class Attached(Value, frozen=True):
    """A file: the entry that it came with, of which record, in which field; what it is called and what it is.

    `digest`, `type` and `size` are empty where it was erased.
    """

    entry: int
    record: str
    field: str
    label: str
    name: str
    digest: str = ""
    media_type: str = ""
    type: str = ""
    size: int = 0


def attachments_of(view: BoardView, reference: str) -> tuple[Attached, ...]:
    """Return the files that came with the moves of a record, in the order of the log, erased ones too."""
    return _attached(view, (json.loads(line) for line in lines_about(view.connection, reference)))


def attachments(view: BoardView) -> tuple[Attached, ...]:
    """Return every file that is kept, in the order of the log. Raises DatabaseForbidden where files are hidden."""
    need_personal(view.connection, "the database")
    numbers = dict.fromkeys(place.n for place in places(view.connection))
    found = _attached(view, (json.loads(view.line(n)) for n in numbers))
    return tuple(one for one in found if one.digest)


def _attached(view: BoardView, entries: Iterable[dict[str, Any]]) -> tuple[Attached, ...]:
    given = [(entry, field, kept) for entry in entries for field, kept in files_in(entry)]
    names = [entry["names"].get(field, "") for entry, field, _ in given]
    known = personal_values(view.connection, [*(kept for _, _, kept in given), *names])
    files = kept_files(view.connection, [known[kept] for _, _, kept in given if kept in known])
    found = []
    for (entry, field, kept), name in zip(given, names, strict=True):
        file = files.get(known.get(kept, ""))
        found.append(
            Attached(
                entry=entry["n"],
                record=entry["record"] or "",
                field=field,
                label=_label(view.model_by(entry["model"]), entry["kind"], field),
                name=known.get(name, ERASED),
                digest=known.get(kept, ""),
                media_type=file.media_type if file else "",
                type=title_of(file.media_type) if file else ERASED if kept not in known else "missing",
                size=file.size if file else 0,
            )
        )
    return tuple(found)


def files_in(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield field and commitment of the files of an entry that moved."""
    given = entry.get("attachments") if entry["moved"] else ()
    for kept in given or ():
        if kept == entry["document"]:
            yield DOCUMENT, kept
        for field, value in entry["asked"].items():
            if value == kept:
                yield field, kept


def _label(model: Model, kind: str, field: str) -> str:
    workflow = model.workflows.get(kind)
    declared = workflow.fields.get(field) if workflow else None
    return declared.label if declared else _DOCUMENT_LABEL


def find(view: BoardView, text: str, field: str = "") -> str:
    """Return the digest of the file that is meant: by (the beginning of) its digest, or by the entry that it came with.

    Raises UnknownName where there is none, UsageError where an entry has several and no `field` says which,
    DatabaseForbidden where files are hidden from us.
    """
    if text.isascii() and text.isdecimal() and len(text) < 8:
        return _of_entry(view, int(text), field)
    if not _DIGEST.fullmatch(text.lower()):
        raise UnknownName(
            f"'{text[:80]}' is neither the number of an entry nor the digest of a file (8 to 64 of the digits 0-9 and "
            "a-f); `peoplezones evidence list` shows them"
        )
    found = digests_like(view.connection, text.lower())
    if len(found) > 1:
        raise UsageError(f"the digests of {len(found)} files begin with {text}; give more of it")
    if not found:
        need_personal(view.connection, "the database")
        raise UnknownName(f"there is no file of the digest {text}; `peoplezones evidence list` shows those there are")
    return found[0]


def _of_entry(view: BoardView, n: int, field: str) -> str:
    line = view.line(n)
    if not line:
        raise UnknownName(f"the log has no entry {n}; its last is {view.size}")
    given = dict(files_in(json.loads(line)))
    wanted = field.replace("-", "_")
    if not given or (wanted and wanted not in given):
        which = f" in '{field}'" if given else ""
        raise UnknownName(f"no file came with entry {n}{which}; `peoplezones evidence list` shows those there are")
    if len(given) > 1 and not wanted:
        raise UsageError(f"{len(given)} files came with entry {n}; say which with --field: {listed(given, 'or')}")
    kept = given[wanted or next(iter(given))]
    secret = secret_of(view.connection, kept)
    if secret is None:
        need_personal(view.connection, "the database")
        raise UnknownName(f"the file that came with entry {n} was erased")
    if commitment(secret.salt, secret.field, secret.value) != kept:
        raise DatabaseDamaged(f"what is kept of the file of entry {n} is not what the log committed to")
    return secret.value


def content(view: BoardView, digest: str) -> bytes:
    """Return a file as it was kept, held against its digest. Raises DatabaseDamaged."""
    return content_of(view.connection, digest)
