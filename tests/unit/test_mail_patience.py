"""A mail server that never comes to an end, and an address that would be shown as another."""

from __future__ import annotations

import smtplib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from peoplezones import mail
from peoplezones.mail import MailServer, connected, is_address

Serving = Callable[[bytes, float], MailServer]


@pytest.fixture
def serving() -> Iterator[Serving]:
    """Return a function that begins a server which says the same again and again."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def begin(words: bytes, every: float) -> MailServer:
            def talk() -> None:
                with suppress(OSError):
                    caller, _ = listening.accept()
                    with caller:
                        while not over.wait(every):
                            caller.sendall(words)

            threading.Thread(target=talk, daemon=True).start()
            port = listening.getsockname()[1]
            return MailServer("127.0.0.1", port, tls=False, user="", password="", sender="a@b.example")

        yield begin
        over.set()


def test_an_answer_without_end_is_not_kept(serving: Serving) -> None:
    server = serving(b"220-more\r\n" * 100, 0.0)
    with pytest.raises(smtplib.SMTPServerDisconnected, match="more than 1,000 lines"):
        connected(server)


def test_a_server_that_says_a_little_all_the_time_is_not_waited_for(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serving(b"x", 0.05)
    monkeypatch.setattr(mail, "_PATIENCE", 0.5)
    with pytest.raises(smtplib.SMTPConnectError, match=r"^\(-1, "):  # cut off, and not found too long
        connected(server)


def test_what_a_header_would_show_as_another_address_is_none() -> None:
    assert not is_address("=?utf-8?q?chair?=@board.example")
    assert is_address("chair?=@board.example")
