"""The log, submitted again: agreement on a healthy Board, and the exact place of anything changed behind its back."""

from __future__ import annotations

import gc
import json

import pytest

from peoplezones.audit.rebuild import rebuild
from peoplezones.operating_model.load import canonical_texts, load_texts
from peoplezones.service import adopt
from peoplezones.store.database import open_database
from tests import databases
from tests.databases import altered, altered_value, named_rows
from tests.engine import MODELS, PROJECTION, Engine

KEYS = {
    "record": ("reference",),
    "reference": ("source", "field", "target", "since_entry"),
    "office": ("source", "slot", "since_entry"),
    "breach": ("record", "condition", "since_entry"),
    "head": ("id",),
    "entry": ("n",),
}


@pytest.fixture
def lived(planted: Engine) -> Engine:
    """A Board with refusals, keys, children, an amendment, an undoing, breaches and an adoption."""
    planted.do("plot", "rest", "PL-2026-001", by="PE-003", on="2026-01-10", key="k1")
    planted.do("plot", "undo", "PL-2026-001", by="PE-003", reason="slip", on="2026-01-11")
    planted.do("plot", "amend", "PL-2026-001", rent="3", reason="slip")
    planted.do("pledge", "withdraw", "PG-001", actor="Bob", document="letter", on="2026-01-12")
    planted.do("pledge", "renew", "PG-001", by="PE-002", on="2026-01-13")
    planted.do("post", "name_deputy", "PO-003", deputy="Bob", on="2026-01-14")
    planted.do("post", "end", "PO-003", on="2026-01-15")
    planted.why_not("plot", "resume", "PL-2026-001", by="PE-003")
    planted.why_not("plot", "propose", name="Never", by="PE-003", on="2027-01-01")
    texts = canonical_texts(MODELS / "allotment")
    texts = {name: text.replace('version: "1"', 'version: "2"') for name, text in texts.items()}
    decision = adopt(
        planted.board.service, load_texts(texts, folder="x"), texts, actor="Ann Example", document="minute"
    )
    assert decision.moved, decision.reasons
    planted.do("plot", "propose", name="Under the second model", part_of="PL-2026-001")
    planted.do("pledge", "withdraw", "PG-002", by="PE-003")
    return planted


def rows(engine: Engine, table: str) -> list[dict[str, object]]:
    return named_rows(engine.path, table)


def changed(engine: Engine, statement: str, *values: object) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Change something in a copy, behind the Board's back, and return what its rebuild says."""
    database = open_database(altered(engine.path, statement, values=values))
    report = rebuild(database)
    database.dispose()
    return [(d.table, d.row, d.column) for d in report.differences], [str(d) for d in report.differences]


def test_a_healthy_board_agrees(lived: Engine) -> None:
    seen: list[tuple[int, int]] = []
    report = lived.board.rebuild(lambda done, total: seen.append((done, total)))
    assert report.agrees, report.differences
    assert report.entries == lived.size() == seen[-1][0] == seen[-1][1]
    kinds = {row[0] for row in lived.sql("select transition from entry")}
    assert {"found", "adopt", "amend", "undo", "seek"} <= kinds
    assert lived.sql("select count(*) from breach where until_entry is not null")[0][0] >= 1


@pytest.mark.parametrize("table", [*PROJECTION, "head"])
def test_every_cell_of_the_tables_that_is_changed_is_named(lived: Engine, table: str) -> None:
    checked = set()
    for row in rows(lived, table):
        key = [row[name] for name in KEYS[table]]
        for column, value in row.items():
            if column in KEYS[table] or (column in checked and value is None):
                continue
            checked.add(column)
            other = altered_value(table, column, value)
            where = " and ".join(f"{name} = ?" for name in KEYS[table])
            found, _ = changed(lived, f"update {table} set {column} = ? where {where}", other, *key)
            assert found == [(table, " ".join(map(str, key)), column)], (table, column, found)
        if checked | set(KEYS[table]) == set(row) and row.get("kind") in (None, "plot"):
            break
    assert checked | set(KEYS[table]) == set(row)


@pytest.mark.parametrize("table", PROJECTION)
def test_a_row_that_is_gone_or_made_up_is_named(lived: Engine, table: str) -> None:
    row = rows(lived, table)[0]
    where = " and ".join(f"{name} = '{row[name]}'" for name in KEYS[table])
    key = " ".join(str(row[name]) for name in KEYS[table])
    assert changed(lived, f"delete from {table} where {where}")[0] == [(table, key, "row")]
    last = KEYS[table][-1]
    columns = ", ".join(f"'x'||{name}" if name == last and table == "record" else name for name in row)
    if table != "record":
        columns = ", ".join(f"{name} + 1000" if name == last else name for name in row)
    else:
        columns = ", ".join({"reference": "'x'||reference", "number": "number + 1000"}.get(name, name) for name in row)
    found, _ = changed(lived, f"insert into {table} select {columns} from {table} where {where}")
    assert [(t, c) for t, _, c in found] == [(table, "row")]


@pytest.mark.parametrize(
    "column", ["record", "seq", "kind", "transition", "moved", "effective", "recorded", "actor", "key", "cause"]
)
def test_a_column_of_the_log_that_does_not_repeat_its_line_is_named(lived: Engine, column: str) -> None:
    for n in (1, 4, 14):
        value = lived.sql(f"select {column} from entry where n = ?", n)[0][0]
        other = 1 - value if column == "moved" else altered_value("entry", column, value)
        found, _ = changed(lived, f"update entry set {column} = ? where n = ?", other, n)
        assert found == [("entry", str(n), column)]


def test_every_part_of_a_line_that_is_changed_is_found_where_it_is(lived: Engine) -> None:
    """A later entry of the same record keeps the hash of every line but the last."""
    n = lived.sql("select n from entry where record = 'PG-001' and transition = 'withdraw'")[0][0]
    line = json.loads(lived.sql("select line from entry where n = ?", n)[0][0])
    for name, value in line.items():
        other = {**line, name: another(value)}
        text = json.dumps(other, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        found, told = changed(lived, "update entry set line = ? where n = ?", text, n)
        assert found, name
        assert found[0][:2] == ("entry", str(n)), (name, told)


def another(value: object) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, list):
        return [*value, {"rule": "x", "held": True}]
    if isinstance(value, dict):
        return {**value, "x": 1}
    return f"{value}x"


@pytest.mark.parametrize(
    "line", ["", "[]", "1", "{}", "not json", '{"a":' * 5_000, json.dumps({"kind": "act", "transition": "found"})]
)
def test_a_line_that_is_none_is_named(lived: Engine, line: str) -> None:
    gc.collect()  # what other tests left is not to be cleared away at the bottom of a deep recursion
    assert changed(lived, "update entry set line = ? where n = 9", line)[0][0][:2] == ("entry", "9")


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_a_line_of_the_founding_that_is_none_is_named(lived: Engine, n: int) -> None:
    assert changed(lived, "update entry set line = 'x' where n = ?", n)[0][0][:2] == ("entry", str(n))


def test_a_line_that_is_not_canonical_is_named(lived: Engine) -> None:
    found, _ = changed(lived, "update entry set line = replace(line, '\"v\":2', '\"v\": 2') where n = 9")
    assert found == [("entry", "9", "line")]


def test_an_entry_that_is_gone_or_put_in_is_named(lived: Engine) -> None:
    last = lived.size()
    assert changed(lived, "delete from entry where n = 9")[0] == [("entry", "9", "row")]
    assert changed(lived, "delete from entry where n = ?", last)[0] == [("head", "1", "size")]
    columns = "kind, transition, moved, effective, recorded, actor, line"
    found, _ = changed(
        lived, f"insert into entry (n, {columns}) select {last + 1}, {columns} from entry where n = {last}"
    )
    assert found == [("entry", str(last + 1), "n")] or found[0][:2] == ("entry", str(last + 1))


def test_a_personal_value_and_a_model_that_are_changed_are_named(lived: Engine) -> None:
    kept = lived.sql("select commitment from personal where value = 'Bob'")[0][0]
    assert changed(lived, "update personal set value = 'Eve' where value = 'Bob'")[0] == [("personal", kept, "value")]
    named = lived.sql("select digest from operating_model order by adopted")[0][0]
    found, _ = changed(
        lived, "update operating_model set texts = replace(texts, 'at least 10', 'at least 1') where adopted = 1"
    )
    assert found == [("operating_model", named, "texts")]


def test_a_refused_adoption_is_submitted_again_without_its_model_which_is_kept_nowhere(planted: Engine) -> None:
    texts = canonical_texts(MODELS / "allotment")
    texts = {name: text.replace('version: "1"', 'version: "3"') for name, text in texts.items()}
    decision = adopt(planted.board.service, load_texts(texts, folder="x"), texts, actor="Bob", on="2027-01-01")
    assert not decision.moved
    report = planted.board.rebuild()
    assert report.agrees, report.differences


def test_a_table_and_a_trigger_that_are_gone_are_named(planted: Engine) -> None:
    planted.board.close()
    on = " on entry" if databases.chosen == databases.POSTGRESQL else ""
    planted.sql(f"drop trigger entry_refuses_delete{on}")
    database = open_database(planted.address)
    assert [(d.table, d.row) for d in rebuild(database).differences] == [("trigger", "entry_refuses_delete")]
    database.dispose()
    planted.sql("drop table breach")
    database = open_database(planted.address)
    assert ("table", "breach") in [(d.table, d.row) for d in rebuild(database).differences]
    database.dispose()


def test_records_live_on_under_the_model_that_they_were_opened_under(lived: Engine) -> None:
    models = {row[0] for row in lived.sql("select model from record where kind = 'plot'")}
    assert len(models) == 2
    assert [row[1] for row in lived.breaches()] == ["has-warden", "still-pledged"]


def test_the_order_in_which_values_are_given_makes_no_difference(planted: Engine) -> None:
    values = {"rent": "1", "name": "x", "part_of": "PL-2026-001"}
    request = {"actor": "Bob", "reason": "x", "on": "2026-01-05"}
    assert len(planted.why_not("plot", "amend", "PL-2026-001", **values, **request)) == 5
    assert planted.board.rebuild().agrees
