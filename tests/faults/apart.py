"""Work in processes of their own, forked from one that has everything imported."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Callable, Sequence


def begun(does: Callable[[], str], limit: int = 0, *, killed: bool = False) -> tuple[int, int]:
    """Begin work in a process of its own; return its number and the pipe on which it says what `does` returns.

    Its files may have `limit` bytes, where one is given. `killed`: it then dies as by `kill -9`.
    """
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    os.close(reading)
    try:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        said = does()
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent must hear of it
        said = f"{type(error).__name__}: {error}"
    os.write(writing, said.encode())
    if killed:
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(0)


def said_by(process: int, pipe: int) -> str:
    """Wait for a process and return what it said."""
    with os.fdopen(pipe) as lines:
        said = lines.read()
    os.waitpid(process, 0)
    return said


def apart(does: Callable[[], str], limit: int = 0, *, killed: bool = False) -> str:
    """Return what `does` returns, done in a process of its own; see `begun`."""
    return said_by(*begun(does, limit, killed=killed))


def at_once(many: Sequence[Callable[[], str]]) -> list[str]:
    """Do several things at once, each in a process of its own; return what each said."""
    return [said_by(*one) for one in [begun(does) for does in many]]
