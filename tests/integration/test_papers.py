"""Papers, minutes and reviews: made where much is on record and where almost nothing is, for the Board and for all.

That no document lets a personal value slip is tested for every document in `test_documents`; here is what papers say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO

import docx
import pytest

from peoplezones.app import Board
from peoplezones.demo import demo
from peoplezones.documents.declared import listed_documents
from peoplezones.documents.formats import written
from peoplezones.documents.making import PUBLISHABLE, RESTRICTED, Wanted, page_of
from peoplezones.documents.page import Page
from peoplezones.operating_model.load import load_folder
from peoplezones.operating_model.shipped import shipped
from tests.pages import check_html, check_pdf, words
from tests.papers import CONSENTING, TYPED, TYPED_NAME, Told, bare, full, the_journeys

KINDS = ("zone", "meeting", "evaluation", "strategy", "programme", "progress_report", "board")
DOCUMENTS = {
    one.name: one for one in listed_documents(load_folder(shipped("workflows") / "revised")) if one.kind in KINDS
}
ZONE = "PZ-2020-001"

pytestmark = pytest.mark.sqlite  # of what PostgreSQL would say the same


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Told]]:
    """The Board on which everything happened, and the one with almost nothing on record."""
    journeys, folder = the_journeys(), tmp_path_factory.mktemp("papers")
    found = {"full": full(folder / "full.db", journeys), "bare": bare(folder / "bare.db", journeys)}
    yield found
    for one in found.values():
        one.board.close()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """The demonstration."""
    board = demo(tmp_path_factory.mktemp("demo") / "demo.db")
    yield board
    board.close()


def paper(told: Told, document: str, *, publishable: bool = False) -> Page:
    """Return a document about the record that a Board's story is about; each is made once."""
    kept = (document, publishable)
    if kept not in told.made:
        about = told.about[DOCUMENTS[document].kind]
        told.made[kept] = made(told.board, document, about, publishable=publishable)
    return told.made[kept]


def made(board: Board, document: str, about: str, *, publishable: bool = False, on: str = "") -> Page:
    """Return a document, as of a day."""
    seen = board.past(on=on) if on else board
    with seen.view() as view:
        wanted = Wanted(document=document, record=about, publishable=publishable, draft=not on)
        return page_of(view, wanted, seen.today())


def forms(document: str) -> tuple[bool, ...]:
    """Return in which forms a document comes."""
    return {"always": (True,), "never": (False,)}.get(DOCUMENTS[document].publish, (False, True))


def said(page: Page) -> str:
    """Return what a page says; a digit that could begin a list is kept plain by its number."""
    return re.sub(r"&#(\d+);", lambda digit: chr(int(digit[1])), page.markdown)


def tables(page: Page) -> list[str]:
    """Return the rows of every table."""
    return [line for line in said(page).splitlines() if line.startswith("|")]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_format_of_every_paper_is_fit_to_be_handed_out(told: dict[str, Told], document: str) -> None:
    for board in told:
        for publishable in forms(document):
            page = paper(told[board], document, publishable=publishable)
            html = written(page, "html").decode()
            assert (PUBLISHABLE if publishable else RESTRICTED) in " ".join(words(html))
            assert docx.Document(BytesIO(written(page, "docx"))).core_properties.title == page.title
            assert f"# {page.title}" in written(page, "md").decode()
            if board == "full" or publishable:
                check_pdf(written(page, "pdf"))
            if (board == "full") != publishable or len(forms(document)) == 1:  # a browser takes its time
                check_html(html)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_published_paper_names_only_who_agreed(told: dict[str, Told], document: str) -> None:
    page = paper(told["full"], document, publishable=True)
    html = written(page, "html").decode()
    assert "<script" not in html
    for name in ("Example</", "Ada Example", "Lee Example", "Nat Example", "Pat Example", "Zed"):
        assert name not in said(page)
    assert CONSENTING in said(made(told["full"].board, "zone-promises", told["full"].about["zone"], publishable=True))


@pytest.mark.parametrize("document", ["go-ahead-decision", "zone-progress", "zone-promises"])
def test_what_somebody_typed_is_shown_as_typed(told: dict[str, Told], document: str) -> None:
    page = paper(told["full"], document)
    html = written(page, "html").decode()
    typed = TYPED.replace("\u202e", "[U+202E]").replace("\u202c", "[U+202C]")
    assert typed in " ".join(words(html)) or " ".join(typed.split()) in " ".join(words(html))
    assert "<script" not in html
    assert "<b>" not in html
    if document != "zone-promises":
        assert TYPED_NAME in " ".join(words(html))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_paper_says_what_is_not_there(told: dict[str, Told], document: str) -> None:
    page = paper(told["bare"], document)
    assert re.search(
        r"not given|not known|[Nn]obody|[Nn]othing|No \w+|no \w+ yet|have not been|not been written", said(page)
    )
    assert "None" not in said(page)


def test_the_proposal_recommends_once_everything_is_settled(shown: Board) -> None:
    says = said(made(shown, "commissioning-proposal", ZONE, on="2020-05-28"))
    assert "- to commission Example Wharf (made up), for Threats on example buses" in says
    assert "- to make the zone part of the strategy Calm example buses" in says
    assert "- to require the commitment of Example Police and Example Council" in says
    assert "where community leadership is developing" in says
    assert "Bans from buses" in says  # of the review of existing work


def test_the_proposal_says_what_stands_in_the_way(told: dict[str, Told]) -> None:
    says = said(paper(told["bare"], "commissioning-proposal"))
    assert "recommended not to commission the zone yet" in says
    assert "'Commission the zone' is made at 'Community identified'" in says
    assert "There is no strategy for this behaviour yet." in says


def test_the_go_ahead_paper_gives_every_reason_for_a_refusal(shown: Board) -> None:
    says = said(made(shown, "go-ahead-decision", ZONE, on="2020-07-01"))
    assert "not to give the go-ahead yet, for 3 reasons" in says
    assert "AG-003 (Example Council), AG-010 (Example Health Trust)" in says
    assert "to ask Example Health Trust again" in says
    assert "reasons: Has nobody to release this year." in says
    assert "It would be refused." in says
    assert "*Give the go-ahead* on 12 June 2020" in says  # which was tried, and refused
    assert "| At least 2 community leaders still stand by their pledge |" in says


def test_the_go_ahead_paper_says_who_promised_what_and_by_whose_authority(shown: Board) -> None:
    page = made(shown, "go-ahead-decision", ZONE, on="2020-07-27")
    assert "- to give Example Wharf (made up) the go-ahead, and to minute that decision" in said(page)
    police = next(row for row in tables(page) if row.startswith("| Example Police"))
    assert "2 people; 700 hours" in police
    assert "Chief constable" in police
    assert "excused by minute: Do without the health trust" in said(page)
    assert "and not by Mel Example" in said(page)  # who proposed the zone


def test_progress_tells_of_pledges_the_measure_and_what_is_overdue(told: dict[str, Told]) -> None:
    page = paper(told["full"], "zone-progress")
    assert "31 at the latest reading, against 42 at the baseline (73.8% of it). Lower is better." in said(page)
    assert "1 of 1 person (100%); 350 of 700 hours (50%)" in said(page)
    assert "to ask what holds up A hall (Commitment, " in said(page)
    assert set(page.figures) == {"measure", "way"}
    assert "the last reading is 11 Reports of threats in a month below it" in page.figures["measure"].alternative


def test_a_measure_that_has_come_down_to_nought_is_a_reading_like_any_other(told: dict[str, Told]) -> None:
    quiet = told["bare"]
    asked = {"name": "Quiet zone", "behaviour": quiet.about["behaviour"], "found_by": "behaviour"}
    zone = quiet.do("board member", "zone", "propose", **asked)
    for value, baseline in (("3", "yes"), ("0", "no")):
        taken = {"zone": zone, "value": value, "taken_on": quiet.day(), "baseline": baseline, "source": "Counted"}
        quiet.do("secretary", "reading", "take", **taken)
    page = made(quiet.board, "zone-progress", zone)
    assert "0 at the latest reading, against 3 at the baseline (0% of it)" in said(page)
    assert "Line chart of 2 readings" in page.figures["measure"].alternative


def test_a_zones_page_sets_what_came_beside_what_was_promised(told: dict[str, Told]) -> None:
    says = said(paper(told["full"], "zone-promises"))
    assert "3 agencies have promised Example Wharf 700 hours and £1,200.50." in says
    assert "50% of the hours and 0% of the money" in says
    assert "on conditions: Somebody sees to the keys" in says


def test_the_boards_page_adds_up_what_its_agencies_promised(told: dict[str, Told]) -> None:
    page = paper(told["full"], "board-promises")
    assert "5 agencies have been asked" in said(page)
    assert "They have promised 700 hours, of which 350 have come so far." in said(page)
    assert any(row.startswith("| **Example Trust 0**") and "£0.00 of £1,200.50 (0%)" in row for row in tables(page))
    assert any(row.startswith("| **Example Trust 2**") and "Example Wharf: declined" in row for row in tables(page))


def test_an_evaluation_sets_each_zone_against_its_baseline(told: dict[str, Told]) -> None:
    page = paper(told["full"], "evaluation-report")
    assert "Change against the baseline: **Better** (interim evaluation)." in said(page)
    assert any("| 42 | 31 | 73.8% |" in row for row in tables(page))
    assert "Marked: At work since" in page.figures["measure"].alternative
    assert "Fewer threats are reported." in said(page)


def test_each_zone_of_an_evaluation_has_a_chart_of_its_own(shown: Board) -> None:
    page = made(shown, "evaluation-report", "EV-001")
    assert "Without a baseline: New Parks, Bell Foundry and Thringstone and Whitwick." in said(page)
    assert len(page.figures) == 3


def test_minutes_say_who_was_there_and_what_was_resolved_by_which_votes(told: dict[str, Told]) -> None:
    says = said(paper(told["full"], "minutes"))
    assert "- Nat Example, Example Police (police)" in says
    assert "- Fay Example, Example Fire Service" in says.partition("Apologies")[2]
    assert "members for at least 3 constituencies are there; there were 3. The meeting had its quorum." in says
    assert "### Minute 2020/2: Meet every month" in says
    assert "**RESOLVED:** that this be agreed: Meet every month." in says
    assert "Votes: 2 in favour, 0 against, 1 abstained" in says
    assert "**NOT CARRIED:** that this be agreed: Meet at night." in says
    assert "Example Voluntary Alliance: against" in says
    assert "Nat Example, in Example Voluntary Alliance: an employer" in says
    assert "confirmed at Meeting after the Spring meeting" in says


def test_the_action_log_has_owner_day_and_what_came_of_it(told: dict[str, Told]) -> None:
    rows = tables(paper(told["full"], "minutes"))
    assert any(row.startswith("| Write to the bus company | Pat Example |") and "Done on" in row for row in rows)
    assert any(row.startswith("| Write to the schools | Pat Example |") and "Open" in row for row in rows)


def test_in_public_minutes_leave_out_what_was_said_and_who(told: dict[str, Told]) -> None:
    says = said(paper(told["full"], "minutes", publishable=True))
    assert "What was said and decided." not in says
    assert "The text of the minutes is not published here" in says
    assert "**RESOLVED:** that this be agreed: Meet every month." in says
    assert "Head of neighbourhood policing, Example Police" in says


def test_minutes_count_votes_and_show_what_is_overdue(shown: Board) -> None:
    says = said(made(shown, "minutes", "M-2019-01"))
    assert "2 in favour, 1 against, 0 abstained" in says
    assert "30 September 2020 | Open, overdue |" in says


def test_the_strategy_lays_out_every_tier_and_what_is_asked(told: dict[str, Told], shown: Board) -> None:
    page = made(shown, "strategy-report", "ST-001")
    assert "has approved this strategy: Approve Calm example buses" in said(page)
    for tier, by in (("Tier 0", "Council"), ("Tier 1", "Council"), ("Tier 2", "Police"), ("Tier 3", "Police")):
        assert any(row.startswith(f"| {tier}") and f"Example {by}" in row for row in tables(page))
    asked = said(paper(told["bare"], "strategy-report"))
    assert "- to approve the strategy Bare strategy" in asked
    assert "has adopted it, which it has not done yet" in asked
    assert "- to note that nothing is put in yet at: Tier 0 (generic)" in asked
    assert "recommended to note the strategy" in said(paper(told["full"], "strategy-report"))


def test_of_a_programme_money_products_and_areas_are_told(told: dict[str, Told]) -> None:
    page = paper(told["full"], "programme-progress")
    assert "£880,000.00 granted, £876,000.00 spent" in said(page)
    assert any("| £176,000.00 | 20% |" in row for row in tables(page))
    assert any(
        row.startswith("| Example service mapping (Service mapping) | Under way | On track") for row in tables(page)
    )
    assert "which have had none in this period: Leicester and Leicestershire" in said(page)
    assert "### Rutland\n\nIts own figures are shown apart." in said(page)


def test_the_areas_own_board_hears_what_it_means_there(told: dict[str, Told]) -> None:
    says = said(paper(told["full"], "area-progress"))
    assert "## What it means for Rutland\n\nIts own figures are shown apart." in says
    assert "No community of this area is on the Board's register." in says
    assert "Strategic needs assessment" in says


def test_each_step_under_review_has_who_rules_and_facts_and_refusals_too(shown: Board) -> None:
    page = made(shown, "transition-review", ZONE)
    assert "10 steps taken, 1 refused" in said(page)
    assert said(page).count("### Entry ") == 11
    refused = said(page).partition("Give the go-ahead, refused")[2].partition("### ")[0]
    assert "By PE-004 (Ada Example) as chair" in refused
    assert (
        "| At least 2 community leaders still stand by their pledge | Community leaders pledged: 0 | **no** |"
        in refused
    )
    assert "that nobody who must not did it" in refused
    assert (
        "| 166 | 29 May 2020 | Seek an agency's commitment | Sought | PE-004 (Ada Example); caused by entry 163 |"
        in said(page)
    )


def test_what_was_attached_is_named_by_digest_but_not_in_public(told: dict[str, Told]) -> None:
    digest = sha256(b"Signed").hexdigest()
    assert digest in said(paper(told["full"], "transition-review"))
    assert digest not in said(paper(told["full"], "transition-review", publishable=True))
