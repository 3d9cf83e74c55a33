"""One run: look at what is new, put it into the outbox, deliver what waits there. Safe to run twice, safe to kill.

What is looked at and filled in outside a transaction is put into the outbox in one: all of it, or, where another run
was quicker with any of it, nothing, and then it is looked at anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import msgspec

from peoplezones.domain.errors import PeopleZonesError, UsageError
from peoplezones.domain.record import Value
from peoplezones.domain.values import parse_date
from peoplezones.mail import MailServer, NotSent
from peoplezones.service.outbox import Claimed, Letter, Outbox
from peoplezones.service.writer import moment
from peoplezones.store import outbox as sql
from peoplezones.store.outbox import Begun
from peoplezones.store.view import BoardView

from .addresses import address_of, declared
from .item import Item, for_secretary
from .letter import composed, letters, without_addresses
from .maildir import Maildir
from .news import news, people_of
from .post import Post, ServerFails

_ATTEMPTS = 20
_LAST_MOMENT = timedelta(minutes=3)  # before our claim ends, beyond which nothing is handed in any more

_NOT_OURS = "it took so long that another run has taken it over"
_NO_FOLDER, _NO_ADDRESS = "it lay ready in a maildir that is not there any more", "there is no address any more"

ViewOf = Callable[[], AbstractContextManager[BoardView]]


class OthersQuicker(PeopleZonesError):
    """Other runs kept putting messages into the outbox before this one could; run it again."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """How a run goes: into a maildir, or to a mail server; `sender` is in whose name.

    `within` is how many days before a deadline it is near, if not as the model says; `since` from which day on people
    are told, for a first run. An `eager` run tries at once what was to wait. `templates` is a folder of
    the Board's own.
    """

    maildir: Path | None = None
    server: MailServer | None = None
    sender: str = ""
    within: int | None = None
    since: str = ""
    eager: bool = False
    templates: Path | None = None


class Plan(Value, frozen=True, kw_only=True):
    """The messages that a run would make: how far people had been told before, and how far they are with them."""

    seen: Begun | None
    now: Begun
    letters: tuple[Letter, ...]
    unreached: tuple[str, ...] = ()


class Done(Value, frozen=True, kw_only=True):
    """What a run did: how many messages it made and sent, how many it gave up, why it stopped early if it did."""

    made: int
    sent: int
    lapsed: int
    cut_short: str = ""


def plan(view: BoardView, today: str, wanted: Wanted, made: str) -> Plan:
    """Return the messages that are to be made now. Raises NoticesNotDeclared, UsageError, TemplateFaulty."""
    notices = declared(view)
    seen = sql.begun(view.connection)
    begun = _begun(view, today, seen, wanted.since)
    before = notices.before if wanted.within is None else wanted.within
    items = list(news(view, today, begun, before))
    nowhere = {person for person in people_of(items) if not address_of(view, person)}
    items += _unreached(view, today, [item for item in items if item.person in nowhere], nowhere)
    known = sql.told_already(view.connection, (item.identity for item in items))
    fresh = people_of(item for item in items if item.identity not in known)
    board = _name_of_board(view)
    now = msgspec.structs.replace(begun, entry=view.size)
    made_now = letters(fresh, board, today, made, wanted.sender, wanted.templates)
    return Plan(seen=seen, now=now, letters=made_now, unreached=tuple(sorted(nowhere & fresh.keys())))


def _begun(view: BoardView, today: str, seen: Begun | None, since: str) -> Begun:
    """Return from when on people are told: from now on, where nobody ever was and no day is given."""
    if not since:
        return seen or Begun(since=today, since_entry=view.size, entry=view.size)
    try:
        day = parse_date(since)
    except ValueError as error:
        raise UsageError(f"--since: {error}") from None
    if day > today:
        raise UsageError(f"--since: {day} is yet to come; today is {today}")
    if seen is not None and seen.since <= day:
        return seen
    first = sql.first_recorded_on(view.connection, day)
    entry = view.size if first is None else first - 1
    return Begun(since=day, since_entry=entry, entry=min(entry, seen.entry) if seen else entry)


def _unreached(view: BoardView, today: str, items: Sequence[Item], nowhere: set[str]) -> list[Item]:
    """Return what those who enter for others should pass on to people without an address."""
    offices = {who.office for who in view.model.enters_for_others}
    held = (holding for office in sorted(offices) for holding in view.holders(office, view.root))
    secretaries = {holding.person for holding in held if holding.on(today)} - nowhere
    reached = [person for person in sorted(secretaries) if address_of(view, person)]
    return [for_secretary(item, view.log, secretary) for item in items for secretary in reached]


def _name_of_board(view: BoardView) -> str:
    root = view.record(view.root)
    if root is None:
        return ""
    workflow = view.workflow(root)
    field = workflow.fields.get(workflow.label_field)
    name = "" if field is None or field.personal else root.fields.get(workflow.label_field)
    return str(name or workflow.title)


def notify(outbox: Outbox, view_of: ViewOf, today: Callable[[], str], wanted: Wanted) -> Done:
    """Make the messages that are due and deliver what waits. Raises UsageError, OthersQuicker, what `plan` raises."""
    if wanted.maildir:
        maildir = Maildir(wanted.maildir)
        maildir.make()
        maildir.tidy(outbox.under_way)
    elif wanted.server is None:
        raise UsageError("name a maildir with --maildir, or the mail server in the environment")
    lapsed = outbox.lapse()
    made = _make(outbox, view_of, today, wanted)
    post = Post(wanted.server) if wanted.server else None
    try:
        sent, stopped = _deliver_all(outbox, wanted, post)
    finally:
        if post:
            post.close()
    return Done(made=made, sent=sent, lapsed=lapsed, cut_short=stopped)


def _make(outbox: Outbox, view_of: ViewOf, today: Callable[[], str], wanted: Wanted) -> int:
    for _ in range(_ATTEMPTS):
        with view_of() as view:
            found = plan(view, today(), wanted, moment(outbox.now()))
        if not found.letters and found.now == found.seen:
            return 0
        if outbox.keep(found.letters, found.seen, found.now):
            return len(found.letters)
    raise OthersQuicker


def _deliver_all(outbox: Outbox, wanted: Wanted, post: Post | None) -> tuple[int, str]:
    """Deliver what waits; return how many messages were, and why we stopped before the end."""
    sent = 0
    while claimed := outbox.claim(address_of, eager=wanted.eager):
        try:
            sent += _deliver(outbox, claimed, wanted, post)
        except ServerFails as error:
            outbox.release(claimed.message, without_addresses(str(error)))
            return sent, without_addresses(str(error))
        except NotSent as error:
            outbox.release(claimed.message, without_addresses(str(error)))
        except BaseException:
            outbox.release(claimed.message, "the run that was sending it was stopped")
            raise
    return sent, ""


def _deliver(outbox: Outbox, claimed: Claimed, wanted: Wanted, post: Post | None) -> bool:
    """Deliver one message; return whether it now is, and was not withdrawn for want of an address."""
    message = claimed.message
    if message.prepared:
        return _finish_prepared(outbox, claimed)
    if wanted.maildir:
        maildir = Maildir(wanted.maildir)
        content = composed(message, claimed.address, wanted.sender, line_end="\n")
        digest = hashlib.sha256(content).hexdigest()
        maildir.prepare(message.id, content)
        if not outbox.prepared(message, str(maildir.folder), digest):
            raise NotSent(_NOT_OURS)
        maildir.deliver(message.id)
    else:
        assert post is not None
        content = composed(message, claimed.address, wanted.sender)
        digest = hashlib.sha256(content).hexdigest()
        post.send(claimed.address, content, partial(_still_ours, outbox, claimed.until))
    outbox.sent(message, digest)
    return True


def _finish_prepared(outbox: Outbox, claimed: Claimed) -> bool:
    """Finish what an earlier run put ready; where there is no address any more, only if it had been delivered."""
    message, maildir = claimed.message, Maildir(Path(claimed.message.prepared))
    gone = not maildir.folder.is_dir()
    if (gone or not claimed.address) and maildir.withdraw(message.id):
        outbox.prepared(message, "", "")
        raise NotSent(_NO_FOLDER if gone else _NO_ADDRESS)
    maildir.deliver(message.id)
    outbox.sent(message, message.sha256)
    return True


def _still_ours(outbox: Outbox, until: datetime) -> bool:
    return outbox.now() + _LAST_MOMENT < until
