"""Personal values go for good: who may erase them, what is then shown, what stays as it was, and what an audit sees."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from peoplezones.app import Board
from peoplezones.domain.errors import InvalidValues, UnknownName, UsageError
from peoplezones.domain.record import Decision
from peoplezones.operating_model.load import canonical_texts, load_texts
from peoplezones.queries.history import history
from peoplezones.queries.listing import listing
from peoplezones.queries.records import show
from peoplezones.service import Erased, Erasing, adopt
from peoplezones.service import Wanted as Migrating
from peoplezones.service.erasure import ErasureNotDeclared
from peoplezones.store.compacting import Left
from tests import databases
from tests.databases import address_of, altered
from tests.engine import MODELS, Engine


def erase(engine: Engine, *records: str, by: str = "PE-001", basis: str = "mistake", **more: Any) -> tuple[Erased, ...]:
    found, left = engine.board.erase(Erasing(records=records, entered_by=by, basis=basis, **more))
    assert left == (Left.NOTHING if databases.chosen == databases.SQLITE else Left.WITH_SERVER) or not moved(found)
    return found


def kept(engine: Engine) -> list[str]:
    return [value for (value,) in engine.sql("select value from personal order by n, field")]


def lines(engine: Engine) -> list[str]:
    return [line for (line,) in engine.sql("select line from entry order by n")]


def texts(engine: Engine, reference: str) -> dict[str, str]:
    with engine.board.view() as view:
        return {field.name: field.text for field in show(view, reference, "2026-03-01").fields}


@pytest.fixture
def dee(society: Engine) -> Engine:
    """The society with Dee (PE-004), whose note has changed since."""
    society.do("person", "register", name="Dee", note="tall", document="her letter", on="2026-01-05")
    society.do("person", "amend", "PE-004", note="very tall", reason="she grew", on="2026-01-06")
    return society


def test_every_past_value_of_a_record_goes_and_no_entry_changes(dee: Engine) -> None:
    before, rest = lines(dee), [value for value in kept(dee) if value in ("Ann Example", "Bob", "Cy")]
    (found,) = erase(dee, "dee")
    assert found.decision.moved
    assert kept(dee) == rest
    assert lines(dee)[:-1] == before
    assert texts(dee, "PE-004") == {"name": "(erased)", "note": "(erased)"}
    assert dee.board.rebuild().agrees


def test_the_entry_names_what_went_and_on_which_basis_and_says_nothing_in_clear(dee: Engine) -> None:
    wanted = dict(dee.sql("select field || n, commitment from personal where record = 'PE-004'"))
    erase(dee, "PE-004", basis="request", document="her e-mail of May", reason="she has moved away")
    entry = json.loads(lines(dee)[-1])
    assert (entry["kind"], entry["transition"], entry["record"], entry["moved"]) == ("act", "erase", "PE-004", True)
    assert entry["asked"]["basis"] == "request"
    assert {f"{field}{n}": one for n, field, one in entry["asked"]["erased"]} == wanted
    assert (entry["from"], entry["to"], entry["changes"], entry["seq"]) == ("known", "known", {}, 2)
    for secret in ("Dee", "tall", "letter", "grew", "May", "moved away"):
        assert secret not in lines(dee)[-1]
    assert kept(dee)[-2:] == ["her e-mail of May", "she has moved away"]


def test_only_the_fields_that_are_named_go(dee: Engine) -> None:
    erase(dee, "PE-004", fields=("note", "document"))
    assert kept(dee)[-2:] == ["Dee", "she grew"]
    assert texts(dee, "PE-004") == {"name": "Dee", "note": "(erased)"}
    assert dee.board.rebuild().agrees


def test_what_one_entry_was_given_goes_alone(dee: Engine) -> None:
    erase(dee, entries=(dee.size(),), by="PE-002")
    assert "tall" in kept(dee)
    assert "very tall" not in kept(dee)
    assert "she grew" not in kept(dee)
    assert dee.board.rebuild().agrees


def test_the_document_of_an_act_on_the_whole_board_goes_by_the_number_of_its_entry(dee: Engine) -> None:
    dee.board.adopt(MODELS / "allotment", entered_by="PE-001", document="minute about Dee")
    (found,) = erase(dee, entries=(dee.size(),))
    assert found.decision.moved
    assert found.decision.reference == ""
    assert "minute about Dee" not in kept(dee)
    assert dee.board.rebuild().agrees


def test_what_refers_to_somebody_goes_with_them_where_that_is_asked(asked: Engine) -> None:
    asked.do("person", "register", name="Di", note="her", document="letter")
    before = kept(asked)
    erase(asked, "PE-002", and_referring=True)
    with asked.board.view() as view:
        assert view.referrers("PE-002", "plot", "members") == ["PL-2026-001"]
    assert kept(asked) == [value for value in before if value != "Bob"]  # plots and pledges have nothing personal


@pytest.mark.parametrize(
    ("wanted", "rule"),
    [
        ({"by": "PE-003"}, ["may-act"]),
        ({"by": "PE-001", "actor": "PE-003", "document": "a note"}, ["may-act"]),
        ({"by": "PE-001", "actor": "PE-002"}, ["may-enter"]),
        ({"by": "PE-003", "actor": "PE-002", "document": "a note"}, ["may-enter"]),
        ({"on": "2031-01-01"}, ["not-after"]),
    ],
)
def test_whoever_may_not_erase_is_told_why_and_that_is_logged(
    dee: Engine, wanted: dict[str, Any], rule: list[str]
) -> None:
    before, tables, size = kept(dee), dee.tables(), dee.size()
    (found,) = erase(dee, "PE-004", **wanted)
    assert not found.decision.moved
    assert [outcome.rule for outcome in found.decision.reasons] == rule
    assert (kept(dee), dee.tables(), dee.size()) == (before, tables, size + 1)
    assert dee.board.rebuild().agrees


def test_the_chair_authorises_what_the_secretary_enters_from_a_document(dee: Engine) -> None:
    (found,) = erase(dee, "PE-004", by="PE-001", actor="PE-002", document="the chair's note")
    assert found.decision.moved
    entry = json.loads(lines(dee)[-1])
    assert (entry["actor"], entry["entered_by"], entry["authority"]["office"]) == ("PE-002", "PE-001", "chair")


@pytest.mark.parametrize(
    ("wanted", "fault", "says"),
    [
        ({"basis": ""}, InvalidValues, "basis: must be given; there are: request, mistake"),
        ({"basis": "mistak"}, InvalidValues, "did you mean 'mistake'"),
        ({"fields": ("nam",)}, UnknownName, "no personal field here is called 'nam'; did you mean 'name'"),
        ({"fields": ("note", "reason"), "records": ("PE-002",)}, UsageError, "nothing of this kind is kept"),
        ({"records": ("PE-009",)}, UnknownName, "did you mean"),
        ({"records": ()}, UsageError, "say what to erase"),
        ({"entries": (3,)}, UsageError, "say what to erase"),
        ({"records": (), "entries": (999,)}, UnknownName, "the log has no entry 999"),
        ({"records": (), "entries": (-1,)}, UnknownName, "the log has no entry -1"),
        ({"records": (), "entries": (1,), "and_referring": True}, UsageError, "and-referring goes with the record"),
        ({"by": ""}, InvalidValues, "say who you are"),
        ({"document": "x" * 2_001}, InvalidValues, "document: 2,001 characters"),
        ({"on": "May"}, InvalidValues, "on: 'May' is not a date"),
    ],
)
def test_what_cannot_be_understood_is_sent_back_and_changes_nothing(
    dee: Engine, wanted: dict[str, Any], fault: type[Exception], says: str
) -> None:
    before = dee.size(), kept(dee)
    records = wanted.pop("records", ("PE-004",))
    with pytest.raises(fault, match=says):
        erase(dee, *records, **wanted)
    assert (dee.size(), kept(dee)) == before


def test_nothing_is_erased_twice(dee: Engine) -> None:
    erase(dee, "PE-004")
    with pytest.raises(UsageError, match="nothing of this kind is kept any more"):
        erase(dee, "PE-004")


def test_a_dry_run_tells_the_same_and_keeps_everything(dee: Engine) -> None:
    before = dee.size(), kept(dee), dee.tables()
    wanted = Erasing(records=("PE-004",), entered_by="PE-001")
    (rehearsed,), _ = dee.board.erase(wanted, dry_run=True)
    assert rehearsed.decision.moved
    assert rehearsed.decision.entry == 0
    assert (dee.size(), kept(dee), dee.tables()) == before
    (done,) = erase(dee, "PE-004")
    assert done.values == rehearsed.values


def test_a_model_that_does_not_say_who_may_lets_nobody_erase(tmp_path: Path) -> None:
    shutil.copytree(MODELS / "allotment", tmp_path / "model")
    file = tmp_path / "model" / "model.yaml"
    file.write_text(file.read_text("utf-8").partition("erasure:")[0], "utf-8")
    with Board.found(address_of(tmp_path / "a.db"), secretary="Ann Example", model=tmp_path / "model") as board:
        with pytest.raises(ErasureNotDeclared):
            board.erase(Erasing(records=("PE-001",), entered_by="PE-001", basis="mistake"))


def test_a_key_that_is_sent_again_after_an_erasure_is_answered_as_before(society: Engine) -> None:
    request: dict[str, Any] = {"name": "Dee", "note": "tall", "key": "k", "document": "letter"}
    first = society.ask("person", "register", **request)
    erase(society, first.reference)
    size = society.size()
    again = society.ask("person", "register", **request)
    assert (again.repeated, again.entry, again.reference) == (True, first.entry, first.reference)
    assert society.size() == size
    assert "Dee" not in kept(society)


def test_an_erased_field_can_be_given_anew(dee: Engine) -> None:
    erase(dee, "PE-004")
    dee.do("person", "amend", "PE-004", name="Dora", reason="her new name")
    assert texts(dee, "PE-004") == {"name": "Dora", "note": "(erased)"}
    assert dee.do("plot", "propose", name="West", by="PE-001")
    assert dee.board.rebuild().agrees


def test_a_record_whose_name_is_erased_goes_by_its_reference_only(dee: Engine) -> None:
    erase(dee, "Dee")
    with pytest.raises(UnknownName, match="'Dee'"):
        dee.ask("person", "leave", "Dee")
    dee.do("person", "leave", "PE-004")
    with dee.board.view() as view:
        found = listing(view, "person", "2026-03-01")
        assert [row.name for row in found.rows if row.reference == "PE-004"] == ["(erased)"]
        assert not listing(view, "person", "2026-03-01", "", {"name": "erased"}).rows


def test_rules_come_out_as_before(planted: Engine) -> None:
    planted.do("person", "amend", "PE-003", note="deaf", reason="said so")
    before = planted.tables()
    erase(planted, "PE-003")
    assert planted.tables() == before
    assert planted.do("plot", "rest", "PL-2026-001", by="PE-003")  # the warden still is
    assert planted.board.rebuild().agrees


def test_whether_a_value_was_given_is_still_known(trust: Engine) -> None:
    """A rule that asks for a minute is met by one whose text was erased, live and in a replay."""
    orchard = trust.do("orchard", "plant", name="Low")
    assert trust.why_not("orchard", "tend", orchard) == ["worked"]
    trust.do("orchard", "describe", orchard, minute="nobody has the time, says Bob")
    erase(trust, orchard)
    assert "nobody has the time, says Bob" not in kept(trust)
    trust.do("orchard", "tend", orchard)
    assert trust.board.rebuild().agrees


def test_an_erasure_is_no_move_of_the_record(dee: Engine) -> None:
    with dee.board.view() as view:
        before, moves = view.record("PE-004"), len(view.moves("PE-004"))
    assert before is not None
    erase(dee, "PE-004")
    with dee.board.view() as view:
        after = view.record("PE-004")
        assert after is not None
        assert (after.seq, after.state, after.effective) == (before.seq, before.state, before.effective)
        assert after.fields == before.fields
        assert len(view.moves("PE-004")) == moves
    assert dee.ask("person", "leave", "PE-004", seen=before.seq).moved


def test_the_last_step_can_be_taken_back_after_an_erasure(trust: Engine) -> None:
    trust.do("person", "register", name="Bob")
    post = trust.do("post", "appoint", office="keeper", person="PE-002", body="TR-1", on="2026-01-05")
    trust.do("post", "end", post, document="his letter", on="2026-02-01")
    erase(trust, post)
    trust.do("post", "undo", post, reason="he stays")
    trust.board.close()
    erase(trust, post)  # read again
    assert [entry["transition"] for entry in map(json.loads, lines(trust))][-4:] == ["end", "erase", "undo", "erase"]
    assert trust.board.rebuild().agrees


def test_the_history_tells_what_went_and_when(dee: Engine) -> None:
    erase(dee, "PE-004", basis="request", fields=("note",), document="e-mail")
    with dee.board.view() as view:
        *_, line = history(view, "PE-004")
    assert line.title == "Erase personal values"
    assert line.lawful_basis == "Asked for by the person"
    assert [(gone.entry, gone.label) for gone in line.erased] == [(8, "Note"), (9, "Note")]
    assert line.document == "e-mail"


def test_more_values_than_an_entry_can_name_go_in_several(dee: Engine) -> None:
    for number in range(450):
        dee.do("person", "amend", "PE-004", note=f"note {number}", reason="again")
    found = erase(dee, "PE-004")
    assert [len(one.values) for one in found] == [400, 400, 105]
    assert not [value for value in kept(dee) if value.startswith("note ")]
    assert all(len(line) < 65_536 for line in lines(dee))
    assert dee.board.rebuild().agrees


GROVE = """
migrates:
  - {from: orchard, kinds: {person: {to: person, fields: {note: remark}}}}
"""


def test_what_a_record_brought_over_had_under_another_name_goes_too(trust: Engine) -> None:
    texts = canonical_texts(MODELS / "orchard")
    texts["model.yaml"] = texts["model.yaml"].replace("model: orchard\n", "model: grove\n") + GROVE
    texts["person.yaml"] = re.sub(r"\bnote\b", "remark", texts["person.yaml"])
    trust.people("Bob")
    trust.do("person", "amend", "PE-002", note="tall", reason="seen")
    assert adopt(trust.board.service, load_texts(texts, folder="grove"), texts, actor="PE-001").moved
    trust.board.migrate(Migrating(records=("PE-001", "PE-002"), entered_by="PE-001", document="minute"))
    trust.do("person", "amend", "PE-002", remark="very tall", reason="measured")
    with pytest.raises(UnknownName, match="'note'; did you mean"):
        erase(trust, "PE-002", fields=("note",))
    (found,) = erase(trust, "PE-002", fields=("remark",))
    assert [(value.field, value.name) for value in found.values] == [("note", "remark"), ("remark", "remark")]
    with trust.board.view() as view:
        assert [gone.label for gone in history(view, "PE-002")[-1].erased] == ["Note", "Note"]
    assert {"tall", "very tall"}.isdisjoint(kept(trust))
    erase(trust, "PE-002")
    assert kept(trust)[-1:] == ["minute"]  # of all records that came over; it goes with the first of them
    erase(trust, "PE-001")
    assert "minute" not in kept(trust)
    assert trust.board.rebuild().agrees


@pytest.fixture
def gone(dee: Engine) -> Engine:
    """The society after Dee's note was erased."""
    erase(dee, "PE-004", fields=("note",), document="letter")
    return dee


def differences(engine: Engine, *statements: str) -> list[tuple[str, str]]:
    """Return table and column of what a rebuild finds after something was changed behind the log's back."""
    with Board.open(altered(engine.path, *statements)) as board:
        return [(found.table, found.column) for found in board.rebuild().differences]


def test_an_erased_value_is_no_difference(gone: Engine) -> None:
    assert differences(gone) == []


@pytest.mark.parametrize(
    "statement",
    [
        "delete from personal where value = 'Bob'",
        "delete from personal where value = 'letter'",
        "delete from personal where value = 'her letter'",
    ],
)
def test_a_value_that_is_gone_without_an_erasure_is_named(gone: Engine, statement: str) -> None:
    assert differences(gone, statement) == [("personal", "row")]


def test_a_value_that_is_there_though_it_was_erased_is_named(gone: Engine) -> None:
    one = json.loads(lines(gone)[-1])["asked"]["erased"][0][2]
    put_back = f"insert into personal values ('{one}', 8, 'PE-004', 'note', zeroblob(32), 'tall')"
    assert differences(gone, put_back) == [("personal", "row")]


@pytest.mark.parametrize(
    ("statement", "column"),
    [
        ("insert into personal values ('hmac-sha256:0', 8, 'PE-004', 'note', zeroblob(32), 'tall')", "row"),
        pytest.param(
            "insert into personal values ('hmac-sha256:0', 'x', 'PE-004', 'note', zeroblob(32), 'tall')",
            "row",
            marks=pytest.mark.sqlite,
        ),
        ("update personal set field = 'note' where value = 'Bob'", "field"),
        ("update personal set record = 'PE-001' where value = 'Bob'", "record"),
        ("update personal set record = null where value = 'Bob'", "record"),
        ("update personal set value = 'Eve' where value = 'Bob'", "value"),
        pytest.param("update personal set value = x'00' where value = 'Bob'", "value", marks=pytest.mark.sqlite),
        ("update personal set salt = zeroblob(32) where value = 'Bob'", "value"),
    ],
)
def test_a_value_that_is_not_what_its_entry_says_is_named(gone: Engine, statement: str, column: str) -> None:
    assert ("personal", column) in differences(gone, statement)


def test_a_value_kept_with_another_entry_is_named(gone: Engine) -> None:
    assert differences(gone, "update personal set n = 4 where value = 'Bob'") == [("personal", "row")] * 2


@pytest.mark.parametrize(
    "forged",
    [
        {"erased": [[8, "note", "hmac-sha256:" + "0" * 64]]},
        {"erased": [[1, "note", "hmac-sha256:" + "0" * 64]]},
        {"erased": [[99, "note", "hmac-sha256:" + "0" * 64]]},
        {"basis": "because"},
        {"erased": 5},
        {"erased": [[8, "note"]]},
    ],
)
def test_an_erasure_that_names_what_is_not_there_is_not_one(gone: Engine, forged: dict[str, Any]) -> None:
    entry = json.loads(lines(gone)[-1])
    entry["asked"] |= forged
    line = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    found = differences(gone, f"update entry set line = '{line}' where n = {entry['n']}")
    assert found == [("entry", "line")]


def moved(found: tuple[Erased, ...]) -> list[Decision]:
    return [one.decision for one in found if one.decision.moved]


@pytest.fixture
def orchard(trust: Engine) -> Engine:
    """A trust with Bob (PE-002), registered on 5 January 2026, whose note changed on 31 January."""
    trust.do("person", "register", name="Bob", note="old", document="form", on="2026-01-05")
    trust.do("person", "amend", "PE-002", note="new", reason="changed", on="2026-01-31")
    return trust


@pytest.mark.parametrize(
    ("day", "values"),
    [
        ("2026-01-14", set()),
        ("2026-01-15", {"form"}),
        ("2026-02-09", {"form"}),
        ("2026-02-10", {"form", "changed"}),
        ("2026-02-27", {"form", "changed"}),
        ("2026-02-28", {"form", "changed", "old"}),  # a month after the 31st of January
        ("2027-01-04", {"form", "changed", "old"}),
        ("2027-01-31", {"form", "changed", "old", "new"}),  # a year at its stage, counted from when it was given
    ],
)
def test_what_has_been_kept_long_enough_goes_and_nothing_else(orchard: Engine, day: str, values: set[str]) -> None:
    orchard.clock.set(max(day, "2026-03-01"))
    before = set(kept(orchard))
    found = moved(erase(orchard, due=True, basis="", on=day))
    assert len(found) == bool(values)
    assert before - set(kept(orchard)) == values
    assert orchard.board.rebuild().agrees


def test_nothing_is_erased_as_due_before_it_is(orchard: Engine) -> None:
    (found,) = erase(orchard, "PE-002", basis="over", fields=("note",), on="2026-02-28")
    (reason,) = found.decision.reasons
    assert (reason.rule, reason.found) == ("kept-long-enough", "'note' of entry 6 is kept until 2027-01-31")
    (found,) = erase(orchard, "PE-002", basis="over", fields=("name",))
    assert found.decision.reasons[0].found == "'name' of entry 5 is kept for as long as is needed"
    (found,) = erase(orchard, "PE-002", basis="over", fields=("reason",))
    assert found.decision.moved
    assert orchard.board.rebuild().agrees


def test_due_goes_on_its_own_basis_only(orchard: Engine) -> None:
    with pytest.raises(InvalidValues, match="what is due is erased because it is due: 'over'"):
        erase(orchard, due=True, basis="mistake")


def test_a_model_without_a_basis_for_it_erases_nothing_as_due(society: Engine) -> None:
    for basis in ("", "mistake"):
        with pytest.raises(InvalidValues, match="basis: the model in force says for nothing how long it is kept"):
            erase(society, due=True, basis=basis)


def test_where_nothing_is_due_nothing_happens(trust: Engine) -> None:
    size = trust.size()
    assert erase(trust, due=True, basis="") == ()
    assert trust.size() == size
