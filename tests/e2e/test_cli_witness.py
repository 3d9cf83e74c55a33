"""From the Board to a witness and back, and proofs that a stranger checks: all by the command line, in files."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from peoplezones.audit.note import checkpoint_in

Run = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]


class Places:
    """Where things are: on the Board's side, and on that of the second agency."""

    def __init__(self, folder: Path) -> None:
        self.log_key, self.witness_key = folder / "keys" / "log.key", folder / "keys" / "witness.key"
        self.state, self.kept, self.database = folder / "state", folder / "kept", folder / "society.db"
        self.request, self.answer, self.copy = folder / "request.txt", folder / "answer.txt", folder / "before.db"


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The places, with the environment naming them."""
    found = Places(tmp_path)
    found.log_key.parent.mkdir()
    found.kept.mkdir()
    monkeypatch.setenv("PEOPLEZONES_WITNESS", str(found.state))
    monkeypatch.setenv("PEOPLEZONES_WITNESS_KEY", str(found.witness_key))
    return found


@pytest.fixture
def watched(society: Run, places: Places, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The society, whose log has a key and is watched by a witness that has seen nothing yet."""
    society("audit", "key", "new", "-o", str(places.log_key))
    monkeypatch.setenv("PEOPLEZONES_KEY", str(places.log_key))
    society("witness", "new", "-o", str(places.witness_key), "--name", "agency.example/witness")
    society("witness", "trust", log_key(society))
    return society


def log_key(run: Run) -> str:
    found: str = json.loads(run("audit", "key", "show", "--json").output)[-1]["key"]
    return found


def witness_key(run: Run, places: Places) -> str:
    return run("audit", "key", "show", str(places.witness_key)).output.strip()


def ask(run: Run, places: Places, old: str, *more: str, code: int = 0) -> str:
    run("audit", "checkpoint", "--for-witness", old, "-o", str(places.request), *more)
    return run("witness", "cosign", str(places.request), "-o", str(places.answer), code=code).output


def register(run: Run, name: str) -> None:
    run("person", "register", "--name", name)


def test_growth_is_cosigned_and_the_cosignature_added_to_what_is_kept(watched: Run, places: Places) -> None:
    for old, size in (("0", 5), (str(places.kept / "0000000000000005.txt"), 6), ("6", 7)):
        watched("audit", "checkpoint", "--to", str(places.kept))
        assert f"cosigned at {size} entries" in ask(watched, places, old)
        watched(
            "audit", "cosigned", str(places.answer), "--to", str(places.kept), "--trust", witness_key(watched, places)
        )
        kept = checkpoint_in((places.kept / f"{size:016}.txt").read_text())[0]
        assert [one.name for one in kept.signatures][1:] == ["agency.example/witness"]
        register(watched, f"Mia Member {size}")
    assert "7 entries" in watched("witness", "show").output
    told = watched("audit", "verify", "--against", str(places.kept), "--key", witness_key(watched, places)).output
    assert told.startswith("Nothing is wrong")
    assert "agency.example/witness" in told


@pytest.mark.parametrize(
    ("names", "told"), [(["Eve Example", "Ed Example"], "not shown"), (["Eve Example"], "two different")]
)
def test_a_log_that_was_put_back_and_written_anew_is_refused_and_kept_as_evidence(
    watched: Run, places: Places, names: list[str], told: str
) -> None:
    shutil.copy(places.database, places.copy)
    register(watched, "Mia Member")
    ask(watched, places, "0")
    places.answer.unlink()
    shutil.copy(places.copy, places.database)
    for name in names:
        register(watched, name)
    output = ask(watched, places, "6", code=3)
    assert told in output
    assert not places.answer.exists()
    (evidence,) = (places.state / "refused").iterdir()
    assert evidence.read_text() == places.request.read_text()
    assert "6 entries" in watched("witness", "show").output


def test_a_log_that_was_cut_short_is_refused(watched: Run, places: Places) -> None:
    shutil.copy(places.database, places.copy)
    register(watched, "Mia Member")
    ask(watched, places, "0")
    shutil.copy(places.copy, places.database)
    assert "cut short" in ask(watched, places, "5", code=3)
    assert "cannot have grown from one of 6" in watched("audit", "checkpoint", "--for-witness", "6", code=2).output


def test_a_change_of_keys_is_followed_once_both_have_signed(watched: Run, places: Places) -> None:
    ask(watched, places, "0")
    new = places.log_key.with_name("new.key")
    watched("audit", "key", "new", "-o", str(new), "--replaces-with", str(places.log_key))
    watched("witness", "trust", log_key(watched))
    assert "has not signed" in ask(watched, places, "5", "--key", str(new), code=3)
    ask(watched, places, "5", "--key", str(new), "--key", str(places.log_key))
    shown = json.loads(watched("witness", "show", "--json").output)[0]
    assert (shown["key"], shown["next"]) == (log_key(watched), None)
    register(watched, "Mia Member")
    ask(watched, places, "6", "--key", str(new))


def test_the_witness_needs_no_database_and_no_settings(watched: Run, places: Places, process: Process) -> None:
    watched("audit", "checkpoint", "--for-witness", "0", "-o", str(places.request))
    places.database.unlink()
    done = process("witness", "cosign", str(places.request), PEOPLEZONES_DB="")
    assert (done.returncode, done.stderr) == (0, "")
    assert checkpoint_in(done.stdout)[1].size == 5


def test_keys_are_not_taken_for_one_another(watched: Run, places: Places) -> None:
    own, other = str(places.log_key), str(places.witness_key)
    assert "witness" in watched("audit", "checkpoint", "--key", other, code=2).output
    watched("audit", "checkpoint", "--for-witness", "0", "-o", str(places.request))
    assert "witness new" in watched("witness", "cosign", str(places.request), "--key", own, code=2).output
    assert "no log" in watched("witness", "trust", witness_key(watched, places), code=3).output
    assert "--name" in watched("witness", "new", "-o", f"{own}2", "--name", "two words", code=2).output


def test_what_is_not_a_cosignature_of_this_log_is_not_added(watched: Run, places: Places) -> None:
    watched("audit", "checkpoint", "--to", str(places.kept))
    before = (places.kept / "0000000000000005.txt").read_text()
    places.answer.write_text(before)
    add = ["audit", "cosigned", str(places.answer), "--to", str(places.kept)]
    assert "--trust KEY" in watched(*add, code=2).output
    assert "none of these witnesses" in watched(*add, "--trust", witness_key(watched, places), code=1).output
    ask(watched, places, "0")
    places.answer.write_text(places.answer.read_text().replace("\n5\n", "\n4\n"))
    assert "is false" in watched(*add, "--trust", witness_key(watched, places), code=1).output
    assert (places.kept / "0000000000000005.txt").read_text() == before


def test_a_cosignature_of_something_that_is_not_kept_is_told(watched: Run, places: Places) -> None:
    ask(watched, places, "0")
    add = ["audit", "cosigned", str(places.answer), "--trust", witness_key(watched, places)]
    assert "no checkpoint in" in watched(*add, "--to", str(places.kept), code=2).output
    assert watched(*add).output == places.answer.read_text()


def test_what_is_cosigned_is_remembered_before_it_is_given_out_and_can_be_asked_for_again(
    watched: Run, places: Places, tmp_path: Path
) -> None:
    watched("audit", "checkpoint", "--for-witness", "0", "-o", str(places.request))
    nowhere = str(tmp_path / "nowhere" / "answer.txt")
    assert "could not be written" in watched("witness", "cosign", str(places.request), "-o", nowhere, code=1).output
    assert "5 entries" in watched("witness", "show").output
    assert checkpoint_in(watched("witness", "cosign", str(places.request)).output)[1].size == 5


def test_a_witness_without_its_folder_says_so(watched: Run, places: Places) -> None:
    shutil.rmtree(places.state)
    assert "witness trust" in watched("witness", "show", code=2).output


def test_an_entry_is_proved_to_a_stranger_who_has_nothing_but_a_key(
    watched: Run, places: Places, process: Process, tmp_path: Path
) -> None:
    key, proof = log_key(watched), tmp_path / "entry.tlog-proof"
    lines = [json.loads(watched("audit", "prove", str(n), "--json").output)["line"] for n in range(1, 6)]
    for n, line in enumerate(lines, 1):
        watched("audit", "prove", str(n), "-o", str(proof))
        assert proof.read_text().startswith("c2sp.org/tlog-proof@v1\nextra ")
        checked = json.loads(watched("audit", "prove", "--check", str(proof), "--trust", key, "--json").output)
        assert (checked["entry"], checked["line"], len(checked["signers"])) == (n, line, 1)
    places.database.unlink()
    done = process("audit", "prove", "--check", str(proof), "--trust", key, PEOPLEZONES_DB="")
    assert done.returncode == 0
    assert "Entry 5 is in the log" in done.stdout


def test_a_proof_rests_on_a_witness_or_on_what_somebody_kept_just_as_well(
    watched: Run, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = str(tmp_path / "entry.tlog-proof")
    ask(watched, places, "0")
    watched("audit", "prove", "3", "--checkpoint", str(places.answer), "-o", proof)
    told = watched("audit", "prove", "--check", proof, "--trust", witness_key(watched, places)).output
    assert "Signed by: agency.example/witness" in told
    monkeypatch.delenv("PEOPLEZONES_KEY")
    watched("audit", "prove", "3", "-o", proof)  # which nobody has signed
    assert (
        "nobody whom you trust"
        in watched("audit", "prove", "--check", proof, "--trust", log_key(watched), code=1).output
    )
    assert "Entry 3" in watched("audit", "prove", "--check", proof, "--against", str(places.answer)).output
    assert "--trust" in watched("audit", "prove", "--check", proof, code=2).output


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\nindex 2\n", "\nindex 1\n"),
        ("\n5\n", "\n6\n"),
        ("extra eyJh", "extra eyJi"),
        ("index 2\n", "index 2\n" + "A" * 43 + "=\n"),
    ],
)
def test_a_proof_in_which_anything_is_changed_does_not_hold(watched: Run, tmp_path: Path, old: str, new: str) -> None:
    proof = tmp_path / "entry.tlog-proof"
    watched("audit", "prove", "3", "-o", str(proof))
    text = proof.read_text()
    assert text.count(old) == 1
    proof.write_text(text.replace(old, new))
    watched("audit", "prove", "--check", str(proof), "--trust", log_key(watched), code=1)


def test_a_proof_against_another_checkpoint_of_the_same_size_tells_of_a_fork(
    watched: Run, places: Places, tmp_path: Path
) -> None:
    shutil.copy(places.database, places.copy)
    register(watched, "Mia Member")
    watched("audit", "checkpoint", "-o", str(tmp_path / "kept.txt"))
    shutil.copy(places.copy, places.database)
    register(watched, "Eve Example")
    proof = str(tmp_path / "entry.tlog-proof")
    watched("audit", "prove", "3", "-o", proof)
    against = ["--against", str(tmp_path / "kept.txt"), "--trust", log_key(watched)]
    assert "forked" in watched("audit", "prove", "--check", proof, *against, code=1).output
    kept = ["audit", "prove", "3", "--checkpoint", str(tmp_path / "kept.txt"), "--key", str(places.log_key)]
    assert "leave --size and --key out" in watched(*kept, code=2).output


@pytest.mark.parametrize(
    "text", ["", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v1\nextra AA==\nindex 0\n\nnothing\n", "\xff"]
)
def test_what_is_no_proof_is_told_apart(watched: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "x").write_text(text)
    output = watched("audit", "prove", "--check", str(tmp_path / "x"), "--trust", log_key(watched), code=1).output
    assert output.startswith("Error: ")


def test_what_cannot_be_proved_is_told(watched: Run) -> None:
    assert "there is no entry 6" in watched("audit", "prove", "6", code=2).output
    assert "name an ENTRY" in watched("audit", "prove", code=2).output
    register(watched, "Mia Member")
    assert "entry 6 is not among them" in watched("audit", "prove", "6", "--size", "5", code=2).output


def test_that_the_log_only_grew_is_proved_between_sizes_and_checkpoints(
    watched: Run, places: Places, tmp_path: Path
) -> None:
    first = str(tmp_path / "first.txt")
    watched("audit", "checkpoint", "-o", first)
    shutil.copy(places.database, places.copy)
    register(watched, "Mia Member")
    for old, new in (("5", "6"), (first, "6"), ("2", first), (first, first)):
        assert "begins with the" in watched("audit", "consistency", old, new).output
    told = json.loads(watched("audit", "consistency", first, "6", "--json").output)
    assert (told["old"]["size"], told["new"]["size"], len(told["path"])) == (5, 6, 3)
    assert "cannot have grown" in watched("audit", "consistency", "6", "5", code=2).output
    assert "nothing to say of 7" in watched("audit", "consistency", "5", "7", code=2).output
    watched("audit", "checkpoint", "-o", str(tmp_path / "second.txt"))
    shutil.copy(places.copy, places.database)
    assert "cut short" in watched("audit", "consistency", first, str(tmp_path / "second.txt"), code=1).output


def test_an_export_is_signed_by_a_key_that_may_and_by_no_other(watched: Run, places: Places, tmp_path: Path) -> None:
    bundle = str(tmp_path / "bundle.zip")
    other = places.log_key.with_name("new.key")
    watched("audit", "export", "-o", bundle, "--key", str(places.log_key))
    told = watched("audit", "verify", bundle, "--key", log_key(watched)).output
    assert "entries 1 to 5, by a signed checkpoint" in told
    watched("audit", "key", "new", "-o", str(other), "--replaces-with", str(places.log_key))
    refused = ["audit", "export", "-o", bundle, "--overwrite", "--key", str(places.log_key)]
    assert "must sign" in watched(*refused, code=2).output
    watched(*refused, "--key", str(other))
    assert "entries 1 to 6, by a signed checkpoint" in watched("audit", "verify", bundle).output


def test_help_and_a_witness_bring_in_no_database_and_help_no_cryptography(watched: Run, places: Places) -> None:
    watched("audit", "checkpoint", "--for-witness", "0", "-o", str(places.request))
    for arguments, absent in (
        (["audit", "checkpoint", "--help"], ("cryptography", "sqlalchemy", "smtplib")),
        (["witness", "--help"], ("cryptography", "sqlalchemy")),
        (["witness", "cosign", str(places.request)], ("sqlalchemy",)),
    ):
        code = (
            "import atexit, sys\n"
            f"atexit.register(lambda: print([m for m in {absent!r} if m in sys.modules], file=sys.stderr))\n"
            f"from peoplezones.cli.main import root\nroot.main({arguments!r})"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
        assert done.stderr == "[]\n"
