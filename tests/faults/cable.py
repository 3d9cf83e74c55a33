"""A cable to a PostgreSQL server that can be cut at a word that a program sends."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import Literal

from sqlalchemy.engine import URL

#: When the cable is cut: before the word is sent on; after the server has answered it, the answer not sent on; or
#: never, where something else is done to the server at that moment.
Cut = Literal["before", "after", "not"]
_ENOUGH, _LONG = 10.0, 60.0  # seconds for a server to answer, and to be started again


class Cable:
    """Passes on what a program and a server say to one another, until it is cut. Used with `with`."""

    def __init__(self, server: URL) -> None:
        self._server = server
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._word, self._cut, self._does = b"", "not", _nothing
        self._finished = Event()
        self.cuts = 0
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def __enter__(self) -> Cable:
        return self

    def __exit__(self, *_: object) -> None:
        _hang_up(self._socket)
        for thread in self._threads:
            thread.join()
        self._socket.close()

    def address(self, schema: str) -> str:
        """Return the address of a Board at the other end."""
        url = self._server.set(drivername="postgresql", host="127.0.0.1", port=self._socket.getsockname()[1])
        url = url.difference_update_query(["host"]).update_query_dict({"schema": schema})
        return url.render_as_string(hide_password=False)

    def cut_at(self, word: str, cut: Cut, does: Callable[[], None] = lambda: None) -> None:
        """Do something, and cut the cable, the next time that a program sends the word."""
        self._finished.clear()
        self._cut, self._does, self._word = cut, does, word.encode()

    def wait(self) -> None:
        """Wait until what was to be done has been done."""
        assert self._finished.wait(_LONG), "the word was never sent"

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                program, _ = self._socket.accept()
                self._threads.append(threading.Thread(target=self._serve, args=(program,)))
                self._threads[-1].start()

    def _serve(self, program: socket.socket) -> None:
        """Pass on what one program says, and another thread what it is answered, until either hangs up."""
        muted, answered = Event(), Event()
        with program, suppress(OSError), self._reach() as server:
            back = threading.Thread(target=self._to_program, args=(program, server, muted, answered))
            back.start()
            self._to_server(program, server, muted, answered)
            back.join()

    def _reach(self) -> socket.socket:
        folder = self._server.query.get("host")
        if not folder:
            return socket.create_connection((self._server.host or "127.0.0.1", self._server.port or 5432))
        found = socket.socket(socket.AF_UNIX)
        try:
            found.connect(f"{folder}/.s.PGSQL.{self._server.port or 5432}")
        except OSError:
            found.close()
            raise
        return found

    def _to_server(self, program: socket.socket, server: socket.socket, muted: Event, answered: Event) -> None:
        with suppress(OSError):
            while said := program.recv(65_536):
                if self._word and self._word in said:
                    self._word = b""
                    self.cuts += 1
                    self._cut_now(said, server, muted, answered)
                    break
                server.sendall(said)
        _hang_up(program, server)

    def _cut_now(self, said: bytes, server: socket.socket, muted: Event, answered: Event) -> None:
        if self._cut == "after":
            muted.set()
            server.sendall(said)
            answered.wait(_ENOUGH)
        self._does()
        self._finished.set()
        if self._cut == "not":
            with suppress(OSError):
                server.sendall(said)

    def _to_program(self, program: socket.socket, server: socket.socket, muted: Event, answered: Event) -> None:
        with suppress(OSError):
            while said := server.recv(65_536):
                if muted.is_set():
                    answered.set()
                else:
                    program.sendall(said)
        _hang_up(program, server)


def _nothing() -> None:
    """Do nothing."""


def _hang_up(*ends: socket.socket) -> None:
    for end in ends:
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
