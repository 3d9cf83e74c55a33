"""The witness: it cosigns growth that is proved, never two checkpoints that do not agree, and keeps what it refused."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.audit.note import Note, NoteWrong, checkpoint_in, read_checkpoint, signed_by
from peoplezones.audit.request import WitnessRequest, read_request
from peoplezones.audit.secret import Secret, write_secret
from peoplezones.audit.witness import WitnessRefuses, cosign, trust
from peoplezones.audit.witness_state import State, locked
from peoplezones.domain import merkle
from peoplezones.domain.errors import UsageError

from .trees import LOG, NEXT, NOW, ORIGIN, STRANGER, WITNESS, Tree, grown

ROOT = Path(__file__).parents[3]


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with watching(tmp_path / "state") as state:
        yield state


@contextmanager
def watching(folder: Path) -> Iterator[State]:
    """Yield the memory of a witness that trusts the log's key."""
    with locked(folder, create=True) as state:
        trust(state, LOG.public)
        yield state


def ask(state: State, request: WitnessRequest) -> Note:
    return cosign(state, WITNESS, read_request(str(request)), lambda: float(NOW))


def evidence(state: State) -> list[str]:
    return [file.read_text() for file in sorted(state.folder.glob("refused/*"))]


def test_growth_is_cosigned_and_remembered(state: State) -> None:
    log = grown(9)
    for old, size in ((0, 3), (3, 8), (8, 9), (9, 9)):
        note = ask(state, log.request(old, size))
        assert [(one.key, one.at) for one in signed_by(note, [LOG.public, WITNESS.public])] == [
            (LOG.public, None),
            (WITNESS.public, NOW),
        ]
        seen = state.seen(ORIGIN)
        assert seen is not None
        assert (seen.size, seen.note) == (size, note)
    assert evidence(state) == []


def test_the_same_checkpoint_is_cosigned_again_as_after_an_answer_that_was_lost(state: State) -> None:
    request = grown(5).request(0, 5)
    assert ask(state, request) == ask(state, request)


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (grown(4).request(0, 4), "cut short"),
        (grown(6, fork=2).request(0, 6), "two different logs of 6"),
        (grown(9, fork=2).request(6, 9), "not shown that the log still begins with the 6"),
        (WitnessRequest(6, (), grown(9).checkpoint(9)), "the path is too short"),
    ],
    ids=["cut short", "forked", "rewritten", "proof left out"],
)
def test_what_cannot_be_true_is_refused_kept_as_evidence_and_changes_nothing(
    state: State, request_: WitnessRequest, told: str
) -> None:
    ask(state, grown(6).request(0, 6))
    before = state.seen(ORIGIN)
    for _ in range(2):
        with pytest.raises(WitnessRefuses, match=told):
            ask(state, request_)
    assert state.seen(ORIGIN) == before
    assert evidence(state) == [str(request_)]


def test_a_proof_from_another_size_is_asked_for_again_and_is_no_evidence(state: State) -> None:
    ask(state, grown(6).request(0, 6))
    with pytest.raises(WitnessRefuses, match="--for-witness 6"):
        ask(state, grown(9).request(5, 9))
    assert evidence(state) == []


@pytest.mark.parametrize("secret", [STRANGER, NEXT])
def test_only_the_key_that_is_trusted_can_ask(state: State, secret: Secret) -> None:
    with pytest.raises(WitnessRefuses, match="has not signed"):
        ask(state, grown(6).request(0, 6, secret))
    assert evidence(state) == []


def test_a_false_signature_of_the_trusted_key_is_refused(state: State) -> None:
    true = grown(6).request(0, 6)
    false = grown(5).checkpoint(5).signatures
    with pytest.raises(WitnessRefuses, match="is false"):
        ask(state, WitnessRequest(0, (), Note(true.note.text, false)))


def test_an_unknown_log_is_refused(tmp_path: Path) -> None:
    with locked(tmp_path / "state", create=True) as state, pytest.raises(WitnessRefuses, match="does not know the log"):
        ask(state, grown(6).request(0, 6))


def test_a_new_key_is_followed_from_the_first_checkpoint_that_both_have_signed(state: State) -> None:
    log = grown(9)
    ask(state, log.request(0, 5))
    trust(state, NEXT.public)
    with pytest.raises(WitnessRefuses, match="has not signed"):
        ask(state, log.request(5, 6, NEXT))
    ask(state, log.request(5, 6, LOG))
    ask(state, log.request(6, 7, NEXT, LOG))
    ask(state, log.request(7, 8, NEXT))
    with pytest.raises(WitnessRefuses, match="has not signed"):
        ask(state, log.request(8, 9, LOG))


def test_a_rewritten_log_brings_no_new_key_with_it(state: State) -> None:
    ask(state, grown(5).request(0, 5))
    trust(state, NEXT.public)
    with pytest.raises(WitnessRefuses, match="not shown"):
        ask(state, grown(7, fork=1).request(5, 7, NEXT, LOG))
    with pytest.raises(WitnessRefuses, match="has not signed"):
        ask(state, grown(7).request(5, 7, NEXT))


def test_a_lost_key_is_replaced_by_hand_and_the_log_must_still_have_grown(state: State) -> None:
    ask(state, grown(5).request(0, 5))
    trust(state, NEXT.public, replace=True)
    with pytest.raises(WitnessRefuses, match="not shown"):
        ask(state, grown(7, fork=1).request(5, 7, NEXT))
    ask(state, grown(7).request(5, 7, NEXT))


def test_the_key_of_a_witness_is_no_log(state: State) -> None:
    with pytest.raises(WitnessRefuses, match="no log"):
        trust(state, WITNESS.public)


def test_signatures_that_nobody_checked_are_not_passed_on(state: State) -> None:
    request = grown(6).request(0, 6)
    others = tuple(STRANGER.sign(request.note.text) for _ in range(60))
    note = ask(state, WitnessRequest(0, (), Note(request.note.text, (*others, *request.note.signatures))))
    assert len(note.signatures) == 2


def test_a_damaged_memory_is_no_reason_to_begin_anew(state: State) -> None:
    ask(state, grown(6).request(0, 6))
    (file,) = state.folder.glob("*.log.txt")
    file.write_text(file.read_text()[:-40])
    with pytest.raises(UsageError, match="damaged"):
        ask(state, grown(6, fork=1).request(0, 6))


def test_an_origin_of_any_length_and_letters_has_a_file_of_its_own(state: State) -> None:
    origins = ["example/" + "x" * 300, "example/" + "x" * 301, "../../climbing.example", "a%2Fb.example", "a/b.example"]
    for origin in origins:
        trust(state, Secret(origin, LOG.kind, LOG.seed).public)
    assert sorted(seen.key.name for seen in state.all()) == sorted([*origins, ORIGIN])
    assert all(file.parent == state.folder for file in state.folder.parent.rglob("*.log.txt"))


def test_a_first_checkpoint_needs_no_proof_and_takes_none(state: State) -> None:
    with pytest.raises(WitnessRefuses, match="nothing yet to prove it from"):
        ask(state, WitnessRequest(0, (b"x" * 32,), grown(3).checkpoint(3)))
    with pytest.raises(WitnessRefuses, match="begins at 2 entries, and this witness has last seen 0"):
        ask(state, grown(3).request(2, 3))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "old 3\n",
        "old 03\n\n" + str(grown(4).checkpoint(4)),
        "old 3\nAAAA\n\n" + str(grown(4).checkpoint(4)),
        "old 3\n" + "\n".join(["x"] * 64) + "\n\n" + str(grown(4).checkpoint(4)),
        "old 3\n\n" + grown(4).checkpoint(4).text,
        "old -1\n\n" + str(grown(4).checkpoint(4)),
        "old \u0663\n\n" + str(grown(4).checkpoint(4)),
    ],
)
def test_what_is_no_request_is_told_apart(text: str) -> None:
    with pytest.raises(NoteWrong):
        read_request(text)


def test_a_request_reads_as_it_is_written() -> None:
    request = grown(9).request(6, 9)
    assert read_request(str(request)) == request
    assert str(request).startswith("old 6\n")


def test_a_second_run_waits_for_the_first(tmp_path: Path) -> None:
    child = (
        "import sys; from pathlib import Path; from peoplezones.audit.witness_state import locked\n"
        "print('begins', flush=True)\n"
        "with locked(Path(sys.argv[1])): print('in', flush=True)"
    )
    with watching(tmp_path / "state") as state:
        other = subprocess.Popen(
            [sys.executable, "-c", child, str(state.folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert other.stdout is not None
        assert other.stdout.readline() == "begins\n"
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(0.5)
    assert other.communicate(timeout=60)[0] == "in\n"


Asked = tuple[int, int, int, bool]  # which log, size, old size, honest proof


@given(
    forks=st.lists(st.integers(0, 12), min_size=1, max_size=3),
    asked=st.lists(
        st.tuples(st.integers(0, 3), st.integers(1, 13), st.integers(0, 13), st.booleans()), min_size=2, max_size=12
    ),
)
def test_no_two_checkpoints_that_are_cosigned_ever_contradict_each_other(forks: list[int], asked: list[Asked]) -> None:
    logs = [grown(13), *(grown(13, fork=fork) for fork in forks)]
    cosigned: list[tuple[Tree, int]] = []
    with TemporaryDirectory() as folder, watching(Path(folder)) as state:
        for which, size, old, honest in asked:
            log = logs[which % len(logs)]
            known = state.seen(ORIGIN)
            assert known is not None
            start = min(known.size if honest else old, size)
            try:
                note = ask(state, log.request(start, size))
            except WitnessRefuses:
                continue
            assert read_checkpoint(note).root == log.root(size)
            cosigned.append((log, size))
    for number, (log, size) in enumerate(cosigned):
        for earlier, before in cosigned[:number]:
            assert before <= size
            assert earlier.root(before) == log.root(before)


@given(sizes=st.lists(st.integers(1, 40), min_size=1, max_size=8))
def test_honest_growth_is_always_cosigned(sizes: list[int]) -> None:
    log, old = grown(40), 0
    with TemporaryDirectory() as folder, watching(Path(folder)) as state:
        for size in sorted(sizes):
            assert checkpoint_in(str(ask(state, log.request(old, size))))[1].size == size
            old = size
        assert merkle.root(merkle.frontier_of(old, log)) == log.root(old)


def test_of_two_that_contradict_each_other_and_come_at_once_only_one_is_cosigned(tmp_path: Path) -> None:
    state, key = tmp_path / "state", tmp_path / "witness.key"
    write_secret(key, WITNESS)
    with watching(state):
        pass
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(str(grown(6, fork=number + 1).request(0, 6)))
    command = [sys.executable, "-m", "peoplezones", "witness", "cosign", "--state", str(state), "--key", str(key)]
    running = [
        subprocess.Popen(
            [*command, str(tmp_path / f"{number}.txt")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
        )
        for number in range(4)
    ]
    answers = [(process.communicate(timeout=120)[0], process.returncode) for process in running]
    assert sorted(code for _, code in answers) == [0, 3, 3, 3]
    (given,) = [out.decode() for out, code in answers if code == 0]
    with locked(state) as kept:
        seen = kept.seen(ORIGIN)
        assert seen is not None
        assert str(seen.note) == given
        assert len(evidence(kept)) == 3
