"""What no single part of a model shows: states out of reach, broken promises, unused facts, offices nobody can hold."""

from __future__ import annotations

import re

from peoplezones.domain.graph import openings, walk
from peoplezones.domain.workflow import PREVIOUS, Workflow

from .doubts import BrokenPromise
from .promises import broken
from .scope import KindScope, Scope
from .source import List, Map, Mark, Node, Problem

_SLOTS = re.compile(r"(?:\{[^{}]*\}|[0-9])+")


def check_workflow(scope: Scope, declared: KindScope, workflow: Workflow) -> None:
    """Complain of what is unsound in one workflow on its own."""
    if declared.graph_sound and workflow.transitions and workflow.states:
        _check_graph(scope, declared, workflow)
        _check_promises(scope, declared, workflow)


def _check_graph(scope: Scope, declared: KindScope, workflow: Workflow) -> None:
    problems = scope.problems
    if not workflow.openings:
        problems.add(declared.at, "no transition opens a record; give one of them `from: none`")
        return
    reached = walk(workflow).states
    for name in workflow.states:
        if name not in reached:
            problems.add(
                declared.state_marks[name], f"no transition leads to the state '{name}'; add one or take it out"
            )
    opened = {step.target[0] for step in openings(workflow)}
    for move in workflow.transitions.values():
        stranded = sorted(opened.intersection(move.sources)) if move.to == PREVIOUS else []
        if stranded:
            at = declared.transitions[move.name].at
            problems.add(at, f"a record may be opened in '{stranded[0]}', where there is no previous state to lead to")


def _check_promises(scope: Scope, declared: KindScope, workflow: Workflow) -> None:
    nodes = _listed(declared.tree, "promises")
    for promise, node in zip(workflow.promises, nodes, strict=False):
        for problem in broken(workflow, promise):
            message = f"the promise '{promise.id}' is broken: {problem}"
            if scope.doubts is None:
                scope.problems.add(node.at, message)
            else:
                at = node.at
                found = Problem(at.file, at.line, at.column, message)
                scope.doubts.broken.append(BrokenPromise(workflow.name, promise, found))


def _listed(tree: Map | None, word: str) -> list[Node]:
    found = tree.entries[word][1] if tree is not None and word in tree.entries else None
    return found.items if isinstance(found, List) else []


def check_together(scope: Scope, workflows: dict[str, Workflow]) -> None:
    """Complain of what is unsound between workflows. Only meaningful where every file could be parsed."""
    everything_known = scope.model_known and all(kind.known for kind in scope.kinds.values())
    if not everything_known:
        return
    _check_unused(scope)
    _check_offices(scope)
    _check_references(scope, workflows)
    _check_openings(scope, workflows)
    _check_opened(scope, workflows)


def _check_unused(scope: Scope) -> None:
    problems = scope.problems if scope.doubts is None else scope.doubts.unused
    for declared in scope.kinds.values():
        for name, (at, _) in declared.facts.items():
            if (declared.name, name) not in scope.fact_uses:
                problems.add(
                    at, f"no rule looks at the fact '{name}'; take it out, or name it in `figures` if people do"
                )
        for name, at in declared.field_marks.items():
            if name not in declared.filled:
                problems.add(at, f"nothing asks, takes, sets or amends the field '{name}'; ask for it or take it out")


def _check_offices(scope: Scope) -> None:
    for use in scope.office_uses:
        if use.office not in scope.offices or not use.kinds:
            continue
        if not any((use.office, kind) in scope.conferred for kind in use.kinds):
            of = " or ".join(use.kinds)
            held = sorted({kind for office, kind in scope.conferred if office == use.office})
            hint = (
                f"it is held of {' or '.join(held)}, so name one with `of`" if held else "add `confers` to a workflow"
            )
            scope.problems.add(use.at, f"no record makes anyone '{use.office}' of {of}; {hint}")


def _check_references(scope: Scope, workflows: dict[str, Workflow]) -> None:
    """See that no two kinds number their records alike: a reference must tell the kind."""
    seen: dict[str, str] = {}
    for workflow in workflows.values():
        shape = _SLOTS.sub("#", workflow.reference)
        if not workflow.reference:
            continue
        if shape in seen:
            tree = scope.kinds[workflow.name].tree
            at = tree.entries["reference"][1].at if tree else scope.kinds[workflow.name].at
            scope.problems.add(
                at, f"'{workflow.reference}' looks like the references of {seen[shape]}; choose other letters"
            )
        seen.setdefault(shape, workflow.name)


def _check_openings(scope: Scope, workflows: dict[str, Workflow]) -> None:
    """See that no transition opens a record whose opening opens, in the end, the same again."""
    opens = {
        (kind, move.name): [(child.kind, child.transition) for child in move.opens]
        for kind, workflow in workflows.items()
        for move in workflow.transitions.values()
    }
    for start, children in opens.items():
        waiting, seen = list(children), set[tuple[str, str]]()
        while waiting:
            here = waiting.pop()
            if here == start:
                at: Mark = scope.kinds[start[0]].transitions[start[1]].at
                scope.problems.add(
                    at, f"'{start[1]}' opens, in the end, itself again without end; take out one of `opens`"
                )
                break
            if here not in seen:
                seen.add(here)
                waiting.extend(opens.get(here, ()))


def _check_opened(scope: Scope, workflows: dict[str, Workflow]) -> None:
    """See that a record which nobody may open is opened by the founding act or by another record."""
    for workflow in workflows.values():
        for move in workflow.openings:
            if not move.by and (workflow.name, move.name) not in scope.opened:
                sketch = scope.kinds[workflow.name].transitions[move.name]
                scope.problems.add(
                    sketch.at, f"'{move.name}' is for nobody, and nothing else opens it; name someone in `by`"
                )
