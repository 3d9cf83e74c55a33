"""Mailing checkpoints to auditors, as a file that they keep (RFC 5321, 5322; RFC 8314 for TLS)."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import unquote, urlsplit

import msgspec

from peoplezones.domain.errors import PeopleZonesError, UsageError

from .note import Checkpoint, Note

SERVER, SENDER = "PEOPLEZONES_SMTP", "PEOPLEZONES_MAIL_FROM"
_PATIENCE = 30  # seconds
_HERE = ("localhost", "127.0.0.1", "::1")
_BODY = """\
The log {origin} had {size:,} entries when this was sent. The file that comes with this message, {file},
says so and what was in them, signed with the key of the log.

Please keep it, unchanged. Together with a later one, or with an export of the log, it shows whether anything that was
in the log by now has been changed, taken out or put in since: 'peoplezones audit verify BUNDLE --against {file}'.
"""


class NotSent(PeopleZonesError):
    """A message could not be sent."""


class MailServer(msgspec.Struct, frozen=True):
    """Where mail is handed in, and in whose name."""

    host: str
    port: int
    tls: bool
    user: str
    password: str
    sender: str


def mail_server(environment: Mapping[str, str]) -> MailServer:
    """Return what the environment says of the mail server. Raises UsageError where that is not enough."""
    given, sender = environment.get(SERVER, ""), environment.get(SENDER, "")
    try:
        parts = urlsplit(given)
        port = parts.port or {"smtp": 25, "smtps": 465}.get(parts.scheme, 0)
    except ValueError:
        port = 0
    if not given or not port or not parts.hostname:
        raise UsageError(f"set {SERVER} to the mail server: smtp://HOST:PORT or smtps://USER:PASSWORD@HOST:PORT")
    _check_address(sender, SENDER)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port, parts.scheme == "smtps", user, password, sender)


def check_addresses(addresses: Sequence[str]) -> None:
    """Raise UsageError where one of them is no address."""
    for address in addresses:
        _check_address(address, "--mail")


def _check_address(address: str, what: str) -> None:
    name, at, place = address.rpartition("@")
    if not at or not name or not place or not address.isprintable() or any(c in address for c in ' <>,;"'):
        raise UsageError(f"{what}: '{address}' is no mail address; write it as name@place.example")


def send(note: Note, said: Checkpoint, addresses: Sequence[str], server: MailServer) -> None:
    """Send a checkpoint to everybody. Raises NotSent, naming whom it did not reach where the others got it."""
    message = _message(note, said, addresses, server.sender)
    try:
        with _connected(server) as connection:
            refused = connection.send_message(message, server.sender, list(addresses))
    except smtplib.SMTPRecipientsRefused as error:
        raise NotSent(f"{server.host} takes mail for none of {', '.join(error.recipients)}") from None
    except smtplib.SMTPResponseException as error:
        raise NotSent(f"{server.host} did not take the message: {error.smtp_code} {_text(error.smtp_error)}") from None
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"the mail server {server.host}:{server.port} could not be used: {error}") from None
    if refused:
        raise NotSent(f"{server.host} took the message, but not for {', '.join(refused)}")


def _connected(server: MailServer) -> smtplib.SMTP:
    """Return a connection, encrypted where the server can; no password goes over one that is not."""
    safe = ssl.create_default_context()
    if server.tls:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_PATIENCE, context=safe)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=_PATIENCE)
    try:
        connection.ehlo()
        encrypted = server.tls
        if not encrypted and connection.has_extn("starttls"):
            connection.starttls(context=safe)
            encrypted = True
        if server.user and not encrypted and server.host not in _HERE:
            raise NotSent(f"{server.host} offers no encryption, so the password is not sent; use smtps://")
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def _message(note: Note, said: Checkpoint, addresses: Sequence[str], sender: str) -> EmailMessage:
    file = f"checkpoint-{said.size}.txt"
    message = EmailMessage()
    message["From"], message["To"] = sender, ", ".join(addresses)
    message["Subject"] = f"Checkpoint of {said.origin}: {said.size:,} entries"
    message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain=sender.rpartition("@")[2])
    message.set_content(_BODY.format(origin=said.origin, size=said.size, file=file))
    message.add_attachment(str(note).encode(), maintype="text", subtype="plain", filename=file)
    return message


def _text(raw: bytes | str) -> str:
    return raw.decode(errors="replace") if isinstance(raw, bytes) else raw
