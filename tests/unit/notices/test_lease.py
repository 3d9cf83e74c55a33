"""Whether the process that claimed a message has ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from peoplezones.notices import lease
from peoplezones.notices.lease import is_gone, this_process


def sleeping() -> subprocess.Popen[str]:
    """Start a process that tells its name and then waits."""
    tell = "from peoplezones.notices.lease import this_process; print(this_process(), flush=True); input()"
    return subprocess.Popen(
        [sys.executable, "-c", tell], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ
    )


def test_this_process_has_not_ended_and_no_two_runs_have_one_name() -> None:
    name = this_process()
    assert not is_gone(name)
    assert name != this_process()


def test_one_that_was_killed_has_ended_even_before_it_is_buried() -> None:
    with sleeping() as process:
        assert process.stdout is not None
        name = process.stdout.readline().strip()
        assert not is_gone(name)
        process.send_signal(signal.SIGKILL)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)  # dead, and not buried
        assert is_gone(name)
    assert is_gone(name)


def test_another_process_that_got_the_same_number_is_another_one() -> None:
    where, number, started, token = this_process().split("/")
    assert is_gone(f"{where}/{number}/{int(started) - 1}/{token}")


@pytest.mark.parametrize("name", ["", "elsewhere/1/2/x", "/1/2/x", "a process", "//1//"])
def test_of_other_machines_and_other_names_nothing_is_known(name: str) -> None:
    assert not is_gone(name)


def test_where_the_system_tells_nothing_of_processes_only_time_ends_a_claim(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(lease, "_BOOT", tmp_path / "nothing")
    assert this_process().startswith("/")
    assert not is_gone(f"/{os.getpid()}/1/x")
