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
from peoplezones.domain.record import Record
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.queries.records import show
from peoplezones.queries.status import Status, status
from peoplezones.spec.journey import Step
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, JourneyRefused, Walk, beginning_of, found_board
from peoplezones.store.errors import DatabaseExists
from peoplezones.store.reading import records_of

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


CHAPTERS = (
    ("Three People Zones began in 2018", "September 2018"),
    ("The Board adopts the revised operating model", "November 2019"),
    ("The Board settles itself", "November 2019"),
    ("From an issue to a strategy", "January 2020"),
    ("A programme with money of its own", "February 2020"),
    ("What runs where", "May 2020"),
    ("A fourth zone asks for the go-ahead too early", "May 2020"),
    ("What is missing is put right, and the zone gets to work", "June 2020"),
    ("An agency withdraws", "September 2020"),
    ("What stands open", "October 2020"),
)


def _whole(told: list[str]) -> str:
    """Return the story as one line, so that it does not matter where its lines are broken."""
    return " ".join(" ".join(told).split())


def _records(place: Path, kind: str) -> dict[str, Record]:
    """Return the records of a kind by name."""
    with Board.open(place, read_only=True) as board, board.view() as view:
        return {
            record.fields.get("name") or record.fields["title"]: record
            for record in records_of(view.connection, (kind,))
        }


def test_the_story_has_its_chapters_in_the_order_of_time(told: list[str]) -> None:
    numbered = [f"{number}. {title} ({month})" for number, (title, month) in enumerate(CHAPTERS, start=1)]
    assert [line for line in told if line[:1].isdigit()] == numbered


def test_every_chapter_is_short_and_fits_a_narrow_terminal(told: list[str]) -> None:
    assert max(map(len, told)) <= 80
    assert len(told) <= 140


def test_the_go_ahead_is_refused_with_every_reason(told: list[str]) -> None:
    whole = _whole(told)
    assert "Refused: 'Give the go-ahead', for 4 reasons. Nothing has changed." in whole
    for needed in (
        "1. needed: 'Give the go-ahead' is made at 'Commitment secured' (B-3.3)",
        "2. needed: the Prevention Board has decided to give this zone the go-ahead (house rule X-5)",
        "3. needed: every agency required still stands by its pledge or is excused by minute (implied by B-2.10)",
        "4. needed: at least 2 community leaders still stand by their pledge (implied by B-2.11)",
    ):
        assert needed in whole
    assert whole.count("to put it right:") == 4


@pytest.mark.parametrize(
    ("refused", "needed", "found"),
    [
        ("Note that it is held with a quorum", "members for at least 3 constituencies are there", "present: 2"),
        ("Make it a priority", "it is narrowed down by the form it takes", "form it takes: nothing"),
        ("Close", "at least 20% of the grant went into interventions", "share of the grant: just over 17%"),
    ],
)
def test_what_is_refused_on_the_way_is_told_with_its_reason(
    told: list[str], refused: str, needed: str, found: str
) -> None:
    about = _whole(told).split(f"Refused: '{refused}'. Nothing has changed. needed: ")[1]
    assert about.startswith(needed)
    assert found in about[:300]


def test_the_board_meets_with_gaps_that_are_told(told: list[str], place: Path) -> None:
    with Board.open(place, read_only=True) as board, board.view() as view:
        facts = {fact.name: fact.text for fact in show(view, view.root, board.today(), facts=True).facts}
    assert facts["unfilled"].count(",") == 10
    assert f"Nobody sits yet for: {facts['unfilled']}." in _whole(told)
    assert "carried: 2 in favour, 1 against." in _whole(told)
    assert [record.state for record in _records(place, "meeting").values()] == ["minuted"]
    assert {name: record.state for name, record in _records(place, "action").items()} == {
        "Write to the bus company": "finished",
        "Ask the hospitals trust for a member": "open",
    }


@pytest.mark.usefixtures("told")
def test_it_goes_from_issues_to_a_strategy(place: Path) -> None:
    assert [record.state for record in _records(place, "issue").values()] == ["taken_up", "taken_up"]
    assert {name: record.state for name, record in _records(place, "behaviour").items()} == {
        "Violence among the young": "proposed",
        "Threats on example buses": "analysed",
    }
    data = _records(place, "dataset")["Incidents on example buses in 2019"]
    assert (data.state, data.fields["personal_data"]) == ("used", True)
    assert [record.state for record in _records(place, "review").values()] == ["reported"]
    tiers = sorted(record.fields["tier"] for record in _records(place, "input").values())
    assert tiers == ["tier_0", "tier_1", "tier_2", "tier_3"]
    assert [record.state for record in _records(place, "strategy").values()] == ["approved"]


@pytest.mark.usefixtures("told")
def test_the_programme_accounts_for_a_grant_that_has_public_figures(place: Path) -> None:
    (programme,) = _records(place, "programme").values()
    (grant,) = _records(place, "grant").values()
    assert (programme.state, programme.fields["begun_on"]) == ("beside", "2019-09-01")
    assert (grant.state, grant.fields["starts"], grant.fields["ends"]) == ("closed", "2019-09-01", "2020-03-31")
    assert "report to the Rutland Health and Wellbeing Board" in _note(place, grant.reference)
    with Board.open(place, read_only=True) as board, board.view() as view:
        shown = {field.name: field.text for field in show(view, grant.reference, board.today()).fields}
    assert shown["amount"] == "£880,000.00"


def test_a_campaign_too_many_is_pointed_out(told: list[str]) -> None:
    whole = _whole(told)
    begins = whole.index("In breach since 2020-05-01: CY-004 (Example Wharf estate (made up))")
    assert "campaigns against single behaviours that reach it: 2" in whole[begins:]
    assert "two generic initiatives at least (there is 1)" in whole[begins:]


def test_a_breach_begins_and_ends(told: list[str], place: Path) -> None:
    begins = next(at for at, line in enumerate(told) if "In breach since 2020-09-25: PZ-2020-001" in line)
    ends = next(at for at, line in enumerate(told) if "No longer in breach on 2020-10-04: PZ-2020-001" in line)
    assert begins < ends
    with Board.open(place, read_only=True) as board, board.view() as view:
        rows = view.connection.execute(text("select condition, since, until from breach")).all()
    assert {row.condition: bool(row.until) for row in rows} == {"agencies-still-in": True, "campaigns-bearable": False}


@pytest.mark.usefixtures("told")
def test_it_ends_with_three_zones_taken_over_one_at_work_and_what_stands_open(place: Path) -> None:
    with Board.open(place, read_only=True) as board:
        found = _status(board)
    stages = {stage.state: [record.name for record in stage.records] for stage in found.stages}
    assert stages == {
        "active": ["Example Wharf (made up)"],
        "inherited": ["New Parks", "Bell Foundry", "Thringstone and Whitwick"],
    }
    assert [breach.condition for breach in found.breaches] == ["campaigns-bearable"]
    assert [late.name for late in found.overdue] == ["Ask the hospitals trust for a member"]


@pytest.mark.usefixtures("told")
def test_in_a_demonstration_it_stays_the_day_on_which_the_story_ends(place: Path, tmp_path: Path) -> None:
    with Board.open(place, read_only=True) as board:
        assert board.today() == "2020-10-14"
    ours = tmp_path / "ours.db"
    Board.found(ours, secretary="Sam Example").close()
    with Board.open(ours, read_only=True) as board:
        assert board.today() >= "2026"


def test_who_plays_with_a_demonstration_does_so_on_its_day(tmp_path: Path) -> None:
    copy = tmp_path / "demo.db"
    demo(copy).close()
    with Board.open(copy) as board:
        with board.view() as view:
            (zone,) = (r for r in records_of(view.connection, ("zone",)) if r.state == "active")
        rest = board.request("zone", "suspend", zone.reference, {"paused_because": "Building work"}, actor="PE-004")
        assert (rest.moved, rest.on) == (True, "2020-10-14")
        later = board.request("zone", "resume", zone.reference, actor="PE-004", on="2020-10-15")
        assert "not-after" in [outcome.rule for outcome in later.reasons]
        assert board.today() == "2020-10-14"


def test_the_three_zones_come_over_and_still_owe_the_day_on_which_they_began(told: list[str], place: Path) -> None:
    whole = _whole(told)
    assert whole.count("Still asked of ") == 3
    assert "Still asked of PB" not in whole
    with Board.open(place, read_only=True) as board, board.view() as view:
        for number in (1, 2, 3):
            found = show(view, f"PZ-2018-{number:03}", board.today())
            assert [owing.needed for owing in found.owes] == ["'Day on which it began' is given"]
        moved = view.connection.execute(
            text("select kind, count(*) from entry where transition = 'migrate' group by kind")
        )
        assert len(view.models()) == 2
        assert dict(moved.all()) == {"act": 14}


def _note(place: Path, reference: str) -> str:
    with Board.open(place, read_only=True) as board, board.view() as view:
        return next(field.text for field in show(view, reference, board.today()).fields if field.name == "note")


@pytest.mark.usefixtures("told")
def test_nothing_is_said_of_the_public_zones_but_what_is_public(place: Path) -> None:
    with Board.open(place, read_only=True) as board, board.view() as view:
        said = [r.fields for r in (view.record(f"PZ-2018-{n:03}") for n in (1, 2, 3)) if r]
        places = [view.record(fields["communities"][0]) for fields in said]
    assert len(said) == 3
    assert {name for fields in said for name in fields} == {"name", "communities", "set_up_by", "note"}
    assert {name for p in places if p for name in p.fields} <= {"name", "area", "district", "extent"}


@pytest.mark.usefixtures("told")
def test_its_log_agrees_with_its_tables(place: Path) -> None:
    with Board.open(place) as board:
        assert board.rebuild().agrees


def test_it_can_be_repeated(told: list[str], place: Path) -> None:
    again: list[str] = []
    demo(place, again.append).close()
    assert again == told


def _walked_with(tmp_path: Path, change: Callable[[Step], Step]) -> None:
    model = load_folder(shipped("workflows") / "revised")
    journeys = load_journeys(shipped("features") / "journeys", model)
    story = journeys["demo"]
    journeys["demo"] = dataclasses.replace(story, steps=tuple(map(change, story.steps)))
    first = beginning_of(journeys, story)
    calendar = Calendar(date.fromisoformat(first.on))
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


ANSWERS = (
    "Active, since 2020-08-14 (61 days)",
    "Note that it has been evaluated",
    "Propose a zone",
    "What is due on 2020-10-14",
    "Agencies in each zone, 2020-10-14",
    "progress.html holds 'Progress of the zone'",
    "Tell everything about this clause",
    "Who may",
)


def test_the_commands_to_try_next_work(
    told: list[str], place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told
    monkeypatch.chdir(tmp_path)  # where one of them writes a file
    with Board.open(place, read_only=True) as board:
        commands = suggestions(board, place)
        assert "B-3.3" in board.model.clauses
    assert len(commands) == len(ANSWERS)
    for command, answer in zip(commands, ANSWERS, strict=True):
        program, *arguments = shlex.split(command)
        assert program == "peoplezones"
        with pytest.raises(SystemExit) as ended:
            root.main([*arguments, "--help"] if "trace" in arguments else arguments)  # it would try every scenario
        assert (command, ended.value.code) == (command, 0)
        assert answer in capsys.readouterr().out


def test_the_command_line_ends_with_the_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PEOPLEZONES_DB", str(tmp_path / "ours.db"))
    with pytest.raises(SystemExit) as ended:
        root.main(["demo"])
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Overdue: 1" in lines
    assert "Breaches" in lines
    assert lines[-9] == "To try next:"
    assert [path.name for path in tmp_path.glob("*.db")] == ["peoplezones-demo.db"]
