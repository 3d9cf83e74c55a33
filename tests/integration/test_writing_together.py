"""Several who write to one Board, and one who is cut short."""

from __future__ import annotations

import multiprocessing

import pytest

from peoplezones.app import Board
from peoplezones.service import Draft
from peoplezones.store.database import writing
from peoplezones.store.pending import Pending
from peoplezones.store.workspace import Workspace
from tests.databases import Address
from tests.engine import Engine

REQUESTS = 100


def propose_many(address: Address, who: str) -> None:
    with Board.open(address) as board:
        for number in range(REQUESTS):
            assert board.request("plot", "propose", values={"name": f"{who} {number}"}, entered_by=who).moved


def test_two_processes_lose_nothing_and_give_no_number_twice(society: Engine) -> None:
    size = society.size()
    society.board.close()
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=propose_many, args=(society.address, who)) for who in ("PE-002", "PE-003")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert society.size() == size + 2 * REQUESTS
    assert society.sql("select count(distinct reference), max(number) from record where kind = 'plot'") == [
        (2 * REQUESTS, 2 * REQUESTS)
    ]
    assert society.board.rebuild().agrees


def test_what_another_writes_in_between_is_seen(planted: Engine) -> None:
    with Board.open(planted.address, clock=planted.clock) as other:
        assert other.request("plot", "rest", "PL-2026-001", entered_by="PE-003", on="2026-02-01").moved
        assert other.request("person", "register", values={"name": "Di"}, entered_by="PE-001").moved
        assert planted.why_not("plot", "rest", "PL-2026-001", by="PE-003") == ["state"]
        assert planted.do("person", "register", name="Ed") == "PE-005"
        planted.do("plot", "propose", by="Di", name="West")
        with other.view() as view:
            assert view.named("plot", "west") == ["PL-2026-002"]


def test_what_is_kept_is_kept_only_while_nobody_else_writes(planted: Engine) -> None:
    workspace = planted.workspace()
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-02-01")
    kept = workspace._records
    planted.do("plot", "resume", "PL-2026-001", by="PE-003", on="2026-02-01")
    assert workspace._records is kept
    with Board.open(planted.address, clock=planted.clock) as other:
        other.request("plot", "propose", values={"name": "West"}, entered_by="PE-001")
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-02-01")
    assert workspace._records is not kept


@pytest.mark.parametrize("place", ["save", "flush"])
def test_a_writer_that_is_cut_short_leaves_nothing(asked: Engine, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    before, size = asked.tables(), asked.size()

    class Cut(BaseException):
        pass

    def cut(self: object, *rest: object) -> None:
        whole(self, *rest)
        raise Cut

    owner = Pending if place == "save" else Workspace
    whole = getattr(owner, place)
    with monkeypatch.context() as patched:
        patched.setattr(owner, place, cut)
        with pytest.raises(Cut):
            asked.ask("plot", "propose", name="West")
    assert (asked.tables(), asked.size()) == (before, size)
    assert asked.do("plot", "propose", name="West") == "PL-2026-002"
    assert asked.board.rebuild().agrees


def test_a_rehearsal_answers_and_leaves_nothing(planted: Engine) -> None:
    before, size = planted.tables(), planted.size()
    draft = Draft(kind="plot", transition="rest", record="PL-2026-001", entered_by="PE-003")
    decision = planted.board.service.rehearse(draft)
    assert (decision.moved, decision.entry, decision.to) == (True, 0, "resting")
    assert (planted.tables(), planted.size()) == (before, size)
    assert planted.board.service.request(draft).moved


def test_moves_that_are_read_before_they_are_taken_back_are_forgotten(planted: Engine) -> None:
    workspace = planted.workspace()
    draft = Draft(kind="plot", transition="rest", record="PL-2026-001", entered_by="PE-003")
    with writing(planted.board.engine) as connection:
        workspace.forget()
        workspace.begin(connection)
        mark = workspace.mark()
        planted.board.service._answer(draft, "2026-03-01T10:00:00.000000Z")
        assert [move.transition for move in workspace.moves("PL-2026-001")][-1] == "rest"
        workspace.roll_back(mark)
        assert [move.transition for move in workspace.moves("PL-2026-001")][-1] == "plant"
