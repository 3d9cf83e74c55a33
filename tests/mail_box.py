"""A real mail server (aiosmtpd) that does as its recipients' names tell: it takes mail, refuses it, or drops out."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.post import read


class Office:
    """What the server does. By name: `refused` 550, `later` 451, `full` 452 after the text, `dropped` and `cut`: gone.

    `dropped` is cut off before the text is sent, `cut` after it was taken and before the server says so. `messages` are
    those that were taken. `deaf` takes no connection's greeting. `hold` makes it wait before it says that it took one.
    """

    def __init__(self, keep: Callable[[bytes], None] | None = None) -> None:
        self.keep = keep
        self.messages: list[tuple[str, EmailMessage]] = []
        self.deaf = False
        self.hold = threading.Event()
        self.hold.set()
        self.address = ""

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """Greet, or say that no service is to be had."""
        del server, envelope
        session.host_name = hostname
        return ["421 not now"] if self.deaf else responses

    async def handle_HELO(self, server: SMTP, session: Session, envelope: Envelope, hostname: str) -> str:  # noqa: N802
        """Do so in the old way."""
        del server, envelope
        session.host_name = hostname
        return "421 not now" if self.deaf else "250 mail.example"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or not."""
        del session, options
        name = address.partition("@")[0]
        if name == "dropped":
            transport: Any = server.transport
            transport.abort()
        if name == "refused":
            return f"550 5.1.1 <{address}>: nobody of that name"
        if name == "later":
            return "451 4.7.1 come again later"
        envelope.rcpt_tos.append(address)
        return "250 yes"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        """Take a message, or not."""
        (address,) = envelope.rcpt_tos
        name = address.partition("@")[0]
        if name == "full":
            return "452 4.2.2 the box is full"
        content = envelope.content
        assert isinstance(content, bytes)
        self.messages.append((address, read(content)))
        if self.keep:
            self.keep(content)
        if name == "cut":
            transport: Any = server.transport
            transport.abort()
        while not self.hold.is_set():
            await asyncio.sleep(0.01)
        return "250 taken"

    def took(self) -> list[str]:
        """Return for whom messages were taken, in order of their names."""
        return sorted(address for address, _ in self.messages)

    def ids(self) -> list[str]:
        """Return the Message-IDs of what was taken, in order."""
        return sorted(str(message["Message-ID"]) for _, message in self.messages)


@contextmanager
def post_office(keep: Callable[[bytes], None] | None = None, **settings: Any) -> Iterator[Office]:
    """Yield what happens at a mail server that runs until the block ends; `keep` is handed what it takes."""
    office = Office(keep)
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port, **settings)
    controller.start()
    office.address = f"127.0.0.1:{port}"
    try:
        yield office
    finally:
        office.hold.set()
        controller.stop()
