"""Sending by SMTP (RFC 5321), one message and one person at a time, over one connection.

Once the server has said that it takes a message, nothing can take it back, and until we have noted that, a run that is
killed does not know. That is the window in which a message can be sent twice; it then has the same Message-ID.
"""

from __future__ import annotations

import smtplib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from peoplezones.mail import MailServer, NotSent, connected, said

_PATIENCE = 120  # seconds for one message; well within the time for which it is ours to send


class ServerFails(NotSent):
    """The mail server cannot be used, for this message or for any other."""


class Post:
    """A mail server, connected to when first needed; close it when done."""

    def __init__(self, server: MailServer) -> None:
        self.server = server
        self._connection: smtplib.SMTP | None = None

    def close(self) -> None:
        """Say goodbye."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()

    def send(self, address: str, content: bytes, still_ours: Callable[[], bool]) -> None:
        """Hand a message in for one person; it was taken when this returns. `still_ours` is asked at the last moment.

        Raises NotSent where it was not taken, ServerFails where nothing can be sent at all.
        """
        try:
            with self._impatiently() as connection:
                self._hand_in(connection, address, content, still_ours)
        except smtplib.SMTPResponseException as error:
            self._start_again()
            raise NotSent(f"{self.server.host} said {error.smtp_code} {said(error.smtp_error)}") from None
        except (OSError, smtplib.SMTPException) as error:
            self._let_go()
            raise NotSent(f"the connection to {self.server.host} broke: {said(str(error))}") from None

    def _hand_in(self, connection: smtplib.SMTP, address: str, content: bytes, still_ours: Callable[[], bool]) -> None:
        _accepted(connection.mail(self.server.sender))
        _accepted(connection.rcpt(address))
        if not still_ours():
            raise smtplib.SMTPException("it took so long that another run may have sent the message")
        _accepted(connection.data(content))

    def _open(self) -> smtplib.SMTP:
        """Return the connection, a new one where there is none or the server has closed it meanwhile."""
        if self._connection is not None and not _answers(self._connection):
            self._let_go()
        if self._connection is None:
            place = f"{self.server.host}:{self.server.port}"
            try:
                self._connection = connected(self.server)
            except smtplib.SMTPResponseException as error:
                answer = f"{error.smtp_code} {said(error.smtp_error)}"
                raise ServerFails(f"the mail server {place} turns us away: {answer}") from None
            except (OSError, smtplib.SMTPException) as error:
                raise ServerFails(f"the mail server {place} could not be used: {said(str(error))}") from None
            except NotSent as error:
                raise ServerFails(str(error)) from None
        return self._connection

    @contextmanager
    def _impatiently(self) -> Iterator[smtplib.SMTP]:
        """Yield the connection, which breaks by itself after a while, however slowly the server talks."""
        connection = self._open()
        timer = threading.Timer(_PATIENCE, _break, [connection])
        timer.daemon = True
        timer.start()
        try:
            yield connection
        finally:
            timer.cancel()

    def _start_again(self) -> None:
        """Have the server forget the message that it did not take."""
        try:
            if self._connection is not None:
                self._connection.rset()
        except (OSError, smtplib.SMTPException):
            self._let_go()

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _accepted(answer: tuple[int, bytes]) -> None:
    """Raise SMTPResponseException unless the server said yes (RFC 5321, section 4.2.1)."""
    if not 200 <= answer[0] < 300:
        raise smtplib.SMTPResponseException(*answer)


def _answers(connection: smtplib.SMTP) -> bool:
    try:
        return connection.noop()[0] == 250
    except (OSError, smtplib.SMTPException):
        return False


def _break(connection: smtplib.SMTP) -> None:
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)
