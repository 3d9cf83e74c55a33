"""A request with a key happens once, however often it is sent."""

from __future__ import annotations

import msgspec
import pytest

from peoplezones.domain.errors import KeyReused
from peoplezones.domain.record import Decision
from peoplezones.service import Draft
from tests.engine import Engine


def test_the_same_key_with_the_same_content_gets_the_same_answer_and_changes_nothing(planted: Engine) -> None:
    request = {"by": "PE-003", "on": "2026-01-10", "key": "k"}
    first = planted.ask("plot", "rest", "PL-2026-001", **request)
    before, size = planted.tables(), planted.size()
    second = planted.ask("plot", "rest", "PL-2026-001", **request)
    assert (planted.tables(), planted.size()) == (before, size)
    assert second.repeated
    assert not first.repeated
    for name in ("moved", "kind", "transition", "reference", "source", "to", "on", "entry", "seq", "opened"):
        assert getattr(second, name) == getattr(first, name)
    assert [(o.rule, o.held, o.findings) for o in second.outcomes] == [
        (o.rule, o.held, o.findings) for o in first.outcomes
    ]


def test_an_opening_with_a_key_opens_one_record(asked: Engine) -> None:
    request = {"name": "West", "key": "k"}
    first = asked.ask("plot", "propose", **request)
    assert asked.ask("plot", "propose", **request).reference == first.reference == "PL-2026-002"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"rent": "2"}, "rent"),
        ({"rent": ""}, "rent"),
        ({"name": "East"}, "name"),
        ({"on": "2026-02-02"}, "on"),
        ({"by": "PE-002"}, "actor, entered_by"),
        ({"document": "another"}, "document"),
        ({"document": ""}, "document"),
        ({"part_of": "PL-2026-001"}, "part_of"),
    ],
)
def test_the_same_key_with_other_content_is_an_error_that_names_it(
    asked: Engine, change: dict[str, str], named: str
) -> None:
    request = {"name": "West", "rent": "1", "on": "2026-02-01", "key": "k", "document": "minute 4"}
    asked.do("plot", "propose", **request)
    size = asked.size()
    with pytest.raises(KeyReused, match=f"differs in: {named};"):
        asked.ask("plot", "propose", **{**request, **change})
    assert asked.size() == size


def test_personal_values_are_compared_by_what_they_are(society: Engine) -> None:
    request = {"name": "Di", "note": "tall", "key": "k", "document": "letter"}
    first = society.ask("person", "register", **request)
    assert society.ask("person", "register", **request).entry == first.entry
    for change in ({"name": "Ed"}, {"note": "short"}, {"document": "call"}):
        with pytest.raises(KeyReused):
            society.ask("person", "register", **{**request, **change})


def test_the_key_of_another_transition_is_taken_too(planted: Engine) -> None:
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", key="k")
    with pytest.raises(KeyReused, match="transition"):
        planted.ask("plot", "resume", "PL-2026-001", by="PE-003", key="k")


def test_a_refusal_does_not_use_the_key_up(asked: Engine) -> None:
    assert asked.why_not("pledge", "pledge", "PG-001", by="PE-003", hours=5, key="k") == ["may-act"]
    assert asked.why_not("pledge", "pledge", "PG-001", by="PE-003", hours=5, key="k") == ["may-act"]
    asked.do("pledge", "pledge", "PG-001", by="PE-002", hours=5, key="k")


def test_a_condition_on_what_must_be_given_is_not_put_to_what_was_answered(trust: Engine) -> None:
    orchard = trust.do("orchard", "plant", name="Low")
    request = {"orchard": orchard, "sure": "yes", "key": "k"}
    first = trust.ask("harvest", "weigh", **request)
    assert trust.ask("harvest", "weigh", **request).entry == first.entry


@pytest.mark.parametrize("chunk", [1, 2, 10])
def test_a_key_holds_within_and_across_the_chunks_of_a_batch(society: Engine, chunk: int) -> None:
    draft = Draft(kind="plot", transition="propose", values={"name": "West"}, entered_by="PE-001", key="k")
    other = msgspec.structs.replace(draft, values={"name": "East"})
    answers = list(society.board.service.batch([draft, draft, other, draft], chunk=chunk))
    assert [a.reference if isinstance(a, Decision) else type(a) for a in answers] == [
        "PL-2026-001", "PL-2026-001", KeyReused, "PL-2026-001",
    ]  # fmt: skip
    assert society.size() == 8


def test_a_fault_in_a_batch_holds_up_no_other_and_a_name_given_in_it_is_known(society: Engine) -> None:
    drafts = [
        Draft(kind="person", transition="register", values={"name": name}, entered_by="Ann Example")
        for name in ("Di", "a\x00", "Ed")
    ]
    drafts.append(Draft(kind="plot", transition="propose", values={"name": "West"}, entered_by="di"))
    drafts.append(
        Draft(kind="person", transition="amend", record="Ed", values={"name": "Edna"}, reason="x", entered_by="PE-001")
    )
    drafts.append(Draft(kind="plot", transition="propose", values={"name": "East"}, entered_by="edna"))
    drafts.append(Draft(kind="plot", transition="propose", values={"name": "East"}, entered_by="Ed"))
    answers = list(society.board.batch(drafts))
    assert [isinstance(a, Decision) and a.moved for a in answers] == [True, False, True, True, True, True, False]
    assert society.do("plot", "propose", by="Edna", name="South") == "PL-2026-003"
    assert society.board.rebuild().agrees
