"""Three Boards to make documents of: the demo's, one with almost nothing given, and one on which everything happened.

On the last, people typed what they should not have: tags, bars, Markdown, what turns the direction of writing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from peoplezones.app import Board
from peoplezones.domain.files import File
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.journey import Journey
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, beginning_of, found_board
from tests.databases import address_of

#: Somebody's name, and what somebody typed where words are published as they are.
TYPED_NAME = "Zed <script>alert(1)</script> | *Example* {{ 7 }}"
TYPED = "A | bar, <b>bold</b>, **strong**, [a link](https://example.org), {{ 7 * 7 }}, =cmd|' /c calc'!A1 & \u202egnol\u202c"
#: The one name that may stand in what is published, for its bearer said so.
CONSENTING = "Consenting Example"


@dataclass
class Told:
    """A Board on which a story was told, and the record that each kind of document is about."""

    board: Board
    walk: Walk
    calendar: Calendar
    about: dict[str, str]

    def do(self, by: str, kind: str, transition: str, record: str = "", **values: Any) -> str:
        """Make a transition that must succeed, as the person saved under an alias; return the record's reference."""
        person = self.walk.progress.latest.get(by, by)
        on = self.calendar.day.isoformat()
        decision = self.board.request(kind, transition, record, values, actor=person, entered_by=person, on=on)
        assert decision.moved, [(reason.rule, reason.found, reason.findings) for reason in decision.reasons]
        return decision.reference

    def refused(self, by: str, kind: str, transition: str, record: str, **values: Any) -> None:
        """Ask for a transition that must be refused."""
        person = self.walk.progress.latest[by]
        assert not self.board.request(kind, transition, record, values, actor=person, entered_by=person).moved

    def later(self, days: int) -> None:
        """Let some days pass."""
        self.calendar.day += timedelta(days=days)


def the_journeys() -> Mapping[str, Journey]:
    """Return the shipped journeys."""
    return load_journeys(shipped("features") / "journeys", load_folder(shipped("workflows") / "revised"))


def _begun(path: Path, journeys: Mapping[str, Journey], last: str) -> Told:
    first = beginning_of(journeys, journeys[last])
    calendar = Calendar(date.fromisoformat(first.on))
    model = load_folder(shipped("workflows") / (first.model or "revised"))
    folder = shipped("workflows") / (first.model or "revised")
    board = found_board(address_of(path), journeys, folder, calendar, first)
    about = load_folder(shipped("workflows") / "revised") if first.model else model
    return Told(board, Walk(board, journeys, calendar, model=about), calendar, {"board": "PB-1"})


def demo(path: Path, journeys: Mapping[str, Journey]) -> Told:
    """Return the Board that `peoplezones demo` shows."""
    told = _begun(path, journeys, "demo")
    told.walk.along(journeys["demo"])
    told.about |= {"zone": "PZ-2020-001", "strategy": "ST-001", "programme": "PG-001", "meeting": "M-2019-01"}
    told.about |= {"evaluation": "EV-001"}
    return told


def bare(path: Path, journeys: Mapping[str, Journey]) -> Told:
    """Return a Board on which each record has only just been opened, with no more than must be given."""
    told = _begun(path, journeys, "board")
    walk = told.walk
    for kind, name, state in (
        ("strategy", "Bare strategy", "drafted"),
        ("programme", "Example Violence Reduction Network", "set_up"),
    ):
        told.about[kind] = walk.to(kind, name, state)
    asked = {
        "name": "Bare zone",
        "behaviour": told.do("secretary", "behaviour", "propose", name="Noise", definition="Noise"),
    }
    told.about["zone"] = told.do("board member", "zone", "propose", **asked, found_by="behaviour")
    told.about["meeting"] = told.do("secretary", "meeting", "call", title="Bare", date=told.calendar.day.isoformat())
    told.about["evaluation"] = told.do(
        "secretary",
        "evaluation",
        "commission",
        title="Bare",
        zones=[told.about["zone"]],
        stage="final",
        evaluator=told.do("secretary", "person", "register", name="Eve Example"),
    )
    lead = told.do("secretary", "person", "register", name="Dee Example")
    told.do("secretary", "appointment", "appoint", office="programme_lead", person=lead, body=told.about["programme"])
    told.about["progress_report"] = told.do(
        lead,
        "progress_report",
        "draft",
        title="Bare report",
        programme=told.about["programme"],
        area="rutland",
        recipient="Example board of Rutland",
        progress="Nothing yet.",
    )
    return told


def full(path: Path, journeys: Mapping[str, Journey]) -> Told:
    """Return a Board on which every document has something to tell in each of its parts."""
    told = _begun(path, journeys, "board")
    _programme(told)
    _meeting(told)
    _zone(told)
    return told


def _meeting(told: Told) -> None:
    """A meeting that put one matter to the vote with success, one without, and asked for two actions."""
    walk, saved = told.walk, told.walk.progress.latest
    meeting = told.about["meeting"] = walk.to("meeting", "Spring meeting", "met")
    walk.to("vote", "vote", "cast")
    told.do(
        "voluntary member",
        "vote",
        "cast",
        decision=saved["matter"],
        seat=saved["voluntary member's post"],
        side="abstained",
    )
    told.do(
        "board member", "vote", "cast", decision=saved["matter"], seat=saved["board member's post"], side="in_favour"
    )
    told.do("chair", "decision", "carry", saved["matter"])
    lost = told.do(
        "secretary", "decision", "put", title="Meet at night", meeting=meeting, minute="2020/7", matter="other"
    )
    for member, side in (("police member", "against"), ("voluntary member", "against"), ("board member", "in_favour")):
        told.do(member, "vote", "cast", decision=lost, seat=saved[f"{member}'s post"], side=side)
    told.do("chair", "decision", "lose", lost)
    told.do(
        "police member",
        "interest",
        "declare",
        person=saved["police member"],
        about=[saved["alliance"]],
        nature="employer",
        meeting=meeting,
        details=TYPED,
    )
    walk.to("report_back", "report", "owed")
    told.do(
        "secretary",
        "action",
        "note",
        title="Write to the schools",
        meeting=meeting,
        owner=saved["police officer"],
        due=(told.calendar.day + timedelta(days=400)).isoformat(),
    )
    walk.to("action", "Write to the bus company", "finished")
    walk.to("meeting", "Spring meeting", "confirmed")


def _zone(told: Told) -> None:
    """A zone at work, to which agencies pledged money, on conditions, and not at all; with a signed statement."""
    walk, saved = told.walk, told.walk.progress.latest
    zone = told.about["zone"] = walk.to("zone", "Example Wharf", "commissioned")
    told.refused("chair", "zone", "secure_commitment", zone)
    walk.to("zone", "Example Wharf", "active")
    told.about["strategy"] = saved["strategy"]
    told.do(
        "secretary",
        "commitment",
        "record_delivery",
        saved["police pledge"],
        delivered=TYPED,
        hours_delivered="350",
        people_delivered="1",
    )
    for number, (state, values) in enumerate(
        (
            (
                "pledge",
                {
                    "what": TYPED,
                    "authority": "Trustees",
                    "starts": told.calendar.day.isoformat(),
                    "money": "1200.50",
                    "statement": File("signed.txt", b"Signed"),
                },
            ),
            ("pledge_on_conditions", {"what": "A hall", "conditions": "Somebody sees to the keys"}),
            ("decline", {"reasons": TYPED}),
        )
    ):
        agency = told.do("secretary", "agency", "register", name=f"Example Trust {number}", type="voluntary")
        officer = told.do("secretary", "person", "register", name=f"Officer {number} Example", organisation=agency)
        told.do("secretary", "appointment", "appoint", office="agency_officer", person=officer, body=agency)
        sought = told.do("secretary", "commitment", "seek", zone=zone, agency=agency)
        told.do(officer, "commitment", state, sought, **values)
    for name, named in ((TYPED_NAME, "no"), (CONSENTING, "yes")):
        leader = told.do("secretary", "person", "register", name=name, may_be_named=named)
        asked = told.do("secretary", "commitment", "ask_leader", zone=zone, leader=leader)
        told.do(
            leader,
            "commitment",
            "pledge",
            asked,
            what="Opens the hall",
            authority="Association",
            starts=told.calendar.day.isoformat(),
        )
    walk.to("payback", "Benches", "completed")
    told.about["evaluation"] = walk.to("evaluation", "Spring evaluation of Example Wharf", "received")


def _programme(told: Told) -> None:
    """A programme with money, a project, a risk, a champion, and a report to one area's board."""
    walk = told.walk
    walk.to("grant", "Example grant for 2019/20", "closed")
    walk.to("project", "Example service mapping", "under_way")
    told.do("project lead", "project", "report", walk.progress.latest["project"], progress="on_track", summary=TYPED)
    walk.to("risk", "The example money ends in March", "open")
    walk.to("contribution", "A champion from Example Council", "given")
    told.about["progress_report"] = walk.to("progress_report", "Example report for Rutland", "received")
    told.about["programme"] = walk.progress.latest["programme"]
