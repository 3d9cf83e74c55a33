"""The connection to a PostgreSQL server is lost: between requests, in one, and while its commit is being confirmed.

What is told of the request must be true: that nothing was changed, or that it is unknown; the same key then tells. The
next request finds a new connection by itself. The control is a client that takes a lost answer for a refusal and asks
again without a key: the request then happens twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing

import msgspec

from peoplezones.app import Board
from peoplezones.domain.errors import StoreError
from peoplezones.store.errors import ConnectionLost, OutcomeUnknown
from tests.databases import Server

from .boards import Told, asked, begin, look, rebuilt
from .cable import Cable, Cut
from .figures import Result
from .servers import Schemas

BEGIN, WRITING, COMMIT = "BEGIN", "INSERT INTO", "COMMIT\0"


class Losing:
    """One run of this part, on a server; `keyless` is the control."""

    def __init__(self, server: Server, *, keyless: bool = False) -> None:
        self._server, self._keyless = server, keyless
        self._schema = Schemas(server).schema()
        self._seen: Counter[str] = Counter()
        self._told: list[Told] = []
        self._number = 0
        self.wrong: list[str] = []

    def run(self, rounds: int) -> Result:
        """Lose the connection so often in each way."""
        address = self._server.address(self._schema)
        begin(address)
        with Cable(self._server.url) as cable, Board.open(cable.address(self._schema)) as board:
            if self._keyless:
                self._at(board, cable, COMMIT, "after", OutcomeUnknown)
                return Result({}, self.wrong)
            for _ in range(rounds):
                self._at(board, cable, BEGIN, "before", None)
                self._at(board, cable, WRITING, "before", ConnectionLost)
                self._at(board, cable, COMMIT, "before", OutcomeUnknown)
                self._at(board, cable, COMMIT, "after", OutcomeUnknown)
                self._between(board)
                if self._server.is_own:
                    self._at(board, cable, WRITING, "not", ConnectionLost, self._server.restart)
                    self._at(board, cable, COMMIT, "not", OutcomeUnknown, self._server.restart)
                    self._server.restart()
                    self._ask(board)
                    self._seen["restarted between requests"] += 1
        self.wrong += [*look(address, self._told), *rebuilt(address)]
        return Result(dict(self._seen), self.wrong)

    def _between(self, board: Board) -> None:
        """Have the server end every connection; the next request is answered all the same."""
        self._ask(board)
        with closing(self._server.connect()) as owner:
            owner.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        self._ask(board)
        self._seen["lost between requests"] += 1

    def _ask(self, board: Board) -> Told:
        """Ask for the next thing, which nothing stands in the way of."""
        key = f"w0-{self._number}"
        decision = board.service.request(asked(key, self._number))
        self._told.append(Told(key, decision.entry, decision.moved))
        self._number += 1
        return self._told[-1]

    def _at(
        self,
        board: Board,
        cable: Cable,
        word: str,
        cut: Cut,
        expected: type[StoreError] | None,
        does: Callable[[], None] = lambda: None,
    ) -> None:
        """Lose the connection at a word of the next request, and ask again."""
        if self._number % 5 != 0:  # only what opens a garden: it happens once, or the titles tell
            self._ask(board)
            return self._at(board, cable, word, cut, expected, does)
        way = f"{'restarted' if cut == 'not' else 'cut'} {'' if cut == 'not' else cut + ' '}at {word[:6]}"
        key = f"w0-{self._number}"
        draft = asked(key, self._number)
        cable.cut_at(word, cut, does)
        try:
            board.service.request(draft)
        except StoreError as fault:
            if expected is None or not isinstance(fault, expected):
                self.wrong.append(f"{way}: told {type(fault).__name__}: {fault}")
        else:
            if expected is not None:
                self.wrong.append(f"{way}: the request was answered, and nothing was lost")
        cable.wait()
        if self._keyless:
            draft = msgspec.structs.replace(draft, key="")
        again = board.service.request(draft)
        self._seen[way] += 1
        self._seen[f"{way}: it had happened"] += again.repeated
        if cut == "after" and not again.repeated:
            self.wrong.append(f"{way}: doubled: what had happened happened again")
        if cut == "before" and expected is not None and again.repeated:
            self.wrong.append(f"{way}: what was never sent had happened")
        self._told.append(Told(key, again.entry, again.moved))
        self._number += 1
        return None
