"""What the network says of a Board whose story is known: one zone at work, and one Payback project from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from peoplezones.app import Board
from peoplezones.domain.errors import UsageError
from peoplezones.network.change import change
from peoplezones.network.gaps import MARKS, gaps
from peoplezones.network.graph import build, joined
from peoplezones.network.load import loads
from peoplezones.network.looking import NotDeclared
from peoplezones.network.payback import payback
from peoplezones.network.resilience import resilience
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from peoplezones.spec.journey_reading import load_journeys
from peoplezones.spec.walk import Calendar, Walk, first_of, found_board
from tests.databases import address_of

#: People of the journeys, in the order in which they are registered.
SAM, ADA, VIC, PAT, CON, MEL, LEE, LOU, KIT, EVE, AUD = (f"PE-{number:03}" for number in range(1, 12))
POLICE, COUNCIL = "AG-001", "AG-002"


class Story:
    """A Board that journeys have led somewhere, and short ways to ask it for more."""

    def __init__(self, path: Path) -> None:
        model = load_folder(shipped("workflows") / "revised")
        journeys = load_journeys(shipped("features") / "journeys", model)
        self.calendar = Calendar(date.fromisoformat(first_of(journeys).on))
        self.board: Board = found_board(address_of(path), journeys, None, self.calendar)
        self.walk = Walk(self.board, journeys, self.calendar)

    def do(self, kind: str, transition: str, record: str = "", by: str = SAM, **values: Any) -> str:
        """Make a transition that must succeed, and return the record's reference."""
        decision = self.board.request(kind, transition, record, values, entered_by=by)
        assert decision.moved, decision.reasons
        return decision.reference

    def see(self, look: Any, **more: Any) -> Any:
        """Return what an analysis says of the Board as it stands."""
        with self.board.view() as view:
            return look(view, self.board.today(), **more)

    def later(self, days: int) -> None:
        """Let some days pass."""
        self.calendar.day += timedelta(days=days)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    told = Story(tmp_path / "story.db")
    yield told
    told.board.close()


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A zone at work and a Payback project that has been reviewed; tests only look at it."""
    told = Story(tmp_path_factory.mktemp("network") / "work.db")
    told.walk.to("payback", "New benches at Example Wharf", "reviewed")
    yield told
    told.board.close()


# The graph


def test_the_graph_has_a_node_for_each_record_and_an_edge_for_each_reference_with_a_meaning(at_work: Story) -> None:
    with at_work.board.view() as view:
        graph = build(view)
        zone = graph.nodes["PZ-2020-001"]
        assert (zone["kind"], zone["kind_title"], zone["sort"], zone["label"]) == (
            "zone", "People Zone", "zone", "Example Wharf",
        )  # fmt: skip
        assert (zone["state"], zone["state_title"], zone["final"]) == ("active", "Active", False)
        assert zone["opened"] < zone["since"]
        pledge = graph.edges["CM-0001", "PZ-2020-001", "zone"]
        assert (pledge["edge"], pledge["weight"], pledge["live"], pledge["state"]) == (
            "pledged to",
            700,
            True,
            "pledged",
        )
        assert graph.edges[POLICE, "CM-0001", "agency"]["edge"] == "pledges"
        assert not graph.has_edge("CM-0001", POLICE)


def test_a_tie_counts_up_to_the_last_day_that_its_record_gives(story: Story) -> None:
    story.walk.to("board", "Example Prevention Board", "established")
    today = story.board.today()
    post = story.do("appointment", "appoint", office="auditor", person=MEL, body="PB-1", ends=today)

    def live() -> list[bool]:
        with story.board.view() as view:
            graph = build(view, today=story.board.today())
        ends = ((MEL, post, "person"), (post, "PB-1", "body"))
        return [graph.edges[edge]["live"] for edge in ends]

    assert live() == [True, True]
    story.later(1)
    assert live() == [False, False]


def test_a_project_that_is_over_keeps_the_ties_that_its_links_name(at_work: Story) -> None:
    with at_work.board.view() as view:
        graph = build(view)
    project = next(name for name, data in graph.nodes(data=True) if data["kind"] == "payback")
    assert graph.nodes[project]["final"]
    assert graph.edges[project, "PZ-2020-001", "zone"]["live"]
    assert not graph.edges[LEE, project, "nominator"]["live"]  # which names no stages, and the project has ended


def test_in_public_people_go_by_post_or_office_and_by_name_only_if_they_agreed(story: Story) -> None:
    story.walk.to("board", "Example Prevention Board", "established")
    decision = story.board.request(
        "person", "amend", LEE, {"may_be_named": True}, entered_by=SAM, reason="Agreed to it"
    )
    assert decision.moved
    with story.board.view() as view:
        labels = {name: data["label"] for name, data in build(view, public=True).nodes(data=True)}
        known = {name: data["label"] for name, data in build(view).nodes(data=True)}
    assert known[PAT] == "Pat Example"
    assert labels[PAT] == "Inspector"
    assert labels[LEE] == "Lee Example"
    assert labels[LOU] == f"Person {LOU}"
    assert labels[SAM] == "Secretariat"
    assert not any(name in label for label in labels.values() for name in ("Sam ", "Pat ", "Lou ", "Kit "))


def test_a_network_of_nobody_but_the_secretary_can_be_looked_at(story: Story) -> None:
    with story.board.view() as view:
        graph = build(view)
    assert sorted(graph) == ["AP-001", "PB-1", SAM]
    assert [(start, end) for start, end in joined(graph).edges()] == [(SAM, "PB-1")]
    assert all(not part.rows for part in story.see(gaps) if part.id != "board")
    (part,) = story.see(resilience)
    assert part.around == ()
    people, organisations = story.see(loads)
    assert [bearer.amounts[0].value for bearer in people.bearers] == [1]
    assert organisations.bearers == ()
    assert {found.gini for found in organisations.concentration} == {None}
    assert story.see(payback).whole.asked == 0


def test_the_graph_takes_two_queries_and_names(at_work: Story) -> None:
    from sqlalchemy import event

    asked: list[str] = []
    with at_work.board.view() as view:
        listen = lambda *given: asked.append(given[2])  # noqa: E731
        event.listen(view.connection, "before_cursor_execute", listen)
        build(view)
        event.remove(view.connection, "before_cursor_execute", listen)
    assert len([text for text in asked if "FROM reference" in text]) == 1
    assert len([text for text in asked if "FROM record" in text]) == 1
    assert len(asked) == 3  # the third asks for personal names, all at once


# Gaps


def _gap(story: Story, id_: str, **more: Any) -> Any:
    return next(part for part in story.see(gaps, **more) if part.id == id_)


def _cells(row: Any) -> dict[str, str]:
    return {cell.column: MARKS[cell.standing] for cell in row.cells}


def test_each_cell_says_how_an_agency_stands_to_a_zone(story: Story) -> None:
    story.walk.up_to("zone", "Example Wharf", "commission")
    agencies = [POLICE, COUNCIL, *(story.do("agency", "register", name=f"Example {n}", type="health") for n in "ABCD")]
    for number, name in enumerate(agencies[2:]):
        person = story.do("person", "register", name=f"Officer {number} Example")
        story.do("appointment", "appoint", office="agency_officer", person=person, body=name)
    officers = [PAT, CON, *(f"PE-{n:03}" for n in range(12, 16))]
    decided = _reference(story, "decision", "Commission Example Wharf")
    strategy = _reference(story, "strategy", None)
    story.do(
        "zone",
        "commission",
        "PZ-2020-001",
        ADA,
        strategy=strategy,
        required_agencies=agencies[:5],
        commissioning=decided,
    )
    today = story.board.today()
    pledge = {"what": "An officer", "authority": "Chief", "starts": today}
    story.do("commitment", "pledge", "CM-0001", officers[0], **pledge)
    story.do("commitment", "pledge", "CM-0002", officers[1], **pledge, ends=today)
    story.do("commitment", "reserve", "CM-0003", officers[2], reasons="No money")
    story.do("commitment", "pledge_on_conditions", "CM-0004", officers[3], what="A room", conditions="Repairs")
    (row,) = _gap(story, "agencies").rows
    assert _cells(row) == {POLICE: "+", COUNCIL: "+", agencies[2]: "!", agencies[3]: "?", agencies[4]: "?"}
    story.later(1)
    (row,) = _gap(story, "agencies").rows
    assert _cells(row)[COUNCIL] == "x"
    assert next(cell.words for cell in row.cells if cell.column == COUNCIL) == f"Pledged, until {today}"
    lacking = {found.fact: found.names for found in row.lacking}
    assert lacking["agencies_missing"] == (COUNCIL, agencies[2], agencies[3], agencies[4])
    assert lacking["agencies_unanswered"] == (agencies[4],)
    assert lacking["agencies_holding_back"] == (agencies[2],)
    assert "Police" not in row.groups_missing
    assert "Lower-tier authorities" in row.groups_missing  # whose only pledge is over
    assert "Community leaders" not in row.groups_missing  # which no agency could be


def _reference(story: Story, kind: str, name: str | None) -> str:
    with story.board.view() as view:
        graph = build(view)
    return next(str(n) for n, d in graph.nodes(data=True) if d["kind"] == kind and name in (None, d["label"]))


def test_a_tier_that_nothing_serves_is_a_gap_of_the_place(at_work: Story) -> None:
    with at_work.board.view() as view:
        zone = view.record("PZ-2020-001")
        assert zone is not None
        (community,) = zone.fields["communities"]
    (row,) = [row for row in _gap(at_work, "communities").rows if row.reference == community]
    assert set(_cells(row).values()) == {"x"}  # its initiatives name the zone, and no community


def test_what_the_board_lacks_is_what_its_own_fact_says(at_work: Story) -> None:
    (row,) = _gap(at_work, "board").rows
    (lacking,) = row.lacking
    assert "lower_tier" not in lacking.names
    assert "fire" in lacking.names
    assert "Fire and rescue service" in lacking.text


# Load


def test_a_warning_comes_before_anybody_carries_more_than_the_model_allows(story: Story) -> None:
    story.walk.to("board", "Example Prevention Board", "established")
    people = story.see(loads)[0]
    assert people.warnings == ()
    for body in (POLICE, COUNCIL):
        story.do("appointment", "appoint", office="agency_officer", person=MEL, body=body)
    people = story.see(loads)[0]
    (warning,) = people.warnings
    assert (warning.reference, warning.standing, warning.leans) == (MEL, "at the limit", "house rule X-8")
    assert "3 of at most 3" in warning.words
    third = next(bearer for bearer in people.bearers if bearer.reference == MEL).amounts[0]
    assert (third.value, third.limit) == (3, 3)


def test_more_than_the_model_allows_is_told_and_so_is_an_exception(story: Story) -> None:
    story.walk.to("board", "Example Prevention Board", "established")
    for body in (POLICE, COUNCIL):
        story.do("appointment", "appoint", office="agency_officer", person=MEL, body=body)
    story.do("appointment", "appoint", office="auditor", person=MEL, body="PB-1", load_agreed=True)
    (warning,) = story.see(loads)[0].warnings
    assert (warning.reference, warning.standing) == (MEL, "over")
    assert "4 of at most 3, more than the model allows" in warning.words
    today = story.board.today()
    decided = {"title": "Four offices for a time", "body": "prevention_board", "date": today, "minute": "2020/5"}
    reason = {"matter": "exception", "about": MEL, "excepts": "load", "until": today, "rationale": "On leave"}
    story.do("decision", "record", **decided, **reason)
    (warning,) = story.see(loads)[0].warnings
    assert (warning.standing, warning.words.rpartition(", ")[2]) == (
        "by exception",
        "but by an exception that it knows",
    )


def test_an_organisation_whose_people_have_no_room_left_is_warned_of_too(story: Story) -> None:
    story.walk.to("board", "Example Prevention Board", "established")
    for body in (COUNCIL, "PB-1"):
        office = "agency_officer" if body == COUNCIL else "auditor"
        story.do("appointment", "appoint", office=office, person=PAT, body=body)
    person, police = story.see(loads)[0].warnings
    assert (person.reference, person.standing) == (PAT, "at the limit")
    assert (police.reference, police.standing) == (POLICE, "at the limit")
    assert police.words == "Example Police: offices held: 3 of at most 3 for 1 person together"


def test_the_limit_is_that_of_the_model_and_written_nowhere_else(story: Story) -> None:
    with story.board.view() as view:
        (standing,) = [s for s in view.model.workflows["person"].standing if s.guard.id == "load-bearable"]
    (person,) = story.see(loads)[0].bearers
    assert person.amounts[0].limit == standing.guard.tests[0].operands[0].literal


def test_load_is_told_by_organisation_too(at_work: Story) -> None:
    people, organisations = at_work.see(loads)
    council = next(group for group in people.together if group.reference == COUNCIL)
    # Con (agency officer), Mel (board member), Kit (co-ordinator): three people with one office each
    assert (council.people, council.amounts[0].value, council.amounts[0].limit) == (3, 3, 9)
    assert council.amounts[1].value == 1  # of them Kit alone holds an office in a zone
    hours = {bearer.reference: [amount.value for amount in bearer.amounts] for bearer in organisations.bearers}
    assert hours[POLICE] == [1, 0, 700, 0, 0]
    assert hours["AG-003"] == [0, 0, 0, 0, 130]  # the provider, by what it carried out
    pledged = next(found for found in organisations.concentration if found.figure == "hours_pledged")
    assert (pledged.total, pledged.bearers, pledged.carrying) == ("700", 3, 1)
    assert (pledged.gini, pledged.top_three) == (0.6667, 1.0)


def test_nobody_is_named_in_a_public_paper(at_work: Story) -> None:
    known = {bearer.reference: bearer.label for bearer in at_work.see(loads)[0].bearers}
    labels = {bearer.reference: bearer.label for bearer in at_work.see(loads, public=True)[0].bearers}
    assert known[PAT] == "Pat Example"
    assert labels[PAT] == "Inspector"
    assert not set(known.values()) & set(labels.values())


# Resilience


def test_whoever_alone_links_an_agency_to_a_zone_is_named_by_office(at_work: Story) -> None:
    (part,) = at_work.see(resilience)
    (around,) = part.around
    assert [point.words for point in around.points] == [
        f"If the Agency lead ({PAT}) leaves, no one links Example Wharf to Example Police",
        f"If the Co-ordinator ({KIT}) leaves, no one links Example Wharf to Example Council",
    ]
    assert around.unlinked == ()
    community = next(body for body in around.linked if body.side == "the communities")
    assert [person.reference for person in community.by] == [LEE, LOU]  # who stand for it without an office of its own
    assert (around.cut, {person.reference for person in around.cut_by}) in [(2, {PAT, KIT}), (2, {LEE, LOU})]
    assert [(depth.fact, depth.value, depth.least, depth.words) for depth in around.depth] == [
        ("leaders_pledged", 2, 2, "several"),
        ("community_leads", 1, None, "one alone"),
    ]


def test_the_only_tie_of_an_agency_is_told(at_work: Story) -> None:
    (around,) = at_work.see(resilience)[0].around
    told = {bridge.references: (bridge.cut_off, bridge.words) for bridge in around.bridges}
    cut_off, words = told[(POLICE, PAT)]
    assert cut_off == (POLICE,)
    assert words == (
        f"Only one tie keeps Example Police: that of the Agency lead ({PAT}) (serves and works for Example Police)"
    )
    assert set(told) == {(POLICE, PAT), (COUNCIL, KIT), (PAT, "PZ-2020-001"), (KIT, "PZ-2020-001")}


def test_somebody_who_agreed_is_called_by_name(story: Story) -> None:
    story.walk.to("zone", "Example Wharf", "active")
    assert story.board.request("person", "amend", PAT, {"may_be_named": True}, entered_by=SAM, reason="Agreed").moved
    (around,) = story.see(resilience)[0].around
    assert around.points[0].words == (
        f"If Pat Example, the Agency lead ({PAT}) leaves, no one links Example Wharf to Example Police"
    )


def test_when_the_only_one_has_gone_nobody_links_the_agency(story: Story) -> None:
    story.walk.to("zone", "Example Wharf", "active")
    posts = [holding.source for holding in _held(story, PAT) if holding.office == "agency_lead"]
    story.do("appointment", "end", posts[0], ended_because="Moved away")
    (around,) = story.see(resilience)[0].around
    assert [body.reference for body in around.unlinked] == [POLICE]


def _held(story: Story, person: str) -> Any:
    with story.board.view() as view:
        return view.offices_of(person)


# Payback


def test_payback_is_told_from_nomination_to_review(at_work: Story) -> None:
    found = at_work.see(payback)
    (place,) = found.places
    assert (place.reference, place.asked, place.hours, place.hours_text) == ("PZ-2020-001", 1, 130, "130")
    assert [(t.transition, t.count, t.median_days, t.most_days) for t in place.taken] == [
        ("check", 1, 3, 3),
        ("accept", 1, 8, 8),
        ("schedule", 1, 8, 8),
        ("begin", 1, 29, 29),
        ("complete", 1, 43, 43),
        ("give_review", 1, 50, 50),
    ]
    assert [step.since_last for step in place.works[0].steps] == [3, 5, 0, 21, 14, 7]
    assert [(one.reference, one.count) for one in place.asked_by] == [(LEE, 1)]
    assert [(one.label, one.count) for one in place.done_by] == [("Example Rehabilitation Company", 1)]
    assert found.whole.asked == 1


def test_a_step_that_was_taken_back_does_not_count(story: Story) -> None:
    project = story.walk.to("payback", "New benches at Example Wharf", "checked")
    assert story.board.request("payback", "undo", project, entered_by=KIT, reason="The wrong one").moved
    (place,) = story.see(payback).places
    assert [taken.count for taken in place.taken] == [0] * 6
    assert place.taken[0].median_days is None


# Any day


def test_what_joined_between_two_days_is_what_the_log_says_happened(story: Story) -> None:
    story.walk.to("zone", "Example Wharf", "commissioned")
    first = story.board.today()
    story.later(1)
    story.walk.to("zone", "Example Wharf", "active")
    second = story.board.today()
    with story.board.past(on=first) as before, before.view() as was, story.board.view() as now:
        found = change((was, first), (now, second))
        back = change((now, second), (was, first))
    assert "Example Police pledged to Example Wharf" in [edge.words for edge in found.edges_joined]
    assert ("Example Wharf", "Commissioned", "Active") in [(m.label, m.before, m.after) for m in found.moved]
    assert found.left == ()
    assert {node.kind for node in found.joined} >= {"initiative"}
    assert (back.left, back.edges_left) == (found.joined, found.edges_joined)


def test_a_model_that_declares_nothing_says_so(tmp_path: Path) -> None:
    model = shipped("workflows") / "first-2018"
    with Board.found(address_of(tmp_path / "first.db"), secretary="Sam Example", model=model) as board:
        with board.view() as view:
            today = board.today()
            for look, word in ((gaps, "gaps"), (loads, "load"), (payback, "payback"), (resilience, "resilience")):
                with pytest.raises(
                    NotDeclared, match=f"'People Zones, first operating model', does not declare '{word}'"
                ):
                    look(view, today)
            assert sorted(build(view)) == ["AP-001", "PB-1", SAM]
    assert issubclass(NotDeclared, UsageError)
