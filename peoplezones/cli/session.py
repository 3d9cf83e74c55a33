"""What the commands of one invocation share: which Board is meant, its tree of commands, the Board once it is open."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .tree import SHIPPED, Tree, keep_tree, tree_of

if TYPE_CHECKING:
    from peoplezones.app import Board
    from peoplezones.domain.workflow import Model

DEFAULT_ADDRESS = "peoplezones.db"
COMPLETION = "_PEOPLEZONES_COMPLETE"


class Session:
    """One invocation. `helping` is true where only help or completion is wanted and no database need be opened.

    `named` is the address that the command line itself names, if it does.
    """

    def __init__(self, address: str, *, helping: bool = False, named: str = "") -> None:
        self.address = address
        self.named = named
        self.helping = helping
        self._tree: Tree | None = None
        self._board: Board | None = None
        self._writable = False

    @classmethod
    def of(cls, arguments: Sequence[str]) -> Session:
        """Return the session of a command line: `--db` may stand anywhere in it."""
        helping = not arguments or "--help" in arguments or COMPLETION in os.environ
        named = address_in(arguments)
        address = os.environ.get("PEOPLEZONES_DB") or DEFAULT_ADDRESS if named is None else named
        return cls(address, helping=helping, named=named or "")

    @property
    def key(self) -> str:
        """The address as the cache knows it: the same from every folder."""
        return self.shown if "://" in self.address else os.path.abspath(self.address)

    @property
    def shown(self) -> str:
        """The address as it may be printed and kept: without a password."""
        return without_password(self.address)

    def has_file(self) -> bool:
        """Whether there may be a Board at the address."""
        return "://" in self.address or os.path.exists(self.address)  # noqa: PTH110 - imported only where there is time

    @property
    def tree(self) -> Tree:
        """The kinds and transitions that there are."""
        if self._tree is None:
            self._tree = tree_of(self.key)
        return self._tree

    def board(self, *, write: bool = False) -> Board:
        """Return the Board, opened at most once for reading and once for writing. Raises StoreError, NotFounded."""
        if self._board is None or (write and not self._writable):
            from peoplezones.app import Board

            self.close()
            self._board = Board.open(self.address, read_only=not write)
            self._writable = write
            self._bring_up_to_date(self._board)
        return self._board

    def _bring_up_to_date(self, board: Board) -> None:
        with board.view() as view:
            if self.tree.address != self.key or self.tree.digest != view.model_digest:
                self._tree = keep_tree(self.key, view.model)

    def model(self, *, write: bool = False) -> Model:
        """Return the model in force; for help, the one that was last seen, without opening the Board."""
        return self._seen_model() if self.helping else self.board(write=write).model

    def _seen_model(self) -> Model:
        from peoplezones.operating_model.cache import model_from_texts

        return model_from_texts(self.tree.digest, self._texts)

    def _texts(self) -> dict[str, str]:
        if self.tree.address.startswith(SHIPPED):
            from peoplezones.operating_model.load import canonical_texts

            from .tree import shipped_model_folder

            return canonical_texts(shipped_model_folder())
        from peoplezones.store.texts import model_texts

        with self.board().view() as view:
            return model_texts(view.connection, self.tree.digest)

    def close(self) -> None:
        """Let go of the database."""
        if self._board is not None:
            self._board.close()
            self._board = None


def without_password(address: str) -> str:
    """Return an address as it may be printed and kept."""
    scheme, there, rest = address.partition("://")
    who, at, where = rest.partition("@")
    return f"{scheme}://{who.partition(':')[0]}@{where}" if there and at else address


def address_in(arguments: Sequence[str]) -> str | None:
    """Return the value of the last `--db` among the arguments, or None."""
    found: str | None = None
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--db" and position + 1 < len(arguments):
            found = arguments[position + 1]
        elif argument.startswith("--db="):
            found = argument.removeprefix("--db=")
    return found
