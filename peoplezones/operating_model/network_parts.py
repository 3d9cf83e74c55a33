"""Reading the parts of `network`: kinds, facts, fields, states and limits, each complained of at its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Literal

from peoplezones.domain.workflow import Bound, Test, Workflow

from .comparisons import read_conditions
from .guards import read_basis, read_clause
from .scope import KindScope, Scope
from .shapes import Table, check_id, known
from .source import Mark, Node, Text

_NUMBERS = ("number", "money")
Sort = Literal["list", "number"]


class Reader:
    """Reads the parts of `network`; `workflows` were read before."""

    def __init__(self, scope: Scope, workflows: Mapping[str, Workflow]) -> None:
        self.scope, self.problems, self.workflows = scope, scope.problems, workflows
        self.seen: dict[str, dict[str, Mark]] = {}  # by what has the id

    def begin(
        self, node: Node, what: str, needed: str, optional: str
    ) -> tuple[Table, dict[str, Any], KindScope | None]:
        """Return a part with an id as a table, what every such part says, and the kind of its rows if it is known."""
        table = Table(node, what, self.problems, f"id title rows clause basis {needed}".strip(), f"when {optional}")
        declared = self.kind(table.scalar("rows"))
        return table, {**self.common(table, declared), **self.titled(table, what)}, declared

    def titled(self, table: Table, what: str) -> dict[str, Any]:
        """Return id and title of a part."""
        seen = self.seen.setdefault(what, {})
        return {
            "id": check_id(table.scalar("id"), seen, what.removeprefix("a "), self.problems),
            "title": table.text("title"),
        }

    def common(self, table: Table, declared: KindScope | None) -> dict[str, Any]:
        """Return kind, conditions and source of a part."""
        when: tuple[Test, ...] = ()
        if declared is not None and table.has("when"):
            when = read_conditions(self.scope, declared.name, table.node("when"))
        kind = declared.name if declared is not None else ""
        source = {"clause": read_clause(self.scope, table), "basis": read_basis(self.scope, table)}
        return {"kind": kind, "when": when, **source}

    def kind(self, word: Text | None) -> KindScope | None:
        """Return what is declared of a kind; None where there is none, or it could not be read."""
        if word is None or not self.scope.kind_exists(word):
            return None
        found = self.scope.kinds[word.value]
        return found if found.known else None

    def kinds(self, table: Table, word: str) -> tuple[str, ...]:
        """Return the kinds under a word."""
        return tuple(name.value for name in table.names(word) if self.scope.kind_exists(name))

    def names(self, table: Table, word: str, there: Collection[str], what: str) -> tuple[str, ...]:
        """Return those names under a word that there are."""
        words = table.names(word) if table.has(word) else []
        return tuple(name.value for name in words if known(name, there, what, self.problems))

    def states(self, table: Table, word: str, declared: KindScope | None) -> tuple[str, ...]:
        """Return the states under a word."""
        return self.names(table, word, declared.states, f"state of {declared.name}") if declared else ()

    def field(
        self, declared: KindScope | None, word: Text | None, types: Collection[str], needed: str, to: str = ""
    ) -> str:
        """Return the field that is named: of one of the types, and if it is a reference, one to kind `to`."""
        if declared is None or not known(word, declared.field_marks, f"field of {declared.name}", self.problems):
            return ""
        assert word is not None
        found = declared.fields.get(word.value)
        if found is not None and found.type not in types:
            self.problems.add(word.at, f"'{word.value}' is a {found.type}; {needed} is needed here")
        elif found is not None and to and found.type == "ref" and to not in found.to:
            self.problems.add(word.at, f"'{word.value}' does not refer to {to}; name a field that does")
        return word.value

    def fields(self, declared: KindScope | None, table: Table, word: str) -> tuple[str, ...]:
        """Return the reference fields under a word."""
        words = table.names(word) if table.has(word) else []
        return tuple(name for w in words if (name := self.field(declared, w, ("ref",), "a reference")))

    def facts(self, declared: KindScope | None, table: Table, word: str, sort: Sort) -> tuple[str, ...]:
        """Return the facts under a word, which must yield lists of what is missing, or numbers: a use of them."""
        words = table.names(word) if declared is not None and table.has(word) else []
        return tuple(name for w in words if declared is not None and (name := self.fact(declared, w, sort)))

    def fact(self, declared: KindScope, word: Text, sort: Sort) -> str:
        """Return one fact of a kind."""
        if not known(word, declared.facts, f"fact of {declared.name}", self.problems):
            return ""
        self.scope.fact_uses.add((declared.name, word.value))
        found = self.scope.fact(declared.name, word.value, word.at)
        if found is None:
            return ""
        if sort == "list":
            needed, fits = "a list of what is missing", found.is_list
        else:
            needed, fits = "a number", not found.is_list and found.type in _NUMBERS and not found.percent
        if not fits:
            self.problems.add(word.at, f"'{word.value}' is {found.in_words()}; {needed} is needed here")
        return word.value

    def bounds(self, declared: KindScope | None, table: Table, word: str, op: str) -> tuple[Bound, ...]:
        """Return the facts with the standing conditions that set a limit to them, by `at_most` or `at_least`."""
        found = []
        for name, at, node in table.pairs(word) if declared is not None and table.has(word) else []:
            assert declared is not None
            fact = self.fact(declared, Text(at, name), "number")
            rule = node if isinstance(node, Text) else None
            if fact and rule is not None and self._sets_limit(declared, fact, rule, op):
                found.append(Bound(fact=fact, rule=rule.value))
        return tuple(found)

    def _sets_limit(self, declared: KindScope, fact: str, rule: Text, op: str) -> bool:
        workflow = self.workflows.get(declared.name)
        rules = {condition.guard.id: condition.guard for condition in workflow.standing} if workflow else {}
        if not known(rule, rules, f"standing condition of {declared.name}", self.problems):
            return False
        if any(
            t.fact == fact and t.op == op and [o.kind for o in t.operands] == ["literal"]
            for t in rules[rule.value].tests
        ):
            return True
        said = f"'{rule.value}' sets no limit to '{fact}'; name a standing condition with `fact: {fact}, {op}: ...`"
        self.problems.add(rule.at, said)
        return False
