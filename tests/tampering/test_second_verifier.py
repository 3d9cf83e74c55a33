"""docs/verify.py as an auditor runs it: a process of its own, hostile files, little memory, and never a traceback."""

from __future__ import annotations

import ast
import io
import json
import resource
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .in_bundle import zipped
from .log_lines import line_of
from .subject import Subject, a_board, packed, regrown, sealed
from .verifiers import SECOND_VERIFIER, Verdict, of_second, second_verdict

MEMORY = 300 << 20

pytestmark = pytest.mark.sqlite


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    return a_board(tmp_path_factory.mktemp("board"))


def run(*arguments: object) -> tuple[int, str]:
    """Run it in a process of its own that may take 300 MiB of address space, and return its answer."""
    done = subprocess.run(
        [sys.executable, "-W", "error", SECOND_VERIFIER, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    second_verdict(done.returncode, done.stdout + done.stderr)
    return done.returncode, done.stdout + done.stderr


def test_it_has_300_lines_at_most_and_imports_nothing_of_ours() -> None:
    text = SECOND_VERIFIER.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    nodes = list(ast.walk(ast.parse(text)))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names | {"cryptography"}


def test_it_counts_and_says_what_is_certain_and_what_was_not_shown(subject: Subject, tmp_path: Path) -> None:
    bundle = packed(subject.members, tmp_path / "bundle.zip")
    (tmp_path / "kept.txt").write_text(subject.kept[0])
    code, said = run(bundle, "--key", subject.second.key, "--checkpoint", tmp_path / "kept.txt")
    assert code == 0
    assert "280 entries, 220 moves, 60 refusals" in said
    assert "asserted 280" in said
    values = subject.members["personal.jsonl"].count(b"\n")
    assert f"2 keys, 6 checkpoints that agree, {values} values" in said
    assert "not shown: that each step was allowed" in said
    told = "certain by what you gave (without it, all may be made up): entries 1 to 280, checkpoints/4.txt, signed by "
    assert told + subject.second.name in said
    code, said = run(bundle)
    assert code == 0
    assert "certain by what you gave (without it, all may be made up): nothing" in said
    assert "certain by its own word: entries 1 to 280, checkpoints/4.txt" in said


def test_a_character_that_was_changed_is_named(subject: Subject, tmp_path: Path) -> None:
    lines = subject.lines
    lines[99] = lines[99].replace(b"2026-01-0", b"2026-01-1", 1)
    assert lines[99] != subject.lines[99]
    members = sealed(subject.members | {"log.jsonl": b"".join(line + b"\n" for line in lines)})
    code, said = run(packed(members, tmp_path / "bundle.zip"))
    assert code == 1
    assert "WRONG: entry 100: its line is not the one whose leaf is in `leaves`" in said
    assert "certain by its own word: entries 1 to 99," in said


def test_what_is_no_bundle_or_cannot_be_used_is_refused(subject: Subject, tmp_path: Path) -> None:
    bundle, strange = packed(subject.members, tmp_path / "bundle.zip"), tmp_path / "\u202e\x1b[31mstrange"
    strange.write_bytes(b"PK nothing")
    for arguments in (
        [],
        [tmp_path],
        [tmp_path / "not there"],
        [strange],
        [bundle, "--key", "a+b+c"],
        [bundle, "--key", str(subject.second.key).replace("+", "+0", 1)],
        [bundle, "--checkpoint", strange],
        [bundle, "--checkpoint", tmp_path / "not there"],
        [bundle, "--checkpoint", bundle],
    ):
        code, said = run(*arguments)
        assert code == 2, said


def test_a_checkpoint_of_another_log_and_a_key_that_signed_nothing_are_told(subject: Subject, tmp_path: Path) -> None:
    bundle = packed(subject.members, tmp_path / "bundle.zip")
    elsewhere = subject.kept[0].replace(subject.first.name, "peoplezones/" + "0" * 32)
    told = of_second(bundle, [elsewhere])
    assert "that you kept: it is of another log" in told.text
    assert told.found
    assert told.certain == 0
    stranger = type(subject.witness)("stranger.example", "stranger", 1)
    told = of_second(bundle, (), [stranger.key])
    assert "which you gave: it signed nothing here that agrees" in told.text
    assert (told.found, told.certain) == (True, 0)


def wrong(content: bytes, folder: Path) -> str:
    """Return what is said of a hostile file, which must be refused."""
    path = folder / "hostile.zip"
    path.write_bytes(content)
    code, said = run(path)
    assert code in (1, 2), said
    return said


def test_what_is_huge_when_unpacked_takes_little_memory(subject: Subject, tmp_path: Path) -> None:
    zeros = bytes(128 << 20)
    said = wrong(zipped(subject.members | {"log.jsonl": zeros}, zipfile.ZIP_DEFLATED), tmp_path)
    assert "WRONG: entry 1: its line is missing, cut off, or longer than 65,535 bytes" in said
    said = wrong(zipped(subject.members | {"keys.txt": zeros}, zipfile.ZIP_DEFLATED), tmp_path)
    assert "its member keys.txt is not one that a bundle has, or encrypted, too large" in said


def test_a_file_that_says_that_it_is_huge_is_not_read(subject: Subject, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in subject.members.items():
            file.writestr(zipfile.ZipInfo(name), content)
        file.getinfo("log.jsonl").file_size = 1 << 40
    assert "too large" in wrong(out.getvalue(), tmp_path)


def test_a_table_of_contents_that_would_fill_the_memory_is_not_read(tmp_path: Path) -> None:
    one = (
        struct.pack("<4sBBBBHHHHLLLHHHHHLL", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    )
    table = one * 500_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, len(table), 0, 0)
    assert "cannot be used" in wrong(table + end, tmp_path)


def test_nesting_spaces_and_sizes_that_are_meant_to_harm_do_none(subject: Subject, tmp_path: Path) -> None:
    members = subject.members
    for name, content in (
        ("personal.jsonl", b"[" * 500_000 + b"\n"),
        ("personal.jsonl", b'{"n":' * 150_000 + b"\n"),
        ("MANIFEST", members["MANIFEST"][:100] + b"\xe2\x80\x94 " * 3_000_000),
        ("MANIFEST", b"A" * (15 << 20)),
        ("MANIFEST", members["MANIFEST"].replace(b" README", b" " + b"\xe2\x80\xae" * 10)),
        ("checkpoints/1.txt", members["checkpoints/1.txt"] + b"\xe2\x80\x94 a AAAA\n" * 4_000),
        ("checkpoints/1.txt", members["checkpoints/1.txt"].replace(b"peoplezones", b"\x1b[31mpeoplezones")),
        ("checkpoints/1.txt", b"\xff"),
        ("keys.txt", b"\xff\n"),
        ("keys.txt", b"a+00000000+" + b"A" * (1 << 19) + b"\n"),
        ("leaves", b""),
        ("log.jsonl", b""),
    ):
        changed = members | {name: content}
        wrong(zipped(changed if name == "MANIFEST" else sealed(changed)), tmp_path)


def test_nothing_that_it_prints_confuses_a_terminal(subject: Subject, tmp_path: Path) -> None:
    entry = json.loads(subject.lines[-1]) | {"authn": "\u202e\x1b[2J\x07nobody", "model": "\u2066\x1b[31m"}
    members = subject.members | {"log.jsonl": subject.members["log.jsonl"].replace(subject.lines[-1], line_of(entry))}
    verdict: Verdict = of_second(packed(regrown(members), tmp_path / "bundle.zip"))  # looks at every character
    assert (verdict.found, verdict.first) == (True, len(subject.lines))
    entry |= {"model": json.loads(subject.lines[0])["model"]}
    members = subject.members | {"log.jsonl": subject.members["log.jsonl"].replace(subject.lines[-1], line_of(entry))}
    assert "\\u202e\\x1b[2J\\x07nobody 1" in of_second(packed(regrown(members), tmp_path / "bundle.zip")).text
