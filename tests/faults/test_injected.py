"""An error of the disk, or death, at any system call of the database: a clear answer, and nothing lost or doubled."""

from __future__ import annotations

import pytest

from .boards import Places
from .injected import DIES, Case, Injecting, cases, counted

pytestmark = pytest.mark.sqlite


def test_errors_and_death_at_system_calls(places: Places, seed: int) -> None:
    result = Injecting(places, seed).run(30)
    assert result.wrong == []
    assert result.figures["cases"] == 30
    failed = [figure for name, figure in result.figures.items() if name.endswith("that failed")]
    assert sum(int(str(figure)) for figure in failed) > 0


def test_what_is_told_of_a_request_is_true_even_if_the_program_dies_of_the_fault(places: Places, seed: int) -> None:
    result = Injecting(places, seed).go_through([Case(DIES, "fdatasync", n) for n in range(3, 8)])
    assert result.wrong == []
    assert result.figures[f"{DIES}: requests that failed"] == 5


def test_a_file_that_could_only_be_opened_for_reading_once_is_written_to_again(places: Places, seed: int) -> None:
    result = Injecting(places, seed).go_through([Case("EIO", "openat", 1)])
    assert result.wrong == []
    assert result.figures["EIO: runs that went on to the end"] == 1


COMMANDS = [Case("ENOSPC", "pwrite64", 12), Case("EIO", "fdatasync", 1), Case("EIO", "pread64", 5)]


def test_the_command_line_tells_of_a_fault_in_words(places: Places, seed: int) -> None:
    result = Injecting(places, seed).by_command(COMMANDS)
    assert result.wrong == []
    assert result.figures["commands that failed"] == len(COMMANDS)


def test_there_is_a_case_for_every_call(places: Places) -> None:
    counts = counted(places)
    assert counts["pwrite64"] > 20
    assert counts["fdatasync"] > 4
    known = cases(counts)
    assert sum(case.call == "fdatasync" and case.fault == "EIO" for case in known) == counts["fdatasync"]
