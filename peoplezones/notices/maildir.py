"""Delivering into a maildir folder (https://cr.yp.to/proto/maildir.html), each message exactly once.

A message is written and made safe under a name of its own in `ready/`, then that is noted on the Board, then it is
moved to `new/` in one step, then that is noted. Whoever finds it noted as ready and not there any more knows that it
was moved, whatever has become of it since: read, filed or deleted. (`tmp/`, where others write before they deliver, is
tidied by mail programs, and so would not do.)
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from peoplezones.domain.errors import UsageError
from peoplezones.mail import NotSent

_FOLDERS = ("new", "cur", "tmp")  # what makes a folder a maildir
_READY = "ready"
_PRIVATE = 0o700
_OURS = re.compile(r"[0-9a-f]{40}\.")  # how the name of a message's file begins: the hash in its Message-ID


class Maildir:
    """One maildir folder, which is made where there is none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()

    def make(self) -> None:
        """Make what is missing of the folder. Raises UsageError where that cannot be done."""
        try:
            for name in (*_FOLDERS, _READY):
                (self.folder / name).mkdir(_PRIVATE, parents=name == _FOLDERS[0], exist_ok=True)
        except OSError as error:
            raise UsageError(f"'{self.folder}' cannot be made a maildir ({error.strerror}); name a folder") from error

    def prepare(self, id_: str, content: bytes) -> None:
        """Put a message ready, safe on disk. Raises NotSent."""
        ready = self._ready(id_)
        try:
            ready.unlink(missing_ok=True)
            with ready.open("xb") as file:
                ready.chmod(0o600)
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _make_safe(ready.parent)
        except OSError as error:
            raise NotSent(f"it could not be written into {self.folder} ({error.strerror})") from error

    def deliver(self, id_: str) -> None:
        """Deliver what was put ready, unless that has been done. Raises NotSent."""
        place = self.folder / "new" / _name(id_)
        try:
            self._ready(id_).rename(place)
            _make_safe(place.parent)
            _make_safe(self._ready(id_).parent)
        except FileNotFoundError:
            if not place.parent.is_dir():
                raise NotSent(f"the maildir {self.folder} is not there any more") from None
        except OSError as error:
            raise NotSent(f"it could not be delivered into {self.folder} ({error.strerror})") from error

    def tidy(self, under_way: Callable[[], set[str]]) -> None:
        """Take away what was written and never noted as ready, by runs that were cut short; nothing but messages.

        Raises UsageError where the folder cannot be looked into or tidied.
        """
        try:
            self._tidy(under_way)
        except OSError as error:
            raise UsageError(f"'{self.folder / _READY}' cannot be tidied ({error.strerror}); put that right") from error

    def _tidy(self, under_way: Callable[[], set[str]]) -> None:
        there = [path for path in (self.folder / _READY).iterdir() if _OURS.match(path.name)]
        names = {_name(id_) for id_ in under_way()}  # asked after looking: what was there then had been claimed before
        for path in there:
            if path.name not in names:
                path.unlink(missing_ok=True)

    def withdraw(self, id_: str) -> bool:
        """Take away what was put ready; return whether it was still there, and so has not been delivered."""
        try:
            self._ready(id_).unlink()
        except FileNotFoundError:
            return not self.folder.is_dir()
        except OSError as error:
            raise NotSent(f"it could not be taken out of {self.folder} ({error.strerror})") from error
        return True

    def _ready(self, id_: str) -> Path:
        return self.folder / _READY / _name(id_)


def _name(id_: str) -> str:
    """Return the name of a message's file: the same each time, and no other message's."""
    return id_.replace("@", ".").replace("/", "_").replace(":", "_")


def _make_safe(folder: Path) -> None:
    """Have the disk keep what names are in a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
