"""Making a form that goes out, as Word or Excel."""

from __future__ import annotations

from collections.abc import Iterable

from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Value
from peoplezones.queries.people import actors
from peoplezones.store.view import BoardView

from .errors import FormImpossible
from .plan import Plan, planned

WORD, EXCEL = "docx", "xlsx"


class Form(Value, frozen=True):
    """A form that is ready to go out: its bytes, what it is about, and what whoever sends it should know."""

    content: bytes
    code: str
    title: str
    person: str
    notes: tuple[str, ...]


def make_form(
    view: BoardView, kind: str, transitions: Iterable[str], record: str = "", *, person: str = "", today: str, form: str
) -> Form:
    """Return a form (`docx` or `xlsx`) for some transitions of a kind, about a record unless they open one.

    The same bytes for the same Board on the same day. Raises UnknownName and FormImpossible.
    """
    plan, _ = planned(view, kind, transitions, record, person, today)
    return _form(plan, form)


def make_copies(
    view: BoardView, kind: str, transitions: Iterable[str], record: str, *, today: str, form: str
) -> tuple[Form, ...]:
    """Return one form for each person who may now make any of the transitions of a record.

    Raises FormImpossible where that is nobody in particular.
    """
    names = list(transitions)
    plan, workflow = planned(view, kind, names, record, "", today)
    found = view.record(plan.code.reference)
    if found is None:
        raise FormImpossible("who may open a record can depend on what is asked; say whom the form is for (--for)")
    scene = Scene(view, workflow, found, today)
    able = [actor for name in plan.code.transitions for actor in actors(view, scene, workflow.transitions[name].by)]
    people = dict.fromkeys(actor.reference for actor in able)
    if not people:
        raise FormImpossible(
            f"nobody in particular may do this to {plan.code.reference}; say whom the form is for (--for)"
        )
    return tuple(_form(planned(view, kind, names, record, who, today)[0], form) for who in people)


def _form(plan: Plan, form: str) -> Form:
    content = _written(plan, form)
    return Form(content=content, code=str(plan.code), title=plan.title, person=plan.code.person, notes=plan.notes)


def _written(plan: Plan, form: str) -> bytes:
    if form == WORD:
        from .word import as_word

        return as_word(plan)
    if form == EXCEL:
        from .excel import as_excel

        return as_excel(plan)
    raise FormImpossible(
        f"a form is a Word document or an Excel workbook: give it a name that ends in .{WORD} or .{EXCEL}"
    )
