"""Whatever is asked of a Board that goes back and forth between two models, bringing some of its records over."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.record import Decision
from peoplezones.queries.history import history
from peoplezones.queries.listing import listing
from peoplezones.queries.records import show
from peoplezones.queries.status import status
from peoplezones.queries.why import why
from peoplezones.service import Draft, Wanted, adopt
from tests.engine import Engine
from tests.integration.test_random_boards import assert_fresh
from tests.random_requests import SETTING, drafts
from tests.two_models import both

_folder = Path(tempfile.mkdtemp(prefix="groves-"))
_numbers = itertools.count()
MODELS = both()
TODAY = "2026-03-02"


@pytest.fixture(scope="module", autouse=True)
def _cleared() -> Any:
    yield
    shutil.rmtree(_folder)


class Changing(RuleBasedStateMachine):
    """A Board of random people that cannot make up its mind."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = Engine(_folder / f"{next(_numbers)}.db", "orchard", TODAY)
        for answer in self.engine.board.batch(SETTING):
            assert isinstance(answer, Decision)
            assert answer.moved, answer.reasons

    def teardown(self) -> None:
        """Submit everything again; bring everything over, and again."""
        (one, texts), (other, other_texts) = MODELS
        for model, text in ((other, other_texts), (one, texts)):
            self.put_in_force(model, text)
            for found in self.engine.board.migrate(Wanted(everything=True, entered_by="PE-001")):
                assert found.decision.moved, found.decision.reasons
            assert self.engine.sql("select distinct model from record") == [(model.digest,)]
        report = self.engine.board.rebuild()
        assert report.agrees, report.differences
        self.engine.board.close()

    def put_in_force(self, model: Any, texts: dict[str, str]) -> None:
        """Adopt a model in the name of somebody who may."""
        with self.engine.board.view() as view:
            holders = [h.person for h in view.holders("secretariat", view.root) if h.on(TODAY)]
        if not holders:  # nobody is left in the secretariat: bring it back
            self.engine.ask("trust", "reinstate", "TR-1", by="PE-002", heir="PE-001", note="x", on=TODAY)
            holders = ["PE-001"]
        decision = adopt(self.engine.board.service, model, texts, actor=holders[0])
        assert decision.moved, decision.reasons
        if holders[0] != "PE-001":
            self.engine.ask("post", "appoint", by=holders[0], office="secretariat", person="PE-001", body="TR-1")

    @rule(draft=drafts)
    def request(self, draft: Draft) -> None:
        """A refusal changes nothing but the log, a fault nothing at all."""
        before, size = self.engine.tables(), self.engine.size()
        try:
            decision = self.engine.board.service.request(draft)
        except PeopleZonesError:
            assert (self.engine.tables(), self.engine.size()) == (before, size)
            return
        if not decision.moved:
            assert (self.engine.tables(), self.engine.size()) == (before, size + 1)

    @rule(which=st.sampled_from(MODELS))
    def adopt_one(self, which: Any) -> None:
        """Adopting moves no record."""
        before = self.engine.tables()
        with suppress(PeopleZonesError):
            adopt(self.engine.board.service, *which, actor="PE-001")
        assert self.engine.tables() == before

    @rule(data=st.data(), by=st.sampled_from(["PE-001", "PE-001", "PE-002"]), dry_run=st.booleans())
    def bring_over(self, data: st.DataObject, by: str, dry_run: bool) -> None:
        """Each either comes over whole or stays as it is."""
        references = [reference for (reference,) in self.engine.sql("select reference from record")]
        some = data.draw(st.lists(st.sampled_from(references), min_size=1, max_size=4, unique=True))
        before = self.engine.tables()
        found = self.engine.board.migrate(Wanted(records=tuple(some), entered_by=by), dry_run=dry_run)
        if dry_run or not any(one.decision.moved for one in found):
            assert self.engine.tables() == before

    @invariant()
    def what_is_kept_in_memory_is_what_is_saved(self) -> None:
        """Nothing is remembered wrongly."""
        assert_fresh(self.engine.board, self.engine.workspace())

    @invariant()
    def everything_can_be_looked_at(self) -> None:
        """Records of two models are listed and told side by side."""
        with self.engine.board.view() as view:
            status(view, TODAY)
            listed = [row.reference for kind in view.model.workflows for row in listing(view, kind, TODAY).rows]
            assert sorted(listed) == sorted(r for (r,) in self.engine.sql("select reference from record"))
            for reference in listed:
                show(view, reference, TODAY, facts=True)
                why(view, reference, TODAY)
                history(view, reference)


TestChanging = Changing.TestCase
TestChanging.settings = settings(
    max_examples=max(8, (settings.default.max_examples if settings.default else 100) // 10),
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
