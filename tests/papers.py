"""Two Boards to make documents of: one with almost nothing given, and one on which everything happened.

On the latter, people typed what they should not have: tags, bars, Markdown, what turns the direction of writing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from peoplezones.app import Board
from peoplezones.documents.page import Page
from peoplezones.domain.files import File
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.journey import Journey
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, first_of, found_board
from tests.databases import address_of

#: Somebody's name, and what somebody typed where words are published as they are.
TYPED_NAME = "Zed <script>alert(1)</script> | *Example* {{ 7 }}"
TYPED = (
    "A | bar, <b>bold</b>, **strong**, [a link](https://example.org), {{ 7 * 7 }}, =cmd|' /c calc'!A1 & "
    "\u202egnol\u202c"
)
#: The one name that may stand in what is published, for its bearer said so.
CONSENTING = "Consenting Example"

Values = dict[str, Any]


@dataclass
class Told:
    """A Board on which a story was told, and the record that each kind of document is about."""

    board: Board
    walk: Walk
    calendar: Calendar
    about: dict[str, str]
    made: dict[tuple[str, bool], Page] = field(default_factory=dict)

    def do(self, by: str, kind: str, transition: str, record: str = "", **values: Any) -> str:
        """Make a transition that must succeed, as the person saved under an alias; return the record's reference."""
        person = self.walk.progress.latest.get(by, by)
        on = self.day()
        decision = self.board.request(kind, transition, record, values, actor=person, entered_by=person, on=on)
        assert decision.moved, [(reason.rule, reason.found, reason.findings) for reason in decision.reasons]
        return decision.reference

    def refused(self, by: str, kind: str, transition: str, record: str, **values: Any) -> None:
        """Ask for a transition that must be refused."""
        person = self.walk.progress.latest[by]
        assert not self.board.request(kind, transition, record, values, actor=person, entered_by=person).moved

    def day(self, later: int = 0) -> str:
        """Return the day that it is, or one so many days later."""
        return (self.calendar.day + timedelta(days=later)).isoformat()


def the_journeys() -> Mapping[str, Journey]:
    """Return the shipped journeys."""
    return load_journeys(shipped("features") / "journeys", load_folder(shipped("workflows") / "revised"))


def _begun(path: Path, journeys: Mapping[str, Journey]) -> Told:
    calendar = Calendar(date.fromisoformat(first_of(journeys).on))
    board = found_board(address_of(path), journeys, shipped("workflows") / "revised", calendar)
    return Told(board, Walk(board, journeys, calendar), calendar, {"board": "PB-1"})


def bare(path: Path, journeys: Mapping[str, Journey]) -> Told:
    """Return a Board on which each record has only just been opened, with no more than must be given."""
    told = _begun(path, journeys)
    walk = told.walk
    narrowed = walk.to("behaviour", "Threats on example buses", "prioritised")
    drafted = {"title": "Bare strategy", "behaviour": narrowed, "needs_spb": "yes"}
    told.about["strategy"] = told.do("board member", "strategy", "draft", **drafted)
    told.about["programme"] = walk.to("programme", "Example Violence Reduction Network", "set_up")
    noise = told.about["behaviour"] = told.do("secretary", "behaviour", "propose", name="Noise", definition="Noise")
    asked = {"name": "Bare zone", "behaviour": noise, "found_by": "behaviour"}
    told.about["zone"] = told.do("board member", "zone", "propose", **asked)
    told.about["meeting"] = told.do("secretary", "meeting", "call", title="Bare", date=told.day())
    evaluator, lead = (told.do("secretary", "person", "register", name=f"{name} Example") for name in ("Eve", "Dee"))
    final: Values = {"title": "Bare", "zones": [told.about["zone"]], "stage": "final", "evaluator": evaluator}
    told.about["evaluation"] = told.do("secretary", "evaluation", "commission", **final)
    told.do("secretary", "appointment", "appoint", office="programme_lead", person=lead, body=told.about["programme"])
    report = {"area": "rutland", "recipient": "Example board of Rutland", "progress": "Nothing yet."}
    about = {"title": "Bare report", "programme": told.about["programme"]}
    told.about["progress_report"] = told.do(lead, "progress_report", "draft", **about, **report)
    return told


def full(path: Path, journeys: Mapping[str, Journey]) -> Told:
    """Return a Board on which every document has something to tell in each of its parts."""
    told = _begun(path, journeys)
    _programme(told)
    _meeting(told)
    _zone(told)
    return told


def _meeting(told: Told) -> None:
    """A meeting that put one matter to the vote with success, one without, and asked for two actions."""
    walk, saved = told.walk, told.walk.progress.latest
    meeting = told.about["meeting"] = walk.to("meeting", "Spring meeting", "met")
    walk.to("vote", "vote", "cast")
    _votes(told, saved["matter"], {"voluntary member": "abstained", "board member": "in_favour"})
    told.do("chair", "decision", "carry", saved["matter"])
    lost = told.do(
        "secretary", "decision", "put", title="Meet at night", meeting=meeting, minute="2020/7", matter="other"
    )
    _votes(told, lost, {"police member": "against", "voluntary member": "against", "board member": "in_favour"})
    told.do("chair", "decision", "lose", lost)
    interest: Values = {"about": [saved["alliance"]], "nature": "employer", "meeting": meeting, "details": TYPED}
    told.do("police member", "interest", "declare", person=saved["police member"], **interest)
    action = {"title": "Write to the schools", "owner": saved["police officer"], "due": told.day(400)}
    told.do("secretary", "action", "note", meeting=meeting, **action)
    walk.to("action", "Write to the bus company", "finished")
    walk.to("meeting", "Spring meeting", "confirmed")


def _votes(told: Told, matter: str, sides: Mapping[str, str]) -> None:
    for member, side in sides.items():
        seat = told.walk.progress.latest[f"{member}'s post"]
        told.do(member, "vote", "cast", decision=matter, seat=seat, side=side)


def _zone(told: Told) -> None:
    """A zone at work, to which agencies pledged money, on conditions, and not at all; with a signed statement."""
    walk, saved = told.walk, told.walk.progress.latest
    zone = told.about["zone"] = walk.to("zone", "Example Wharf", "commissioned")
    told.refused("chair", "zone", "secure_commitment", zone)
    walk.to("zone", "Example Wharf", "active")
    told.about["strategy"] = saved["strategy"]
    delivered = {"delivered": TYPED, "hours_delivered": "350", "people_delivered": "1"}
    told.do("secretary", "commitment", "record_delivery", saved["police pledge"], **delivered)
    signed = File("signed.txt", b"Signed")
    pledge = {"what": TYPED, "authority": "Trustees", "starts": told.day(), "money": "1200.50", "statement": signed}
    _answer(told, "Example Trust 0", "pledge", **pledge)
    _answer(told, "Example Trust 1", "pledge_on_conditions", what="A hall", conditions="Somebody sees to the keys")
    _answer(told, "Example Trust 2", "decline", reasons=TYPED)
    for name, named in ((TYPED_NAME, "no"), (CONSENTING, "yes")):
        leader = told.do("secretary", "person", "register", name=name, may_be_named=named)
        asked = told.do("secretary", "commitment", "ask_leader", zone=zone, leader=leader)
        promise = {"what": "Opens the hall", "authority": "Association", "starts": told.day()}
        told.do(leader, "commitment", "pledge", asked, **promise)
    walk.to("payback", "Benches", "completed")
    told.about["evaluation"] = walk.to("evaluation", "Spring evaluation of Example Wharf", "received")


def _answer(told: Told, name: str, transition: str, **values: Any) -> None:
    """Another agency is asked for its commitment to the zone, and answers."""
    agency = told.do("secretary", "agency", "register", name=name, type="voluntary")
    officer = told.do("secretary", "person", "register", name=f"Officer of {name}", organisation=agency)
    told.do("secretary", "appointment", "appoint", office="agency_officer", person=officer, body=agency)
    sought = told.do("secretary", "commitment", "seek", zone=told.about["zone"], agency=agency)
    told.do(officer, "commitment", transition, sought, **values)


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
