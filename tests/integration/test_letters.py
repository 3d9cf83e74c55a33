"""Toolkits, letters, statements and nominations: fit to be handed out, and each says what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import docx
import pytest

from peoplezones.app import Board
from peoplezones.demo import demo
from peoplezones.documents.formats import written
from peoplezones.documents.making import Wanted, page_of
from tests.pages import check_html, check_pdf, words

pytestmark = pytest.mark.sqlite  # of what PostgreSQL would say the same

SAYS = [
    # document, record of the demonstration, what it says, what it does not
    ("toolkit", "TK-0001", ["for the agencies of", "Worksheet: our agency's commitment"], ["my commitment"]),
    ("toolkit", "TK-0002", ["for the community's leaders of", "Worksheet: my commitment"], ["our agency's commitment"]),
    ("commitment-request", "CM-0001", ["We ask Example Police to say", "We pledge it on conditions"], []),
    ("commitment-request", "CM-0004", ["What you can give counts"], ["We ask Lee Example to say"]),
    ("commitment-statement", "CM-0002", ["commit ourselves to the People Zone", "Head of communities", "350"], []),
    ("commitment-statement", "CM-0004", ["commit myself to the People Zone"], ["commit ourselves"]),
    (
        "appointment-letter",
        "AP-020",
        ["You are appointed Co-ordinator", "Runs the zone and answers to both leads."],
        [],
    ),
    ("payback-nomination", "CP-2020-001", ["Benches and a cleared path", "We accept it"], ["Lee Example"]),
]


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """The demonstration."""
    found = demo(tmp_path_factory.mktemp("letters") / "demo.db")
    yield found
    found.close()


@pytest.mark.parametrize(("document", "about", "says", "leaves_out"), SAYS, ids=lambda value: str(value)[:30])
def test_what_is_handed_to_people_is_fit_and_says_what_it_is_for(
    board: Board, document: str, about: str, says: list[str], leaves_out: list[str]
) -> None:
    with board.view() as view:
        page = page_of(view, Wanted(document=document, record=about, publishable=False, draft=True), board.today())
    html = written(page, "html").decode()
    said = " ".join(words(html))
    assert [one for one in says if one not in said] == []
    assert [one for one in leaves_out if one in said] == []
    check_html(html)
    check_pdf(written(page, "pdf"))
    assert docx.Document(BytesIO(written(page, "docx"))).core_properties.title == page.title
