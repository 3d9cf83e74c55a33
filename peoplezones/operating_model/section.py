"""The sections of a model and of a workflow: how parts are told apart and called, and which stages they touch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from peoplezones.domain.values import listed
from peoplezones.domain.workflow import Confers, Correction, Fact, Test, Transition, Undo

from .describe import escalation_in_words, personal_in_words, retention_in_words
from .difference_words import Side, people_in_words, rule_in_words


def _none(_: Side, __: Any) -> Iterable[str]:
    return ()


def _all(side: Side, _: Any) -> Iterable[str]:
    return [name for name in side.kind.states if name not in side.kind.final]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Parts of one sort: what tells two apart, what people call one, what is said when one comes or goes."""

    part: str
    place: Callable[[Side, Any], str]
    added: Callable[[Side, Any], str]
    removed: Callable[[Side, Any], str]
    key: Callable[[Any], str] = lambda part: str(part.name)
    states: Callable[[Side, Any], Iterable[str]] = _none


def _sources(_: Side, move: Transition) -> Iterable[str]:
    return move.sources


def _new_step(side: Side, move: Transition) -> str:
    begins = f"from {listed(map(side.stage, move.sources), 'or')}" if move.sources else "which opens a record"
    return f"a new step, {begins}, leading to {side.stage(move.to)}, for {people_in_words(side, move.by)}"


def _looking(side: Side, fact: Fact) -> Iterable[str]:
    """Return the states in which a rule looks at the fact, be it by way of another fact."""
    names = {fact.name}
    for other in side.kind.facts.values():
        if names & {other.share_of, other.share_in, *other.path}:
            names.add(other.name)

    def looks(tests: Iterable[Test]) -> bool:
        return any(t.fact in names or any(o.fact in names for o in t.operands) for t in tests)

    for move in side.kind.transitions.values():
        if any(looks((*guard.tests, *guard.when)) for guard in move.guards):
            yield from move.sources
    for condition in side.kind.standing:
        if looks((*condition.guard.tests, *condition.guard.when)):
            yield from condition.states


def _undone(side: Side, undo: Undo) -> Iterable[str]:
    move = side.kind.transitions.get(undo.transition)
    return () if move is None else (move.to,) if move.to in side.kind.states else _all(side, undo)


def _title_of_step(side: Side, name: str) -> str:
    found = side.kind.transitions.get(name)
    return found.title if found else name


def _correctable(side: Side, correction: Correction) -> str:
    fields = listed(map(side.label, correction.fields))
    return f"{fields} may be corrected by {people_in_words(side, correction.by)}"


def _office_in(side: Side, conferred: Confers) -> str:
    found = side.model.offices.get(conferred.office)
    return found.title if found else f"what {side.label(conferred.office_field)} says"


WORKFLOW_SECTIONS = {
    "fields": Section(
        part="field",
        place=lambda _, field: f"Field '{field.label}'",
        added=lambda _, field: "a new field" + (" that must be given" if field.required else ""),
        removed=lambda _, __: "this field is no longer there",
        states=_all,
    ),
    "states": Section(
        part="state",
        place=lambda _, state: f"At '{state.title}'",
        added=lambda _, __: "a new stage",
        removed=lambda _, __: "this stage is no longer there",
        states=lambda _, state: (state.name,),
    ),
    "transitions": Section(
        part="transition",
        place=lambda _, move: move.title,
        added=_new_step,
        removed=lambda _, __: "this step is no longer there",
        states=_sources,
    ),
    "facts": Section(
        part="fact",
        place=lambda _, fact: f"What is looked at: {fact.label}",
        added=lambda _, __: "rules can now look at this",
        removed=lambda _, __: "rules no longer look at this",
        states=_looking,
    ),
    "standing": Section(
        part="standing",
        key=lambda condition: condition.guard.id,
        place=lambda side, c: f"While at {listed(map(side.stage, c.states), 'or')} ({c.guard.id})",
        added=lambda side, c: f"this must now keep holding: {rule_in_words(side, c.guard)}",
        removed=lambda side, c: f"this need no longer hold: {rule_in_words(side, c.guard)}",
        states=lambda _, condition: condition.states,
    ),
    "confers": Section(
        part="confers",
        key=lambda c: f"{c.office or c.office_field} to {c.to}",
        place=lambda side, c: f"The office that it gives: {_office_in(side, c)}",
        added=lambda side, c: f"now gives this office, to {side.label(c.to)}",
        removed=lambda _, __: "no longer gives this office",
        states=lambda _, conferred: conferred.states,
    ),
    "links": Section(
        part="link",
        key=lambda link: link.field,
        place=lambda side, link: f"In the network: {side.label(link.field)}",
        added=lambda _, link: f"is now drawn, as '{link.edge}'",
        removed=lambda _, __: "is no longer drawn",
        states=lambda side, link: link.states or _all(side, link),
    ),
    "promises": Section(
        part="promise",
        key=lambda promise: promise.id,
        place=lambda _, promise: f"Promise '{promise.id}'",
        added=lambda _, promise: f"now proved: {promise.because}",
        removed=lambda _, promise: f"no longer proved: {promise.because}",
    ),
    "amend": Section(
        part="amend",
        key=lambda correction: ", ".join(correction.fields),
        place=lambda _, __: "Corrections",
        added=_correctable,
        removed=lambda side, correction: f"no longer: {_correctable(side, correction)}",
        states=lambda side, correction: correction.states or _all(side, correction),
    ),
    "undo": Section(
        part="undo",
        key=lambda undo: undo.transition,
        place=lambda side, undo: f"Taking back '{_title_of_step(side, undo.transition)}'",
        added=lambda side, undo: f"may now be taken back by {people_in_words(side, undo.by)}",
        removed=lambda _, __: "can no longer be taken back",
        states=_undone,
    ),
    "retention": Section(
        part="retention",
        key=lambda rule: rule.id,
        place=lambda side, rule: f"Keeping {listed(personal_in_words(side.kind, name) for name in rule.fields)}",
        added=lambda side, rule: f"now kept for {retention_in_words(side.kind, rule)}",
        removed=lambda side, rule: f"no longer erased {retention_in_words(side.kind, rule)}",
        states=lambda side, rule: rule.states or _all(side, rule),
    ),
    "documents": Section(
        part="document",
        place=lambda _, document: f"Document '{document.title}'",
        added=lambda _, document: f"can now be made, for {document.readers}",
        removed=lambda _, __: "can no longer be made",
        states=lambda side, document: document.states or _all(side, document),
    ),
}


def _of_network(title: str, key: Callable[[Any], str]) -> Section:
    return Section(
        part="network",
        key=key,
        place=lambda _, part: f"In the network, {title} ({key(part)})",
        added=lambda _, part: f"now looked at ({part.clause})",
        removed=lambda _, __: "no longer looked at",
    )


MODEL_SECTIONS = {
    "offices": Section(
        part="office",
        place=lambda _, office: f"Office '{office.title}'",
        added=lambda _, __: "a new office",
        removed=lambda _, __: "this office is no longer there",
    ),
    "clauses": Section(
        part="clause",
        place=lambda _, clause: f"Clause {clause.id}",
        added=lambda _, clause: f"now counted: {clause.title}",
        removed=lambda _, clause: f"no longer counted: {clause.title}",
    ),
    "groups": Section(
        part="group",
        key=lambda group: group.title,
        place=lambda _, group: f"Commands under '{group.title}'",
        added=lambda _, group: f"now listed together: {', '.join(group.kinds)}",
        removed=lambda _, group: f"no longer listed together: {', '.join(group.kinds)}",
    ),
    "founding": Section(
        part="founding",
        key=lambda _: "founding",
        place=lambda _, __: "Beginning a Board",
        added=lambda _, __: "",
        removed=lambda _, __: "",
    ),
    "adoption": Section(
        part="adoption",
        key=lambda _: "adoption",
        place=lambda _, __: "Adopting a model",
        added=lambda _, __: "",
        removed=lambda _, __: "",
    ),
    "keys": Section(
        part="keys",
        key=lambda _: "keys",
        place=lambda _, __: "Registering a key of the log",
        added=lambda _, __: "the model now says who may",
        removed=lambda _, __: "the model no longer says who may, so nobody may",
    ),
    "erasure": Section(
        part="erasure",
        key=lambda _: "erasure",
        place=lambda _, __: "Erasing personal values",
        added=lambda side, rule: f"can now be done by {people_in_words(side, rule.by)}",
        removed=lambda _, __: "can no longer be done by anybody",
    ),
    "escalation": Section(
        part="escalation",
        key=lambda _: "escalation",
        place=lambda _, __: "What is overdue",
        added=lambda side, rule: f"is now told to {escalation_in_words(side.model, side.kind, rule)}",
        removed=lambda _, __: "is no longer told to anybody but those whom a stage names",
    ),
    "notices": Section(
        part="notices",
        key=lambda _: "notices",
        place=lambda _, __: "Telling people by mail",
        added=lambda _, notices: f"people can now be written to, at their '{notices.address}'",
        removed=lambda _, __: "nobody can be written to any more",
    ),
    "enters_for_others": Section(
        part="enters_for_others",
        key=lambda who: f"{who.office} {'.'.join(who.of)}{'.'.join(who.person)}{who.transition}{who.kind}",
        place=lambda _, __: "Entering what others decide",
        added=lambda side, who: f"now also for {side.who(who)}",
        removed=lambda side, who: f"no longer for {side.who(who)}",
    ),
    "gaps": _of_network("Gaps", lambda part: part.id),
    "loads": _of_network("Load", lambda part: part.id),
    "resilience": _of_network("Resilience", lambda part: part.id),
    "works": _of_network("Payback", lambda part: part.kind),
    "migrates": Section(
        part="migration",
        key=lambda migration: migration.model,
        place=lambda _, migration: f"Records of the model '{migration.model}'",
        added=lambda _, __: "can now be brought over",
        removed=lambda _, __: "can no longer be brought over",
    ),
}
