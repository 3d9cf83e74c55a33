"""Whatever is asked of a Board, in whatever order: what always holds."""

from __future__ import annotations

import itertools
import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from peoplezones.app import Board
from peoplezones.audit.clock import jumps
from peoplezones.domain.errors import PeopleZonesError, UsageError
from peoplezones.domain.record import Decision
from peoplezones.domain.standing import broken
from peoplezones.queries.status import status
from peoplezones.service import Draft, Erasing, breaches
from peoplezones.store.database import writing
from peoplezones.store.workspace import Workspace
from tests.engine import Engine
from tests.random_requests import SETTING, drafts, people

_folder = Path(tempfile.mkdtemp(prefix="orchards-"))
_numbers = itertools.count()
EXAMPLES = settings.default.max_examples if settings.default else 100  # more in the profile `ci`: see conftest.py


@pytest.fixture(scope="module", autouse=True)
def _cleared() -> Any:
    yield
    shutil.rmtree(_folder)


def a_board() -> Engine:
    """Return a Board in which the setting has been made."""
    engine = Engine(_folder / f"{next(_numbers)}.db", "orchard", "2026-03-02")
    for answer in engine.board.batch(SETTING):
        assert isinstance(answer, Decision)
        assert answer.moved, answer.reasons
    return engine


class Boards(RuleBasedStateMachine):
    """A Board of random people, of whom random things are asked."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = a_board()
        self.sent: list[Draft] = []

    def teardown(self) -> None:
        """Submit everything again; see that entries are in the order of their numbers, and where the clock jumped."""
        report = self.engine.board.rebuild()
        assert report.agrees, report.differences
        lines = self.engine.sql("select n, recorded, line from entry order by n")
        assert [n for n, _, _ in lines] == list(range(1, len(lines) + 1))
        back = {n for n, at, before in zip_with_before(lines) if at[:10] < before[:10]}
        assert back <= {jump.n for jump in jumps(json.loads(line) for _, _, line in lines)}
        self.engine.board.close()

    @rule(day=st.sampled_from(["2026-03-02", "2026-03-03", "2026-02-10", "2026-06-01", "2099-05-05"]))
    def turn_the_clock(self, day: str) -> None:
        """Whatever the clock says, forth and back."""
        self.engine.clock.set(day)

    @rule(draft=drafts)
    def request(self, draft: Draft) -> None:
        """A refusal changes nothing but the log, a fault nothing at all."""
        engine = self.engine
        before, size = engine.tables(), engine.size()
        try:
            decision = asked_of(engine.board, draft)
        except PeopleZonesError:
            assert (engine.tables(), engine.size()) == (before, size)
            return
        if decision.repeated:
            assert (engine.tables(), engine.size()) == (before, size)
        elif decision.moved:
            assert engine.size() == size + 1 + len(caused(engine, decision.entry))
            assert all(outcome.held for outcome in decision.outcomes)
            self.sent.append(draft)
        else:
            assert (engine.tables(), engine.size()) == (before, size + 1)
            assert decision.reasons

    @rule(records=st.lists(people, min_size=1, max_size=2), by=people, basis=st.sampled_from(["request", "mistake"]))
    def erase(self, records: list[str], by: str, basis: str) -> None:
        """What is erased is gone, and no line of the log is another."""
        engine = self.engine
        lines = engine.sql("select line from entry order by n")
        try:
            found, _ = engine.board.erase(Erasing(records=tuple(records), basis=basis, entered_by=by))
        except PeopleZonesError:  # there is nothing left to erase
            assert engine.sql("select line from entry order by n") == lines
            return
        assert engine.sql("select line from entry order by n")[: len(lines)] == lines
        left = {commitment for (commitment,) in engine.sql("select commitment from personal")}
        for one in found:
            gone = {value.commitment for value in one.values}
            assert not gone & left if one.decision.moved else gone <= left

    @precondition(lambda self: any(draft.key for draft in self.sent))
    @rule(data=st.data())
    def send_again(self, data: st.DataObject) -> None:
        """What had a key does not happen twice."""
        draft = data.draw(st.sampled_from([draft for draft in self.sent if draft.key]))
        size = self.engine.size()
        with suppress(UsageError):  # its key has gone to another request
            assert self.engine.board.service.request(draft).repeated
        assert self.engine.size() == size

    @rule(draft=drafts)
    def rehearse(self, draft: Draft) -> None:
        """A rehearsal changes nothing."""
        before, size = self.engine.tables(), self.engine.size()
        with suppress(PeopleZonesError):
            self.engine.board.service.rehearse(draft)
        assert (self.engine.tables(), self.engine.size()) == (before, size)

    @invariant()
    def what_is_kept_in_memory_is_what_is_saved(self) -> None:
        """Nothing is remembered wrongly."""
        assert_fresh(self.engine.board, self.engine.workspace())

    @invariant()
    def what_is_broken_is_seen(self) -> None:
        """Every standing condition that does not hold today is in `status`, and in no other way."""
        board = self.engine.board
        today = board.today()
        with board.view() as view:
            shown = {(breach.record, breach.condition) for breach in status(view, today).breaches}
        assert shown == {
            (reference, condition)
            for reference, conditions in failing(self.engine, today).items()
            for condition in conditions
        }


def asked_of(board: Board, draft: Draft) -> Decision:
    """Ask as every entry point does."""
    given = msgspec.structs.asdict(draft)
    del given["authn"]
    kind, transition, record, values = (given.pop(name) for name in ("kind", "transition", "record", "values"))
    return board.request(kind, transition, record, values, **given)


def zip_with_before(lines: list[tuple[Any, ...]]) -> Iterator[tuple[int, str, str]]:
    """Yield number and moment of each entry, and the moment of the one before."""
    for (_, before, _), (n, at, _) in itertools.pairwise(lines):
        yield n, at, before


def caused(engine: Engine, entry: int) -> list[int]:
    """Return the numbers of the entries that an entry brought about, and those that these did."""
    direct = [n for (n,) in engine.sql("select n from entry where cause = ?", entry)]
    return direct + [n for child in direct for n in caused(engine, child)]


def kept_in(workspace: Workspace) -> dict[str, list[Any]]:
    """Return what of the Board a workspace has in memory, part by part."""
    parts = ("records", "referrers", "by_person", "by_scope", "by_source", "breaches", "numbers", "moves")
    names = [(kind, name) for kind in workspace._names for name in workspace.names_of(kind)]
    return {**{part: list(getattr(workspace, f"_{part}")) for part in parts}, "names": names}


def seen(view: Any, kept: dict[str, list[Any]]) -> dict[str, Any]:
    """Return how a view sees it."""
    return {
        "size": view.size,
        "records": [view.record(reference) for reference in kept["records"]],
        "referrers": [list(view.referrers(*key)) for key in kept["referrers"]],
        "people": [view.offices_of(person) for person in kept["by_person"]],
        "scopes": [view.holders(*key) for key in kept["by_scope"]],
        "sources": [view.offices_from(source) for source in kept["by_source"]],
        "breaches": [dict(sorted(view.breaches(reference).items())) for reference in kept["breaches"]],
        "numbers": [view.next_number(*key) for key in kept["numbers"]],
        "moves": [list(view.moves(reference)) for reference in kept["moves"]],
        "names": [sorted(view.named(*key)) for key in kept["names"]],
        "models": [model.digest for model in view.models()],
    }


def assert_fresh(board: Board, workspace: Workspace) -> None:
    """See that what a workspace has in memory is what one that has read nothing yet reads."""
    fresh = Workspace(workspace._model_of)
    with board.view() as view:
        fresh.begin(view.connection)
        if workspace._known == fresh._known:
            workspace.connection = view.connection
            kept = kept_in(workspace)
            assert seen(workspace, kept) == seen(fresh, kept)


TestBoards = Boards.TestCase
TestBoards.settings = settings(
    max_examples=EXAMPLES // 4, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)


@settings(max_examples=EXAMPLES // 3, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    kept=st.lists(drafts, max_size=4), lost=st.lists(drafts, min_size=1, max_size=5), after=st.lists(drafts, max_size=3)
)
def test_rolling_back_restores_everything_that_was_kept(
    kept: list[Draft], lost: list[Draft], after: list[Draft]
) -> None:
    engine = a_board()
    service, workspace = engine.board.service, engine.workspace()

    def answer(draft: Draft) -> None:
        mark = workspace.mark()
        try:
            service._answer(draft, "2026-03-02T10:00:00.000000Z")
        except PeopleZonesError:
            workspace.roll_back(mark)

    with writing(engine.board.engine) as connection:
        workspace.begin(connection)
        for draft in kept:
            answer(draft)
        known = kept_in(workspace)
        before, pending = seen(workspace, known), repr(vars(workspace._pending))
        mark = workspace.mark()
        for draft in lost:
            answer(draft)
        workspace.roll_back(mark)
        assert seen(workspace, known) == before
        assert repr(vars(workspace._pending)) == pending
        for draft in after:
            answer(draft)
        workspace.flush("2026-03-02T10:00:00.000000Z")
    assert_fresh(engine.board, workspace)
    assert engine.board.rebuild().agrees
    engine.board.close()


@settings(max_examples=EXAMPLES // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(asked=st.lists(drafts, min_size=1, max_size=8))
def test_a_change_touches_no_condition_but_those_that_are_looked_at(asked: list[Draft]) -> None:
    """Judge every condition of every record before and after each change, and compare with what was looked at."""
    engine = a_board()
    touched: set[str] = set()
    original = breaches._touched

    def watching(workspace: Workspace, changes: Any) -> Any:
        found = list(original(workspace, changes))
        touched.update(found)
        return found

    breaches._touched = watching
    try:
        for draft in asked:
            before = failing(engine)
            touched.clear()
            try:
                engine.board.service.request(draft)
            except PeopleZonesError:
                continue
            after = failing(engine)
            changed = {reference for reference in {**before, **after} if before.get(reference) != after.get(reference)}
            assert changed <= touched
    finally:
        breaches._touched = original
    assert {(record, condition) for record, condition, _ in engine.breaches()} == {
        (reference, condition) for reference, conditions in failing(engine).items() for condition in conditions
    }
    engine.board.close()


def failing(engine: Engine, day: str = "2026-03-02") -> dict[str, set[str]]:
    """Return, by record, the conditions that do not hold, judging all of them."""
    with engine.board.view() as view:
        references = [reference for kind in view.model.workflows for reference in view.records_in(kind, frozenset())]
        records = [record for record in map(view.record, references) if record is not None]
        return {r.reference: {s.guard.id for s, _ in broken(view, r, day)} for r in records if broken(view, r, day)}
