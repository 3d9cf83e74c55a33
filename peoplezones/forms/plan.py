"""What stands on a form: what it is about, from whom and to whom, what it asks, and what becomes of what is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from peoplezones.domain.errors import UnknownName, did_you_mean
from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value
from peoplezones.domain.rules import authority
from peoplezones.domain.values import listed
from peoplezones.domain.wording import all_in_words, with_article
from peoplezones.domain.workflow import Model, Workflow
from peoplezones.operating_model.describe import retention_in_words
from peoplezones.queries.fields import references_in_field, shown
from peoplezones.queries.naming import called, names, public_names
from peoplezones.store.naming import person_kind, resolve, workflow_named
from peoplezones.store.view import BoardView

from .code import LOG, MODEL, FormCode
from .errors import FormImpossible
from .questions import LETTERS, Offer, Question, offers_of, signing, which

MOST_NAMED = 12  # records that can be chosen from, up to which all of them are listed


class Plan(Value, frozen=True):
    """A form before it is written: plain text and questions, the same for Word and for Excel."""

    code: FormCode
    title: str
    board: str
    about: tuple[tuple[str, str], ...]
    offers: tuple[Offer, ...]
    which: Question | None
    signing: tuple[Question, ...]
    kept: tuple[str, ...]
    kind_title: str
    enters: str
    notes: tuple[str, ...] = ()

    def questions(self) -> Iterator[Question]:
        """Yield every question, in the order in which they stand on the form."""
        if self.which is not None:
            yield self.which
        for offer in self.offers:
            yield from offer.questions
        yield from self.signing


def planned(
    view: BoardView, kind: str, transitions: Iterable[str], record: str, person: str, today: str
) -> tuple[Plan, Workflow]:
    """Return the plan of a form for some transitions of a kind (of a record, by reference or name), and its workflow.

    Raises UnknownName, and FormImpossible where nobody could make such a transition now.
    """
    workflow = workflow_named(view.model, kind)
    found: Record | None = None
    if record:
        found = view.record(resolve(view, [workflow.name], record))
        assert found is not None
        workflow = view.workflow(found)
    moves = _moves(workflow, transitions)
    _check(workflow, moves, found)
    code = FormCode(
        kind=workflow.name,
        transitions=tuple(moves),
        made=today,
        model=(found.model if found else view.model_digest)[:MODEL],
        log=view.log[:LOG],
        reference=found.reference if found else "",
        seen=found.seq if found else 0,
        person=resolve(view, [person_kind(view.model)], person) if person else "",
    )
    return plan_of(view, code, view.model_of(found) if found else view.model, workflow, found), workflow


def plan_of(view: BoardView, code: FormCode, model: Model, workflow: Workflow, record: Record | None) -> Plan:
    """Return what stands on the form that has this code; `model` is the one that the form was made under."""
    offers = tuple(_with_records(view, offer) for offer in offers_of(model, workflow, code.transitions))
    root = view.record(view.root)
    assert root is not None
    board = names(view, [view.root]).get(view.root) or view.workflow(root).title
    here = record or Record(kind=workflow.name, reference="", model=view.model_digest)
    enters = all_in_words(model, workflow, model.enters_for_others)
    asked = "your answer" if len(offers) > 1 else offers[0].title
    return Plan(
        code=code,
        title=f"{workflow.title} {code.reference}: {asked}" if code.reference else f"New {workflow.title}: {asked}",
        board=board,
        about=tuple(_about(view, model, workflow, code, record, f"{board}, {enters}")),
        offers=offers,
        which=which(offers),
        signing=signing(),
        kept=tuple(_kept(workflow, offers, board, enters)),
        kind_title=workflow.title,
        enters=enters,
        notes=tuple(_notes(view, model, workflow, here, code)),
    )


def _moves(workflow: Workflow, transitions: Iterable[str]) -> list[str]:
    """Return the names of the transitions that are meant, each once. Raises UnknownName, FormImpossible."""
    found = list(dict.fromkeys(name.strip().replace("-", "_") for name in transitions if name.strip()))
    for name in found:
        if name not in workflow.transitions:
            hint = did_you_mean(name, workflow.transitions)
            raise UnknownName(f"{with_article(workflow.title)} has no transition called '{name[:80]}'{hint}")
    if not found or len(found) > len(LETTERS):
        raise FormImpossible(f"name the transitions that the form is to offer: one, or up to {len(LETTERS)}")
    return found


def _check(workflow: Workflow, moves: list[str], record: Record | None) -> None:
    """Raise FormImpossible for a transition that nobody could make where the record is."""
    for name in moves:
        move = workflow.transitions[name]
        if move.opening and record is not None:
            raise FormImpossible(f"'{move.title}' opens a new {workflow.title}; leave the reference out")
        if not move.opening and record is None:
            raise FormImpossible(f"say which {workflow.title} '{move.title}' is about: give its reference or name")
        if not move.by:
            raise FormImpossible(f"'{move.title}' is made by nobody: it is part of another step")
        if record is not None and record.state not in move.sources:
            raise FormImpossible(impossible(workflow, record, name))


def impossible(workflow: Workflow, record: Record, transition: str) -> str:
    """Return why a transition cannot be made from where a record is."""
    move = workflow.transitions[transition]
    stages = listed((f"'{workflow.states[name].title}'" for name in move.sources), "or")
    return f"'{move.title}' is made at {stages}; {record.reference} is at '{workflow.states[record.state].title}'"


def _with_records(view: BoardView, offer: Offer) -> Offer:
    """Return an offer with the records that can be named, where they are few and no people."""
    asked = [
        msgspec.structs.replace(one, among=_among(view, one.to)) if one.type == "ref" else one
        for one in offer.questions
    ]
    return msgspec.structs.replace(offer, questions=tuple(asked))


def _among(view: BoardView, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the records of some kinds that have not come to their end, unless they are many or go by personal names.

    Who is on the Board's register is not told on a form.
    """
    found: list[str] = []
    for kind in dict.fromkeys(map(view.called_now, kinds)):
        workflow = view.model.workflows.get(kind)
        if workflow is None or (workflow.label_field and workflow.fields[workflow.label_field].personal):
            return ()
        found += view.records_in(kind, frozenset(workflow.states) - frozenset(workflow.final))
        if len(found) > MOST_NAMED:
            return ()
    known = names(view, found)
    return tuple(called(reference, known) for reference in found)


def _about(
    view: BoardView, model: Model, workflow: Workflow, code: FormCode, record: Record | None, sender: str
) -> Iterator[tuple[str, str]]:
    """Yield what the form is about, as labels and texts: no personal value but the name of whom it is for."""
    yield "From", sender
    who = [all_in_words(model, workflow, workflow.transitions[name].by) for name in code.transitions]
    yield (
        "To",
        names(view, [code.person]).get(code.person, code.person) if code.person else "; ".join(dict.fromkeys(who)),
    )
    yield "Made on", day_in_words(code.made)
    if record is None:
        yield "About", f"a new {workflow.title}"
        return
    yield "About", f"{workflow.title} {called(record.reference, public_names(view, [record.reference], code.made))}"
    yield "Stage", workflow.states[record.state].title
    yield from _known(view, workflow, record, code.made)


def _known(view: BoardView, workflow: Workflow, record: Record, today: str) -> Iterator[tuple[str, str]]:
    """Yield what is on record that is not personal; people as they are called in public."""
    plain = {n: value for n, value in record.fields.items() if n in workflow.fields and not workflow.fields[n].personal}
    for one in shown(view, workflow, {n: v for n, v in plain.items() if workflow.fields[n].type != "ref"}):
        yield one.label, day_in_words(one.text) if one.type == "date" else one.text
    for name in (n for n in workflow.fields if n in plain and workflow.fields[n].type == "ref"):
        references = references_in_field(plain[name])
        known = public_names(view, references, today)
        yield workflow.fields[name].label, ", ".join(called(one, known) for one in references)


def day_in_words(day: str) -> str:
    """Return a day as people write it: `5 March 2026`."""
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B} {found.year}"


def _notes(view: BoardView, model: Model, workflow: Workflow, here: Record, code: FormCode) -> Iterator[str]:
    """Yield what whoever makes the form should know: that the person it is for may not do what it asks."""
    if not code.person or not code.reference:
        return  # who may open a record can depend on what is asked
    scene = Scene(view, workflow, here, code.made, code.person)
    for name in code.transitions:
        move = workflow.transitions[name]
        if authority(scene, model, move.by, code.person, code.made) is None:
            yield f"as things stand {code.person} may not do it: '{move.title}' is for " + all_in_words(
                model, workflow, move.by
            )


def _kept(workflow: Workflow, offers: tuple[Offer, ...], board: str, enters: str) -> Iterator[str]:
    """Yield who reads the form, and what is kept of it."""
    yield (
        f"What it says is entered into the log of {board}, in your name, by its {enters}, who read the form and keep "
        "it there as the document that the entry comes from."
    )
    asked = [question for offer in offers for question in offer.questions]
    if any(question.personal for question in asked):
        yield (
            "Answers marked 'personal', your signature and this form itself are personal data. They are kept apart "
            "from the log, shown only to those whose task needs them, and can be erased; ask whoever sent you the form."
        )
    else:
        yield (
            "Your signature and this form itself are personal data. They are kept apart from the log and can be "
            "erased; ask whoever sent you the form."
        )
    if any(not question.personal for question in asked):
        yield (
            "All other answers stay in the log and may be published. Write posts and bodies in them, and no names of "
            "people."
        )
    for rule in workflow.retention:
        labels = [_kept_name(workflow, name) for name in rule.fields if _asked_or_document(name, asked)]
        if labels:
            yield f"How long: {listed(labels)} for {retention_in_words(workflow, rule)}."


def _asked_or_document(name: str, asked: list[Question]) -> bool:
    return name == "document" or any(question.field == name for question in asked)


def _kept_name(workflow: Workflow, name: str) -> str:
    return f"'{workflow.fields[name].label}'" if name in workflow.fields else "this form"
