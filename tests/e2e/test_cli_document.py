"""Making documents from the command line, issuing them, and everything that can go wrong with that."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from tests.e2e.conftest import ALLOTMENT, Run

DOCUMENTS = """\
documents:
  plot_letter:
    title: Letter about the plot
    template: plot-letter.md
    for: Whoever rents it
    in: [proposed]
    issue: {transition: send, file: letter}
    clause: T-1
    basis: house
    with:
      pledges: {kind: pledge, where: {plot: this}}
      steps: history
  plot_notice: {title: Notice, template: plot-notice.md, for: Everybody, publish: always, clause: T-1, basis: house}
  plot_values:
    title: Values
    template: plot-values.md
    for: Tests
    clause: T-1
    basis: house
    with:
      pledges: {kind: pledge, where: {plot: this}, by: person, latest_first: true, with: {who: {path: person}}}
      asked_first: {path: members}
      parent: {path: part_of, facts: [hours]}
      parent_name: {path: part_of.name}
      whole: {path: root, with: {plots: {kind: plot, by: name}}}
      figures: {facts: [hours, unpledged]}
      roles: offices
      ways: stages
      waiting: deadlines
      amiss: breaches
      papers: files
      next: {why: plant}
  plot_file: {title: File, template: plot-notice.md, for: The committee, publish: never, clause: T-1, basis: house}
"""
ABOUT_ALL = """\
documents:
  society_report: {title: Report, template: society-report.md, for: All, clause: T-1, basis: house,
    with: {plots: {kind: plot, latest_first: true}}}
"""
VALUES = """\
{% for one in pledges %}
{{ one.reference }} {{ one.state_title }}, {{ one.who.name }}, due {{ one.due.day }}; hours {{ one.fields.hours.text }}.

{% endfor %}
asked {{ asked_first | map(attribute="name") | listed }}

parent {{ parent }}; {{ parent_name.text }}; {{ parent_name.given }}

whole {{ whole.name }}: {{ whole.plots | map(attribute="name") | listed }}

figures {{ figures.hours.value }}, {{ figures.unpledged.text }}, {{ figures.unpledged.value | length }}

roles {% for one in roles %}{{ one.title }}{{ " vacant" if one.vacant }}; {% endfor %}


ways {% for one in ways if one.here %}{{ one.title }}: {{ one.steps | map(attribute="title") | listed }}{% endfor %}


waiting {{ waiting | map(attribute="reference") | listed }}

amiss {{ amiss | length }}; papers {{ papers | length }}; next {{ next.title }}: {{ next.possible }}
"""
SEND = """\
  send:
    title: Send the letter
    from: proposed
    to: same
    by: [{office: secretariat}]
    asks: [letter]
    clause: T-1
    basis: house
"""
LETTER = """\
## About {{ record.name }}

{% for step in steps %}
- {{ step.title }}: {{ step.actor }}
{% endfor %}
"""
NAME = "<script>x</script> {{ 1 }} =cmd|' \u202eevil"
SHOWN = r"\<script\>x\</script\> {{ 1 }} =cmd\|' \[U+202E\]evil"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """The small model of an allotment society, with documents about its plots."""
    folder = tmp_path / "model"
    shutil.copytree(ALLOTMENT, folder)
    plot = (folder / "plot.yaml").read_text()
    plot = plot.replace("fields:\n", "fields:\n  letter: {type: file, label: Letter}\n", 1)
    plot = plot.replace("transitions:\n", f"transitions:\n{SEND}", 1)
    (folder / "plot.yaml").write_text(plot + DOCUMENTS)
    whole = folder / "society.yaml"
    whole.write_text(whole.read_text() + ABOUT_ALL)
    return folder


@pytest.fixture
def society(run: Run, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A Board under that model with a plot, its secretary at the keyboard, and templates of its own."""
    run("init", "--secretary", "Sam Sample", "--board", "The Society", "--model", str(model))
    monkeypatch.setenv("PEOPLEZONES_AS", "Sam Sample")
    templates = tmp_path / "own"
    templates.mkdir()
    (templates / "plot-letter.md").write_text(LETTER)
    (templates / "plot-notice.md").write_text("{{ record.name }}\n")
    (templates / "plot-values.md").write_text(VALUES)
    (templates / "society-report.md").write_text("{{ record.name }}: {{ plots | map(attribute='name') | listed }}\n")
    monkeypatch.setenv("PEOPLEZONES_TEMPLATES", str(templates))
    run("plot", "propose", "--name", NAME)
    return run


REF = "PL-2026-001"


@pytest.fixture
def ref(society: Run) -> str:
    """The plot's reference."""
    (plot,) = json.loads(society("plot", "list", "--json").output)["rows"]
    return str(plot["reference"])


def made(society: Run, *arguments: str, code: int = 0) -> str:
    """Run `document` and return what it says."""
    return society("document", *arguments, code=code).output


def test_the_documents_there_are_and_those_that_fit_are_listed(society: Run, ref: str) -> None:
    listed = made(society, "list")
    assert "plot-letter" in listed
    assert "Whoever rents it" in listed
    assert "restricted or publishable" in listed
    society("person", "register", "--name", "Ann Example")
    society("plot", "ask", ref, "--members", "Ann Example")
    fitting = json.loads(made(society, "list", ref, "--json"))
    assert [one["name"] for one in fitting] == ["plot-notice", "plot-values", "plot-file"]
    assert "No document fits Ann Example now." in made(society, "list", "Ann Example")
    assert "Letter about the plot (Plot)." in made(society, "--help")


def test_a_document_is_written_whole_in_the_format_of_its_ending(society: Run, ref: str, tmp_path: Path) -> None:
    for ending, begins in [("md", b"**Restricted"), ("html", b"<!doctype html>"), ("pdf", b"%PDF-1."), ("docx", b"PK")]:
        file = tmp_path / f"letter.{ending}"
        told = made(society, "plot-letter", ref, "-o", str(file))
        assert file.read_bytes().startswith(begins), ending
        assert "Restricted" in told
    told = json.loads(made(society, "plot-letter", ref, "-o", str(tmp_path / "again.md"), "--publishable", "--json"))
    assert told["digest"] == hashlib.sha256((tmp_path / "again.md").read_bytes()).hexdigest()
    assert told["stated"]["Operating model"] == "An allotment society, to try the engine on, 1"
    assert sorted(path.name for path in tmp_path.glob(".*")) == [], "nothing half-written is left"


def test_what_somebody_typed_is_shown_as_it_is(society: Run, ref: str, tmp_path: Path) -> None:
    printed = made(society, "plot-letter", ref, "-o", "-")
    assert f"## About {SHOWN}\n" in printed
    file = tmp_path / "letter.html"
    made(society, "plot-letter", ref, "-o", str(file))
    html = file.read_text()
    assert "<script" not in html
    assert "\u202e" not in html
    assert "&lt;script&gt;x&lt;/script&gt; {{ 1 }} =cmd|" in html


def test_a_document_about_the_board_as_a_whole_needs_no_reference(society: Run) -> None:
    society("plot", "propose", "--name", "North end")
    assert "The Society: North end and <script" in made(society, "society-report", "-o", "-").replace("\\", "")


def test_a_template_is_given_what_is_declared(society: Run) -> None:
    for name in ("Ann Example", "Bo Example"):
        society("person", "register", "--name", name)
    society("plot", "propose", "--name", "2019")
    society("plot", "ask", "2019", "--members", "Ann Example", "--members", "Bo Example")
    told = made(society, "plot-values", "2019", "-o", "-")
    assert "PG-002 Sought, Bo Example, due " in told
    assert told.index("PG-002 Sought") < told.index("PG-001 Sought")
    for line in [
        "; hours not given.",
        "asked Ann Example and Bo Example",
        "parent not given; not given; no",
        "whole The Society: 2019 and ",
        "figures 0, Ann Example and Bo Example, 2",
        "roles Warden vacant;",
        "ways Pledges asked for: Plant and Give up",
        "amiss 0; papers 0; next Plant: no",
    ]:
        assert line in told
    waiting = next(line for line in told.splitlines() if line.startswith("waiting "))
    assert "PG-001" in waiting


def test_what_is_published_calls_people_by_office(society: Run, ref: str) -> None:
    assert "Propose: PE-001 (Sam Sample)" in made(society, "plot-letter", ref, "-o", "-")
    public = made(society, "plot-letter", ref, "-o", "-", "--publishable")
    assert "Sam" not in public
    assert "Propose: PE-001 (Secretariat)" in public
    assert "May be published" in made(society, "plot-notice", ref, "-o", "-")
    told = made(society, "plot-file", ref, "-o", "-", "--publishable", code=2)
    assert "'File' is never published; leave out --publishable" in told


def test_a_document_speaks_of_the_day_that_it_is_asked_for(society: Run, ref: str) -> None:
    told = made(society, "plot-notice", ref, "-o", "-", "--as-of", "2020-01-01", code=2)
    assert "had not been founded on 2020-01-01" in told
    assert "is yet to come" in made(society, "plot-notice", ref, "-o", "-", "--as-of", "2999-01-01", code=2)
    assert "the log has no entry 99" in made(society, "plot-notice", ref, "-o", "-", "--at", "99", code=2)
    before = made(society, "plot-letter", ref, "-o", "-", "--at", "5")
    society("plot", "amend", ref, "--rent", "5", "--reason", "The committee agreed")
    assert made(society, "plot-letter", ref, "-o", "-", "--at", "5") == before
    assert made(society, "plot-letter", ref, "-o", "-") != before


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["plot-leter", REF, "-o", "-"], 2, "no document is called 'plot-leter'; did you mean 'plot-letter'?"),
        (["plot-letter", "PL-2026-9", "-o", "-"], 2, "no Plot is called 'PL-2026-9'"),
        (["plot-letter", "-o", "-"], 2, "say which Plot 'Letter about the plot' is to be about"),
        (["plot-letter", REF, "-o", "{here}/none/x.md"], 1, "No such file or folder '{here}/none'; make it first"),
        (["plot-letter", REF, "-o", "{here}", "--format", "md"], 1, "is a folder; give a file name in it"),
        (["plot-letter", REF, "-o", "{here}/taken.md"], 1, "exists already and is left as it is"),
        (["plot-letter", REF, "-o", "{here}/x.odt"], 2, "does not say in which format; let it end in one of: .html"),
        (["plot-letter", REF, "-o", "-", "--templates", "{here}/none"], 2, "'{here}/none' does not exist"),
        (["issue", "plot-notice", REF, "--format", "md"], 2, "does not say how 'Notice' is put on record"),
        (["issue", "plot-letter", REF], 2, "say in which format, with --format: html, pdf, docx, md"),
        (["issue", "plot-letter", REF, "-o", "-"], 2, "name a file with -o, or leave it out"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    society: Run, ref: str, tmp_path: Path, arguments: list[str], code: int, told: str
) -> None:
    (tmp_path / "taken.md").write_text("mine")
    before = sorted(tmp_path.rglob("*.md"))
    given = [one.replace(REF, ref).replace("{here}", str(tmp_path)) for one in arguments]
    assert told.replace("{here}", str(tmp_path)) in made(society, *given, code=code)
    assert sorted(tmp_path.rglob("*.md")) == before
    assert (tmp_path / "taken.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (
            "one\n{{ record.nmae }}",
            "template plot-letter.md, line 2: what is here has no attribute 'nmae'",
        ),
        ("{% include '/etc/passwd' %}", "template plot-letter.md, line 1: there is no template '/etc/passwd'"),
        ("{{ record.__class__ }}", "template plot-letter.md, line 1: "),
        ("{{ 'a' * 10 ** 9 }}", "it needs more memory than a template is given"),
        ("![x](figure:none)", "none"),
    ],
)
def test_a_faulty_template_is_named_and_nothing_is_written(
    society: Run, ref: str, tmp_path: Path, template: str, told: str
) -> None:
    (tmp_path / "own" / "plot-letter.md").write_text(template)
    file = tmp_path / "letter.md"
    assert told in made(society, "plot-letter", ref, "-o", str(file), code=1)
    assert not file.exists()


def test_a_document_makes_sense_at_its_stages_and_elsewhere_only_as_a_draft(society: Run, ref: str) -> None:
    society("person", "register", "--name", "Ann Example")
    society("plot", "ask", ref, "--members", "Ann Example")
    told = made(society, "plot-letter", ref, "-o", "-", code=2)
    assert f"is made at 'Proposed', and {ref} is at 'Pledges asked for'; as a draft it can be made at any stage" in told
    assert "Draft" in made(society, "plot-letter", ref, "-o", "-", "--draft")


def test_issuing_keeps_the_document_with_the_entry_and_gives_it_back_as_it_was(
    society: Run, ref: str, tmp_path: Path
) -> None:
    file = tmp_path / "letter.pdf"
    told = made(society, "issue", "plot-letter", ref, "-o", str(file))
    assert "'peoplezones evidence get 6' writes it back" in told
    (kept,) = json.loads(society("evidence", "list", ref, "--json").output)
    assert kept["digest"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (kept["name"], kept["type"], kept["field"]) == ("letter.pdf", "PDF", "letter")
    society("evidence", "get", "6", "-o", str(tmp_path / "back.pdf"))
    assert (tmp_path / "back.pdf").read_bytes() == file.read_bytes()
    assert "Send the letter" in society("plot", "history", ref).output
    society("audit", "verify")


def test_issuing_twice_with_one_key_happens_once(society: Run, ref: str) -> None:
    again = ["issue", "plot-letter", ref, "--format", "md", "--key", "letter-1", "--at", "5"]
    made(society, *again)
    made(society, *again)
    assert len(json.loads(society("evidence", "list", ref, "--json").output)) == 1


def test_what_is_refused_or_only_rehearsed_is_not_written(society: Run, ref: str, tmp_path: Path) -> None:
    society("person", "register", "--name", "Ann Example")
    file = tmp_path / "letter.md"
    issue = ["issue", "plot-letter", ref, "-o", str(file)]
    told = made(society, *issue, "--as", "Ann Example", code=3)
    assert "'Send the letter' is for Secretariat" in told
    made(society, *issue, "--dry-run")
    assert not file.exists()
    assert society("evidence", "list").output == "No files are kept here.\n"
    file.write_text("mine")
    assert "exists already" in made(society, *issue, code=1)
    assert society("evidence", "list").output == "No files are kept here.\n"
    assert file.read_text() == "mine"


def test_a_long_text_and_one_without_anything_are_documents_too(society: Run, ref: str, tmp_path: Path) -> None:
    (tmp_path / "own" / "plot-notice.md").write_text("{{ record.fields.rent.text }}\n\n{{ 'wort ' * 20000 }}\n")
    printed = made(society, "plot-notice", ref, "-o", "-")
    assert "not given" in printed
    assert printed.count("wort") == 20000
    (tmp_path / "own" / "plot-notice.md").write_text("")
    assert "# Notice" in made(society, "plot-notice", ref, "-o", "-")
