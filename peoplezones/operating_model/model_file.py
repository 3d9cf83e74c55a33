"""model.yaml: the model itself, its founding and adoption, how it groups its kinds, what it migrates from."""

from __future__ import annotations

from peoplezones.domain.values import parse_field
from peoplezones.domain.workflow import (
    Adoption,
    Field,
    Founding,
    FoundingRecord,
    Group,
    Model,
    Notices,
    Who,
    Workflow,
)

from .deadlines import read_escalation
from .guards import read_basis, read_clause
from .keeping import read_erasure
from .migration import check_migration, read_migration
from .network import read_network
from .people import read_people
from .scope import KindScope, Scope
from .shapes import NAME, Table, known, scalar
from .source import List, Map, Mark, Node, Text
from .transitions import check_opened

MODEL_FILE = "model.yaml"
GIVEN = ("$board", "$secretary")
_NEEDED = "model title version source main offices clauses groups founding adoption enters_for_others"
_OPTIONAL = "watch next_meeting choices migrates migration keys erasure escalation network notices"
_LONGEST_BEFORE = 366  # days


def read_model(scope: Scope, tree: Map, workflows: dict[str, Workflow]) -> Model:
    """Return the model, with the workflows that were read already."""
    problems = scope.problems
    table = Table(tree, "model.yaml", problems, _NEEDED, _OPTIONAL)
    for word in ("offices", "clauses", *(("choices",) if table.has("choices") else ())):
        table.pairs(word)
    founding = _founding(scope, Table(table.node("founding"), "`founding`", problems, "clause basis actor opens"))
    return Model(
        name=table.text("model"),
        title=table.text("title"),
        version=table.text("version"),
        source=table.text("source"),
        offices=scope.offices,
        clauses=scope.clauses,
        groups=_groups(scope, table),
        workflows=workflows,
        founding=founding,
        adoption=_act(scope, table, "adoption"),
        migration=_act(scope, table, "migration") if table.has("migration") else None,
        keys=_act(scope, table, "keys") if table.has("keys") else None,
        erasure=read_erasure(scope, table) if table.has("erasure") else None,
        escalation=read_escalation(scope, table) if table.has("escalation") else None,
        notices=_notices(scope, table) if table.has("notices") else None,
        enters_for_others=_officers(scope, table.node("enters_for_others")),
        main="".join(_kinds(scope, table, "main")[:1]),
        watch=_kinds(scope, table, "watch"),
        next_meeting=_next_meeting(scope, table),
        **read_network(scope, table, workflows),
        migrates=tuple(
            read_migration(scope, node) for node in (table.items("migrates") if table.has("migrates") else ())
        ),
    )


def check_migrations(scope: Scope, tree: Map | None, model: Model) -> None:
    """Complain of what `migrates` leaves out of the earlier models that are at hand."""
    node = tree.entries["migrates"][1] if tree is not None and "migrates" in tree.entries else None
    for item in node.items if isinstance(node, List) else ():
        check_migration(scope, item, model)


def _act(scope: Scope, table: Table, word: str) -> Adoption:
    """Return who may act on the Board as a whole in one way, and the clause for it."""
    act = Table(table.node(word), f"`{word}`", scope.problems, "by clause basis")
    return Adoption(by=_officers(scope, act.node("by")), clause=read_clause(scope, act), basis=read_basis(scope, act))


def _officers(scope: Scope, node: Node) -> tuple[Who, ...]:
    """Return who may act on the Board as a whole: offices of the Board only."""
    return read_people(scope, scope.root_kind, node, words=("office",))


def _kinds(scope: Scope, table: Table, word: str) -> tuple[str, ...]:
    words = table.names(word) if table.has(word) else []
    return tuple(name.value for name in words if scope.kind_exists(name))


def _groups(scope: Scope, table: Table) -> tuple[Group, ...]:
    """Return the groups; every kind must be in exactly one."""
    found, placed = [], dict[str, Mark]()
    for node in table.items("groups"):
        group = Table(node, "a group", scope.problems, "title kinds")
        names = [name for name in group.names("kinds") if scope.kind_exists(name)]
        for name in names:
            if name.value in placed:
                first = placed[name.value].line
                scope.problems.add(name.at, f"'{name.value}' is in a group already (line {first}); keep one of them")
            placed.setdefault(name.value, name.at)
        found.append(Group(title=group.text("title"), kinds=tuple(name.value for name in names)))
    for kind in scope.kinds:
        if kind not in placed and table.has("groups"):
            scope.problems.add(table.key("groups"), f"the kind '{kind}' is in no group; add it to one")
    return tuple(found)


def _next_meeting(scope: Scope, table: Table) -> str:
    word = table.scalar("next_meeting") if table.has("next_meeting") else None
    root = scope.kinds.get(scope.root_kind)
    if word is None or root is None or not root.known:
        return word.value if word else ""
    if known(word, root.field_marks, f"field of {root.name}", scope.problems):
        field = root.fields.get(word.value)
        if field is not None and field.type != "date":
            scope.problems.add(word.at, f"'{word.value}' is a {field.type}; a date field is needed here")
    return word.value


def _notices(scope: Scope, table: Table) -> Notices:
    """Return which field of a person is the e-mail address, and how long before a deadline people are told of it."""
    notices = Table(table.node("notices"), "`notices`", scope.problems, "address", "before")
    word, people = notices.scalar("address"), scope.kinds.get(scope.actor_kind)
    if word is not None and people is not None and people.known:
        _check_address(scope, people, word)
    before = notices.whole("before") if notices.has("before") else Notices(address="").before
    if before > _LONGEST_BEFORE:
        scope.problems.add(notices.node("before").at, f"at most {_LONGEST_BEFORE} days before; write fewer")
    return Notices(address=word.value if word else "", before=before)


def _check_address(scope: Scope, people: KindScope, word: Text) -> None:
    """Complain of a field that cannot hold an address, or from which one could not be erased."""
    if not known(word, people.field_marks, f"field of {people.name}", scope.problems):
        return
    field = people.fields.get(word.value)
    if field is not None and (field.type != "text" or not field.personal):
        what = f"a {field.type}" if field.type != "text" else "not personal"
        scope.problems.add(word.at, f"'{word.value}' is {what}; an address is a text with `personal: true`")


def _founding(scope: Scope, table: Table) -> Founding:
    """Return the founding act: the records that it opens, in order."""
    aliases: dict[str, str] = {}
    opens = tuple(_founding_record(scope, node, aliases) for node in table.items("opens"))
    if not opens and table.has("opens"):
        scope.problems.add(
            table.key("opens"), "the founding act opens nothing; the first that it opens is the Board itself"
        )
    actor = table.scalar("actor")
    known(actor, aliases, "record of the founding act", scope.problems)
    return Founding(
        opens=opens,
        actor=actor.value if actor else "",
        clause=read_clause(scope, table),
        basis=read_basis(scope, table),
    )


def _founding_record(scope: Scope, node: Node, aliases: dict[str, str]) -> FoundingRecord:
    table = Table(node, "a record of the founding act", scope.problems, "as kind transition", "set")
    alias, kind, move = table.scalar("as"), table.scalar("kind"), table.scalar("transition")
    given: dict[str, str] = {}
    if kind and scope.kind_exists(kind):
        declared = scope.kinds[kind.value]
        entries = table.pairs("set") if table.has("set") else []
        for name, at, value in entries:
            word = scalar(value, scope.problems)
            if word is not None and declared.known:
                _check_given(scope, declared, Text(at, name), word, aliases)
            given[name] = word.value if word else ""
        check_opened(scope, declared, move, table.at, {name: at for name, at, _ in entries})
        declared.filled.update(given)
    if alias and alias.value in aliases:
        scope.problems.add(alias.at, f"'{alias.value}' is used already; choose another name")
    elif alias and not NAME.fullmatch(alias.value):
        scope.problems.add(alias.at, f"'{alias.value}' cannot be a name here; use lower case letters, digits and _")
    if alias:
        aliases.setdefault(alias.value, kind.value if kind else "")
    return FoundingRecord(
        alias=alias.value if alias else "",
        kind=kind.value if kind else "",
        transition=move.value if move else "",
        set=given,
    )


def _check_given(scope: Scope, declared: KindScope, name: Text, word: Text, aliases: dict[str, str]) -> None:
    """Complain of what a founding record's field cannot be set to."""
    if not known(name, declared.field_marks, f"field of {declared.name}", scope.problems):
        return
    field = declared.fields.get(name.value)
    if field is None:
        return
    problem = ""
    if word.value.startswith("$"):
        problem = _wrong_gift(field, word.value)
    elif word.value.startswith("@"):
        if known(Text(word.at, word.value[1:]), aliases, "earlier record of the founding act", scope.problems):
            kind = aliases[word.value[1:]]
            problem = "" if field.type == "ref" and kind in field.to else f"'{name.value}' does not refer to {kind}"
    else:
        problem = _wrong_literal(field, word.value)
    if problem:
        scope.problems.add(word.at, problem)


def _wrong_gift(field: Field, raw: str) -> str:
    if raw not in GIVEN:
        return f"nothing called '{raw}' is given to the founding act; it is one of: {', '.join(GIVEN)}"
    return "" if field.type in ("text", "long_text") else f"'{raw}' is a text, but '{field.name}' is a {field.type}"


def _wrong_literal(field: Field, raw: str) -> str:
    if field.type == "ref":
        return f"'{raw}' is no reference; name an earlier record, such as @board"
    try:
        parse_field(field, raw)
    except ValueError as error:
        return str(error)
    return ""
