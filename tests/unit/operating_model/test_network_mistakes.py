"""Every mistake in what a model declares of its network is named at its place."""

# ruff: noqa: E501 (the table of mistakes reads by row)

from __future__ import annotations

import pytest

from peoplezones.domain.workflow import Bound, Cells, Model
from tests.unit.operating_model.small import HERE, TEXTS, place_of, problems_of

MISTAKES = [
    # what is there in model.yaml, what is put in its place (⟦ marks where the mistake is), the message
    ("  resilience:\n", "  ⟦resiliance:\n", "`network` has no word 'resiliance'; did you mean 'resilience'?"),
    ("title: Helpers of each case\n      rows: case", "title: Helpers of each case\n      rows: ⟦cas", "no kind is called 'cas'; did you mean 'case'?"),
    ("when: {state: [ready, running]}", "when: {state: [⟦redy, running]}", "case has no state called 'redy'; did you mean 'ready'?"),
    ("when: {state: [ready, running]}", "when: {⟦silence: []}", "no fact is called 'silence'; did you mean 'silent'?"),
    ("asked_in: helpers", "asked_in: ⟦helper", "no field of case is called 'helper'; did you mean 'helpers'?"),
    ("asked_in: helpers", "asked_in: ⟦title", "'title' is a text; a reference is needed here"),
    ("      columns: {asked_in: helpers}", "      columns: ⟦{choices: sides}", "'giver' is a reference; name `asked_in` for the columns"),
    ("columns: {choices: sides}", "columns: ⟦{asked_in: helpers}", "'side' is a choice; name `choices` for the columns"),
    ("columns: {choices: sides}", "columns: {choices: ⟦side}", "no shared list of choices is called 'side'; did you mean 'sides'?"),
    ("columns: {choices: sides}", "columns: {choices: sides, ⟦by: side}", "choices are not grouped `by` anything"),
    ("asked_in: helpers}", "asked_in: helpers, by: ⟦name}", "'name' is a text; a choice is needed here"),
    ("asked_in: helpers}", "asked_in: helpers, except: ⟦left}", "no choice of the groups is called 'left'"),
    ("cells: {kind: pledge, row: case, column: giver", "cells: {kind: ⟦plege, row: case, column: giver", "no kind is called 'plege'; did you mean 'pledge'?"),
    ("row: case, column: giver", "row: ⟦giver, column: giver", "'giver' does not refer to case; name a field that does"),
    ("row: case, column: giver", "row: case, column: ⟦amount", "'amount' is a money; a reference or a choice is needed here"),
    ("there: [given], awaited", "there: [⟦give], awaited", "no state of pledge is called 'give'; did you mean 'given'?"),
    ("until: given_on", "until: ⟦hours", "'hours' is a number; a date is needed here"),
    ("facts: [silent]", "facts: [⟦silnt]", "no fact of case is called 'silnt'; did you mean 'silent'?"),
    ("facts: [silent]", "facts: [⟦pledges]", "'pledges' is a number; a list of what is missing is needed here"),
    ("      columns: {asked_in: helpers}\n      cells: {kind: pledge, row: case, column: giver, there: [given], awaited: [asked], until: given_on}\n", "      ⟦columns: {asked_in: helpers}\n", "there are no columns without `cells`"),
    ("    - {id: sides, title: Sides of each case, rows: case, cells: {kind: pledge, row: case, column: side, there: given}, columns: {choices: sides},", "    - ⟦{id: sides, title: Sides of each case, rows: case,", "nothing is looked for here; add `facts`, `cells` or both"),
    ("{id: posts,", "{id: ⟦helpers,", "'helpers' already names a part of `gaps`"),
    ("title: Posts, rows: case, ", "title: Posts, rows: case, ⟦colour: red, ", "a part of `gaps` has no word 'colour'"),
    ("figures: [guides, raised]", "figures: [⟦gides, raised]", "no fact of case is called 'gides'; did you mean 'guides'?"),
    ("figures: [guides, raised]", "figures: [guides, ⟦silent]", "'silent' is a list; a number is needed here"),
    ("figures: [guides, raised]", "figures: [guides, ⟦part]", "'part' is a number; a number is needed here"),
    ("limits: {guides: few-guides}", "limits: {guides: ⟦few-guide}", "no standing condition of case is called 'few-guide'; did you mean 'few-guides'?"),
    ("limits: {guides: few-guides}", "limits: {guides: ⟦is-guided}", "'is-guided' sets no limit to 'guides'; name a standing condition with `fact: guides, at_most: ...`"),
    ("limits: {guides: few-guides}", "limits: {⟦guide: few-guides}", "no fact of case is called 'guide'; did you mean 'guides'?"),
    ("within: before", "within: ⟦side", "'side' is a choice; a reference is needed here"),
    ("may_leave: [person]", "may_leave: [⟦persn]", "no kind is called 'persn'; did you mean 'person'?"),
    ("may_leave: [person]\n      sides:", "may_leave: [pledge]\n      ⟦sides:", "'pledge' stands in two places here; leave it in one of them"),
    ("        - {title: the pledges, kinds: [pledge], through: [pledge.case]}\n", "", "two sides are linked, and 1 are named here"),
    ("through: [pledge.case]", "through: [⟦pledge]", "a tie is a kind and one of its reference fields, joined by a dot: `kind.field`"),
    ("through: [pledge.case]", "through: [⟦plege.case]", "no kind is called 'plege'; did you mean 'pledge'?"),
    ("ties: [post.holder]", "ties: [⟦post.holdr]", "no field of post is called 'holdr'; did you mean 'holder'?"),
    ("offices: [guide]", "offices: [⟦guid]", "no office is called 'guid'; did you mean 'guide'?"),
    ("enough: {guides: is-guided}", "enough: {guides: ⟦few-guides}", "'few-guides' sets no limit to 'guides'; name a standing condition with `fact: guides, at_least: ...`"),
    ("steps: [give]", "steps: [⟦giv]", "no transition of pledge is called 'giv'; did you mean 'give'?"),
    ("hours: hours", "hours: ⟦amount", "'amount' is a money; a number is needed here"),
    ("asks: giver", "asks: ⟦side", "'side' is a choice; a reference is needed here"),
    ("{kind: pledge, per: case", "{kind: pledge, per: ⟦cas", "no field of pledge is called 'cas'; did you mean 'case'?"),
    ("steps: [give], clause: X-1", "steps: [give], clause: ⟦X-2", "no clause is called 'X-2'; did you mean 'X-1'?"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES, ids=lambda text: text[:40])
def test_a_mistake_is_named_at_its_place(old: str, new: str, message: str) -> None:
    assert TEXTS["model.yaml"].count(old) == 1, f"{old!r} is there {TEXTS['model.yaml'].count(old)} times"
    changed = TEXTS["model.yaml"].replace(old, new)
    text, place = place_of(changed) if HERE in changed else (changed, None)
    found = [one for one in problems_of({**TEXTS, "model.yaml": text}) if one.file == "m/model.yaml"]
    matching = [problem for problem in found if message in problem.message]
    assert matching, "\n".join(map(str, found)) or "it loads"
    if place is not None:
        assert place in [(problem.line, problem.column) for problem in matching]


def test_a_mistyped_fact_is_one_mistake_and_the_right_one_does_not_count_as_unused() -> None:
    text = TEXTS["model.yaml"].replace("facts: [silent]", "facts: [silnt]")
    assert len(problems_of({**TEXTS, "model.yaml": text})) == 1


def test_a_fact_that_only_the_network_looks_at_is_used() -> None:
    texts = {
        **TEXTS,
        "case.yaml": TEXTS["case.yaml"].replace("states:\n", "  idle: {label: days, days_since: due}\nstates:\n", 1),
    }
    assert any("'idle'" in str(problem) for problem in problems_of(texts))
    texts["model.yaml"] = texts["model.yaml"].replace("figures: [guides, raised]", "figures: [guides, idle]")
    assert problems_of(texts) == ()


def test_a_file_that_could_not_be_read_makes_no_mistakes_in_the_network() -> None:
    found = problems_of({**TEXTS, "pledge.yaml": TEXTS["pledge.yaml"] + "x: [\n"})
    assert [problem.file for problem in found] == ["m/pledge.yaml"]


def test_what_is_declared_is_what_the_model_says(model: Model) -> None:
    helpers, sides, _ = model.gaps
    assert helpers.cells == Cells(
        kind="pledge", row="case", column="giver", there=("given",), awaited=("asked",), until="given_on"
    )
    assert (helpers.asked_in, helpers.facts, helpers.choices) == ("helpers", ("silent",), ())
    assert [choice.name for choice in sides.choices] == ["left", "right"]
    assert model.loads[0].limits == (Bound(fact="guides", rule="few-guides"),)
    assert model.resilience[0].sides[1].ties == (("post", "holder"),)
    assert model.works is not None
    assert model.works.steps == ("give",)


NODES = [
    ("node: {sort: tie, joins: true}", True, "tie"),
    ("node: tie", False, "tie"),
    ("node: {sort: tie}", False, "tie"),
]


@pytest.mark.parametrize(("text", "joins", "sort"), NODES)
def test_a_kind_says_whether_it_only_joins_others(text: str, joins: bool, sort: str) -> None:
    from peoplezones.operating_model.load import load_texts

    post = load_texts({**TEXTS, "post.yaml": f"{TEXTS['post.yaml']}{text}\n"}, folder="m").workflows["post"]
    assert (post.node, post.joins) == (sort, joins)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("pledge.yaml", "node: {sort: pledge, joins: true}\n", "nothing is joined without `links`"),
        ("post.yaml", "node: {joins: true}\n", "`node` needs 'sort'; add it"),
        ("post.yaml", "node: {sort: post, join: true}\n", "`node` has no word 'join'; did you mean 'joins'?"),
    ],
)
def test_a_mistake_in_a_node_is_named(file: str, text: str, message: str) -> None:
    found = problems_of({**TEXTS, file: TEXTS[file] + text})
    assert any(message in problem.message for problem in found), found


def test_a_link_counts_until_a_date() -> None:
    text = TEXTS["post.yaml"].replace("until: until, in:", "until: title, in:")
    (found,) = problems_of({**TEXTS, "post.yaml": text})
    assert "'title' is a text; a date field is needed here" in found.message
