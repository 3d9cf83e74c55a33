"""Documents are declared in the language of facts, and every mistake in a declaration is named at its place."""

# ruff: noqa: E501 (the table of mistakes reads by row)

from __future__ import annotations

import pytest

from peoplezones.domain.workflow import Issue, Model, Operand, Supply, Where
from peoplezones.operating_model.describe import describe
from peoplezones.operating_model.difference import differences
from peoplezones.operating_model.load import load_texts
from tests.unit.operating_model.small import HERE, TEXTS, place_of, problems_of


@pytest.fixture
def model() -> Model:
    """Give the small model."""
    return load_texts(dict(TEXTS), folder="m")


def test_a_document_is_read_as_it_is_declared(model: Model) -> None:
    paper = model.workflows["case"].documents["case_paper"]
    assert (paper.title, paper.template, paper.readers, paper.help) == (
        "Paper about the case",
        "case-paper.md",
        "The Board",
        "How it stands.",
    )
    assert (paper.numbered, paper.publish, paper.states) == (True, "never", ("ready", "running"))
    assert paper.issue == Issue(transition="hand_out", file="copy")
    card = model.workflows["case"].documents["case_card"]
    assert (card.numbered, card.publish, card.states, card.supplies, card.issue) == (False, "either", (), (), None)


def test_what_a_template_is_given_is_read_as_it_is_declared(model: Model) -> None:
    given = {supply.name: supply for supply in model.workflows["case"].documents["case_paper"].supplies}
    this = (Operand(kind="this"),)
    assert given["pledges"] == Supply(
        name="pledges",
        source="records",
        kind="pledge",
        where=(
            Where(field="case", op="is", operands=this),
            Where(field="state", op="is", operands=(Operand(kind="literal", literal="given"),)),
        ),
        by="given_on",
        latest_first=True,
    )
    assert given["earlier"] == Supply(
        name="earlier",
        source="path",
        path=("before",),
        facts=("raised",),
        supplies=(
            Supply(name="helpers_then", source="path", path=("helpers",)),
            Supply(name="gifts", source="records", kind="pledge"),
        ),
    )
    assert given["whole"].path == ("root",)
    assert given["figures"] == Supply(name="figures", source="facts", facts=("givers", "age"))
    assert given["money"] == Supply(
        name="money",
        source="series",
        kind="pledge",
        value="amount",
        by="given_on",
        where=(Where(field="case", op="is", operands=this),),
        baseline="target",
        better="better",
        marks=("due",),
    )
    assert given["ready_to"] == Supply(name="ready_to", source="why", transition="run")
    assert [given[name].source for name in ("way", "roles", "steps")] == ["timeline", "offices", "history"]


PAPER = "template: case-paper.md"
WITH = "      steps: history\n"
MISTAKES = [
    # what is there, what is put in its place (⟦ marks where the mistake is), the message
    (PAPER, "template: ⟦case-paper.html", "'case-paper.html' cannot be a template; name a file of the folder of templates"),
    (PAPER, "template: ⟦../case-paper.md", "'../case-paper.md' cannot be a template"),
    (PAPER, f"{PAPER}\n    ⟦templat: x", "a document has no word 'templat'; did you mean 'template'?"),
    ("  case_paper:\n", "  ⟦list:\n", "a document may not be called 'list'"),
    ("  case_paper:\n", "  ⟦Case Paper:\n", "'Case Paper' cannot be the name of a document"),
    ("case_card: {title: Card, ", "case_card: ⟦{", "a document needs 'title'; add it"),
    ("publish: never", "publish: ⟦nevr", "no form is called 'nevr'; did you mean 'never'?"),
    ("in: [ready, running]\n    issue", "in: [ready, ⟦runing]\n    issue", "no state of case is called 'runing'; did you mean 'running'?"),
    ("{transition: hand_out, file: copy}", "{transition: ⟦handout, file: copy}", "no transition of case is called 'handout'; did you mean 'hand_out'?"),
    ("{transition: hand_out, file: copy}", "{transition: hand_out, file: ⟦cpy}", "no field of case is called 'cpy'; did you mean 'copy'?"),
    ("{transition: hand_out, file: copy}", "{transition: hand_out, file: ⟦due}", "'due' is a date; a file is needed here"),
    ("{transition: hand_out, file: copy}", "{transition: ⟦start, file: copy}", "'start' opens a record; a document is given out by one that is there"),
    ("{transition: hand_out, file: copy}", "{transition: drop, file: ⟦copy}", "'drop' takes no 'copy'; put it under its `asks` or `takes`"),
    ("asks: [copy]\n    takes: [due]\n    clause: X-1\n    basis: house\ngoal: done", "asks: [copy, due]\n    clause: X-1\n    basis: house\ngoal: done", "'hand_out' asks for 'due' too, which no document knows; put that under `takes`"),
    (WITH, f"{WITH}      ⟦record: history\n", "a collection may not be called 'record'"),
    (WITH, f"{WITH}      ⟦fields: history\n", "a collection may not be called 'fields'"),
    (WITH, f"{WITH}      ⟦loop: history\n", "a collection may not be called 'loop'"),
    (WITH, "      steps: ⟦histry\n", "no collection is called 'histry'; did you mean 'history'?"),
    (WITH, "      steps: ⟦everything\n", "no collection is called 'everything'; write one of: offices, history"),
    (WITH, "      steps: ⟦[history]\n", "a mapping, or a word is needed here, not a list"),
    (WITH, "      steps: ⟦{}\n", "a collection has one of: kind, path, facts, why, series"),
    (WITH, "      steps: ⟦{kind: pledge, path: before}\n", "a collection has one of: kind, path, facts, why, series"),
    (WITH, "      steps: {path: before, ⟦wher: {}}\n", "a collection with 'path' has no word 'wher'"),
    ("{why: run}", "{why: ⟦rn}", "no transition of case is called 'rn'; did you mean 'run'?"),
    ("{why: run}", "{why: ⟦start}", "'start' opens a record; name a transition of one that is there"),
    ("{path: before, facts", "{path: ⟦befor, facts", "case has no field or fact called 'befor'; did you mean 'before'?"),
    ("{path: before.title}", "{path: ⟦note}", "'note' is personal; end the path at its record, and take the field there"),
    ("{path: before.title}", "{path: before.title, ⟦facts: [raised]}", "'before.title' is a text, which has no 'facts'"),
    ("{path: before.title}", "{path: before.title, ⟦with: {x: history}}", "'before.title' is a text, which has no 'with'"),
    ("{path: before, facts: [raised]", "{path: before, facts: [⟦rased]", "no fact of case is called 'rased'; did you mean 'raised'?"),
    ("gifts: {kind: pledge}", "gifts: {kind: ⟦pledg}", "no kind is called 'pledg'; did you mean 'pledge'?"),
    ("gifts: {kind: pledge}", "gifts: {path: before, with: {x: {path: before, ⟦with: {y: history}}}}", "collections go 3 deep at most; take this one out"),
    ("by: given_on, latest_first", "by: ⟦givn_on, latest_first", "pledge has no field or fact called 'givn_on'; did you mean 'given_on'?"),
    ("cases: {kind: case, by: raised}", "cases: {kind: case, by: ⟦silent}", "records are put in the order of one plain value, and 'silent' is a list"),
    ("cases: {kind: case, by: raised}", "cases: {kind: case, by: ⟦note}", "records are put in the order of one plain value, and 'note' is a personal field"),
    ("{kind: pledge, where: {case: this, state: given}, by", "{kind: pledge, where: {⟦cas: this}, by", "pledge has no field called 'cas'; did you mean 'case'?"),
    ("{series: pledge.amount,", "{series: ⟦amount,", "'series' needs a kind and one of its fields, joined by a dot: `kind.field`"),
    ("{series: pledge.amount,", "{series: ⟦pledge.words,", "'pledge.words' is a text; a number or an amount of money is needed here"),
    ("this}, by: given_on, baseline", "this}, by: ⟦side, baseline", "'side' is a choice; a date is needed here"),
    ("{series: pledge.amount, where: {case: this}, by: given_on,", "⟦{series: pledge.amount, where: {case: this},", "a chart needs 'by', the field with the day of each value; add it"),
    ("baseline: target,", "baseline: ⟦title,", "'title' is a text; a number or an amount of money is needed here"),
    ("better: better,", "better: ⟦side,", "a chart is better `lower` or `higher`, and 'side' can be left"),
    ("marks: [due]", "marks: [⟦side]", "'side' is a choice; a date is needed here"),
]  # fmt: skip


@pytest.mark.parametrize(("there", "instead", "message"), MISTAKES, ids=[row[2][:60] for row in MISTAKES])
def test_a_mistake_in_a_document_is_named_at_its_place(there: str, instead: str, message: str) -> None:
    case = TEXTS["case.yaml"]
    assert case.count(there) == 1
    changed = case.replace(there, instead)
    text, place = place_of(changed) if HERE in changed else (changed, None)
    found = problems_of({**TEXTS, "case.yaml": text})
    matching = [problem for problem in found if message in problem.message]
    assert matching, "\n".join(map(str, found)) or "it loads"
    if place is not None:
        assert ("m/case.yaml", place) in [(problem.file, (problem.line, problem.column)) for problem in matching]


def test_a_name_stands_for_one_document_in_the_whole_model() -> None:
    board = TEXTS["board.yaml"] + (
        "documents:\n  case_card: {title: Card, template: card.md, for: All, clause: X-1, basis: house}\n"
    )
    (problem,) = problems_of({**TEXTS, "board.yaml": board})
    assert "m/case.yaml" in str(problem)
    assert "'case_card' is already a document (m/board.yaml, line 24)" in str(problem)


def test_a_fact_that_only_a_document_shows_is_used() -> None:
    case = TEXTS["case.yaml"].replace(
        "  guides: {label", "  idle: {label: cases after it, count: case, where: {before: this}}\n  guides: {label"
    )
    assert any(
        "no rule looks at the fact 'idle'" in str(problem) for problem in problems_of({**TEXTS, "case.yaml": case})
    )
    shown = case.replace("{facts: [givers, age]}", "{facts: [givers, age, idle]}")
    assert problems_of({**TEXTS, "case.yaml": shown}) == ()


def test_the_description_of_a_kind_has_its_documents(model: Model) -> None:
    paper, card = describe(model, model.workflows["case"])["documents"]
    assert paper["title"] == "Paper about the case"
    assert (paper["for"], paper["form"], paper["while"]) == ("The Board", "restricted only", ["Ready", "Running"])
    assert paper["given_out_by"] == "Hand out"
    assert "pledges (Pledges)" in paper["with"]
    assert "money (a chart of Amount over time)" in paper["with"]
    assert "title before (title of before)" in paper["with"]
    assert "ready to (how 'run' stands)" in paper["with"]
    assert card["form"] == "restricted or publishable"


def test_what_is_different_in_a_document_is_told(model: Model) -> None:
    case = TEXTS["case.yaml"]
    for there, instead, words in [
        ("  case_card: {title: Card,", "  case_note: {title: Note,", ["can now be made, for Everybody", "can no longer be made"]),
        ("publish: never", "publish: always", ["made as publishable only instead of restricted only"]),
        (WITH, "      files: files\n", ["is now also given files (the files that came with it)", "no longer given steps (its history)"]),
        ("in: [ready, running]\n    issue", "in: [ready, open]\n    issue", ["now also made at 'Open'", "no longer made at 'Running'"]),
        ("    issue: {transition: hand_out, file: copy}\n", "", ["put on record by nothing instead of 'Hand out' with 'Copy'"]),
        ("for: The Board", "for: The chair", ["who reads it is now 'The chair' instead of 'The Board'"]),
    ]:  # fmt: skip
        assert case.count(there) == 1
        other = load_texts({**TEXTS, "case.yaml": case.replace(there, instead)}, folder="m")
        told = " ".join(change.words for change in differences(model, other) if change.part == "document")
        assert [one for one in words if one not in told] == []
