"""Who may act on the Board as a whole: to adopt a model, to bring records over to it, to register a key."""

from __future__ import annotations

from .entry import ACT
from .facts import Scene
from .record import Authority, Outcome, Remedy, Request, View
from .rules import authority
from .timing import judge_own_entry
from .wording import BUILT_IN, all_in_words
from .workflow import Adoption, Model

ADOPT = "adopt"


def judge_act(view: View, rule: Adoption, request: Request, what: str) -> tuple[Authority | None, list[Outcome]]:
    """Return in what office the actor may act under the rule of an act, and how that comes out; `what` is in words."""
    model, root = view.model, view.record(view.root)
    assert root is not None
    workflow = view.workflow(root)
    scene = Scene(view, workflow, root, request.on, request.actor)
    capacity = authority(scene, model, rule.by, request.actor, request.on)
    who = all_in_words(model, workflow, rule.by)
    held = capacity is not None
    may_act = Outcome(
        rule="may-act",
        held=held,
        needed=f"{what} by {who}",
        clause=rule.clause,
        basis=rule.basis,
        found="" if held else f"{request.actor} held no such office on {request.on}",
        remedies=() if held else (Remedy(kind=request.kind, transition=request.transition, who=who),),
    )
    return capacity, [*judge_own_entry(scene, request, rule.by, capacity), may_act]


def judge_declared(
    view: View, rule: Adoption | None, request: Request, what: str, word: str
) -> tuple[Authority | None, list[Outcome]]:
    """Return the same for an act that a model need not declare: where it is silent (`word`), nobody may."""
    if rule is not None:
        return judge_act(view, rule, request, what)
    model = view.model
    silent = Outcome(
        rule="may-act",
        held=False,
        needed=f"{what} by whoever the operating model in force names for it",
        clause="",
        basis=BUILT_IN,
        found=f"'{model.title}' ({model.version}) names nobody: its model.yaml does not have `{word}`",
        remedies=(adopting(model),),
    )
    return None, [silent]


def adopting(model: Model) -> Remedy:
    """Return the way out where the model itself stands in the way: to adopt another."""
    root = model.workflows[model.founding.opens[0].kind]
    return Remedy(kind=ACT, transition=ADOPT, who=all_in_words(model, root, model.adoption.by))
