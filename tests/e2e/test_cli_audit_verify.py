"""`audit verify`, `audit replay` and `audit export` from the command line."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT, Run


@pytest.fixture
def board(society: Run) -> Run:
    """The society with a plot, a second member, and a request that was refused."""
    society("person", "register", "--name", "Mia Member")
    society("plot", "propose", "--name", "Long Row")
    society("plot", "plant", "long row", code=3)
    return society


@pytest.fixture
def bundle(board: Run, tmp_path: Path) -> Path:
    path = tmp_path / "log.zip"
    assert "holds the log of" in board("audit", "export", "-o", str(path)).output
    return path


def altered(bundle: Path, old: bytes, new: bytes, name: str = "log.jsonl") -> Path:
    """Return a copy of a bundle in one member of which some characters are others."""
    other = bundle.with_name("altered.zip")
    with zipfile.ZipFile(bundle) as source, zipfile.ZipFile(other, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == name:
                assert old in content
                content = content.replace(old, new, 1)
            target.writestr(info, content)
    return other


def test_a_whole_log_is_said_to_be_whole_and_what_is_not_shown_is_said_too(board: Run, bundle: Path) -> None:
    for output in (board("audit", "verify").output, board("audit", "verify", str(bundle)).output):
        assert output.startswith("Nothing is wrong with the log: ")
        assert "1 refusals" in output or "1 refusal" in output
        assert "Note: No signed checkpoint vouches for this log" in output
    found = json.loads(board("audit", "verify", "--json", str(bundle)).stdout)
    assert (found["agrees"], found["first"], found["certain"]) == (True, None, 0)


def test_one_changed_character_names_the_entry(board: Run, bundle: Path) -> None:
    other = altered(bundle, b"asserted", b"assertad")
    result = board("audit", "verify", str(other), code=1)
    assert "The log is NOT as it was written. First wrong: entry 1: was changed, or its hash was" in result.output
    found = json.loads(board("audit", "verify", "--json", str(other), code=1).stdout)
    assert (found["agrees"], found["first"]["entry"]) == (False, 1)


def test_a_bundle_is_checked_where_there_is_no_database(board: Run, bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "society.db").unlink()
    assert "Nothing is wrong" in board("audit", "verify", str(bundle)).output
    assert "Every step was allowed" in board("audit", "replay", str(bundle)).output
    board("audit", "verify", code=1)


def test_replay_of_the_database_compares_the_tables_too(board: Run) -> None:
    assert "log and tables are what comes of them" in board("audit", "replay").output
    assert json.loads(board("audit", "replay", "--json").stdout)["differences"] == []


def test_a_bundle_leaves_personal_values_out_unless_they_are_asked_for(
    board: Run, bundle: Path, tmp_path: Path
) -> None:
    def names(path: Path) -> bool:
        with zipfile.ZipFile(path) as found:
            return any(b"Mia Member" in found.read(name) for name in found.namelist())

    assert not names(bundle)
    board("audit", "export", "-o", str(tmp_path / "all.zip"), "--personal")
    assert names(tmp_path / "all.zip")
    assert "Nothing is wrong" in board("audit", "verify", str(tmp_path / "all.zip")).output


def test_a_file_that_is_there_is_not_written_over(board: Run, bundle: Path) -> None:
    before = bundle.read_bytes()
    assert "exists already" in board("audit", "export", "-o", str(bundle), code=1).output
    assert bundle.read_bytes() == before
    board("audit", "export", "-o", str(bundle), "--overwrite")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"not a bundle", "no whole ZIP file"),
        (b"", "no whole ZIP file"),
        (b"SQLite format 3\0" + bytes(4_080), "name a Board's database with --db"),
    ],
)
def test_what_is_no_bundle_is_refused_in_words(board: Run, tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    assert message in board("audit", "verify", str(path), code=1).output
    assert message in board("audit", "replay", str(path), code=1).output
    assert "cannot be read" in board("audit", "verify", str(tmp_path / "none.zip"), code=1).output


def test_checkpoints_and_keys_that_are_none_are_refused_in_words(board: Run, tmp_path: Path) -> None:
    assert "cannot be read" in board("audit", "verify", "--against", str(tmp_path / "none"), code=2).output
    (tmp_path / "picture").write_bytes(b"\xff\xd8\xff")
    assert "it is not text" in board("audit", "verify", "--against", str(tmp_path / "picture"), code=2).output
    (tmp_path / "letter.txt").write_text("Dear auditor\n")
    letter = board("audit", "verify", "--against", str(tmp_path / "letter.txt"), code=1).output
    assert "blank line" in letter
    assert "NOT as it was written" not in letter, "nothing is known against the log"
    (tmp_path / "empty").mkdir()
    for command in (["verify", "--against"], ["export", "-o", str(tmp_path / "b.zip"), "--checkpoint"]):
        assert "holds no checkpoints" in board("audit", *command, str(tmp_path / "empty"), code=2).output
    assert "NAME+ID+KEY" in board("audit", "verify", "--key", "mine", code=2).output


def test_a_line_that_could_confuse_a_terminal_is_printed_plainly(board: Run, bundle: Path) -> None:
    other = altered(bundle, b'"authn":"asserted"', '"authn":"\u202e\u2066x"'.encode())
    result = board("audit", "verify", str(other), code=1)
    assert not {"\u202e", "\u2066"} & set(result.output)


def test_verifying_a_bundle_opens_no_database_library(bundle: Path) -> None:
    code = (
        "import sys; from peoplezones.audit.verify_bundle import verify_bundle\n"
        f"assert verify_bundle({str(bundle)!r}).agrees\nprint(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert "sqlalchemy" not in loaded.split()
