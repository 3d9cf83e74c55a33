"""The demo tells its story on a Board of its own, each time alike, and never in the place of somebody's Board."""

from __future__ import annotations

import dataclasses
import shlex
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from peoplezones.app import Board
from peoplezones.cli.main import root
from peoplezones.demo import demo, suggestions
from peoplezones.domain.errors import StoreError
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.queries.records import show
from peoplezones.queries.status import Status, status
from peoplezones.spec.journey import Step
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, JourneyRefused, Walk, beginning_of, found_board
from peoplezones.store.errors import DatabaseExists

SECONDS = 20  # a story takes half a second; the rest is for a machine that is busy


def _status(board: Board) -> Status:
    with board.view() as view:
        return status(view, board.today())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "demo.db"


@pytest.fixture(scope="module")
def told(place: Path) -> list[str]:
    lines: list[str] = []
    began = time.monotonic()
    demo(place, lines.append).close()
    assert time.monotonic() - began < SECONDS
    return lines


def test_the_refusal_is_told_with_every_reason(told: list[str]) -> None:
    whole = "\n".join(told)
    assert "Refused: 'Give the go-ahead'" in whole
    assert "for 4 reasons" in whole
    for needed in (
        "'Give the go-ahead' is made at 'Commitment secured'",
        "the Prevention Board has decided to give this zone the go-ahead",
        "every agency required still stands by its pledge or is excused by minute",
        "at least 2 community leaders still stand by their pledge",
    ):
        assert f"Needed: {needed}" in whole
    assert whole.count("To put it right:") == 4


def test_the_breach_begins_and_ends(told: list[str], place: Path) -> None:
    begins = next(place for place, line in enumerate(told) if "In breach since" in line)
    ends = next(place for place, line in enumerate(told) if "No longer in breach" in line)
    assert begins < ends
    with Board.open(place, read_only=True) as board, board.view() as view:
        rows = view.connection.execute(text("select condition, since, until from breach")).all()
    assert [(row.condition, bool(row.until)) for row in rows] == [("agencies-still-in", True)]


@pytest.mark.usefixtures("told")
def test_it_ends_with_three_zones_taken_over_and_one_at_work(place: Path) -> None:
    with Board.open(place, read_only=True) as board:
        found = _status(board)
    stages = {stage.state: [record.name for record in stage.records] for stage in found.stages}
    assert stages == {
        "active": ["Example Wharf (made up)"],
        "inherited": ["New Parks", "Bell Foundry", "Thringstone and Whitwick"],
    }
    assert found.breaches == ()
    assert found.overdue == ()


def test_the_three_zones_come_over_and_still_owe_the_day_on_which_they_began(told: list[str], place: Path) -> None:
    whole = "\n".join(told)
    assert whole.count("Still asked of ") == 3
    assert "Still asked of PB" not in whole
    with Board.open(place, read_only=True) as board, board.view() as view:
        for number in (1, 2, 3):
            found = show(view, f"PZ-{_year(view.root, board)}-{number:03}", board.today())
            assert [owing.needed for owing in found.owes] == ["'Day on which it began' is given"]
        moved = view.connection.execute(
            text("select kind, count(*) from entry where transition = 'migrate' group by kind")
        )
        assert len(view.models()) == 2
        assert dict(moved.all()) == {"act": 14}


@pytest.mark.usefixtures("told")
def test_nothing_is_said_of_the_public_zones_but_what_is_public(place: Path) -> None:
    with Board.open(place, read_only=True) as board, board.view() as view:
        said = [r.fields for r in (view.record(f"PZ-{_year(view.root, board)}-{n:03}") for n in (1, 2, 3)) if r]
        places = [view.record(fields["communities"][0]) for fields in said]
    assert len(said) == 3
    assert {name for fields in said for name in fields} == {"name", "communities", "set_up_by", "note"}
    assert {name for p in places if p for name in p.fields} <= {"name", "area", "district", "extent"}


def _year(root_: str, board: Board) -> str:
    with board.view() as view:
        return view.moves(root_)[0].effective[:4]


@pytest.mark.usefixtures("told")
def test_its_log_agrees_with_its_tables(place: Path) -> None:
    with Board.open(place) as board:
        assert board.rebuild().agrees


def test_it_can_be_repeated(told: list[str], place: Path) -> None:
    again: list[str] = []
    demo(place, again.append).close()
    assert again == told


@pytest.mark.parametrize("today", [date(2020, 2, 29), date(2027, 1, 3), date(2031, 12, 31)], ids=str)
def test_it_tells_the_same_story_on_any_day(told: list[str], tmp_path: Path, today: date) -> None:
    lines: list[str] = []
    board = demo(tmp_path / "demo.db", lines.append, today)
    with board, board.view() as view:
        found = status(view, today.isoformat())
    assert len(lines) == len(told)
    assert [stage.count for stage in found.stages] == [1, 3]
    assert not found.overdue
    assert not found.breaches


def _walked_with(tmp_path: Path, change: Callable[[Step], Step]) -> None:
    model = load_folder(shipped("workflows") / "revised")
    journeys = load_journeys(shipped("features") / "journeys", model)
    story = journeys["demo"]
    journeys["demo"] = dataclasses.replace(story, steps=tuple(map(change, story.steps)))
    calendar = Calendar(date(2020, 1, 6))
    first = beginning_of(journeys, story)
    with found_board(tmp_path / "demo.db", journeys, shipped("workflows") / first.model, calendar, first) as board:
        Walk(board, journeys, calendar, model=model).along(journeys["demo"])


@pytest.mark.parametrize("refused", [(), ("state",), ("state", "spb-approved")], ids=str)
def test_a_step_that_is_refused_otherwise_than_it_says_ends_the_walk(tmp_path: Path, refused: tuple[str, ...]) -> None:
    with pytest.raises(JourneyRefused, match=r"demo\.yaml:\d+: "):
        _walked_with(tmp_path, lambda step: dataclasses.replace(step, refused=refused if step.refused else ()))


def test_a_step_that_should_be_refused_and_is_not_ends_the_walk(tmp_path: Path) -> None:
    with pytest.raises(JourneyRefused, match=r"should be refused because of .* Done:"):
        _walked_with(tmp_path, lambda step: dataclasses.replace(step, refused=("state",)))


def test_a_real_board_is_never_replaced(tmp_path: Path) -> None:
    place = tmp_path / "ours.db"
    Board.found(place, secretary="Sam Example").close()
    before = place.read_bytes()
    with pytest.raises(DatabaseExists, match="is not a demonstration"):
        demo(place)
    assert place.read_bytes() == before


def test_a_file_that_is_no_database_is_never_replaced(tmp_path: Path) -> None:
    place = tmp_path / "letter.txt"
    place.write_text("Dear Board\n" * 100)
    with pytest.raises(StoreError, match=r"letter\.txt"):
        demo(place)
    assert place.read_text().startswith("Dear Board")


def test_the_commands_to_try_next_work(told: list[str], place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told
    with Board.open(place, read_only=True) as board:
        commands = suggestions(board, place)
    assert len(commands) == 3
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "peoplezones"
        with pytest.raises(SystemExit) as ended:
            root.main(arguments)
        assert ended.value.code == 0
        assert "Example Wharf (made up)" in capsys.readouterr().out


def test_the_command_line_ends_with_the_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PEOPLEZONES_DB", str(tmp_path / "ours.db"))
    with pytest.raises(SystemExit) as ended:
        root.main(["demo"])
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Nothing is overdue, and no standing condition is broken." in lines
    assert lines[-4] == "To try next:"
    assert [path.name for path in tmp_path.glob("*.db")] == ["peoplezones-demo.db"]
