"""Comparisons: in `where`, in `when` and in guards."""

from __future__ import annotations

from typing import cast, get_args

from peoplezones.domain.errors import did_you_mean, nearest
from peoplezones.domain.workflow import Comparison, Operand, Test, Where

from .operands import COMPARES, LOOKS, Context, read_operand
from .paths import follow, look_up
from .scope import Scope, Typed
from .shapes import Table, flag, pairs, wrong_shape
from .source import List, Map, Mark, Node, Text

OPS: tuple[str, ...] = get_args(Comparison)
_ORDERED = frozenset({"number", "money", "date"})


def read_comparison(context: Context, op: str, node: Node, target: Typed, at: Mark) -> tuple[Operand, ...]:
    """Return the operands of one comparison of `target`, or none where it was complained of."""
    problems = context.scope.problems
    if op == "given":
        return (Operand(kind="literal", literal=flag(node, problems)),)
    if target.personal:
        problems.add(at, "a personal field is looked at; rules see only whether it is given, so write `given: true`")
        return ()
    if target.is_list and not context.words >= LOOKS:
        return _compare_list(context, op, node, at)
    if op in ("at_least", "at_most") and target.type not in _ORDERED:
        problems.add(at, f"'{op}' compares numbers, money and dates, and this is {target.in_words()}; use `is`")
        return ()
    if op == "one_of":
        return _one_of(context, node, target)
    if isinstance(node, List):
        problems.add(node.at, f"one value is needed for '{op}', not a list; write `one_of` for several")
        return ()
    found = read_operand(context, node, target)
    return (found,) if found else ()


def _one_of(context: Context, node: Node, target: Typed) -> tuple[Operand, ...]:
    problems = context.scope.problems
    if not isinstance(node, List):
        wrong_shape(node, "a list", problems)
        return ()
    if not node.items:
        problems.add(node.at, "the list is empty, so nothing is ever one of it; name at least one value")
    found = tuple(read_operand(context, item, target) for item in node.items)
    return tuple(operand for operand in found if operand)


def _compare_list(context: Context, op: str, node: Node, at: Mark) -> tuple[Operand, ...]:
    """Compare a list with the empty list, or by its length."""
    if op == "is" and isinstance(node, List) and not node.items:
        return (Operand(kind="literal", literal=[]),)
    if op in ("at_least", "at_most"):
        found = read_operand(context, node, Typed("number"))
        return (found,) if found else ()
    context.scope.problems.add(at, "a list is compared with `is: []`, or by its length with `at_least` or `at_most`")
    return ()


def read_test(scope: Scope, kind: str, table: Table) -> Test | None:
    """Return the test in a guard: `fact` and exactly one comparison."""
    ops = [op for op in OPS if table.has(op)]
    if not table.has("fact"):
        return None
    if len(ops) != 1:
        said = f"are {len(ops)} comparisons ({', '.join(ops)})" if ops else "is no comparison"
        scope.problems.add(table.key("fact"), f"there {said} here; write one of: {', '.join(OPS)}")
        return None
    name = table.scalar("fact")
    target = look_up_name(scope, kind, name.value, name.at) if name else None
    if name is None or target is None:
        return None
    context = Context(scope, kind, COMPARES, facts=True)
    operands = read_comparison(context, ops[0], table.node(ops[0]), target, table.key(ops[0]))
    return Test(fact=name.value, op=cast(Comparison, ops[0]), operands=operands)


def look_up_name(scope: Scope, kind: str, name: str, at: Mark) -> Typed | None:
    """Return the type of a fact, a field or `state` of the kind; complain if there is none of that name."""
    declared = scope.kinds[kind]
    if name in declared.field_marks or name in declared.facts or name in ("state", "reference"):
        return look_up(scope, kind, name, at, facts=True)
    names = [*declared.facts, *declared.fields, "state"]
    if "." in name:
        scope.problems.add(at, f"'{name}' is a path; declare a fact with `value: {name}` and name that")
    else:
        scope.problems.add(at, f"no fact is called '{name}'{did_you_mean(name, names)}")
        scope.fact_uses.update((kind, meant) for meant in nearest(name, names))  # so not unused besides
    return None


def read_conditions(scope: Scope, kind: str, node: Node) -> tuple[Test, ...]:
    """Return the conditions of a `when`."""
    if not isinstance(node, Map):
        wrong_shape(node, "a mapping (`fact: value`)", scope.problems)
    found = []
    for name, at, value in pairs(node):
        target = look_up_name(scope, kind, name, at)
        if target is None:
            continue
        op, operand, _ = _split(scope, value)
        if op:
            operands = read_comparison(Context(scope, kind, COMPARES, facts=True), op, operand, target, value.at)
            found.append(Test(fact=name, op=cast(Comparison, op), operands=operands))
    return tuple(found)


def read_where(scope: Scope, kind: str, looked_at: tuple[str, ...], node: Node) -> tuple[Where, ...]:
    """Return the conditions on the records of the kinds `looked_at`, those that tie them to this record first.

    Only a condition that ties is left with `is` and `this` or `root`: by that one the engine finds the records.
    """
    if not isinstance(node, Map):
        wrong_shape(node, "a mapping (`field: value`)", scope.problems)
    ties, others = [], []
    for name, at, value in pairs(node):
        word = Text(at, name)
        if "." in name:
            scope.problems.add(at, "a path cannot stand on the left; name one field of the record looked at")
            continue
        target = follow(scope, looked_at, word, many="last")
        op, operand, or_empty = _split(scope, value, where=True)
        if target is None or not op:
            continue
        operands = read_comparison(Context(scope, kind, LOOKS), op, operand, target, value.at)
        if not operands:
            continue
        leads_here = op == "is" and operands[0].kind in ("this", "root")
        if leads_here and target.type == "ref" and not or_empty:
            ties.append(Where(field=name, op="is", operands=operands))
        else:
            exact = "one_of" if leads_here else op
            others.append(Where(field=name, op=cast(Comparison, exact), operands=operands, or_empty=or_empty))
    return (*ties, *others)


def _split(scope: Scope, node: Node, *, where: bool = False) -> tuple[str, Node, bool]:
    """Return comparison, right-hand side and `or_empty`: a plain value is `is`, a list `one_of`."""
    if isinstance(node, List):
        return "one_of", node, False
    if not isinstance(node, Map):
        return "is", node, False
    options = " ".join(OPS) + (" or_empty" if where else "")
    table = Table(node, "a condition", scope.problems, "", options)
    ops = [op for op in OPS if table.has(op)]
    if len(ops) != 1:
        if not ops:
            scope.problems.add(node.at, f"there is no comparison here; write one of: {', '.join(OPS)}")
        else:
            scope.problems.add(node.at, f"there are {len(ops)} comparisons here; keep one of them")
        return "", node, False
    return ops[0], table.node(ops[0]), table.has("or_empty") and table.flag("or_empty")
