"""One page in four formats: the same words in the same order, the same bytes each time, and nobody's markup."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from peoplezones.documents.errors import PageFaulty
from peoplezones.documents.formats import FORMATS, written
from peoplezones.documents.formats.letters import on_one_line
from peoplezones.documents.page import Page
from peoplezones.domain.errors import UsageError
from peoplezones.filling.markdown import in_markdown
from tests.unit.documents.formats import said
from tests.unit.documents.formats.samples import samples

ROOT = Path(__file__).resolve().parents[4]
PAGES = samples()


@pytest.mark.parametrize("name", PAGES)
def test_every_format_has_the_same_words_in_the_same_order(name: str) -> None:
    page = PAGES[name]
    words = said.in_html(written(page, "html"))
    assert len(words) > 40
    assert said.in_markdown(written(page, "md")) == words
    assert said.in_word(written(page, "docx")) == words
    heads = "ReferenceNameHours"  # of the table that goes over several sheets: they stand on each
    first, *others = said.in_pdf(written(page, "pdf")).split(heads)
    assert first + heads * bool(others) + "".join(others) == "".join(words)


def test_numbers_of_headings_paragraphs_and_items_are_text_in_every_format() -> None:
    page = PAGES["paper"]
    for found in (
        said.in_html(written(page, "html")),
        said.in_markdown(written(page, "md")),
        said.in_word(written(page, "docx")),
    ):
        text = " ".join(found)
        assert "1 Purpose 1.1 To propose" in text
        assert "1.2 The analysis found two routes. 2 Recommendations 2.1 The Board is asked to: (a) commission" in text
        assert "(b) appoint a co-ordinator, who (i) answers to both leads, (ii) reports" in text
    assert "2.1TheBoardisaskedto:(a)commission" in said.in_pdf(written(page, "pdf"))


def test_another_process_writes_the_same_bytes() -> None:
    here = {f"{name} {form}": sha256(written(PAGES[name], form)).hexdigest() for name in PAGES for form in FORMATS}
    script = (
        "from hashlib import sha256\n"
        "from peoplezones.documents.formats import FORMATS, written\n"
        "from tests.unit.documents.formats.samples import samples\n"
        "for name, page in samples().items():\n"
        "    for form in FORMATS:\n"
        "        print(f'{name} {form}', sha256(written(page, form)).hexdigest(), sep='=')\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**_environment(), "PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert dict(line.split("=") for line in ran.stdout.splitlines()) == here


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}


def test_a_format_that_is_not_there_is_said_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no format 'pfd'; did you mean 'pdf'\?; there are html, pdf, docx, md"):
        written(PAGES["letter"], "pfd")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("markdown", "said_instead"),
    [
        ("![](figure:report)", "'A page': the page has no figure 'report'; did you mean 'reports'?"),
        ("![](https://example.org/a.png)", "'https://example.org/a.png' is no figure of this page; nothing is fetched"),
        ("See ![](figure:reports) here", "the figure 'figure:reports' stands amid a text"),
        ("## Costs\n\nSee [costs](#cost).", "the link '#cost' leads to no heading of the page; did you mean 'costs'?"),
        ("Now \\pagebreak then", "'\\pagebreak' stands amid a text"),
    ],
)
def test_what_a_template_got_wrong_is_said_and_nothing_is_written(form: str, markdown: str, said_instead: str) -> None:
    figures = PAGES["paper"].figures
    with pytest.raises(PageFaulty) as caught:
        written(Page("A page", markdown, figures=figures), form)
    assert said_instead in str(caught.value)


#: What somebody may type: signs of Markdown, of HTML, of spreadsheets and of Jinja, controls and what is not seen.
SIGNS = [
    *"ab Zé09\\`*_[](){}<>|~#+-=.!&;:/\"'@$%^,?\n\t\r\x00\x0b\x1b\x7f\ufeff\u200b\u202e\u2066\ud800\ufffe\u00a0\u2028",
    *(
        "&amp;",
        "<script>",
        "{{",
        "=cmd|",
        "]]>",
        "-->",
        "\\line",
        "\\pagebreak",
        "\\caption ",
        "[ ] ",
        "](javascript:x)",
    ),
    *("![](figure:x)", "1. ", "---", "```", "https://example.org", "**b**"),
]
TYPED = st.lists(
    st.sampled_from(SIGNS),
    max_size=24,
).map("".join)


@given(st.lists(TYPED, min_size=3, max_size=9))
@settings(max_examples=20)  # each holds many texts
def test_what_somebody_typed_stands_there_as_it_is_in_every_format(typed: list[str]) -> None:
    texts = [in_markdown(text) or "nothing" for text in typed]
    items = "".join(f"- {text}\n- [ ] {text}\n" for text in texts)
    rows = "".join(f"| {text} | **{text}** |\n" for text in texts)
    markdown = "\n\n".join(
        [f"## {texts[0]}", *texts, items, f"| a | {texts[1]} |\n| --- | --- |\n{rows}", f"> {texts[2]}"]
    )
    one, two, three = typed[:3]
    page = Page(on_one_line(one) or "T", markdown, two, three, stated=((one, two),), marking=three)
    words = said.in_html(written(page, "html"))
    assert said.in_markdown(written(page, "md")) == words
    assert said.in_word(written(page, "docx")) == words
    shown = "".join(words)
    for text in typed:
        assert shown.count("".join(said.boxed(on_one_line(text)))) >= 3


@given(TYPED, TYPED)
@example("", "&aahttps://example.org")  # a sign that is escaped, in a word that may be broken
@settings(max_examples=12)  # each takes a while
def test_what_somebody_typed_breaks_no_pdf(one: str, two: str) -> None:
    page = Page(
        title=on_one_line(one) or "T", subtitle=two, markdown=f"{in_markdown(two) or 'nothing'}\n", stated=((two, one),)
    )
    data = written(page, "pdf")
    assert _without_boxes(said.in_pdf(data)) == _without_boxes("".join(said.in_html(written(page, "html"))))


def _without_boxes(text: str) -> str:
    return text.replace("[]", "☐")
