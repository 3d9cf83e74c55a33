"""Handing mail in: which server, in whose name, and over which connection (RFC 5321, 5322; RFC 8314 for TLS)."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

import msgspec

from peoplezones.domain.errors import PeopleZonesError, UsageError

SERVER, SENDER = "PEOPLEZONES_SMTP", "PEOPLEZONES_MAIL_FROM"
_PATIENCE = 30  # seconds for one answer
_MOST_LINES = 1_000  # of one answer
_HERE = ("localhost", "127.0.0.1", "::1")

#: A valid e-mail address as HTML has it (https://html.spec.whatwg.org/#valid-e-mail-address): ASCII, no display name.
_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_ADDRESS = re.compile(rf"[a-zA-Z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL})*", re.ASCII)
_LONGEST = 254  # RFC 3696, erratum 1690


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


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address and nothing else, so that it can stand in a header as it is."""
    local, _, _ = text.partition("@")
    well_placed = not (local.startswith(".") or local.endswith(".") or ".." in local)  # RFC 5322, dot-atom
    plain = "=?" not in text  # as RFC 2047 has it, section 5: a header would show what that stands for
    return len(text) <= _LONGEST and well_placed and plain and _ADDRESS.fullmatch(text) is not None


def check_address(address: str, what: str) -> None:
    """Raise UsageError where this is no address; `what` says where it was given."""
    if not is_address(address):
        raise UsageError(f"{what}: '{address}' is no mail address; write it as name@place.example")


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
    check_address(sender, SENDER)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServer(parts.hostname, port, parts.scheme == "smtps", user, password, sender)


class _Few:
    """What a server answers, line by line, up to a number of lines."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._left = file, _MOST_LINES

    def readline(self, size: int) -> bytes:
        """Return a line. Raises SMTPServerDisconnected where there are too many."""
        self._left -= 1
        if self._left < 0:
            raise smtplib.SMTPServerDisconnected(f"it answers more than {_MOST_LINES:,} lines")
        return self._file.readline(size)

    def close(self) -> None:
        """Close it."""
        self._file.close()


class _Impatient:
    """Waits for a whole answer as long as smtplib waits for any part of it, and takes none that has no end."""

    sock: Any
    file: Any

    def getreply(self) -> tuple[int, bytes]:
        """Return an answer, as smtplib does."""
        if self.file is None:
            self.file = self.sock.makefile("rb")
        file, self.file = self.file, _Few(self.file)
        timer = threading.Timer(_PATIENCE, _break, [self.sock])
        timer.daemon = True
        timer.start()
        try:
            answer: tuple[int, bytes] = super().getreply()  # type: ignore[misc]
        finally:
            timer.cancel()
            if self.file is not None:  # smtplib has not closed it
                self.file = file
        return answer


class _Plain(_Impatient, smtplib.SMTP):
    """A connection that begins without encryption."""


class _Encrypted(_Impatient, smtplib.SMTP_SSL):
    """A connection that is encrypted from the beginning."""


def _break(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def connected(server: MailServer) -> smtplib.SMTP:
    """Return a connection, encrypted where the server can; no password goes over one that is not.

    Raises NotSent, OSError, smtplib.SMTPException.
    """
    safe = ssl.create_default_context()
    if server.tls:
        connection: smtplib.SMTP = _Encrypted(server.host, server.port, timeout=_PATIENCE, context=safe)
    else:
        connection = _Plain(server.host, server.port, timeout=_PATIENCE)
    try:
        connection.ehlo_or_helo_if_needed()
        encrypted = server.tls
        if not encrypted and connection.has_extn("starttls"):
            connection.starttls(context=safe)
            connection.ehlo_or_helo_if_needed()  # what it said before was not encrypted, and does not count
            encrypted = True
        if server.user and not encrypted and server.host not in _HERE:
            raise NotSent(f"{server.host} offers no encryption, so the password is not sent; use smtps://")
        if server.user:
            connection.login(server.user, server.password)
    except BaseException:
        connection.close()
        raise
    return connection


def said(raw: bytes | str) -> str:
    """Return what a mail server said, on one line."""
    text = raw.decode(errors="replace") if isinstance(raw, bytes) else raw
    return " ".join(text.split())
