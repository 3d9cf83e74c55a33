"""`notify`: what is new becomes messages to those concerned, each thing once, by mail or into a maildir folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .faults import DONE, FAULT
from .groups import session_of
from .options import PEOPLE, FilePath, Named, db_option, json_option
from .printing import called, heading, pairs, say, show_json

if TYPE_CHECKING:
    from peoplezones.notices import Done, Plan, Standing, Waiting, Wanted
    from peoplezones.store.view import BoardView

_WITHIN = "How many days before a deadline people are told of it. [default: as the model says]"
_SINCE = "Tell also what is new since this day. [default, on the first run: from now on]"


@click.command(params=[json_option(), db_option()], context_settings={"max_content_width": 110})
@click.option("--maildir", metavar="FOLDER", type=FilePath(), help="Deliver into this maildir, not to a mail server.")
@click.option("--within", metavar="DAYS", type=click.IntRange(0, 366), help=_WITHIN)
@click.option("--since", metavar="DATE", default="", help=_SINCE)
@click.option("--templates", metavar="FOLDER", type=FilePath(), help="Where the Board keeps templates of its own.")
@click.option("--retry", is_flag=True, help="Try at once what was to be tried again later.")
@click.option("--dry-run", is_flag=True, help="Show the messages that would be made, and make none.")
@click.option("--status", is_flag=True, help="Show what waits, why, and what to tell whom yourself; do nothing.")
@click.option("--told", metavar="PERSON", default="", type=Named(PEOPLE), help="Note that you told a person yourself.")
@click.pass_context
def notify(ctx: click.Context, /, as_json: bool, dry_run: bool, status: bool, told: str, **wanted: Any) -> None:
    """Tell people by mail what is new for them: entries, deadlines, rules that no longer hold. Each thing once.

    Each person gets one message a run. The mail server is in PEOPLEZONES_SMTP (smtp://HOST:PORT or
    smtps://USER:PASSWORD@HOST:PORT), the sender in PEOPLEZONES_MAIL_FROM. To be
    run from a timer: docs/notices.md.
    """
    if (dry_run, status, bool(told)).count(True) > 1:
        raise click.UsageError("--dry-run, --status and --told exclude each other.")
    board = session_of(ctx).board(write=not (dry_run or status))
    desk = board.notices
    if dry_run:
        with board.view() as view:
            plan = desk.plan(_wanted(wanted, sending=False))
            _show_plan(plan, view, as_json=as_json)
        return
    done = None if told or status else desk.run(_wanted(wanted, sending=True))
    noted = desk.told(told) if told else None
    now = desk.standing()
    if as_json:
        show_json({"run": done, "told": noted, "outbox": now})
    else:
        _tell_done(done, noted)
        _tell_standing(now)
        if status:
            _tell_unreached(now)
    ctx.exit(FAULT if now.failing and not told else DONE)


def _wanted(options: dict[str, Any], *, sending: bool) -> Wanted:
    """Return how the run is to go; the mail server from the environment, where one is needed."""
    from peoplezones.mail import SENDER, check_address, mail_server
    from peoplezones.notices import Wanted

    sender = os.environ.get(SENDER, "")
    if sender:
        check_address(sender, SENDER)
    maildir = _folder(options["maildir"])
    return Wanted(
        maildir=maildir,
        server=mail_server(os.environ) if sending and not maildir else None,
        sender=sender,
        within=options["within"],
        since=options["since"],
        eager=options["retry"],
        templates=_folder(options["templates"]),
    )


def _folder(path: str | None) -> Path | None:
    return Path(path) if path else None


def _tell_done(done: Done | None, noted: int | None) -> None:
    if noted is not None:
        say(f"Noted: {_messages(noted)} need not be sent.")
    if done is None:
        return
    say(f"{_messages(done.made)} made, {done.sent:,} sent.")
    if done.lapsed:
        say(f"{_messages(done.lapsed)} given up, having waited for 30 days.")
    if done.cut_short:
        say(f"Nothing more was tried: {done.cut_short}.")


def _messages(many: int) -> str:
    return f"{many:,} {'message' if many == 1 else 'messages'}"


def _tell_standing(now: Standing) -> None:
    if not now.since:
        say("Nobody has been told of anything yet; the first run tells what is new from then on.")
        return
    if not now.waiting:
        say("Nothing waits.")
    for title, some in (("Waiting", now.waiting), ("Given up", now.lapsed)):
        if some:
            heading(title)
            pairs([(called(one.person, one.name), _in_words(one)) for one in some], "  ")


def _tell_unreached(now: Standing) -> None:
    """Show what waits for people without an address, for whoever is to tell them."""
    for one in now.waiting:
        if not one.reached:
            say()
            heading(f"For {called(one.person, one.name)}; once told: peoplezones notify --told {one.person}")
            say(one.text)


def _in_words(one: Waiting) -> str:
    tried = f"tried {one.tries} {'time' if one.tries == 1 else 'times'}" if one.tries else ""
    again = f"next after {one.again[:16].replace('T', ' ')} UTC" if one.again and one.reached else ""
    facts = "; ".join(filter(None, (f"since {one.made[:10]}", tried, again)))
    return "\n".join(filter(None, (one.subject, one.reason, facts)))


def _show_plan(found: Plan, view: BoardView, *, as_json: bool) -> None:
    """Show the messages that a run would make."""
    from peoplezones.queries.naming import names

    messages = [letter.message for letter in found.letters]
    if as_json:
        shown = [
            {"person": m.person, "reached": m.person not in found.unreached, "subject": m.subject, "text": m.text}
            for m in messages
        ]
        show_json({"dry_run": True, "messages": shown})
        return
    known = names(view, [message.person for message in messages])
    for message in messages:
        nowhere = " (no e-mail address)" if message.person in found.unreached else ""
        heading(f"To {called(message.person, known.get(message.person, ''))}{nowhere}")
        say(f"Subject: {message.subject}\n\n{message.text}")
    say(f"{_messages(len(messages))} would be made. Nothing was sent or noted.")
