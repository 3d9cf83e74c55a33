"""Right-hand sides: literals in stored form, `today`, `actor`, `this.PATH`, `each`, `root`, and whether they fit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from peoplezones.domain.errors import did_you_mean
from peoplezones.domain.values import parse_scalar
from peoplezones.domain.workflow import Operand

from .paths import ROOT, THIS, follow, look_up, steps_of
from .scope import Scope, Typed
from .shapes import wrong_shape
from .source import Map, Node, Text

TODAY, ACTOR, EACH = "today", "actor", "each"
SETS = frozenset({TODAY, ACTOR, THIS, ROOT})  # what a `set` may name
COMPARES = frozenset({TODAY})  # what a guard may be compared with
LOOKS = frozenset({TODAY, THIS, ROOT})  # what a `where` may be compared with


@dataclass(frozen=True, slots=True)
class Context:
    """Where an operand stands: in which kind's workflow, which words it may use, and what `each` is there."""

    scope: Scope
    kind: str
    words: frozenset[str]
    each: Typed | None = None
    facts: bool = False  # whether `{fact: NAME}` may be written
    setting: bool = (
        False  # whether a value is set: `{text: ...}` may be written, and every value must fit, not only some
    )


def read_operand(context: Context, node: Node, target: Typed) -> Operand | None:
    """Return what `node` says, which must fit `target`; None where it was complained of."""
    if isinstance(node, Map) and len(node.entries) == 1:
        ((word, (_, value)),) = node.entries.items()
        if word == "fact" and context.facts and isinstance(value, Text):
            return _fact_operand(context, value, target)
        if word == "text" and context.setting and isinstance(value, Text):
            return read_literal(context.scope, value, target)
    if not isinstance(node, Text):
        _complain_of_shape(context, node)
        return None
    found = _word_operand(context, node)
    if found is None:
        return None if _is_word(context, node) else read_literal(context.scope, node, target)
    operand, source = found
    return operand if fits(context, node, source, target) else None


def _complain_of_shape(context: Context, node: Node) -> None:
    extra = " or `{fact: NAME}`" if context.facts else " or `{text: ...}`" if context.setting else ""
    wrong_shape(node, f"one value{extra}", context.scope.problems)


def _is_word(context: Context, node: Text) -> bool:
    first = steps_of(node)[0]
    return first in context.words or (first == EACH and context.each is not None)


def _word_operand(context: Context, node: Text) -> tuple[Operand, Typed] | None:
    """Return the operand that a reserved word stands for, with its type; None if it is none or was complained of."""
    scope, steps = context.scope, steps_of(node)
    if not _is_word(context, node):
        return None
    if len(steps) == 1:
        return {
            TODAY: (Operand(kind="today"), Typed("date")),
            ACTOR: (Operand(kind="actor"), Typed("ref", kinds=_some(scope.actor_kind))),
            THIS: (Operand(kind="this"), Typed("ref", kinds=(context.kind,))),
            ROOT: (Operand(kind="root"), Typed("ref", kinds=_some(scope.root_kind))),
            EACH: (Operand(kind="each"), context.each or Typed("ref")),
        }[steps[0]]
    if steps[0] not in (THIS, ROOT):
        scope.problems.add(node.at, f"no path leads on from '{steps[0]}'; write `this.` and a path instead")
        return None
    found = follow(scope, [context.kind], node, skip=1, many="anywhere")
    path = steps[1:] if steps[0] == THIS else steps
    return (Operand(kind="this", path=path), found) if found else None


def _some(kind: str) -> tuple[str, ...]:
    return (kind,) if kind else ()


def _fact_operand(context: Context, name: Text, target: Typed) -> Operand | None:
    source = look_up(context.scope, context.kind, name.value, name.at, facts=True)
    if source is None or not fits(context, name, source, target):
        return None
    return Operand(kind="fact", fact=name.value)


def read_literal(scope: Scope, node: Text, target: Typed) -> Operand | None:
    """Return a value in the stored form of `target`; None where it is not one."""
    problem, raw = "", node.value
    if target.type in ("state", "choice"):
        problem = _not_among(raw, [choice.name for choice in target.choices], target)
    elif target.type == "yes_no" and raw not in ("true", "false"):
        problem = f"'{raw}' is neither `true` nor `false`; write one of them"
    elif target.is_reference:
        words = "`this` or a path from it (`this.x`)"
        problem = f"'{raw}' cannot stand for {target.in_words()}; name {words}, since references are not known yet"
    elif target.type == "file":
        problem = "a file cannot be written here; rules see only whether one is given"
    if not problem and target.type in ("state", "choice"):
        return Operand(kind="literal", literal=raw)
    if not problem:
        try:
            value = parse_scalar(target.type, raw, decimals=target.decimals)
            return Operand(kind="literal", literal=value)
        except ValueError as error:
            problem = str(error)
    scope.problems.add(node.at, problem)
    return None


def _not_among(raw: str, names: Collection[str], target: Typed) -> str:
    if raw in names or not names:  # none where the list of choices could not be read
        return ""
    if target.type == "state":
        return f"{' or '.join(target.kinds)} has no state called '{raw}'{did_you_mean(raw, names)}"
    hint = did_you_mean(raw, names) or f"; it is one of: {', '.join(names)}"
    return f"'{raw}' is not one of the choices{hint}"


def fits(context: Context, node: Text, source: Typed, target: Typed) -> bool:
    """Return whether what `source` yields can be compared with or put into `target`; complain if not."""
    problem = ""
    if source.personal:
        problem = f"'{node.value}' is personal; rules see only whether it is given"
    elif source.is_reference and target.is_reference:
        if source.kinds and target.kinds and not _overlap(context, source.kinds, target.kinds):
            problem = f"'{node.value}' is {source.in_words()}, but {target.in_words()} is needed here"
    elif source.type != target.type and {source.type, target.type} != {"text", "long_text"}:
        problem = f"'{node.value}' is {source.in_words()}, but {target.in_words()} is needed here"
    elif source.decimals != target.decimals:
        problem = f"'{node.value}' has {source.decimals} decimals and is met with {target.decimals}; give both the same"
    elif source.type in ("choice", "state") and source.choices and target.choices:
        names = [[choice.name for choice in typed.choices] for typed in (source, target)]
        if not _overlap(context, *names):
            problem = f"'{node.value}' has values that are not possible here; give both the same choices"
    if problem:
        context.scope.problems.add(node.at, problem)
    return not problem


def _overlap(context: Context, given: Collection[str], taken: Collection[str]) -> bool:
    """Return whether what is given can be met: all of it where it is set, some of it where it is compared."""
    return set(given) <= set(taken) if context.setting else bool(set(given) & set(taken))
