"""A zone of one's own, from nothing to evaluated, by the command line alone and under the shipped model."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from click.testing import Result

Run = Callable[..., Result]

BEFORE = """
person register --name "Cher Chair"
person register --name "Pol Police"
person register --name "Cou Council"
person register --name "Leo Leader"
person register --name "Lea Leader"
person register --name "Cor Coordinator"
person register --name "Eva Evaluator"
agency register --name Police --type police
agency register --name Council --type authority
community register --name "Example Estate" --area leicester --extent geographic
appointment appoint --office chair --person "Cher Chair" --body "Our Board"
appointment appoint --office agency_officer --person "Pol Police" --body Police
appointment appoint --office agency_officer --person "Cou Council" --body Council
appointment appoint --office community_leader --person "Leo Leader" --body "Example Estate"
appointment appoint --office community_leader --person "Lea Leader" --body "Example Estate"
behaviour propose --name Shoplifting --definition "Theft from shops" --place "Town centre" \
    --agencies Police --agencies Council
decision record --title "Shoplifting first" --body prevention_board --date TODAY --minute 1 --matter other
CHAIR behaviour prioritise Shoplifting --health-view "Asked in May"
behaviour record-analysis Shoplifting --findings "Common on the estate" --causes Boredom --sources "Shop records"
community record-behaviours "Example Estate" --behaviours Shoplifting --evidence "Shop records"
review begin --title "What shops do" --behaviour Shoplifting --reviewer "Eva Evaluator"
review report "What shops do" --tier-2 "Guards" --tier-3 "Bans" --recommendations "Talk earlier"
measure add --title "Thefts a month" --behaviour Shoplifting --better lower --often monthly --agency Police --due TODAY
strategy draft --title "Calm shops" --behaviour Shoplifting --needs-spb no
input add --title "A youth club" --strategy "Calm shops" --tier tier_0 --aim causes
input add --title "Mentors" --strategy "Calm shops" --tier tier_1 --aim causes
input add --title "A warden" --strategy "Calm shops" --tier tier_2 --aim meanwhile
input add --title "Work with those banned" --strategy "Calm shops" --tier tier_3 --aim meanwhile
strategy set-out "Calm shops" --policy "One rule on bans" --alignment "None" --watched-by "Eva Evaluator"
decision record --title "Adopt it" --body prevention_board --date TODAY --minute 2 --matter strategy \
    --about "Calm shops"
"""
TO_GO_AHEAD = """
CHAIR strategy adopt "Calm shops" --adoption "Adopt it"
zone propose --name Wharf --behaviour Shoplifting --found-by behaviour
zone analyse-behaviour Wharf --measure Thefts --better lower
zone identify-communities Wharf --communities "Example Estate"
decision record --title Commission --body prevention_board --date TODAY --minute 3 --matter commission --about Wharf
CHAIR zone commission Wharf --strategy "Calm shops" --required-agencies Police --required-agencies Council \
    --commissioning Commission
commitment pledge CM-0001 --what "An officer" --authority Chief --starts TODAY --for "Pol Police" --document Letter
commitment pledge CM-0002 --what "A room" --authority Head --starts TODAY --for "Cou Council" --document Letter
commitment ask-leader --zone Wharf --leader "Leo Leader"
commitment ask-leader --zone Wharf --leader "Lea Leader"
commitment pledge CM-0003 --what Evenings --authority Estate --starts TODAY --for "Leo Leader" --document Letter
"""
GO_AHEAD = """
commitment pledge CM-0004 --what Evenings --authority Estate --starts TODAY --for "Lea Leader" --document Letter
zone record-agreement Wharf --agreed-how meeting --agreed-on TODAY --agreement "They asked for it"
zone secure-commitment Wharf
decision record --title "Go ahead" --body prevention_board --date TODAY --minute 4 --matter go_ahead --about Wharf
CHAIR zone give-go-ahead Wharf --go-ahead "Go ahead"
appointment appoint --office agency_lead --person "Pol Police" --body Wharf --duties "Leads the agencies"
appointment appoint --office community_lead --person "Leo Leader" --body Wharf --duties "Leads the community"
appointment appoint --office coordinator --person "Cor Coordinator" --body Wharf --duties "Runs it" \
    --employer Council --funding-source Grant --funding-ends 2999-12-31
zone assign-roles Wharf
zone issue-toolkit Wharf --toolkit-edition Second
toolkit acknowledge-for-agencies TK-0001 --for "Pol Police" --document Letter
toolkit acknowledge-for-community TK-0002 --for "Leo Leader" --document Letter
initiative map --name Evenings --tier tier_1 --zones Wharf
initiative map --name Mentors --tier tier_2 --zones Wharf --behaviour Shoplifting
reading take --zone Wharf --value 42 --taken-on TODAY --baseline yes --source "Shop records"
zone activate Wharf
"""


@pytest.fixture
def ours(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[Result]]:
    """Return a function that runs lines of commands, each of which must succeed."""
    run("init", "--secretary", "Sec Retary", "--board", "Our Board")
    monkeypatch.setenv("PEOPLEZONES_AS", "Sec Retary")
    today = datetime.now(UTC).date().isoformat()

    def walk(lines: str) -> list[Result]:
        results = []
        for line in lines.strip().splitlines():
            words = shlex.split(line.replace("TODAY", today))
            chair = words[0] == "CHAIR"
            extra = ["--for", "Cher Chair", "--document", "Minutes"] if chair else []
            results.append(run(*words[chair:], *extra))
        return results

    return walk


def test_a_zone_is_carried_to_active_with_a_refusal_on_the_way(ours: Callable[[str], list[Result]], run: Run) -> None:
    ours(BEFORE)
    ours(TO_GO_AHEAD)
    refused = run("zone", "secure-commitment", "Wharf", code=3).output
    assert "Found:  community leaders pledged: 1" in refused
    plan = run("zone", "plan", "Wharf").output
    assert "MISSING at least 2 community leaders have pledged" in plan
    assert "can be put right by: peoplezones commitment pledge" in plan
    assert plan.splitlines()[2].split() == ["Goal:", "Evaluated"]
    ours(GO_AHEAD)
    shown = json.loads(run("zone", "show", "Wharf", "--json").output)
    assert (shown["state"], shown["breaches"]) == ("active", [])
    assert {held["office"] for held in shown["held_of_it"]} == {"agency_lead", "community_lead", "coordinator"}
    assert "waits for" in run("status").output
    assert "agree" in run("rebuild").output


def test_why_tells_which_decision_would_do(ours: Callable[[str], list[Result]], run: Run) -> None:
    ours(BEFORE)
    told = run("strategy", "why", "Calm shops", "adopt").output
    assert "what counts: Board decisions" in told
    assert "with 'What it is about' ST-001, with 'Kind of decision' A strategy" in told
    assert "can be prepared by: peoplezones decision record" in told


def test_a_breach_shows_in_the_status_until_it_is_put_right(ours: Callable[[str], list[Result]], run: Run) -> None:
    ours(BEFORE)
    ours(TO_GO_AHEAD)
    ours(GO_AHEAD)
    ours('commitment withdraw CM-0001 --reasons "No officers left" --for "Pol Police" --document Letter')
    status = run("status").output
    assert "Breaches" in status
    assert "agencies neither pledged nor excused: AG-001 (Police)" in status
    ours(
        "commitment pledge CM-0001 --what Half --authority Chief --starts TODAY --for 'Pol Police' \
    --document Letter"
    )
    assert "no standing condition is broken" in run("status").output
