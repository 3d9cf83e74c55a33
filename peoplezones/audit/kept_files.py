"""The files that a database keeps: whether each is the one that was kept, and belongs to an entry."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, LargeBinary, cast, select

from peoplezones.domain.files import digest_of
from peoplezones.store.files import all_digests
from peoplezones.store.tables import blob

from .findings import Findings


def look_at_files(connection: Connection, files: Mapping[str, int], findings: Findings) -> None:
    """Hold the files of a database against those that its entries have, by digest with the number of the entry."""
    there = all_digests(connection)
    for digest in there:
        told = _file_wrong(connection, digest)
        if told:
            findings.add(files.get(digest, 0), f"the file {digest[:12]}…", told)
        if digest not in files:
            findings.add(0, f"the file {digest[:12]}…", "belongs to no entry: no personal value of one is its digest")
    for digest in sorted(files.keys() - set(there)):
        findings.add(files[digest], f"entry {files[digest]}", f"its file {digest[:12]}… is missing")


def _file_wrong(connection: Connection, digest: str) -> str:
    content = cast(blob.c.content, LargeBinary)  # SQLite keeps whatever it is given, be it a text
    row = connection.execute(select(content, blob.c.size).where(blob.c.sha256 == digest)).one()
    if digest_of(bytes(row[0])) != digest:
        return "is another than the one that was kept: its content has another digest"
    return "" if row.size == len(row[0]) else f"has {len(row[0])} bytes, and its row says {row.size}"
