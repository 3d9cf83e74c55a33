"""The pages of a model say everything that the model says, in order, and with headings and tables that hold."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from peoplezones.documents import model_pages
from peoplezones.documents.pages import page_name
from peoplezones.domain.workflow import Model
from peoplezones.filling.markdown import in_markdown
from peoplezones.operating_model.load import load_texts
from tests.unit.operating_model.small import TEXTS

KINDS = [name.removesuffix(".yaml") for name in TEXTS if name != "model.yaml"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_every_stage_transition_field_rule_and_promise(model: Model, kind: str) -> None:
    page, workflow = model_pages(model)[f"{kind}.md"], model.workflows[kind]
    words = [state.title for state in workflow.states.values()]
    words += [f"### {move.title}\n" for move in workflow.transitions.values()]
    words += [f"| {field.label} |" for field in workflow.fields.values()]
    rules = [(guard.id, guard.because, guard.clause) for _, guard in workflow.guards()]
    rules += [(promise.id, promise.because, promise.clause) for promise in workflow.promises]
    for name, because, clause in rules:
        words += [f"| `{name}` | {because}", f"{clause} ({model.clauses[clause].paper})"]
    assert [word for word in words if word not in page] == []


def test_a_page_tells_who_when_and_what_is_given(model: Model) -> None:
    page = model_pages(model)["case.md"]
    for line in (
        "| Open | | within 30 days | Keeper; then Guide of this case, 7 days after it |",
        "- *Resume*: from *Paused*; to the stage it was at before",
        "- Not by: whoever made 'Prepare'",
        "- Opens: [Pledge](pledge.md), one for each of the helpers",
        "- Sets Opened by: whoever acts",
        "| `is-guided` | somebody guides it | guides is at least 1 | Running | Chair | X-1 (house rule):"
        " Things are done in order |",
        "| `order` | in order | Running only after Ready | X-1 (house rule): Things are done in order |",
        "| Amend Title, Note | Keeper | at any stage |",
        "| Undo *Pause* | Chair | it is the last thing done |",
    ):
        assert line in page.replace("|  |", "| |"), line


def test_a_page_tells_which_offices_a_record_gives(model: Model) -> None:
    given = "- Chair, Keeper or Guide (as *Office* says): to the person in *Holder*, of *Body*, while at *Held*"
    assert f"{given}, until *Last day*" in model_pages(model)["post.md"]


def test_how_far_a_rule_leans_on_its_clause_is_told() -> None:
    texts = dict(TEXTS)
    texts["model.yaml"] = texts["model.yaml"].replace("paper: house rule", "paper: Annex")
    case = texts["case.yaml"]
    texts["case.yaml"] = case.replace("basis: house", "basis: says", 1).replace("basis: house", "basis: implies", 1)
    page = model_pages(load_texts(texts, folder="m"))["case.md"]
    for basis in ("the paper says", "the paper implies", "house rule"):
        assert f"X-1 (Annex): Things are done in order ({basis})" in page


def test_the_index_has_every_kind_office_clause_and_the_rules_that_name_it(model: Model) -> None:
    index = model_pages(model)["index.md"]
    for kind in KINDS:
        assert f"- [{model.workflows[kind].title}]({kind}.md): {model.workflows[kind].help}" in index
    assert all(f"| {office.title} |" in index for office in model.offices.values())
    row = next(line for line in index.splitlines() if line.startswith("| X-1 | house rule |"))
    assert "Begin a Board. Adopt a model. " in row
    assert "[Case](case.md): what it is, Start, Prepare" in row
    for _, guard in model.workflows["case"].guards():
        assert f"`{guard.id}`" in row


def test_headings_follow_in_order_and_rows_have_as_many_cells_as_their_head(model: Model) -> None:
    for name, page in model_pages(model).items():
        depths = [len(found[1]) for found in re.finditer(r"^(#+) ", page, re.MULTILINE)]
        assert depths[0] == 1, name
        assert depths.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(depths)), name
        for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
            head, rule, *rows = table.splitlines()
            assert set(rule) <= set("| -"), name
            assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {head.count("|")}, table
        assert page.endswith("\n"), name


def test_every_rule_names_the_scenarios_that_show_it(model: Model) -> None:
    nothing = {"named": [], "more": 0}
    here = {"at": "cases.feature:8", "link": "../features/cases.feature#L8", "title": "x"}
    shown = {
        name: {
            "transitions": {
                move: {"passes": {"named": [here], "more": 2}, "refuses": nothing} for move in kind.transitions
            },
            "guards": {
                guard.id: {"passes": nothing, "refuses": {"named": [here], "more": 0}} for _, guard in kind.guards()
            },
        }
        for name, kind in model.workflows.items()
    }
    page = model_pages(model, shown=shown)["case.md"]
    link = "[cases.feature:8](../features/cases.feature#L8)"
    assert page.count(f"- Shown by: {link} and 2 more\n") == len(model.workflows["case"].transitions)
    assert page.count(f"Refuses: {link}.") == len(model.workflows["case"].guards())
    for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        head, _, *rows = table.splitlines()
        assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {head.count("|")}, table
    assert "Shown by" not in model_pages(model)["case.md"]


def test_what_a_model_says_cannot_break_its_pages() -> None:
    texts = dict(TEXTS)
    wicked = "Paused | ```` <script> [x](y) {{ 1 + 1 }}"
    texts["case.yaml"] = texts["case.yaml"].replace("title: Paused", f"title: '{wicked}'")
    texts["case.yaml"] = texts["case.yaml"].replace("title: Ready", 'title: "Ready\\n```\\n<b>"')
    page = model_pages(load_texts(texts, folder="m"))["case.md"]
    assert f"| {in_markdown(wicked)} |" in page
    before, diagram, after = re.split(r"^```.*\n", page, flags=re.MULTILINE)
    assert "<script>" not in before + after
    assert "<script>" not in diagram
    assert "<b>" not in page.replace("\\<b\\>", "")


def test_no_page_of_a_kind_is_that_of_the_index() -> None:
    assert page_name("case") == "case.md"
    assert page_name("index") == "kind-index.md"
