"""How a model maps an earlier one: kinds, and what of a kind is left without a counterpart.

What a mapping does not name keeps its name.
"""

from __future__ import annotations

from collections.abc import Iterable

from .workflow import KindMapping, Migration, Model, Workflow


def migration_from(model: Model, earlier: Model) -> Migration | None:
    """Return what a model declares of records of an earlier one, or None."""
    return next((found for found in model.migrates if found.model == earlier.name), None)


def mapping_of(model: Model, earlier: Model, kind: str) -> KindMapping:
    """Return how a model maps a kind of an earlier one; what is not declared keeps its name."""
    declared = migration_from(model, earlier)
    return declared.kinds.get(kind, KindMapping(to=kind)) if declared else KindMapping(to=kind)


def kind_now(model: Model, earlier: Model, kind: str) -> str:
    """Return what a model calls a kind of a model that may be an earlier one."""
    return kind if earlier.digest == model.digest else mapping_of(model, earlier, kind).to


def left_out(new: Workflow | None, old: Workflow, mapping: KindMapping) -> Iterable[tuple[str, str]]:
    """Yield what a mapping has no place for, as what it is (`state`, `field`, `choice of FIELD`) and its name."""
    if new is None:
        return
    yield from (("state", name) for name in old.states if mapping.states.get(name, name) not in new.states)
    for name, field in old.fields.items():
        to = new.fields.get(mapping.fields.get(name, name))
        if to is None:
            yield "field", name
        elif to.type == "choice" and field.type == "choice":
            known = {choice.name for choice in to.choices}
            mapped = mapping.choices.get(name, {})
            yield from ((f"choice of {name}", c.name) for c in field.choices if mapped.get(c.name, c.name) not in known)
