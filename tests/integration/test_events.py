"""The log as an event log: every entry an event, every record an object, and nothing personal in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peoplezones.app import Board
from peoplezones.audit.events import HEADINGS, csv_rows, excel_rows, ocel_lines
from peoplezones.demo import demo
from peoplezones.service import Wanted
from tests.engine import MODELS, Engine
from tests.ocel import broken_promises, check_schema

Document = dict[str, Any]
PLOT = "PL-2026-001"


def document_of(board: Board) -> Document:
    with board.view() as view:
        found: Document = json.loads("\n".join(ocel_lines(view)))
        return found


def named(document: Document, part: str, identity: str) -> Any:
    return next(one for one in document[part] if one["id"] == identity)


def values(one: dict[str, Any]) -> dict[str, str]:
    return {each["name"]: each["value"] for each in one["attributes"]}


def related(one: dict[str, Any]) -> set[tuple[str, str]]:
    return {(each["objectId"], each["qualifier"]) for each in one["relationships"]}


def became(document: Document, record: str, attribute: str) -> list[tuple[str, str]]:
    """Return when an attribute of a record became what."""
    kept = named(document, "objects", record)["attributes"]
    return [(one["time"], one["value"]) for one in kept if one["name"] == attribute]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("events") / "demo.db"
    demo(path).close()
    return path


@pytest.fixture(scope="module")
def told(place: Path) -> Iterator[Document]:
    with Board.open(place, read_only=True) as board:
        yield document_of(board)


def test_the_demonstration_is_of_the_standards_shape_and_keeps_its_promises(told: Document) -> None:
    check_schema(told)
    assert broken_promises(told) == []


def test_every_entry_is_an_event_in_its_order_and_every_record_an_object(told: Document, place: Path) -> None:
    with sqlite3.connect(place) as connection:
        entries = [f"entry-{n}" for (n,) in connection.execute("select n from entry order by n")]
        records = {reference for (reference,) in connection.execute("select reference from record")}
    assert [one["id"] for one in told["events"]] == entries
    assert {one["id"] for one in told["objects"]} == records


def test_types_are_the_models_titles_and_only_those_in_use(told: Document) -> None:
    kinds, steps = ({one["name"] for one in told[part]} for part in ("objectTypes", "eventTypes"))
    assert {"People Zone", "Commitment", "Person"} <= kinds
    assert {"People Zone: Give the go-ahead", "The Board: Found the Board"} <= steps
    assert kinds == {one["type"] for one in told["objects"]}
    assert steps == {one["type"] for one in told["events"]}


def test_nothing_personal_is_in_it(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        personal = {value for (value,) in connection.execute("select value from personal")}
    assert "Ada Example" in personal
    with Board.open(place, read_only=True) as board, board.view() as view:
        text = "\n".join(ocel_lines(view)) + "\n".join(cell for row in csv_rows(view) for cell in row)
    assert [value for value in personal if value in text] == []
    assert "hmac-sha256" not in text


def test_a_refusal_is_an_event_that_says_so(planted: Engine) -> None:
    n = planted.ask("plot", "rest", PLOT, by="PE-002").entry
    event = named(document_of(planted.board), "events", f"entry-{n}")
    assert event["type"] == "Plot: Rest"
    assert values(event)["moved"] == "false"
    assert values(event)["rules broken"] == "may-act"
    assert (values(event)["from"], values(event)["to"]) == ("Planted", "Planted")


def test_an_event_is_related_to_all_that_its_entry_names(planted: Engine) -> None:
    n = planted.sql("select n from entry where transition = 'ask'")[0][0]
    event = named(document_of(planted.board), "events", f"entry-{n}")
    assert related(event) == {
        (PLOT, "record"),
        ("PG-001", "opened"),
        ("PG-002", "opened"),
        ("PE-001", "actor"),
        ("PO-001", "authority"),
        ("PE-002", "members"),
        ("PE-003", "members"),
    }
    assert event["time"].endswith("Z")
    assert values(event)["took effect"] == "2026-01-02T00:00:00Z"
    assert values(event)["capacity"] == "Secretariat"


def test_who_entered_it_for_somebody_else_is_related_to_it(planted: Engine) -> None:
    n = planted.ask("plot", "give_up", PLOT, actor="PE-002", document="Minute 4").entry
    event = named(document_of(planted.board), "events", f"entry-{n}")
    assert {("PE-002", "actor"), ("PE-001", "entered by")} <= related(event)


def test_a_refused_opening_is_related_to_what_it_named(planted: Engine) -> None:
    n = planted.ask("post", "appoint", by="PE-003", office="warden", person="Bob", body=PLOT).entry
    event = named(document_of(planted.board), "events", f"entry-{n}")
    assert {(PLOT, "body"), ("PE-002", "person"), ("PE-003", "actor")} == related(event)


def test_an_act_on_the_board_is_related_to_the_boards_own_record(planted: Engine) -> None:
    founded = named(document_of(planted.board), "events", "entry-1")
    assert founded["type"] == "The Board: Found the Board"
    assert {("SO-1", "record"), ("SO-1", "opened"), ("PE-001", "opened")} <= related(founded)


def test_an_object_says_what_its_fields_became_and_when(planted: Engine) -> None:
    moments = dict(planted.sql("select transition, recorded from entry where record = ?", PLOT))
    amended = planted.ask("plot", "amend", PLOT, rent="", reason="It is free")
    document = document_of(planted.board)
    when = planted.sql("select recorded from entry where n = ?", amended.entry)[0][0]
    assert became(document, PLOT, "rent") == [(moments["propose"], "12.50"), (when, "null")]
    assert became(document, PLOT, "state") == [
        (moments["propose"], "Proposed"),
        (moments["ask"], "Pledges asked for"),
        (moments["plant"], "Planted"),
    ]
    assert related(named(document, "objects", PLOT)) == {("PE-002", "members"), ("PE-003", "members")}


def test_every_type_of_field_has_its_own(trust: Engine) -> None:
    trust.do(
        "orchard", "plant", name="Old trees", area="1.5", worth="-2.05", organic="yes", sort="pear",
        planted="2020-02-03", note="Personal",
    )  # fmt: skip
    document = document_of(trust.board)
    declared = next(one for one in document["objectTypes"] if one["name"] == "Orchard")["attributes"]
    assert {one["name"]: one["type"] for one in declared} == {
        "state": "string", "name": "string", "area": "float", "worth": "float", "organic": "boolean", "sort": "string",
        "planted": "time",
    }  # fmt: skip
    assert values(named(document, "objects", "OR-2026-001")) == {
        "state": "Wild", "name": "Old trees", "area": "1.50", "worth": "-2.05", "organic": "true", "sort": "Pear",
        "planted": "2020-02-03T00:00:00Z",
    }  # fmt: skip
    assert broken_promises(document) == []


def test_a_record_that_came_over_has_its_history_under_the_names_of_now(planted: Engine) -> None:
    planted.board.adopt(MODELS / "commons", entered_by="PE-001")
    planted.board.migrate(Wanted(everything=True, entered_by="PE-001"))
    document = document_of(planted.board)
    check_schema(document)
    assert broken_promises(document) == []
    assert named(document, "objects", PLOT)["type"] == "Garden"
    assert [value for _, value in became(document, PLOT, "title")] == ["North end"]
    assert [value for _, value in became(document, PLOT, "state")] == ["Proposed", "Pledges asked for", "Planted"]
    types = {one["type"] for one in document["events"]}
    assert {"Plot: Plant", "The Board: Bring over to the model in force"} <= types


def test_kinds_that_share_a_title_are_told_apart(tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    for file in (MODELS / "allotment").iterdir():
        text = file.read_text("utf-8")
        (model / file.name).write_text(text.replace("title: Pledge\n", "title: Plot\n"), "utf-8")
    engine = Engine(tmp_path / "x.db", str(model))
    engine.people("Bob")
    engine.do("plot", "propose", name="North end")
    engine.do("plot", "ask", PLOT, members=["Bob"])
    document = document_of(engine.board)
    assert {"Plot (plot)", "Plot (pledge)"} <= {one["name"] for one in document["objectTypes"]}
    assert broken_promises(document) == []
    engine.board.close()


def rows_of(engine: Engine) -> list[dict[str, str]]:
    with engine.board.view() as view:
        headings, *rows = csv_rows(view)
    assert headings == list(HEADINGS)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_a_row_begins_with_what_tools_ask_for(planted: Engine) -> None:
    assert HEADINGS[:4] == ("Case ID", "Activity", "Timestamp", "Resource")
    rows = rows_of(planted)
    assert [row["Entry"] for row in rows] == [str(n) for n in range(1, planted.size() + 1)]
    planting = next(row for row in rows if row["Activity"] == "Plot: Plant")
    assert (planting["Case ID"], planting["Case type"], planting["Resource"]) == (PLOT, "Plot", "PE-002")
    assert (planting["Result"], planting["From stage"], planting["To stage"]) == (
        "moved",
        "Pledges asked for",
        "Planted",
    )
    assert (planting["Acted as"], planting["Took effect"]) == ("Chair", "2026-01-04")
    assert planting["Timestamp"] == planted.sql("select recorded from entry where n = ?", planting["Entry"])[0][0]
    assert (rows[0]["Case ID"], rows[0]["Case type"]) == ("SO-1", "Society")
    assert rows[1]["Caused by entry"] == "1"


def test_a_refused_opening_is_a_case_of_its_own(planted: Engine) -> None:
    n = planted.ask("post", "appoint", by="PE-003", office="warden", person="Bob", body=PLOT).entry
    row = rows_of(planted)[-1]
    assert (row["Case ID"], row["Case type"], row["Result"]) == (f"entry-{n}", "Post", "refused")
    assert (row["Rules broken"], row["To stage"]) == ("may-act", "")
    assert f"body: {PLOT}" in row["Related to"]


def test_an_act_about_a_record_has_that_as_its_case(planted: Engine) -> None:
    planted.board.adopt(MODELS / "commons", entered_by="PE-001")
    planted.board.migrate(Wanted(records=(PLOT,), entered_by="PE-003"))
    planted.board.migrate(Wanted(records=(PLOT,), entered_by="PE-001"))
    adopted, refused, came = rows_of(planted)[-3:]
    assert (adopted["Case ID"], adopted["Case type"]) == ("SO-1", "Society")
    assert (refused["Case ID"], refused["Result"]) == (came["Case ID"], "refused") == (PLOT, "refused")
    assert (came["Case type"], came["From stage"], came["To stage"]) == ("Garden", "Planted", "Planted")


def test_the_sheet_has_the_same_rows_with_numbers_days_and_moments(planted: Engine) -> None:
    with planted.board.view() as view:
        headings, *rows = excel_rows(view)
    texts = rows_of(planted)
    assert [value for value, _ in headings][2] == "Timestamp (UTC)"
    for row, text in zip(rows, texts, strict=True):
        moment, day, number = row[2][0], row[10][0], row[5][0]
        assert moment.tzinfo is None
        assert f"{moment.isoformat(timespec='microseconds')}Z" == text["Timestamp"]
        assert (day.isoformat(), str(number)) == (text["Took effect"], text["Entry"])
        assert (row[2][1], row[10][1], row[5][1]) == ("yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd", "0")
