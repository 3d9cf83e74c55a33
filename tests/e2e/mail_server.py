"""A small mail server (RFC 5321) for one test: it takes what it is given, or says no as it is told to."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on a port of its own; `messages` are those that it took, `refuses` whom it takes no mail for."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, refuses: tuple[str, ...]) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.refuses = refuses
        self.messages: list[tuple[str, list[str], EmailMessage]] = []
        self.logins: list[str] = []

    @property
    def address(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.server_address[1]}"


class _Conversation(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        sender, recipients = "", list[str]()
        self._say("220 mail.example")
        while line := self.rfile.readline().decode().strip():
            verb, _, rest = line.partition(" ")
            match verb.upper():
                case "EHLO":
                    self._say("250-mail.example\r\n250 AUTH PLAIN")
                case "AUTH":
                    self.server.logins.append(rest)
                    self._say("235 welcome")
                case "MAIL":
                    sender = rest.partition("<")[2].partition(">")[0]
                    self._say("250 yes")
                case "RCPT":
                    recipient = rest.partition("<")[2].partition(">")[0]
                    refused = recipient in self.server.refuses
                    recipients += [] if refused else [recipient]
                    self._say("550 nobody of that name" if refused else "250 yes")
                case "DATA":
                    self._say("354 go on")
                    self.server.messages.append((sender, recipients, self._message()))
                    self._say("250 taken")
                case "QUIT":
                    self._say("221 goodbye")
                    return
                case _:
                    self._say("250 yes")

    def _message(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        found = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_server(*refuses: str) -> Iterator[MailServer]:
    """Yield a mail server that runs until the block ends."""
    with MailServer(refuses) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
