"""Records come over to another model: decided one by one, logged each in its own chain, and live on under it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peoplezones.app import Board
from peoplezones.domain.errors import ModelInvalid, UnknownName, UsageError
from peoplezones.domain.record import Decision
from peoplezones.operating_model.load import canonical_texts, load_texts
from peoplezones.queries.history import history
from peoplezones.queries.listing import listing
from peoplezones.queries.records import show
from peoplezones.queries.status import status
from peoplezones.queries.why import why
from peoplezones.service import Migration, Wanted, adopt
from peoplezones.store.naming import resolve
from tests.databases import address_of
from tests.engine import MODELS, Engine

PLOT = "PL-2026-001"
TODAY = "2026-03-01"
MEADOW = """\
workflow: meadow
title: Meadow
plural: Meadows
help: Grass.
clause: T-1
reference: ME-{number}
name: name
fields:
  name: {type: text, label: Name, required: true}
states:
  wild: {title: Wild}
transitions:
  sow: {title: Sow, from: none, to: wild, by: anyone, asks: [name], clause: T-1, basis: house}
goal: wild
"""
JOINED = """
migrates:
  - from: parted
    kinds:
      meadow: {to: orchard}
"""


@pytest.fixture
def adopted(planted: Engine) -> Iterator[Engine]:
    """The society with its planted plot, which has adopted the model of commons; nothing has come over yet."""
    decision = planted.board.adopt(MODELS / "commons", entered_by="PE-001")
    assert decision.moved, decision.reasons
    yield planted
    report = planted.board.rebuild()
    assert report.agrees, report.differences


def over(engine: Engine, *records: str, **more: Any) -> tuple[Migration, ...]:
    options = {"entered_by": "PE-001", "everything": not records, **more}
    dry_run = options.pop("dry_run", False)
    return engine.board.migrate(Wanted(records=records, **options), dry_run=dry_run)


def one(engine: Engine, record: str, **more: Any) -> Decision:
    (found,) = over(engine, record, **more)
    return found.decision


def rules(decision: Decision) -> list[str]:
    assert not decision.moved
    return [outcome.rule for outcome in decision.reasons]


def version(engine: Engine, *changes: tuple[str, str, str]) -> Decision:
    """Adopt the model of commons with changes: file, old text, new text."""
    texts = canonical_texts(MODELS / "commons")
    for file, old, new in changes:
        assert old in texts[file], old
        texts[file] = texts[file].replace(old, new)
    return adopt(engine.board.service, load_texts(texts, folder="x"), texts, actor="PE-001", folder="x")


def test_a_record_comes_over_with_kind_stage_fields_choices_and_references(adopted: Engine) -> None:
    decision = one(adopted, PLOT)
    assert (decision.moved, decision.source, decision.to) == (True, "planted", "planted")
    with adopted.board.view() as view:
        record = view.record(PLOT)
        assert record is not None
        assert (record.kind, record.model, record.previous, record.entered) == (
            "garden",
            view.model_digest,
            "asked",
            "2026-01-04",
        )
        assert record.fields == {"title": "North end", "rent": 1250, "members": ["PE-002", "PE-003"]}
    assert one(adopted, "PO-003").moved
    assert adopted.field("PO-003", "office") == "keeper"
    rows = adopted.sql("select kind, field, target from reference where source = ? and until_entry is null", PLOT)
    assert rows == [("garden", "members", "PE-002"), ("garden", "members", "PE-003")]


def test_the_entry_says_from_what_to_what(adopted: Engine) -> None:
    decision = one(adopted, PLOT, document="minute 3")
    line = json.loads(adopted.sql("select line from entry where n = ?", decision.entry)[0][0])
    digests = [row[0] for row in adopted.sql("select digest from operating_model order by adopted")]
    assert line["migrated"] == {
        "from_kind": "plot",
        "from_model": digests[0],
        "to_kind": "garden",
        "to_model": digests[1],
        "previous": "asked",
    }
    assert line["changes"] == {"name": None, "title": "North end"}
    assert (line["kind"], line["transition"], line["record"]) == ("act", "migrate", PLOT)
    assert line["authority"]["office"] == "secretariat"
    with adopted.board.view() as view:
        last = history(view, PLOT)[-1]
    assert (last.title, last.document, last.source, last.to) == (
        "Bring over to the model in force",
        "minute 3",
        "Planted",
        "Planted",
    )


def test_a_stage_before_a_suspension_comes_over_too(planted: Engine) -> None:
    planted.do("plot", "rest", PLOT, by="PE-003", on="2026-01-10")
    assert planted.board.adopt(MODELS / "commons", entered_by="PE-001").moved
    assert one(planted, PLOT).to == "asleep"
    over(planted)
    planted.do("garden", "resume", PLOT, by="PE-003")
    assert planted.state(PLOT) == "planted"
    assert planted.board.rebuild().agrees


def test_until_it_comes_over_a_record_lives_by_its_own_model(adopted: Engine) -> None:
    assert adopted.why_not("garden", "rest", PLOT, by="PE-001", on="2026-02-01") == ["may-act"]
    adopted.do("garden", "rest", "North end", by="PE-003", on="2026-02-01")
    assert adopted.state(PLOT) == "resting"
    with adopted.board.view() as view:
        assert show(view, PLOT, TODAY).state_title == "Resting"
        assert [row.state_title for row in listing(view, "garden", TODAY).rows] == ["Resting"]
        assert [row.reference for row in listing(view, "garden", TODAY, "resting").rows] == [PLOT]
        stages = status(view, TODAY).stages
    assert [(stage.state, stage.count) for stage in stages] == [("resting", 1)]


def test_a_record_of_an_earlier_model_may_refer_to_one_that_has_come_over(planted: Engine) -> None:
    planted.do("plot", "propose", name="South end", on="2026-01-10")
    assert planted.board.adopt(MODELS / "commons", entered_by="PE-001").moved
    assert one(planted, PLOT).moved
    planted.do("garden", "amend", "South end", part_of="North end", reason="it is")
    assert planted.field("PL-2026-002", "part_of") == PLOT
    over(planted)
    assert planted.field("PL-2026-002", "whole") == PLOT
    assert planted.board.rebuild().agrees


def test_what_a_record_of_an_earlier_model_opens_lives_by_that_model(society: Engine) -> None:
    society.do("plot", "propose", name="South end", on="2026-01-02")
    assert society.board.adopt(MODELS / "commons", entered_by="PE-001").moved
    society.do("garden", "ask", "South end", members=["PE-002"])
    assert society.sql("select count(distinct model) from record") == [(1,)]
    assert all(found.decision.moved for found in over(society))
    assert society.sql("select distinct kind from record order by kind") == [
        ("garden",),
        ("person",),
        ("pledge",),
        ("post",),
        ("society",),
    ]
    assert society.board.rebuild().agrees


def test_new_records_are_numbered_past_those_that_came_over(adopted: Engine) -> None:
    assert adopted.do("garden", "suggest", title="New", purpose="Food") == "GA-2026-001"
    assert one(adopted, PLOT).moved
    assert adopted.do("garden", "suggest", title="Newer", purpose="Food") == "GA-2026-002"


def test_all_at_once_leaves_nothing_behind_and_does_nothing_twice(adopted: Engine) -> None:
    before = adopted.tables()
    tried = over(adopted, dry_run=True)
    assert all(found.decision.entry == 0 for found in tried)
    assert adopted.tables() == before
    done = over(adopted)
    assert [d.decision.reference for d in done] == [t.decision.reference for t in tried]
    assert [d.owes for d in done] == [t.owes for t in tried]
    assert all(found.decision.moved for found in done)
    assert adopted.sql("select count(distinct model) from record") == [(1,)]
    assert over(adopted) == ()
    assert rules(one(adopted, PLOT)) == ["earlier-model"]
    assert adopted.breaches() == []


def test_of_one_kind_only_that_kind_comes_over(adopted: Engine) -> None:
    assert {found.decision.reference for found in over(adopted, kind="pledge")} == {"PG-001", "PG-002"}


def test_offices_go_on_without_a_gap(adopted: Engine) -> None:
    over(adopted)
    held = adopted.sql("select office, since, until from office where source = 'PO-003' order by since_entry")
    assert held == [("warden", "2026-01-03", "2026-02-28"), ("keeper", TODAY, None)]
    assert adopted.sql("select count(*) from office where source = 'PO-001'") == [(1,)]
    adopted.do("garden", "rest", PLOT, by="PE-003")


def test_who_made_a_transition_under_the_earlier_model_is_remembered_by_its_new_name(society: Engine) -> None:
    society.do("plot", "propose", name="South end", by="PE-002", on="2026-01-02")
    society.do("plot", "ask", "South end", members=["PE-003"], on="2026-01-02")
    assert society.board.adopt(MODELS / "commons", entered_by="PE-001").moved
    over(society)
    society.do("post", "appoint", office="keeper", person="PE-003", body=PLOT)
    society.do("pledge", "pledge", "PG-001", by="PE-003", hours="9.5")
    assert "must-not-act" in society.why_not("garden", "plant", PLOT, by="PE-002")


def test_what_the_model_still_asks_is_told_until_it_holds(adopted: Engine) -> None:
    found = {one.decision.reference: [owed.outcome.rule for owed in one.owes] for one in over(adopted)}
    assert found.pop(PLOT) == ["asked-purpose", "enough-hours"]
    assert not any(found.values())
    with adopted.board.view() as view:
        assert [owing.rule for owing in why(view, PLOT, TODAY).owes] == ["asked-purpose", "enough-hours"]
        (asked, hours) = show(view, PLOT, TODAY).owes
    assert (asked.needed, asked.steps[0].command) == ("'Purpose' is given", "peoplezones garden amend")
    assert hours.found == "hours pledged: 10.0"
    adopted.do("garden", "amend", PLOT, purpose="Food", reason="never asked before")
    adopted.do("pledge", "amend", "PG-001", hours="9", reason="more")
    with adopted.board.view() as view:
        assert show(view, PLOT, TODAY).owes == ()


def test_of_a_record_that_began_under_the_model_nothing_is_owed(adopted: Engine) -> None:
    reference = adopted.do("garden", "suggest", title="New", purpose="Food")
    with adopted.board.view() as view:
        assert show(view, reference, TODAY).owes == ()


def test_a_standing_condition_that_does_not_hold_is_a_breach_from_the_migration_on(planted: Engine) -> None:
    planted.do("post", "end", "PO-003", on="2026-01-05")
    planted.clock.set("2026-02-01")
    assert version(planted, ("garden.yaml", "id: has-keeper", "id: keeper-there")).moved
    one(planted, PLOT, on="2026-02-01")
    over(planted, on="2026-02-01")
    broken = planted.sql("select condition, since, until from breach where condition <> 'still-pledged' order by since")
    assert broken == [("has-warden", "2026-01-05", "2026-02-01"), ("keeper-there", "2026-02-01", None)]
    assert planted.board.rebuild().agrees


def test_a_migration_is_not_taken_back_nor_anything_before_it(adopted: Engine) -> None:
    over(adopted)
    assert adopted.why_not("garden", "undo", PLOT, by="PE-002", reason="slip") == ["undo"]
    adopted.do("garden", "rest", PLOT, by="PE-003")
    adopted.do("garden", "undo", PLOT, by="PE-003", reason="slip")
    with adopted.board.view() as view:
        record = view.record(PLOT)
        assert record is not None
        assert (record.state, record.previous, record.entered) == ("planted", "asked", "2026-01-04")
        assert record.fields == {"title": "North end", "rent": 1250, "members": ["PE-002", "PE-003"]}
    assert adopted.why_not("garden", "undo", PLOT, by="PE-002", reason="slip") == ["undo"]


def test_it_may_be_corrected_afterwards(adopted: Engine) -> None:
    over(adopted)
    adopted.do("garden", "amend", PLOT, title="Upper end", reason="slip")
    with adopted.board.view() as view:
        assert show(view, PLOT, TODAY).name == "Upper end"
    adopted.do("garden", "rest", "Upper end", by="PE-003")


def test_only_whom_the_model_names_may(adopted: Engine) -> None:
    assert rules(one(adopted, PLOT, entered_by="PE-003")) == ["may-act"]
    assert rules(one(adopted, PLOT, entered_by="PE-003", actor="PE-001")) == ["may-enter"]


def test_not_before_its_last_step_nor_in_the_future(adopted: Engine) -> None:
    assert rules(one(adopted, PLOT, on="2026-01-01")) == ["not-before"]
    assert rules(one(adopted, PLOT, on="2026-03-02")) == ["not-after"]


@pytest.mark.parametrize(
    ("records", "everything"),
    [((), False), ((PLOT,), True), (("nobody",), False)],
)
def test_what_is_meant_must_be_said(adopted: Engine, records: tuple[str, ...], everything: bool) -> None:
    with pytest.raises(UsageError):
        adopted.board.migrate(Wanted(records=records, everything=everything, entered_by="PE-001"))


def test_what_nothing_is_called_is_said_without_naming_dozens_of_kinds(tmp_path: Path) -> None:
    with Board.found(address_of(tmp_path / "b.db"), secretary="Ann Example") as board:
        assert len(board.model.workflows) > 12
        wanted = Wanted(records=("Nowhere",), entered_by="PE-001")
        with pytest.raises(UnknownName, match=r"^no record is called 'Nowhere'; `KIND list` shows those there are$"):
            board.migrate(wanted)


def test_a_model_that_says_nothing_of_an_earlier_one_takes_nothing_over(planted: Engine) -> None:
    texts = canonical_texts(MODELS / "allotment")
    texts["model.yaml"] = texts["model.yaml"].replace('version: "1"', 'version: "2"')
    assert adopt(planted.board.service, load_texts(texts, folder="x"), texts, actor="PE-001").moved
    assert rules(one(planted, PLOT)) == ["declares-it"]
    assert planted.board.rebuild().agrees


TITLE = "type: text, label: Title, required: true"
CANNOT = [
    ("PG-001", [("pledge.yaml", 'max: "9.5"', 'max: "4.5"')]),
    (PLOT, [("garden.yaml", TITLE, f"{TITLE}, personal: true")]),
    (PLOT, [("garden.yaml", "label: People asked to pledge, min: 1", "label: People asked to pledge, max: 1")]),
]


@pytest.mark.parametrize(("record", "changes"), CANNOT)
def test_a_value_that_has_no_place_is_refused_with_the_reason(
    planted: Engine, record: str, changes: list[tuple[str, str, str]]
) -> None:
    assert version(planted, *changes).moved
    before = planted.tables()
    decision = one(planted, record)
    assert rules(decision) == ["value-fits"]
    (reason,) = decision.reasons
    assert reason.needed
    assert reason.found
    assert reason.remedies
    assert planted.tables() == before
    assert planted.board.rebuild().agrees


def test_what_the_mapping_leaves_out_is_named_with_file_and_line_before_anything_is_adopted(planted: Engine) -> None:
    size = planted.size()
    with pytest.raises(ModelInvalid) as wrong:
        version(planted, ("model.yaml", "{proposed: idea, resting: asleep}", "{proposed: idea}"))
    assert "x/model.yaml:34:" in str(wrong.value)
    assert "the state 'resting' of the earlier plot is left out; map it to one of garden" in str(wrong.value)
    assert planted.size() == size


def test_a_model_without_a_kind_that_is_in_use_is_refused(planted: Engine, tmp_path: Path) -> None:
    texts = canonical_texts(MODELS / "commons")
    head, _, _ = texts["model.yaml"].partition("migrates:")
    texts["model.yaml"] = head
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    decision = planted.board.adopt(tmp_path, entered_by="PE-001")
    assert rules(decision) == ["same-records"]
    assert decision.reasons[0].found == "no plot, no warden"
    assert planted.board.rebuild().agrees


def test_two_kinds_that_become_one_are_listed_named_and_brought_over_together(tmp_path: Path) -> None:
    parted = canonical_texts(MODELS / "orchard")
    parted["model.yaml"] = (
        parted["model.yaml"].replace("model: orchard\n", "model: parted\n").replace("label]", "label, meadow]")
    )
    parted["meadow.yaml"] = MEADOW
    joined = canonical_texts(MODELS / "orchard")
    joined["model.yaml"] += JOINED
    engine = Engine(tmp_path / "b.db", "orchard")
    for texts in (parted, joined):
        if texts is joined:
            orchard, meadow = engine.do("orchard", "plant", name="Low"), engine.do("meadow", "sow", name="High")
        assert adopt(engine.board.service, load_texts(texts, folder="x"), texts, actor="PE-001").moved
    with engine.board.view() as view:
        assert [row.reference for row in listing(view, "orchard", TODAY).rows] == [orchard, meadow]
        assert [resolve(view, ["orchard"], name) for name in ("Low", "High")] == [orchard, meadow]
    found = over(engine, kind="orchard")
    assert [(one.decision.reference, one.decision.moved) for one in found] == [(orchard, True), (meadow, True)]
    assert engine.field(meadow, "name") == "High"
    assert engine.board.rebuild().agrees
