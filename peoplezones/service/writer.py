"""The only writer: one request, one transaction, one entry (and those of the records that it opens)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, Engine

from peoplezones.domain.canonical import commitment
from peoplezones.domain.entry import ACT, decision_of
from peoplezones.domain.errors import KeyReused, PeopleZonesError
from peoplezones.domain.files import MIB, File
from peoplezones.domain.record import Decision
from peoplezones.domain.workflow import Model
from peoplezones.store.database import writing
from peoplezones.store.workspace import Workspace

from .accept import Accepted, accept
from .draft import Draft
from .perform import answer

Clock = Callable[[], datetime]
CHUNK = 500  # requests a transaction when many are made
_FILES_AT_ONCE = 64 * MIB


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def moment(when: datetime) -> str:
    """Return a moment as the log writes it: UTC, to the microsecond."""
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


class Service:
    """Answers requests about one Board. Not safe for use by several threads at once; several processes are safe."""

    def __init__(self, engine: Engine, model_of: Callable[[Connection, str], Model], clock: Clock = utc_now) -> None:
        self.engine = engine
        self.clock = clock
        self.workspace = Workspace(model_of)

    def request(self, draft: Draft) -> Decision:
        """Answer one request; it is in the log, and safe on disk, when this returns. Raises faults, never a refusal."""
        return cast(Decision, self._in_one_transaction([draft])[0])

    def batch(self, drafts: Iterable[Draft], chunk: int = CHUNK) -> Iterator[Decision | PeopleZonesError]:
        """Answer many requests, `chunk` a transaction; each answer is yielded only after its commit.

        A request that cannot be understood is answered with its fault and holds up no other.
        """
        waiting = iter(drafts)
        while some := list(_some(waiting, chunk)):
            yield from self._in_one_transaction(some, faults=True)

    @contextmanager
    def transaction(self, *, rehearsing: bool = False) -> Iterator[str]:
        """Yield the moment of a transaction; what the workspace then has pending is written at the end of the block.

        Nothing is kept of a rehearsal, nor of what a fault ended.
        """
        workspace = self.workspace
        try:
            with writing(self.engine) as connection:
                workspace.begin(connection)
                at = moment(self.clock())
                yield at
                if rehearsing:
                    raise _Rehearsed
                workspace.flush(at)
        except _Rehearsed:
            workspace.forget()
        except BaseException:
            workspace.forget()
            raise

    def _in_one_transaction(self, drafts: list[Draft], *, faults: bool = False) -> list[Decision | PeopleZonesError]:
        workspace = self.workspace
        answers: list[Decision | PeopleZonesError] = []
        with self.transaction() as at:
            for draft in drafts:
                mark = workspace.mark()
                try:
                    answers.append(self._answer(draft, at))
                except PeopleZonesError as fault:
                    if not faults:
                        raise
                    workspace.roll_back(mark)
                    answers.append(fault)
        return answers

    def _answer(self, draft: Draft, at: str) -> Decision:
        accepted = accept(self.workspace, draft, at)
        if draft.key:
            before = earlier_answer(self.workspace, draft, accepted)
            if before is not None:
                return before
        decision = answer(self.workspace, accepted.request, accepted.personal)
        if decision.moved:
            for file in accepted.files:
                self.workspace.keep_file(file)
        return decision

    def rehearse(self, draft: Draft) -> Decision:
        """Return how a request would be answered now, and change nothing, not even the log."""
        with self.transaction(rehearsing=True) as at:
            decision = self._answer(draft, at)
        return rehearsed(decision)


class _Rehearsed(Exception):
    """Ends a rehearsal, and with it the transaction."""


def rehearsed(decision: Decision) -> Decision:
    """Return a decision of which nothing was kept, so that it is no entry of the log."""
    return msgspec.structs.replace(decision, entry=0)


def _some(drafts: Iterator[Draft], many: int) -> Iterator[Draft]:
    """Yield up to so many of the drafts, and fewer where their files would fill the memory."""
    files = 0
    for draft in islice(drafts, many):
        yield draft
        given = (draft.document_file, *draft.values.values())
        files += sum(len(value.content) for value in given if isinstance(value, File))
        if files >= _FILES_AT_ONCE:
            return


def earlier_answer(workspace: Workspace, draft: Draft, accepted: Accepted) -> Decision | None:
    """Return the answer that this key's request has had, or None. Raises KeyReused where the contents differ."""
    entry = _entry_with_key(workspace, draft.key)
    if entry is None:
        return None
    differing = _differences(workspace, entry, draft, accepted)
    if differing:
        raise KeyReused(
            f"key '{draft.key}' was used for entry {entry['n']}, which differs in: {', '.join(differing)}; "
            "use a new key for a new request"
        )
    model = workspace.model if entry["kind"] == ACT else workspace.model_by(entry["model"])
    return msgspec.structs.replace(decision_of(entry, model), repeated=True)


def _entry_with_key(workspace: Workspace, key: str) -> dict[str, Any] | None:
    line = workspace.line_with_key(key)
    return json.loads(line) if line else None


def _differences(workspace: Workspace, entry: dict[str, Any], draft: Draft, accepted: Accepted) -> list[str]:
    """Return the names of what is different about a request from the one that an entry records."""
    request = accepted.request
    now: dict[str, Any] = {
        "kind": request.kind,
        "transition": request.transition,
        "actor": request.actor,
        "entered_by": request.entered_by,
        **({"record": request.reference} if request.reference else {}),
        **({"on": request.on} if draft.on else {}),
    }
    differing = [name for name, value in now.items() if entry[name] != value]
    plain = {kept: (field, value) for field, kept, _, value in accepted.personal}
    texts = {"document": request.document or None, "reason": request.reason or None}
    pairs = [(name, entry[name], value) for name, value in texts.items()]
    asked: dict[str, Any] = entry["asked"]
    pairs += [(name, asked.get(name), request.values.get(name)) for name in {**asked, **request.values}]
    return differing + [name for name, then, value in pairs if not _same(workspace, then, value, plain)]


def _same(workspace: Workspace, then: Any, value: Any, plain: dict[str, tuple[str, str]]) -> bool:
    """Whether two recorded values are equal, personal ones by committing to the new one under the old salt.

    One that has been erased can be told from no other: a request that is sent again must not bring it back.
    """
    if then == value or not isinstance(value, str) or value not in plain or not isinstance(then, str):
        return bool(then == value)
    salt = workspace.salt_of(then)
    field, text = plain[value]
    return salt is None or commitment(salt, field, text) == then
