"""PDF: what assistive technology gets, that nothing is fetched, and what is said where a library or font is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from peoplezones.documents.errors import PageFaulty
from peoplezones.documents.formats import written
from peoplezones.documents.page import Page
from tests.pages import check_pdf, pdf_flaws, tags
from tests.tagged import Tagged
from tests.unit.documents.conftest import Own
from tests.unit.documents.formats.samples import long_table, samples

ROOT = Path(__file__).resolve().parents[4]
PAGES = samples()


def run(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, in which warnings are errors."""
    begin = (
        "from peoplezones.documents.errors import FormatMissing\n"
        "from peoplezones.documents.formats import written\n"
        "from peoplezones.documents.page import Page\n"
    )
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-W", "error", "-X", "utf8", "-c", begin + script],
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", PAGES)
def test_every_page_passes_pdf_ua_1(name: str) -> None:
    check_pdf(written(PAGES[name], "pdf"))


def test_the_check_finds_what_is_wrong() -> None:
    import weasyprint

    tagless = weasyprint.HTML(string="<p>No title, no language, no tags").write_pdf()
    assert any("PDFUA1" in flaw for flaw in pdf_flaws_of_any(tagless))
    headless = '<html lang="en"><title>T</title><h1>T</h1><h3>Skips</h3><table><tr><td>No head</td></tr></table>'
    flaws = pdf_flaws(weasyprint.HTML(string=headless).write_pdf(pdf_variant="pdf/ua-1"))
    assert "a table without heads: No head" in flaws
    assert "a heading that skips a level: Skips" in flaws


def pdf_flaws_of_any(data: bytes) -> list[str]:
    from page import ValidationProfile, validate_pdf_bytes

    return [found.rule_id for found in validate_pdf_bytes(data, profile=ValidationProfile.PDF_UA_1).failures]


def test_it_says_its_title_its_language_and_no_date() -> None:
    tagged = Tagged(written(PAGES["paper"], "pdf"))
    assert tagged.reader.metadata is not None
    assert tagged.reader.metadata.title == "Proposal to commission a People Zone: Example Wharf, D-2026-003"
    assert tagged.catalog["/Lang"] == "en-GB"
    assert "/CreationDate" not in tagged.reader.metadata
    assert "/ModDate" not in tagged.reader.metadata


def test_a_table_over_several_sheets_has_its_heads_on_each_and_loses_no_row() -> None:
    data = written(long_table(120), "pdf")
    tables = tags(data, "Table")
    assert len(tables) == len(Tagged(data).reader.pages) > 2
    for table in tables:
        heads = ["".join(head.text.split()) for head in table.all("TH")][:3]
        assert heads == ["Reference", "Name", "Hours"]
    rows = [row.text for table in tables for row in table.all("TR") if not row.text.startswith("Reference")]
    assert [row[:6] for row in rows] == [f"AG-{number:03}" for number in range(1, 121)]


def test_a_short_table_stays_on_one_sheet() -> None:
    before = "\n\n".join(["A line of text that takes its place."] * 25)
    rows = "\n".join(f"| {number} | b |" for number in range(6))
    data = written(Page("A page", f"{before}\n\n| a | b |\n| --- | --- |\n{rows}\n"), "pdf")
    assert len(Tagged(data).reader.pages) == 2
    assert len(tags(data, "Table")) == 1


def test_a_table_that_is_too_wide_lies_on_its_side_and_loses_nothing() -> None:
    data = written(PAGES["matrix"], "pdf")
    boxes = [page.mediabox for page in Tagged(data).reader.pages]
    assert [box.width > box.height for box in boxes] == [False, True]
    upright = written(PAGES["matrix"], "html").decode().replace("overflow-wrap: anywhere", "").replace("page: wide", "")
    import weasyprint

    lost = weasyprint.HTML(string=upright).write_pdf(pdf_variant="pdf/ua-1")
    assert any("text beyond the paper" in flaw for flaw in pdf_flaws(lost))


def test_a_line_that_leads_to_a_table_stands_on_its_sheet() -> None:
    before = "\n\n".join(["A line of text that takes its place."] * 24)
    rows = "\n".join(f"| {number} | b |" for number in range(6))
    data = written(Page("A page", f"{before}\n\nThis is asked:\n\n| a | b |\n| --- | --- |\n{rows}\n"), "pdf")
    first, second = (page.extract_text() for page in Tagged(data).reader.pages)
    assert "This is asked:" not in first
    assert "This is asked:" in second


def test_a_link_with_stressed_words_and_a_long_address_is_a_link() -> None:
    long = f"<https://example.org/{'x' * 60}>"
    text = f"[a **bold** and `typed` link](https://example.org), {long} and **[one](#a)**\n\n## A\n"
    check_pdf(data := written(Page("A page", text), "pdf"))
    assert next(link.text for link in tags(data, "Link")) == "a bold and typed link"


def test_a_figure_says_in_words_what_it_shows() -> None:
    figures = PAGES["paper"].figures
    assert [figure.alternative for figure in tags(written(PAGES["paper"], "pdf"), "Figure")] == [
        f"Reports of threats by month. {figures['reports'].alternative}",
        "Stages of the zone. Three stages, of which one goes on.",
    ]


def test_marking_reference_title_and_number_stand_on_every_sheet_but_the_marking_not_twice_on_the_first() -> None:
    first, *others = (page.extract_text() for page in Tagged(written(PAGES["paper"], "pdf")).reader.pages)
    assert first.count("Draft. Restricted: has personal data") == 1
    assert "Page 1 of 3" in first
    assert len(others) == 2
    for number, other in enumerate(others, 2):
        for told in ("Draft. Restricted: has personal data", "D-2026-003", PAGES["paper"].title, f"Page {number} of 3"):
            assert told in other


@pytest.mark.parametrize(
    "asked",
    [
        '<img src="file:///etc/hostname" alt="a">',
        '<img src="http://localhost:9/a.png" alt="a">',
        '<p style="background: url(https://example.org/a.png)">a</p>',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<object data="file:///etc/hostname">a</object>',
        '<img src="figure:other" alt="a">',
    ],
)
def test_a_template_that_asks_for_a_file_or_an_address_gets_nothing_and_is_told(own: Own, asked: str) -> None:
    folder = own("document.html", f'<!doctype html><html lang="en"><title>T</title><body>{asked}{{{{ text | safe }}}}')
    with pytest.raises(PageFaulty, match="a document fetches nothing and holds all it needs"):
        written(Page("A page", "Text."), "pdf", folder)


def test_a_letter_that_no_font_has_is_named_with_what_to_install(tmp_path: Path) -> None:
    (fonts,) = {path.parent for path in Path("/usr/share/fonts").rglob("DejaVuSans.ttf")}
    only = tmp_path / "fonts.conf"  # whatever else this machine has
    only.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    ran = run(
        "try:\n    written(Page('A page', 'A temple: \U00013250, a house: \U00013250\U0001325f'), 'pdf')\n"
        "except FormatMissing as fault:\n    print(fault)\n",
        FONTCONFIG_FILE=str(only),
    )
    assert ran.stderr == ""
    assert 'no font on this machine has "\U00013250" (U+13250), "\U0001325f" (U+1325F); install' in ran.stdout
    assert "fonts-noto" in ran.stdout


@pytest.mark.parametrize("library", ["libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libgobject-2.0.so.0"])
def test_without_pango_a_pdf_is_refused_with_what_to_install_and_the_other_formats_work(
    tmp_path: Path, library: str
) -> None:
    (tmp_path / library).write_text("no library", encoding="utf-8")  # found before the real one, and not to be loaded
    ran = run(
        "page = Page('A page', 'Text.')\n"
        "for form in ('html', 'docx', 'md'):\n"
        "    print(form, len(written(page, form)) > 10)\n"
        "for again in (1, 2):\n"
        "    try:\n"
        "        written(page, 'pdf')\n"
        "    except FormatMissing as fault:\n"
        "        print(fault)\n",
        LD_LIBRARY_PATH=str(tmp_path),
    )
    assert ran.stderr == ""
    *others, first, second = ran.stdout.splitlines()
    assert others == ["html True", "docx True", "md True"]
    assert first == second
    assert first.startswith("a PDF needs the library Pango, which cannot be loaded here (cannot load library 'lib")
    for remedy in ("apt install libpango-1.0-0", "brew install pango", "pacman -S", "HTML, Word and Markdown need"):
        assert remedy in first
