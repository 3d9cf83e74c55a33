"""Many processes that change the same records: no update is lost, and the log is that of one after another.

Each adds one to the rent of a shared garden, of which there are few, over and over: it reads the rent and the number
of the record's last step, and asks for one more, naming that step as seen. Whoever was too late is refused. So the
rent in the end is the number of requests that moved; in the control, which names no step, it is less.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from random import Random

from peoplezones.app import Board
from peoplezones.domain.record import Decision

from .apart import at_once
from .boards import MEMBERS, PLEDGES, SECRETARY, look, rebuilt
from .figures import Result
from .servers import HasFresh

GARDENS = 4


class Contest:
    """One run of this part."""

    def __init__(self, places: HasFresh, processes: int, seed: int, *, blind: bool = False) -> None:
        self._places, self._processes, self._seed, self._blind = places, processes, seed, blind

    def run(self, requests: int) -> Result:
        """Make so many requests in all."""
        address = self._places.fresh()
        gardens = list(self._gardens(address))
        each = requests // self._processes
        work = [partial(self._work, address, gardens, each, number) for number in range(self._processes)]
        said = at_once(work)
        wrong = [f"a process stopped: {line}" for line in said if not line[:1].isdigit()]
        moved, refused = (sum(int(line.split()[place]) for line in said if line[:1].isdigit()) for place in (0, 1))
        with Board.open(address, read_only=True) as board:
            rents = sum(_rent(board, garden)[0] for garden in gardens)
        if rents != moved:
            wrong.append(f"lost updates: {moved} requests added one, and the rents come to {rents}")
        wrong += [*look(address, []), *rebuilt(address)]
        return Result({"processes": self._processes, "requests": moved + refused, "too late": refused}, wrong)

    def _gardens(self, address: str) -> Iterator[str]:
        with Board.open(address) as board:
            for number in range(GARDENS):
                values = {"title": f"Contested {number}", "purpose": "leeks", "rent": "0"}
                yield board.request("garden", "suggest", values=values, entered_by=SECRETARY).reference

    def _work(self, address: str, gardens: list[str], requests: int, number: int) -> str:
        """Make requests, one in ten of another sort; return how many added one and how many came too late."""
        random = Random(f"{self._seed} {number}")
        moved = asked = 0
        with Board.open(address) as board:
            while asked < requests:
                if random.random() < 0.1:
                    _pledge(board, random)
                    continue
                asked += 1
                moved += self._add_one(board, random.choice(gardens)).moved
        return f"{moved} {asked - moved}"

    def _add_one(self, board: Board, garden: str) -> Decision:
        rent, seen = _rent(board, garden)
        given = {"seen": None if self._blind else seen, "reason": "dearer", "entered_by": SECRETARY}
        return board.request("garden", "amend", garden, {"rent": str(rent + 1)}, **given)  # type: ignore[arg-type]


def _rent(board: Board, garden: str) -> tuple[int, int]:
    with board.view() as view:
        record = view.record(garden)
        assert record is not None
        return int(Decimal(record.fields["rent"]) / 100), record.seq


def _pledge(board: Board, random: Random) -> None:
    """Withdraw a pledge or renew it: whether it may be, who was quicker decides."""
    which = random.randrange(len(PLEDGES))
    board.request("pledge", random.choice(("withdraw", "renew")), PLEDGES[which], entered_by=MEMBERS[which])
