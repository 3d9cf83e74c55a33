"""`model features` writes one page that everybody can read, with what fails first."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT, Run
from tests.e2e.page import Page, flaws
from tests.house import change, house
from tests.pages import check_html


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return house(tmp_path / "home")


def written(run: Run, home: Path, *options: str) -> str:
    page = home / "page.html"
    run("model", "features", str(home), "-o", str(page), *options)
    return page.read_text("utf-8")


def test_the_page_is_built_so_that_everybody_can_read_it(run: Run, home: Path) -> None:
    text = written(run, home)
    assert flaws(text) == []
    check_html(text)
    change(home / "features" / "posts.feature", "somebody else is in", "nobody is in")
    failing = written(run, home)
    assert flaws(failing) == []
    check_html(failing)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("</nav>", "", "</body> closes <nav>"),
        ("<h2 ", "<h2></h2><h4 ", "skips a level"),
        ('lang="en-GB"', "", "no language"),
        ('<th scope="row">', "<td>", "closes <td>"),
        ("</head>", "<script>1</script></head>", "<script> is in the page"),
        ('id="summary"', 'id="contents"', "the id 'contents' is there 2 times"),
    ],
)
def test_the_check_of_the_page_finds_what_is_wrong(run: Run, home: Path, old: str, new: str, said: str) -> None:
    text = written(run, home)
    assert old in text
    assert any(said in flaw for flaw in flaws(text.replace(old, new, 1)))


def test_every_scenario_is_there_under_its_rule_with_steps_and_result(run: Run, home: Path) -> None:
    page = Page(written(run, home))
    assert page.all("title")[0].text == "Features of An allotment society, to try the engine on, 1"
    assert [h.text for h in page.all("h2")] == ["Contents", "How the examples come out", "Plots", "Posts"]
    assert [h.text for h in page.all("h3")] == [
        "A plot is planted once everybody has pledged",
        "The secretariat is never left empty",
    ]
    scenarios = [h.text for h in page.all("h4")]
    assert "Ten hours are needed Holds" in scenarios
    assert len(scenarios) == 7
    text = page.root.text
    assert "From: the stages and their order (test, T-1); commitment before planting (test, T-2)." in text
    assert "All 7 scenarios hold." in text
    rows = [[cell.text for cell in row.inner] for row in page.all("table")[0].all("tr")]
    assert rows == [
        ["Feature", "Hold", "Fail", "Result"],
        ["Plots", "5", "0", "Holds"],
        ["Posts", "2", "0", "Holds"],
    ]
    assert ["Hours", "10"] in [[cell.text for cell in row.inner] for row in page.all("tr")]


def test_what_fails_comes_first_with_the_reason(run: Run, home: Path) -> None:
    change(home / "features" / "posts.feature", "somebody else is in", "nobody is in")
    page = Page(written(run, home))
    assert page.all("title")[0].text.startswith("1 fail: ")
    headings = [h.text for h in page.all("h2")]
    assert headings.index("What fails") < headings.index("Plots")
    section = next(s for s in page.all("section") if s.attributes["aria-labelledby"] == "failing")
    assert "Somebody stays in the secretariat" in section.text
    assert 'Then it is refused only because "nobody is in the secretariat"' in section.text
    assert "Needed: somebody else is in the secretariat" in section.text
    assert "posts.feature:6" in section.text
    assert [h.text for h in page.all("h4")].count("Somebody stays in the secretariat Fails") == 1


def test_what_a_feature_says_cannot_break_the_page(run: Run, home: Path) -> None:
    wicked = "<script>alert(1)</script> & {{ 1 + 1 }}"
    change(home / "features" / "posts.feature", "Scenario: One of two may go", f"Scenario: {wicked}")
    text = written(run, home)
    assert flaws(text) == []
    assert f"{wicked} Holds" in [h.text for h in Page(text).all("h4")]


def test_a_file_of_somebody_else_is_left_as_it_is(run: Run, home: Path) -> None:
    (home / "page.html").write_text("mine")
    refused = run("model", "features", str(home), "-o", str(home / "page.html"), code=1)
    assert "--overwrite" in refused.output
    assert (home / "page.html").read_text() == "mine"
    assert written(run, home, "--overwrite").count("<h1>") == 1
    nowhere = run("model", "features", str(home), "-o", str(home / "no" / "page.html"), code=1)
    assert "does not exist" in nowhere.output


def test_a_board_may_have_a_template_of_its_own(run: Run, home: Path) -> None:
    (home / "features.html").write_text("{{ held }} of {{ total }}: {{ features[0].name }}")
    assert written(run, home, "--templates", str(home)).endswith("7 of 7: Plots")


def _luminance(colour: str) -> float:
    short = len(colour) == 4
    parts = [int(part * 2 if short else part, 16) / 255 for part in re.findall("." if short else "..", colour[1:])]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_words_stand_out_from_the_paper_by_day_and_by_night() -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11: text 4.5 to 1, lines 3 to 1."""
    template = (ROOT / "templates" / "features.html").read_text("utf-8")
    palettes = [
        dict(re.findall(r"--(\w+): (#\w+)", block)) for block in re.findall(r":root \{([^}]*--[^}]*)\}", template)
    ]
    assert len(palettes) == 3
    for palette in palettes:
        for name, colour in palette.items():
            for ground in ("paper", "fill"):
                light, dark = sorted((_luminance(colour), _luminance(palette[ground])), reverse=True)
                ratio = (light + 0.05) / (dark + 0.05)
                least = {"paper": 1, "fill": 1, "line": 3 if ground == "paper" else 1}.get(name, 4.5)
                assert ratio >= least, (name, ground, ratio)
