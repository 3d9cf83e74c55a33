"""The run whose system calls are recorded: found a Board, open it several times, ask, compact it, tell the answers.

    python -m tests.faults.recorded ADDRESS REQUESTS [SYNCHRONOUS]

Run as a process of its own, under strace. `SYNCHRONOUS` is for the controls: NORMAL and OFF instead of FULL.
"""

from __future__ import annotations

import os
import sys

from peoplezones.app import Board
from peoplezones.store import sqlite

from .boards import asked, begin

OPENINGS = 4


def main(address: str, requests: str, synchronous: str = "FULL") -> None:
    """Make the run."""
    sqlite._SETTINGS = sqlite._SETTINGS.replace("synchronous = FULL", f"synchronous = {synchronous}")
    assert f"synchronous = {synchronous};" in sqlite._SETTINGS
    begin(address)
    os.write(1, b"told begun\n")
    number = 0
    for opening in range(1, OPENINGS + 1):
        with Board.open(address) as board:
            while number < int(requests) * opening // OPENINGS:
                key = f"w0-{number}"
                decision = board.service.request(asked(key, number))
                os.write(1, f"told {key} {decision.entry} {decision.moved:d}\n".encode())
                number += 1
            if opening == OPENINGS // 2:
                board.compact()  # as after an erasure: the whole file is written anew


if __name__ == "__main__":
    main(*sys.argv[1:])
