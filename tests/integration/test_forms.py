"""Forms of the shipped model: one can be made for everything that somebody may do, and none says who people are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from peoplezones.app import Board
from peoplezones.demo import demo
from peoplezones.domain.files import File
from peoplezones.forms import make_form, read_form
from peoplezones.forms.plan import planned
from peoplezones.store.naming import person_kind
from peoplezones.store.workspace import Workspace
from tests.databases import address_of

DAY = "2020-10-14"
_ONLY = ("must be given", "nobody has signed", "there is no date", "comes as a file")


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """The demonstration, at the end of its story."""
    with demo(address_of(tmp_path_factory.mktemp("demo") / "demo.db")) as found:
        yield found


def test_whatever_opens_a_record_has_a_form_that_reads_as_empty(board: Board) -> None:
    with board.view() as view:
        moves = [(kind, move) for kind, flow in view.model.workflows.items() for move in flow.openings if move.by]
        assert len(moves) > 40
        for place, (kind, move) in enumerate(moves):
            form = ("docx", "xlsx")[place % 2]
            made = make_form(view, kind, [move.name], today=DAY, form=form).content
            read = read_form(view, File(f"{kind}.{form}", made), DAY)
            assert (read.kind, read.transition, read.values) == (kind, move.name, {})
            amiss = [one for one in read.problems if not one.problem.startswith(_ONLY)]
            assert amiss == [], (kind, move.name)


def test_every_record_has_a_form_of_everything_that_can_be_done_with_it(board: Board) -> None:
    with board.view() as view:
        count = 0
        for kind, reference, moves in able(view):
            count += 1
            plan, _ = planned(view, kind, moves, reference, "", DAY)
            assert [offer.transition for offer in plan.offers] == moves
            codes = [question.code for question in plan.questions()]
            assert len(codes) == len(set(codes))
        assert count > 60


def able(view: Workspace) -> Iterator[tuple[str, str, list[str]]]:
    """Yield kind, reference and possible transitions of every record that lives by the model in force."""
    for kind, workflow in view.model.workflows.items():
        for reference in view.records_in(kind, frozenset()):
            record = view.record(reference)
            if record is None or record.model != view.model_digest:
                continue
            moves = [move.name for move in workflow.transitions.values() if move.by and record.state in move.sources]
            if moves:
                yield kind, reference, moves[:11]


def test_no_form_tells_the_name_of_anybody_who_has_not_agreed(board: Board) -> None:
    with board.view() as view:
        people = person_kind(view.model)
        known = [name for name in view.names_of(people) if name]
        assert len(known) > 10
        for kind, reference, moves in able(view):
            plan, _ = planned(view, kind, moves, reference, "", DAY)
            told = " ".join(text for _, text in plan.about)
            told += " ".join(one for question in plan.questions() for one in question.among)
            assert [name for name in known if name in told] == [], (kind, reference)
