"""Changes of comparisons: flipped, shifted by one, with a value fewer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from peoplezones.domain.workflow import Guard, Operand, Test, Where

from .mutant import replaced, with_parts, without

Compared = TypeVar("Compared", Test, Where)
_FLIPPED = {"at_least": "at_most", "at_most": "at_least", "is": "is_not", "is_not": "is"}


class Change(NamedTuple):
    """Another form of a part: what the mutant is called, its operator, what is different, and the part itself."""

    name: str
    operator: str
    words: str
    part: Any


def compared(test: Compared, *, equals: bool = True) -> Iterator[Change]:
    """Yield other forms of a comparison; whether `is` and `is_not` are flipped is for `equals` to say."""
    if test.op in ("at_least", "at_most"):
        yield from _shifted(test)
    if test.op in ("at_least", "at_most") or (equals and test.op in ("is", "is_not")):
        flipped = with_parts(test, op=_FLIPPED[test.op])
        said = f"{flipped.op} {_said(test.operands[0])}"
        yield Change(said, "comparison flipped", f"'{_words(test)}' becomes '{_words(flipped)}'", flipped)
    if test.op == "given":
        flipped = with_parts(test, operands=(with_parts(test.operands[0], literal=not test.operands[0].literal),))
        name = f"given {_said(flipped.operands[0])}"
        yield Change(name, "comparison flipped", f"'{_words(test)}' becomes '{_words(flipped)}'", flipped)
    if test.op == "one_of" and len(test.operands) > 1:
        for place, operand in enumerate(test.operands):
            fewer = with_parts(test, operands=without(test.operands, place))
            said = _said(operand)
            yield Change(f"without '{said}'", "value dropped", f"'{said}' is taken out of '{_words(test)}'", fewer)


def _shifted(test: Compared) -> Iterator[Change]:
    operand = test.operands[0]
    for by in (1, -1):
        value = shifted(operand.literal, by) if operand.kind == "literal" else None
        if value is not None:
            other = with_parts(test, operands=(with_parts(operand, literal=value),))
            yield Change(
                f"{test.op} {value}", "threshold shifted", f"'{_words(test)}' becomes '{_words(other)}'", other
            )


def shifted(value: Any, by: int) -> Any:
    """Return a number, or a date, that is one unit or day more or less; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value + by
    try:
        return (date.fromisoformat(value) + timedelta(days=by)).isoformat()
    except (TypeError, ValueError):
        return None


def _said(operand: Operand) -> str:
    if operand.kind == "literal":
        literal = operand.literal
        return str(literal).lower() if isinstance(literal, bool) else str(literal)
    return operand.fact or ".".join((operand.kind, *operand.path)).replace("this.this", "this")


def _words(test: Test | Where) -> str:
    name = test.fact if isinstance(test, Test) else test.field
    return f"{name} {test.op} {', '.join(map(_said, test.operands))}"


def tested(tests: tuple[Test, ...], what: str) -> Iterator[Change]:
    """Yield other forms of some tests, `what` before each name; each part is the whole tuple."""
    for place, test in enumerate(tests):
        for change in compared(test):
            yield change._replace(name=f"{what}{change.name}", part=replaced(tests, place, change.part))


def judged(guard: Guard) -> Iterator[Change]:
    """Yield other forms of a guard: its comparisons, an alternative fewer, without its condition."""
    several = len(guard.tests) > 1
    for place, test in enumerate(guard.tests):
        for change in compared(test):
            name = f"{test.fact} {change.name}" if several else change.name
            yield change._replace(name=name, part=with_parts(guard, tests=replaced(guard.tests, place, change.part)))
        if several:
            fewer = with_parts(guard, tests=without(guard.tests, place))
            words = f"'{_words(test)}' no longer satisfies it"
            yield Change(f"without alternative '{_words(test)}'", "alternative dropped", words, fewer)
    for place, test in enumerate(guard.when):
        fewer = with_parts(guard, when=without(guard.when, place))
        yield Change(f"when {test.fact} dropped", "when dropped", f"it no longer waits for '{_words(test)}'", fewer)
        for change in compared(test):
            other = with_parts(guard, when=replaced(guard.when, place, change.part))
            yield change._replace(name=f"when {test.fact} {change.name}", part=other)
