"""Mailing checkpoints to auditors, as a file that they keep (RFC 5322)."""

from __future__ import annotations

import smtplib
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from peoplezones.mail import MailServer, NotSent, check_address, connected, said

from .note import Checkpoint, Note

_BODY = """\
The log {origin} had {size:,} entries when this was sent. The file that comes with this message, {file},
says so and what was in them, signed with the key of the log.

Please keep it, unchanged. Together with a later one, or with an export of the log, it shows whether anything that was
in the log by now has been changed, taken out or put in since: 'peoplezones audit verify BUNDLE --against {file}'.
"""


def check_addresses(addresses: Sequence[str]) -> None:
    """Raise UsageError where one of them is no address."""
    for address in addresses:
        check_address(address, "--mail")


def send(note: Note, made: Checkpoint, addresses: Sequence[str], server: MailServer) -> None:
    """Send a checkpoint to everybody. Raises NotSent, naming whom it did not reach where the others got it."""
    message = _message(note, made, addresses, server.sender)
    try:
        with connected(server) as connection:
            refused = connection.send_message(message, server.sender, list(addresses))
    except smtplib.SMTPRecipientsRefused as error:
        raise NotSent(f"{server.host} takes mail for none of {', '.join(error.recipients)}") from None
    except smtplib.SMTPResponseException as error:
        raise NotSent(f"{server.host} did not take the message: {error.smtp_code} {said(error.smtp_error)}") from None
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"the mail server {server.host}:{server.port} could not be used: {error}") from None
    if refused:
        raise NotSent(f"{server.host} took the message, but not for {', '.join(refused)}")


def _message(note: Note, made: Checkpoint, addresses: Sequence[str], sender: str) -> EmailMessage:
    file = f"checkpoint-{made.size}.txt"
    message = EmailMessage()
    message["From"], message["To"] = sender, ", ".join(addresses)
    message["Subject"] = f"Checkpoint of {made.origin}: {made.size:,} entries"
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain=sender.rpartition("@")[2])
    message.set_content(_BODY.format(origin=made.origin, size=made.size, file=file))
    message.add_attachment(str(note).encode(), maintype="text", subtype="plain", filename=file)
    return message
