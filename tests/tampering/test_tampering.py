"""Whatever is altered in the log is found by whoever must find it; what is not altered is accepted by all.

A short form of the battery: the long one is `python -m tests.tampering --long`, its figures are in docs/tampering.md.
"""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from .battery import tamper
from .databases import opened, with_lines
from .kinds import ALONE, BUNDLE, DATABASE, KINDS, SECOND, Altered, Kind
from .log_lines import line_of, other
from .subject import Members, Signer, Subject, a_board, lines_of, packed, regrown, sealed
from .verifiers import of_bundle, of_database, of_second

EACH = 5

pytestmark = pytest.mark.sqlite


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    return a_board(tmp_path_factory.mktemp("board"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_is_found(kind: Kind, subject: Subject, tmp_path: Path) -> None:
    figures = tamper(kind, range(EACH), subject, tmp_path)
    assert figures.tried == EACH
    assert not figures.failures


def test_every_field_of_an_entry_is_watched_over(subject: Subject, tmp_path: Path) -> None:
    lines = subject.lines
    n = next(n for n, line in enumerate(lines, 1) if json.loads(line)["authority"] and n > 50)
    names = sorted(json.loads(lines[n - 1]))
    assert len(names) == 30

    def changed(rng: Random, _: Subject) -> Altered:
        name = names.pop()
        entry = json.loads(lines[n - 1])
        entry[name] = other(rng, entry[name])
        return Altered(database=with_lines(subject.database, [*lines[: n - 1], line_of(entry), *lines[n:]]), named=(n,))

    kind = Kind("every field", changed, {DATABASE: ALONE, BUNDLE: ALONE, SECOND: ALONE})
    assert not tamper(kind, range(len(names)), subject, tmp_path).failures
    assert not names


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("update entry set actor = cast(x'ff41' as text) where n = 50", 50),
        ("update entry set line = cast(x'ff41' as text) where n = 50", 50),
        ("update entry set line = 5 where n = 50", 50),
        ("update entry set moved = 'x' where n = 50", 50),
        ("update personal set value = cast(x'ff41' as text) where n = 3", 3),
        ("update personal set salt = 'no bytes' where n = 3", 3),
        ("update personal set n = 'x' where n = 3", 0),
        ("update head set log = cast(x'ff' as text)", 0),
        ("update head set size = 'x'", 1),
        ("update head set frontier = 'no bytes'", 0),
        ("update tile set hashes = 5 where level = 0 and idx = 0", 1),
        ("update tile set level = -1 where level = 1", 0),
        ("insert into tile values (1, 'x', x'00')", 0),
        ("update operating_model set texts = cast(x'ff' as text)", 0),
        ("update operating_model set texts = '[5]'", 0),
        ("update operating_model set name = x'ff'", 0),
        ("delete from operating_model", 1),
        ("delete from tile", 1),
        ("delete from entry", 1),
    ],
)
def test_what_no_table_should_hold_is_told_and_no_fault(
    subject: Subject, tmp_path: Path, change: str, named: int
) -> None:
    with opened(subject.database) as file:
        assert file.sql.execute(change).rowcount
    (tmp_path / "board.db").write_bytes(file.content)
    verdict = of_database(tmp_path / "board.db")
    assert (verdict.found, verdict.first) == (True, named), verdict.text
    assert verdict.text.encode()


def accepted(members: Members, subject: Subject, folder: Path, kept: bool = True) -> None:
    bundle, more = packed(members, folder / "bundle.zip"), subject.kept if kept else ()
    for verdict in (of_bundle(bundle, more), of_second(bundle, more)):
        assert not verdict.found, verdict.text
        assert verdict.certain == len(lines_of(members))


def test_what_was_not_altered_is_accepted_by_all_three(subject: Subject, tmp_path: Path) -> None:
    accepted(subject.members, subject, tmp_path)
    accepted(subject.members, subject, tmp_path, kept=False)
    keys = [subject.second.key, subject.witness.key]
    for verdict in (of_bundle(tmp_path / "bundle.zip", (), keys), of_second(tmp_path / "bundle.zip", (), keys[:1])):
        assert not verdict.found, verdict.text
    (tmp_path / "board.db").write_bytes(subject.database)
    verdict = of_database(tmp_path / "board.db", subject.kept)
    assert (verdict.found, verdict.certain) == (False, len(subject.lines)), verdict.text


def packed_anew(subject: Subject) -> Members:
    return dict(reversed(subject.members.items()))


def without_the_signature_of_manifest(subject: Subject) -> Members:
    return sealed(subject.members)


def without_a_cosignature(subject: Subject) -> Members:
    name = "checkpoints/2.txt"
    note = subject.members[name].decode().splitlines(keepends=True)
    assert "witness" in note[-1]
    return sealed(subject.members | {name: "".join(note[:-1]).encode()})


def without_an_erased_value(subject: Subject) -> Members:
    lines = subject.members["personal.jsonl"].splitlines(keepends=True)
    return sealed(subject.members | {"personal.jsonl": b"".join(lines[:7] + lines[8:])})


def without_personal_values_and_attachments(subject: Subject) -> Members:
    wanted = {name: text for name, text in subject.members.items() if not name.startswith(("personal", "attach"))}
    return sealed(wanted)


def with_the_signature_of_a_stranger(subject: Subject) -> Members:
    name = "checkpoints/4.txt"
    note = subject.members[name].decode()
    stranger = Signer("stranger.example", "stranger")
    return sealed(subject.members | {name: (note + str(stranger(note.rpartition("\n\n")[0] + "\n"))).encode()})


def regrown_as_it_was(subject: Subject) -> Members:
    return regrown(subject.members)


@pytest.mark.parametrize(
    "change",
    [
        packed_anew,
        without_the_signature_of_manifest,
        without_a_cosignature,
        without_an_erased_value,
        without_personal_values_and_attachments,
        with_the_signature_of_a_stranger,
        regrown_as_it_was,
    ],
)
def test_what_changes_nothing_is_not_reported(
    change: Callable[[Subject], Members], subject: Subject, tmp_path: Path
) -> None:
    accepted(change(subject), subject, tmp_path)


def test_a_database_that_was_only_written_anew_is_accepted(subject: Subject, tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    path.write_bytes(with_lines(subject.database, subject.lines))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("vacuum")
    verdict = of_database(path, subject.kept)
    assert not verdict.found, verdict.text


def test_the_packing_makes_no_difference(subject: Subject, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.comment = b"of no importance"
        for name, content in subject.members.items():
            file.writestr(name, content)
    assert not of_bundle(path).found
    assert not of_second(path).found


def test_the_battery_would_notice_a_verifier_that_finds_nothing(subject: Subject, tmp_path: Path) -> None:
    kind = Kind("nothing altered", lambda _, same: Altered(same.members, named=(7,)), {BUNDLE: ALONE, SECOND: ALONE})
    figures = tamper(kind, [0], subject, tmp_path)
    assert [failure.split(": ")[2] for failure in figures.failures] == ["not found", "not found"]
