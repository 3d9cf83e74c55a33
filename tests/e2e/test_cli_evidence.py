"""Attaching files from the command line, listing them and getting them back."""

from __future__ import annotations

import hashlib
import json
import os
import re
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import made_up_files as made_up
from tests.e2e.conftest import Run
from tests.integration.test_attachments import alter_file, with_files


@pytest.fixture
def drawn(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """A Board under a model whose plots take files, with its secretary at the keyboard."""
    run("init", "--secretary", "Sam Sample", "--board", "The Society", "--model", str(with_files(tmp_path / "model")))
    monkeypatch.setenv("PEOPLEZONES_AS", "Sam Sample")
    return run


def lay(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


def propose(run: Run, *more: str, code: int = 0) -> str:
    return run("plot", "propose", "--name", "North end", *more, code=code).output


def listed(run: Run, *which: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("evidence", "list", *which, "--json").output)
    return found


def test_a_file_goes_in_by_its_path_and_comes_out_as_it_was(drawn: Run, tmp_path: Path) -> None:
    propose(drawn, "--sketch", lay(tmp_path, "a sketch.pdf", made_up.PDF))
    shown = drawn("plot", "show", "North end").output
    assert "a sketch.pdf" in shown
    assert f"file {hashlib.sha256(made_up.PDF).hexdigest()[:12]}" in shown
    (one,) = listed(drawn, "North end")
    assert (one["name"], one["type"], one["size"]) == ("a sketch.pdf", "PDF", len(made_up.PDF))
    for which in (str(one["entry"]), str(one["digest"]), str(one["digest"])[:10].upper()):
        out = tmp_path / "out.pdf"
        drawn("evidence", "get", which, "-o", str(out), "--overwrite")
        assert out.read_bytes() == made_up.PDF
    assert "a sketch.pdf" in drawn("evidence", "list").output


def test_the_document_itself_is_kept(drawn: Run, tmp_path: Path) -> None:
    letter = lay(tmp_path, "letter.txt", made_up.TEXT)
    propose(drawn, "--document", "Letter of 5 March", "--document-file", letter)
    history = drawn("plot", "history", "North end").output
    assert "Letter of 5 March" in history
    (one,) = listed(drawn)
    assert (one["field"], one["name"]) == ("document", "Letter of 5 March")
    erased = drawn("erase", "North end", "--basis", "mistake").output
    assert "  Document: entry 5\n" in erased, "the file and what it was called, of one entry"
    assert listed(drawn) == []
    assert "No files are kept here." in drawn("evidence", "list").output


def test_a_board_without_files_says_so(drawn: Run) -> None:
    propose(drawn)
    assert "No files are kept here." in drawn("evidence", "list").output
    assert "No files came with the entries of North end." in drawn("evidence", "list", "North end").output


def test_help_says_what_is_meant(drawn: Run) -> None:
    helped = drawn("plot", "propose", "--help").output
    assert "--sketch FILE" in helped
    assert "--document-file FILE" in helped


# What is refused


def test_nothing_is_overwritten_unless_it_is_said(drawn: Run, tmp_path: Path) -> None:
    propose(drawn, "--sketch", lay(tmp_path, "a.pdf", made_up.PDF))
    (one,) = listed(drawn)
    there = Path(lay(tmp_path, "there.pdf", b"mine"))
    assert "exists already" in drawn("evidence", "get", str(one["entry"]), "-o", str(there), code=1).output
    assert there.read_bytes() == b"mine"
    assert "is a folder" in drawn("evidence", "get", str(one["entry"]), "-o", str(tmp_path), code=1).output
    assert "could not be written" in drawn("evidence", "get", str(one["entry"]), "-o", "/nowhere/a", code=1).output


def test_the_name_under_which_a_file_came_leads_nowhere(drawn: Run, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    propose(drawn, "--letter", lay(tmp_path, "..\\..\\evil\n.txt", made_up.TEXT))
    (one,) = listed(drawn)
    assert one["name"] == "evil\N{REPLACEMENT CHARACTER}.txt"
    drawn("evidence", "get", str(one["entry"]), "-o", str(away / "a"))
    assert [path.name for path in away.iterdir()] == ["a"]


def test_damaged_content_is_not_written(drawn: Run, tmp_path: Path) -> None:
    propose(drawn, "--sketch", lay(tmp_path, "a.pdf", made_up.PDF))
    (one,) = listed(drawn)
    alter_file(tmp_path / "society.db", "update blob set content = x'25504446'")
    said = drawn("evidence", "get", str(one["entry"]), "-o", str(tmp_path / "out"), code=1).output
    assert f"the file {one['digest']} is not the one that was kept" in said
    assert not (tmp_path / "out").exists()
    assert drawn("audit", "verify", code=1).output.count("is another than the one that was kept") >= 1


def test_everything_wrong_with_the_files_is_told_at_once(drawn: Run, tmp_path: Path) -> None:
    said = propose(drawn, "--sketch", str(tmp_path / "none"), "--letter", str(tmp_path), code=2)
    assert "--sketch" in said
    assert "No such file" in said
    assert "--letter" in said
    assert "this is a folder, and no file" in said


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def huge(folder: Path) -> Path:
    """Make a file of 250 MB that takes no room."""
    with (folder / "huge").open("wb") as file:
        file.truncate(250_000_000)
    return folder / "huge"


def listening(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(folder / "s"))
    return folder / "s"


ODD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a pipe": (pipe, "this is a pipe, and no file"),
    "a device without end": (lambda _: Path("/dev/zero"), "this is a device, and no file"),
    "250 MB": (huge, r"at most 64 KiB can be taken"),
    "an empty file": (lambda folder: Path(lay(folder, "e", b"")), "the file is empty"),
    "a name with a zero byte": (lambda _: Path("a\0b"), "null byte|null character"),
    "a socket": (listening, "no such device or address"),
    "a name too long": (lambda folder: folder / ("n" * 300), "name too long"),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("option", ["--sketch", "--document-file"])
def test_what_is_no_file_or_too_large_is_refused_before_it_is_read(
    drawn: Run, tmp_path: Path, odd: str, option: str
) -> None:
    make, said = ODD[odd]
    if option == "--document-file":
        said = said.replace("64 KiB", "25 MiB")
    found = propose(drawn, option, str(make(tmp_path)), code=2)
    assert re.search(said, found, re.IGNORECASE), found


def test_a_250_mb_file_is_refused_with_little_memory(tmp_path: Path) -> None:
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))\n"
        "from peoplezones.service.files import file_at, FileUnusable\n"
        "try: file_at(sys.argv[1])\nexcept FileUnusable as e: print(e)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(huge(tmp_path))], capture_output=True, text=True, check=True)
    assert "238.4 MiB; at most 25 MiB" in done.stdout


def test_a_link_to_a_file_is_followed_and_what_nobody_may_read_is_said(drawn: Run, tmp_path: Path) -> None:
    lay(tmp_path, "real.pdf", made_up.PDF)
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    propose(drawn, "--sketch", str(tmp_path / "link.pdf"))
    assert listed(drawn)[0]["name"] == "link.pdf"
    (tmp_path / "loop").symlink_to("loop")
    assert "symbolic links" in propose(drawn, "--sketch", str(tmp_path / "loop"), code=2)


def test_a_trap_in_a_document_is_told_in_words(drawn: Run, tmp_path: Path) -> None:
    bomb = made_up.docx(**{"word/media/a.bin": bytes(260 << 20)})
    said = propose(drawn, "--letter", lay(tmp_path, "letter.docx", bomb), code=2)
    assert "--letter: this office document unpacks to more than 250 MiB" in said
    assert not listed(drawn)


def test_files_go_along_in_the_bundle(drawn: Run, tmp_path: Path) -> None:
    propose(drawn, "--sketch", lay(tmp_path, "a.pdf", made_up.PDF))
    bundle = str(tmp_path / "b.zip")
    drawn("audit", "export", "-o", bundle, "--attachments")
    drawn("audit", "verify", bundle)
    with zipfile.ZipFile(bundle) as file:
        assert file.read(f"attachments/{hashlib.sha256(made_up.PDF).hexdigest()}") == made_up.PDF


# Many at once


def table(folder: Path, *rows: str) -> str:
    return lay(folder, "plots.csv", "\n".join(["Name,Sketch", *rows]).encode())


def test_rows_of_a_table_name_files_in_a_folder(drawn: Run, tmp_path: Path) -> None:
    files = tmp_path / "files"
    (files / "in").mkdir(parents=True)
    lay(files, "a.pdf", made_up.PDF)
    lay(files / "in", "b.txt", made_up.TEXT)
    rows = table(tmp_path, "One,a.pdf", "Two,in/b.txt", "Three,")
    assert "3 moved" in drawn("import", "plot", rows, "--files", str(files)).output
    assert "3 had before" in drawn("import", "plot", rows, "--files", str(files)).output
    assert [one["name"] for one in listed(drawn)] == ["a.pdf", "b.txt"]
    export = tmp_path / "out.csv"
    drawn("export", "plot", str(export), "--personal")
    assert hashlib.sha256(made_up.PDF).hexdigest() in export.read_text()
    drawn("export", "plot", str(export), "--overwrite")
    assert hashlib.sha256(made_up.PDF).hexdigest() not in export.read_text()


def test_a_table_cannot_name_files_outside_its_folder(drawn: Run, tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    lay(tmp_path, "secret.txt", b"secret")
    (files / "link").symlink_to("../secret.txt")
    rows = ["One,../secret.txt", f"Two,{tmp_path}/secret.txt", "Three,link", "Four,none.txt"]
    said = drawn("import", "plot", table(tmp_path, *rows), "--files", str(files), code=2).output
    assert said.count("is not in the folder that was named") == 3
    assert "No such file" in said
    assert listed(drawn) == []


def test_a_table_that_names_files_needs_a_folder(drawn: Run, tmp_path: Path) -> None:
    lay(tmp_path, "a.pdf", made_up.PDF)
    said = drawn("import", "plot", table(tmp_path, "One,a.pdf", "Two,"), code=2).output
    assert "Sketch: this names a file; say in which folder it is (--files FOLDER)" in said
    assert "1 moved" in said
    report = tmp_path / "mend.csv"
    drawn("import", "plot", table(tmp_path, "One,a.pdf", "Two,"), "--report", str(report), code=2)
    assert "a.pdf" in report.read_text()
    assert "1 moved" in drawn("import", "plot", str(report), "--files", str(tmp_path)).output
