"""To bring a record over to the model in force: what becomes of its kind, stage and fields, and what has no place.

The mapping is declared by the model in force (`migrates`); what it does not name keeps its name. Nothing is dropped: a
value without a place in the new workflow is a reason to refuse, like a stage without a counterpart.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from .acting import ADOPT as ADOPT
from .acting import adopting, judge_act
from .cycles import judge_cycles
from .mapping import kind_now, mapping_of, migration_from
from .record import Migrated, Outcome, Record, Remedy, Request, View
from .remedy import amenders
from .timing import judge_request
from .values import check_limits
from .verdict import Verdict, verdict
from .wording import BUILT_IN, with_article
from .workflow import Adoption, Field, KindMapping, Model, Workflow

MIGRATE = "migrate"
_FIRST = ("earlier-model", "declares-it")  # without these there is nothing to map


def decide_migration(view: View, request: Request) -> Verdict:
    """Answer a request to bring the record that it names over to the model in force."""
    record = view.record(request.reference)
    assert record is not None
    model, earlier, old = view.model, view.model_of(record), view.workflow(record)
    rule = model.migration or model.adoption
    capacity, acting = judge_act(view, rule, request, "a record is brought over to the model in force")
    outcomes = [*judge_request(view, old, record, request), *acting, *_judge_models(model, earlier, record, rule)]
    mapping = mapping_of(model, earlier, record.kind)
    new = model.workflows.get(mapping.to)
    if new is None:
        outcomes.append(_kind_without_place(model, old, rule))
    if new is None or any(not outcome.held for outcome in outcomes if outcome.rule in _FIRST):
        return verdict(request, record, record, tuple(outcomes), {}, capacity)
    case = _Case(view, record, old, new, mapping, rule)
    after = msgspec.structs.replace(case.after(), seq=record.seq + 1, effective=request.on)
    outcomes += [*case.problems, *judge_cycles(view, new, after, after.fields)]
    if any(not outcome.held for outcome in outcomes):
        return verdict(request, record, record, tuple(outcomes), {}, capacity)
    changes = {n: after.fields.get(n) for n in {**record.fields, **after.fields} if _differs(n, record, after)}
    found = verdict(request, record, after, tuple(outcomes), changes, capacity)
    return msgspec.structs.replace(found, migrated=_migrated(record, after))


def _migrated(record: Record, after: Record) -> Migrated:
    return Migrated(
        from_kind=record.kind,
        from_model=record.model,
        to_kind=after.kind,
        to_model=after.model,
        previous=after.previous,
    )


def _differs(name: str, before: Record, after: Record) -> bool:
    return bool(before.fields.get(name) != after.fields.get(name))


def _judge_models(model: Model, earlier: Model, record: Record, rule: Adoption) -> list[Outcome]:
    """Judge that the record lives by an earlier model, and that the model in force says how its records come over."""
    if earlier.digest == model.digest:
        found = f"{record.reference} lives by the model in force already"
        needed = "the record lives by an earlier model"
        return [Outcome(rule="earlier-model", held=False, needed=needed, clause="", basis=BUILT_IN, found=found)]
    held = migration_from(model, earlier) is not None
    return [
        Outcome(
            rule="declares-it",
            held=held,
            needed=f"the model in force declares how records of '{earlier.name}' come over",
            clause=rule.clause,
            basis=rule.basis,
            found="" if held else f"'{model.title}' ({model.version}) says nothing of it under `migrates`",
            remedies=() if held else (adopting(model),),
        )
    ]


def _kind_without_place(model: Model, old: Workflow, rule: Adoption) -> Outcome:
    return Outcome(
        rule="kind-has-place",
        held=False,
        needed=f"{with_article(old.title)} has a counterpart in the model in force",
        clause=rule.clause,
        basis=rule.basis,
        found=f"the kind '{old.name}' is neither there nor mapped",
        remedies=(adopting(model),),
    )


class _Unfit(ValueError):
    """A value that cannot come over: the rule that it breaks, what is needed and what was found."""

    def __init__(self, rule: str, needed: str, found: str) -> None:
        super().__init__(found)
        self.rule, self.needed, self.found = rule, needed, found


class _Case:
    """One record on its way from one workflow to another, and what stands in its way."""

    def __init__(
        self, view: View, record: Record, old: Workflow, new: Workflow, mapping: KindMapping, rule: Adoption
    ) -> None:
        self._view, self._record, self._old, self._new = view, record, old, new
        self._mapping, self._rule = mapping, rule
        self.problems: list[Outcome] = []

    def after(self) -> Record:
        """Return the record as it stands under the new model; since when it has been at its stage stays."""
        record = self._record
        return msgspec.structs.replace(
            record,
            kind=self._new.name,
            model=self._view.model.digest,
            state=self._state(record.state),
            previous=self._state(record.previous) if record.previous else "",
            fields=self._fields(),
        )

    def _state(self, name: str) -> str:
        found = self._mapping.states.get(name, name)
        if found in self._new.states:
            return found
        title = self._old.states[name].title
        needed = f"the stage '{title}' has a counterpart among those of {with_article(self._new.title)}"
        self._complain("state-mapped", needed, f"there is no stage '{found}'", [adopting(self._view.model)])
        return name

    def _fields(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in self._record.fields.items():
            to = self._mapping.fields.get(name, name)
            try:
                found[to] = self._value(self._old.fields[name], self._new.fields.get(to), value)
            except _Unfit as unfit:
                mending = [] if unfit.rule in ("field-has-place", "choice-mapped") else self._amending(name)
                self._complain(unfit.rule, unfit.needed, unfit.found, [*mending, adopting(self._view.model)])
        return found

    def _amending(self, name: str) -> list[Remedy]:
        return amenders(self._view.model_of(self._record), self._old, name, self._record.state)

    def _complain(self, rule: str, needed: str, found: str, remedies: Iterable[Remedy]) -> None:
        clause, basis = self._rule.clause, self._rule.basis
        self.problems.append(
            Outcome(
                rule=rule, held=False, needed=needed, clause=clause, basis=basis, found=found, remedies=tuple(remedies)
            )
        )

    def _value(self, old: Field, new: Field | None, value: Any) -> Any:
        """Return a value as the new field holds it. Raises _Unfit."""
        if new is None:
            needed = f"'{old.label}' has a place in {with_article(self._new.title)}"
            raise _Unfit("field-has-place", needed, "there is no such field, and none is mapped to")
        kind = _retyped(old, new)
        if kind:
            raise _Unfit("value-fits", f"'{new.label}' can take what '{old.label}' holds", kind)
        items = value if isinstance(value, list) else [value]
        if not new.many and len(items) > 1:
            raise _Unfit("value-fits", f"'{new.label}' can take what '{old.label}' holds", f"{len(items)} are given")
        items = [self._one(old, new, item) for item in items]
        items = list(dict.fromkeys(items))
        stored = items if new.many else items[0] if items else None
        if not new.personal:
            try:
                check_limits(new, stored)
            except ValueError as error:
                raise _Unfit("value-fits", f"'{new.label}' can take what '{old.label}' holds", str(error)) from None
        return stored

    def _one(self, old: Field, new: Field, value: Any) -> Any:
        if new.type == "choice":
            found = self._mapping.choices.get(old.name, {}).get(value, value)
            if found not in {choice.name for choice in new.choices}:
                title = next((choice.title for choice in old.choices if choice.name == value), value)
                needed = f"'{title}' has a counterpart among the choices of '{new.label}'"
                raise _Unfit("choice-mapped", needed, f"there is no choice '{found}'")
            return found
        if new.type == "number":
            return value * 10 ** (new.decimals - old.decimals)
        if new.type == "ref":
            self._check_target(new, value)
        return value

    def _check_target(self, new: Field, reference: str) -> None:
        target = self._view.record(reference)
        if target is None:
            return
        model = self._view.model
        kind = kind_now(model, self._view.model_of(target), target.kind)
        if kind not in new.to:
            titles = " or ".join(with_article(model.workflows[name].title) for name in new.to)
            raise _Unfit("reference-fits", f"'{new.label}' refers to {titles}", f"{reference} is none")


def _retyped(old: Field, new: Field) -> str:
    """Return why no value of a field can come over into another, or ""."""
    if old.personal != new.personal:
        return f"'{old.label}' is {'' if old.personal else 'not '}kept as personal, '{new.label}' is{_not(new)}"
    if old.type != new.type and (old.type, new.type) != ("text", "long_text"):
        return f"'{old.label}' is a {old.type}, '{new.label}' is a {new.type}"
    if old.decimals > new.decimals:
        return f"'{old.label}' has {old.decimals} decimals, '{new.label}' has {new.decimals}"
    return ""


def _not(field: Field) -> str:
    return "" if field.personal else " not"
