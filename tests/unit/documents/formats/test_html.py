"""HTML: everybody can read it, it needs no other file, and a Board's own template goes before ours."""

from __future__ import annotations

import pytest

from peoplezones.documents.formats import written
from peoplezones.documents.page import Page
from peoplezones.filling.fill import TemplateFaulty
from tests.e2e.page import Page as Looked
from tests.pages import check_html, chromium, html_flaws, words
from tests.unit.documents.conftest import Own
from tests.unit.documents.formats.samples import samples

PAGES = samples()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_a_telephone_is_wide_enough(name: str) -> None:
    check_html(written(PAGES[name], "html").decode())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('<html lang="en-GB">', "<html>", "html-has-lang"),
        ("color: #3c444a", "color: #c9c9c9", "color-contrast"),
        ("<h2 ", "<h4 ", "heading-order"),
        (
            "</main>",
            '<img src="https://example.org/a.png"></main>',
            "the page needs another: https://example.org/a.png",
        ),
        ("</main>", '<div style="width: 900px">a</div></main>', "it scrolls aside: 9"),
        ('role="group" aria-labelledby="table_1" tabindex="0"', "", "scrollable-region-focusable"),
    ],
)
def test_the_check_finds_what_is_wrong(old: str, new: str, said: str) -> None:
    wide = Page(
        "A wide table",
        "## One\n\n\\caption Wide\n\n|"
        + " Head of a column |" * 12
        + "\n|"
        + " --- |" * 12
        + "\n|"
        + " figures |" * 12,
        subtitle="In grey",
    )
    html = written(wide, "html").decode().replace("default-src 'none'", "img-src *")
    assert old in html
    assert any(said in flaw for flaw in html_flaws(html.replace(old, new)))


def test_a_wide_table_scrolls_by_itself_and_can_be_reached_with_the_keyboard() -> None:
    heads = " | ".join(f"A long head {number}" for number in range(12))
    html = written(Page("Wide", f"| {heads} |\n|{' --- |' * 12}\n|{' text |' * 12}\n"), "html").decode()
    check_html(html)

    def scrolled(browser) -> tuple[int, str]:  # type: ignore[no-untyped-def]
        with browser.new_context(viewport={"width": 320, "height": 640}) as context:
            page = context.new_page()
            page.set_content(html)
            page.locator(".table").focus()
            page.keyboard.press("ArrowRight")
            page.wait_for_function("document.querySelector('.table').scrollLeft > 0")
            return page.evaluate("scrollX"), page.evaluate("getComputedStyle(document.activeElement).outlineStyle")

    assert chromium.ask(scrolled) == (0, "solid")


def test_a_table_that_came_out_empty_says_so() -> None:
    html = written(Page("Empty", "| Agency | Hours |\n| --- | --- |\n"), "html").decode()
    assert "<tbody>\n<tr><td>None</td><td></td></tr>" in html
    check_html(html)


def test_heads_captions_figures_and_links_say_what_they_are() -> None:
    page = Looked(written(PAGES["paper"], "html").decode())
    assert page.problems == []
    table, other = page.all("table")
    assert [(head.text, head.attributes["scope"]) for head in table.all("th")][:4] == [
        ("Agency", "col"),
        ("Promise", "col"),
        ("Hours", "col"),
        ("Example Police", "row"),
    ]
    assert table.all("caption")[0].text == "Promises by agency"
    assert [head.attributes["scope"] for head in other.all("th")] == ["row", "row"]
    pictures = [part for part in page.all("div") if part.attributes.get("role") == "img"]
    assert [picture.attributes["aria-label"] for picture in pictures] == [
        f"Reports of threats by month. {PAGES['paper'].figures['reports'].alternative}",
        "Stages of the zone. Three stages, of which one goes on.",
    ]
    assert [len(picture.all("svg")) for picture in pictures] == [1, 1]
    assert [link.attributes["href"] for link in page.all("a")] == [
        "#main",
        "#recommendations",
        "https://example.org/buses",
        "mailto:secretary@example.org",
    ]
    assert "recommendations" in {part.attributes.get("id") for part in page.all("h2")}


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "x"]
)
def test_a_link_that_leads_elsewhere_stays_the_text_that_it_is(target: str) -> None:
    html = written(Page("A page", f"[press here]({target}) and <{target}>"), "html").decode()
    assert html.count("<a ") == 1  # to the text of the page
    assert words(html)[-4:] == ["[press", f"here]({target})", "and", f"<{target}>"]


def test_html_in_a_text_is_text() -> None:
    html = written(Page("<script>x</script>", 'a <b onclick="x">b</b>\n\n<script>x</script>\n'), "html").decode()
    assert "<script" not in html
    assert "<b " not in html
    assert "&lt;script&gt;x&lt;/script&gt;" in html


def test_a_style_sheet_of_ones_own_goes_before_ours(own: Own) -> None:
    folder = own("document.css", "body { color: #123456 }")
    assert "#123456" in (html := written(PAGES["letter"], "html", folder).decode())
    assert "Skip to the text" in html


def test_a_template_of_ones_own_sees_the_text_as_html_and_all_else_escaped(own: Own) -> None:
    folder = own("document.html", "<!doctype html><title>{{ title }}</title>{{ text | safe }}")
    assert written(Page("Ours & theirs", "Text."), "html", folder) == (
        b"<!doctype html><title>Ours &amp; theirs</title><p>Text.</p>\n"
    )


def test_a_mistake_in_a_template_of_ones_own_is_told_with_its_line(own: Own) -> None:
    folder = own("document.html", "<!doctype html>\n{{ tittle }}")
    with pytest.raises(TemplateFaulty, match=r"document.html, line 2: 'tittle' is undefined; did you mean 'title'"):
        written(PAGES["letter"], "html", folder)


def test_a_table_that_is_there_to_be_written_in_has_columns_of_one_width() -> None:
    to_fill = "| What | Who asks |\n| --- | --- |\n| A room that is there | |\n| | |\n"
    filled = to_fill.replace("| | |", "| A | B |")
    assert 'class="table whole tofill"' in written(Page("A page", to_fill), "html").decode()
    assert 'class="table whole"' in written(Page("A page", filled), "html").decode()
