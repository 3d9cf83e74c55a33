"""One Board's records in memory while it is written: what the rules see, and what is still to be saved.

A `Workspace` is a view in which changes are made before they are saved, can be taken back to a mark, and are saved
together at the end of the transaction. It knows no rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from peoplezones.domain.entry import is_move
from peoplezones.domain.files import Attachment
from peoplezones.domain.record import Holding, Move, Record

from . import statements as sql
from .files import drop_orphans
from .lookup import Names
from .pending import Pending
from .prepared import together
from .rows import LiveHolding, OpenBreach, breach_row, holding_row, move_of, reference_fields, references_in
from .tree import Tree
from .undoing import Undoing
from .view import BoardView, ModelOf

__all__ = ["ModelOf", "Workspace"]


class Workspace(BoardView):
    """The writer's only way to the projection and the log."""

    def forget(self) -> None:
        """Let go of everything that was read and everything pending."""
        super().forget()
        self._pending = Pending()
        self._undoing = Undoing()
        self._tree = Tree()

    def begin(self, connection: Connection) -> None:
        """Take up a transaction, and the tree as it stands there."""
        super().begin(connection)
        self._tree.begin(self.frontier)

    def mark(self) -> int:
        """Return a place to which changes can be taken back."""
        return self._undoing.mark()

    def roll_back(self, mark: int) -> None:
        """Take back every change since the mark."""
        self._undoing.roll_back(mark)

    # What is pending, seen like what is saved

    def has_model(self, digest: str) -> bool:
        """Whether the Board has ever adopted the model."""
        return super().has_model(digest) or any(row["digest"] == digest for row in self._pending.models)

    def records_in(self, kind: str, states: frozenset[str]) -> Sequence[str]:
        """References of the records of `kind` in one of `states` (in any, where none is given), as they were opened."""
        known = {row.reference: row.state for row in sql.STATES_OF_KIND.all(self.connection, kind=kind)}
        for reference in self._pending.changed:
            record = self._changed(reference)
            if record.kind == kind:
                known[reference] = record.state
            else:
                known.pop(reference, None)  # it was of this kind until it came over to another model
        return [reference for reference, state in known.items() if not states or state in states]

    def moves(self, reference: str) -> Sequence[Move]:
        """The record's history of moves, oldest first."""
        found = self._moves.get(reference)
        if found is None:
            super().moves(reference)
            found = self._moves[reference]
            pending = (row for row in self._pending.entries if row["record"] == reference and is_move(row))
            found += [move_of(row["line"]) for row in pending]
        return found

    def line(self, n: int) -> str:
        """Return the line of entry `n`, saved or pending, or "" where there is none."""
        row = self.row(n)
        return row["line"] if row else super().line(n)

    def row(self, n: int) -> dict[str, Any] | None:
        """Return the row of entry `n` where it is pending."""
        first = self.size - len(self._pending.entries) + 1
        return self._pending.entries[n - first] if first <= n <= self.size else None

    def line_with_key(self, key: str) -> str | None:
        """Return the line of the move that used up this key, or None."""
        pending = (row["line"] for row in self._pending.entries if row["key"] == key and row["moved"])
        return next(pending, None) or super().line_with_key(key)

    def salt_of(self, kept: str) -> bytes | None:
        """Return the salt of a commitment, or None where its value has been erased."""
        pending = self._pending.personal.get(kept)
        return pending["salt"] if pending else super().salt_of(kept)

    # What the writer changes

    def next_number(self, kind: str, year: int) -> int:
        """Return the number that the next record of the kind gets in that year; only taking it uses it up."""
        key = (kind, year)
        last = self._numbers.get(key)
        if last is None:
            last = self._numbers[key] = max(0, sql.LAST_NUMBER.scalar(self.connection, kind=kind, year=year) or 0)
        return last + 1

    def take_number(self, kind: str, year: int, number: int) -> None:
        """Keep a number, and those below it, from being given again."""
        if number >= self.next_number(kind, year):
            self._undoing.set(self._numbers, (kind, year), number)

    def put(self, record: Record, opened_as: tuple[int, int] | None = None) -> None:
        """Save the record as it now stands; `opened_as` gives year and number of a new one."""
        before = self._records.get(record.reference)
        self._undoing.set(self._records, record.reference, record)
        self._undoing.set(self._pending.changed, record.reference, None)
        if opened_as:
            self._undoing.set(self._pending.opened, record.reference, opened_as)
            self.take_number(record.kind, *opened_as)
        self._name(None if opened_as else before, record)

    def rekind(self, record: Record, year: int) -> None:
        """Save that a record goes by another kind: it counts below those opened there, by the entry that moved it."""
        row = {"r": record.reference, "kind": record.kind, "year": year, "number": -record.changed}
        self._undoing.append(self._pending.rekinded, row)

    def _reference_fields(self, record: Record) -> tuple[str, ...]:
        return reference_fields(self.workflow(record))

    def _name(self, before: Record | None, record: Record) -> None:
        """Bring the names that people use into line with a record that is put."""
        kind = self.kind_now(record)
        self._undoing.then(lambda: self._names.pop(kind, None))  # who knows who read them since
        names = self._names.get(kind)
        if names is None:
            return
        if before is None:
            names.add(record.reference, self._name_of(record))
        elif before.model != record.model or self._label(before) != self._label(record):
            del self._names[kind]

    def _label(self, record: Record) -> Any:
        """Return what is in the field by which people call a record; for a personal one a commitment."""
        return record.fields.get(self.workflow(record).label_field)

    def names(self, kind: str) -> Names:
        """Return the names of the records of `kind`."""
        found = self._names.get(kind)
        if found is None:
            found = super().names(kind)
            for record in map(self._changed, self._pending.changed):
                if self.kind_now(record) == kind:
                    found.rename(record.reference, self._name_of(record))
        return found

    def _name_of(self, record: Record) -> str:
        """Return what people call a record, or ""."""
        workflow, value = self.workflow(record), self._label(record)
        if not value or not workflow.fields[workflow.label_field].personal:
            return value or ""
        row = self._pending.personal.get(value)
        return row["value"] if row else sql.NAME.scalar(self.connection, commitment=value) or ""

    def refer(self, before: Record, after: Record, n: int) -> None:
        """Save which references began and which ended between two states of a record, with effect at entry `n`."""
        old = references_in(before, self._reference_fields(before))
        new = references_in(after, self._reference_fields(after))
        stays = before.kind == after.kind
        for (field, target), position in old.items():
            row: dict[str, Any] = {"s": after.reference, "f": field, "t": target}
            if not stays or (field, target) not in new:
                self._undoing.drop(self._refer(target, before.kind, field), after.reference)
                row |= {"until": after.effective, "until_entry": n}
                self._undoing.append(self._pending.references, (sql.END_REFERENCE, row))
            elif position != new[field, target]:
                row["position"] = new[field, target]
                self._undoing.append(self._pending.references, (sql.PLACE_REFERENCE, row))
        for (field, target), position in new.items():
            if not stays or (field, target) not in old:
                self._begin_reference(after, field, target, position, n)

    def _begin_reference(self, record: Record, field: str, target: str, position: int, n: int) -> None:
        self._undoing.set(self._refer(target, record.kind, field), record.reference, None)
        row = {
            "source": record.reference,
            "kind": record.kind,
            "field": field,
            "target": target,
            "position": position,
            "since": record.effective,
            "since_entry": n,
            "until": None,
            "until_entry": None,
        }
        self._undoing.append(self._pending.references, (sql.ADD_REFERENCE, row))

    def give_office(self, holding: Holding, n: int) -> None:
        """Save that an office is held from entry `n` on."""
        live = LiveHolding(holding, n, False)
        by_person, by_scope = self._held_by(holding.person), self._holders(holding.office, holding.scope)
        self._undoing.set(self.offices_from(holding.source), holding.slot, live)
        self._undoing.append(by_person, live)
        self._undoing.append(by_scope, live)
        self._undoing.set(self._pending.offices, (holding.source, holding.slot, n), holding_row(live, None))

    def end_office(self, live: LiveHolding, ended: Holding, n: int) -> None:
        """Save that entry `n` ended a holding, which then stands as `ended`."""
        over = LiveHolding(ended, live.since_entry, True)
        self._undoing.drop(self.offices_from(ended.source), ended.slot)
        self._undoing.replace(self._held_by(ended.person), live, over)
        self._undoing.replace(self._holders(ended.office, ended.scope), live, over)
        self._undoing.set(self._pending.offices, (ended.source, ended.slot, live.since_entry), holding_row(over, n))

    def open_breach(self, breach: OpenBreach) -> None:
        """Save that a standing condition is broken."""
        self._undoing.set(self.breaches(breach.record), breach.condition, breach)
        key = (breach.record, breach.condition, breach.since_entry)
        self._undoing.set(self._pending.breaches, key, breach_row(breach, None, None))

    def end_breach(self, breach: OpenBreach, until: str, n: int) -> None:
        """Save that entry `n` put a breach right, with effect from `until`."""
        self._undoing.drop(self.breaches(breach.record), breach.condition)
        key = (breach.record, breach.condition, breach.since_entry)
        self._undoing.set(self._pending.breaches, key, breach_row(breach, until, n))

    def append(self, row: dict[str, Any], personal: list[dict[str, Any]]) -> None:
        """Append an entry to the log, with the personal values that it commits to."""
        self._undoing.append(self._pending.entries, row)
        for value in personal:
            self._undoing.set(self._pending.personal, value["commitment"], value)
        reference = row["record"]
        if reference and is_move(row):
            if reference in self._moves:
                self._moves[reference].append(move_of(row["line"]))
            self._undoing.then(lambda: self._moves.pop(reference, None))  # who knows who read it since
        size = self.size
        self.size = row["n"]
        self._undoing.then(lambda: setattr(self, "size", size))

    def erase(self, commitments: Iterable[str]) -> None:
        """Save that the personal values behind commitments are gone for good."""
        for kept in commitments:
            self._undoing.append(self._pending.erased, {"c": kept})
        self._undoing.then(self._names.clear)
        self._names.clear()  # some of them may have been names

    def keep_file(self, file: Attachment) -> None:
        """Save the file of an entry, unless the very same is there already."""
        if file.digest in self._pending.files or sql.HAS_FILE.first(self.connection, sha256=file.digest):
            return
        row = {
            "sha256": file.digest,
            "size": len(file.content),
            "media_type": file.media_type,
            "content": file.content,
        }
        self._undoing.set(self._pending.files, file.digest, row)

    def adopt(self, digest: str, row: dict[str, Any] | None, root: str, log: str) -> None:
        """Put a model in force; `row` keeps its text where it is new."""
        before = (self.model_digest, self.root, self.log)
        self.model_digest, self.root, self.log = digest, root, log
        self._undoing.then(lambda: self._restore(before))
        self._names.clear()  # another model may call records by another field
        if row:
            adopted = self.digests()
            self._undoing.append(self._pending.models, row)
            self._undoing.append(adopted, digest)

    def _restore(self, head: tuple[str, str, str]) -> None:
        self.model_digest, self.root, self.log = head
        self._names.clear()

    def flush(self, recorded: str) -> None:
        """Write everything pending into the open transaction, the head last."""
        if not self._pending.entries:
            return
        lines = [row["line"] for row in self._pending.entries]
        if self._pending.erased:
            self._names.clear()  # read since, perhaps, with names that are about to go
        with together(self.connection):
            self._pending.save(self.connection, self._changed)
            self.frontier = self._tree.grow(self.connection, self.size - len(lines), lines)
            head = {
                "frontier": self.frontier,
                "size": self.size,
                "log": self.log,
                "model": self.model_digest,
                "root_record": self.root,
            }
            sql.PUT_HEAD.run(self.connection, [{"id": 1, "recorded": recorded, **head}])
        if self._pending.erased:
            drop_orphans(self.connection)
        self._known = (self.size, self.log, recorded)
        self.recorded = recorded
        self._pending = Pending()
        self._undoing.settle()

    def _changed(self, reference: str) -> Record:
        found = self._records[reference]
        assert found is not None
        return found
