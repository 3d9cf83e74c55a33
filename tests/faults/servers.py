"""Boards in schemas of a PostgreSQL server."""

from __future__ import annotations

import os
from itertools import count
from typing import Protocol

from tests.databases import Server

from .boards import begin

_numbers = count(1)


class HasFresh(Protocol):
    """A place for Boards."""

    def fresh(self) -> str:
        """Return the address of another Board in which the setting has been made."""


class Schemas:
    """Boards on a server, each in a schema of its own, all beginning alike."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def fresh(self) -> str:
        """Return the address of another Board in which the setting has been made."""
        address = self.empty()
        begin(address)
        return address

    def empty(self) -> str:
        """Return the address of a schema that is not there yet."""
        return self.server.address(self.schema())

    def schema(self) -> str:
        """Return the name of a schema that is not there yet."""
        return f"faults_{os.getpid()}_{next(_numbers)}"
