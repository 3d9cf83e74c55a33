"""What headings mean, and that everything wrong with them is said at once."""

from __future__ import annotations

import msgspec
import pytest

from peoplezones.app import Board
from peoplezones.domain.workflow import Workflow
from peoplezones.exchange.columns import column_for, heading_for, understand


@pytest.fixture
def thing(board: Board) -> Workflow:
    """The workflow with a field of every type."""
    return board.model.workflows["thing"]


@pytest.mark.parametrize("heading", ["made_on", "Made on", " MADE-ON ", "made  on"])
def test_a_field_is_known_by_name_or_label_whatever_case_and_spacing(thing: Workflow, heading: str) -> None:
    column = column_for(thing, heading)
    assert column is not None
    assert column.field == "made_on"


@pytest.mark.parametrize("heading", ["Reference", "transition", "ON", "for", "Document", "reason", "key"])
def test_the_words_of_a_request_are_known(thing: Workflow, heading: str) -> None:
    column = column_for(thing, heading)
    assert column is not None
    assert column.word == heading.lower()


@pytest.mark.parametrize("heading", ["state", "Since", "problem", "Problem 2"])
def test_what_exports_and_reports_add_is_known_and_not_read(thing: Workflow, heading: str) -> None:
    column = column_for(thing, heading)
    assert column is not None
    assert not column.word
    assert not column.field


def test_a_heading_is_the_label_unless_two_fields_share_it(thing: Workflow) -> None:
    assert heading_for(thing, "worth") == "Worth, in pounds"
    assert heading_for(thing, "worth", names=True) == "worth"
    assert heading_for(thing, "twin_a") == "twin_a"


def test_every_heading_is_read_again_as_its_own_field(board: Board) -> None:
    for workflow in board.model.workflows.values():
        for field in workflow.fields:
            for names in (True, False):
                column = column_for(workflow, heading_for(workflow, field, names=names))
                assert column is not None
                assert column.field == field


def test_a_label_that_is_also_a_word_of_a_request_is_not_guessed_at(thing: Workflow) -> None:
    remark = msgspec.structs.replace(thing.fields["remark"], label="Document")
    clash = msgspec.structs.replace(thing, fields={**thing.fields, "remark": remark})
    assert heading_for(clash, "remark") == "remark"
    word, field = (column_for(clash, heading) for heading in ("document", "Remark"))
    assert word is not None
    assert field is not None
    assert (word.word, field.field) == ("document", "remark")
    _, problems = understand(clash, ("name", "Document"), "take_in")
    assert problems == ("'Document' may be a field or not; write 'remark' for the field, or else 'document'",)


def test_every_problem_is_listed_at_once(thing: Workflow) -> None:
    _, problems = understand(thing, ("Colur", "Size", "size", "Twin", "made_on", "zzz", "Sold for"), "take_in")
    assert [problem for problem in problems if "Colur" in problem] == [
        "'Colur' is not a column of a Thing; did you mean 'Colour'?"
    ]
    for part in (
        "'size' is the heading of columns 2 and 3",
        "'Twin' is the label of several fields; name one of them: twin_a, twin_b",
        "'zzz' is not a column of a Thing; these can be read: name, made_on",
        "'Sold for' is not asked for by 'take-in'",
        "there is no column 'Name of it', which 'take-in' asks for",
    ):
        assert any(part in problem for problem in problems), part
    assert len(problems) == 6


def test_name_and_label_of_one_field_are_doubled(thing: Workflow) -> None:
    _, problems = understand(thing, ("name", "Name of it"), "take_in")
    assert problems == ("'name' and 'Name of it' are the same; keep one",)


def test_a_move_needs_a_column_that_says_which_record(thing: Workflow) -> None:
    assert understand(thing, ("sold_for",), "sell")[1] == (
        "there is no column 'reference' to say which Thing each row is about",
    )
    assert understand(thing, ("reference", "sold_for"), "sell")[1] == ()


def test_where_each_row_names_its_transition_any_field_may_be_given(thing: Workflow) -> None:
    assert understand(thing, ("reference", "transition", "name", "sold_for"), "")[1] == ()


def test_an_amendment_takes_only_what_can_be_amended(thing: Workflow) -> None:
    assert understand(thing, ("reference", "reason", "Remark"), "amend")[1] == ()
    assert "not asked for by 'amend'" in understand(thing, ("reference", "Size"), "amend")[1][0]
