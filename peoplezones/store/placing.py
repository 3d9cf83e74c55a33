"""Putting a file in its place whole, or leaving what is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def placed(goal: Path, check: Callable[[], None] = lambda: None) -> Iterator[BinaryIO]:
    """Yield a file that takes its place at `goal`, safe on disk, when the block ends well; else leave no trace.

    `check` may still refuse, just before it does. Raises OSError or ValueError where that cannot be.
    """
    part = goal.with_name(f".{goal.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        check()
        part.replace(goal)
    finally:
        with suppress(OSError, ValueError):  # it was never made, or its folder is gone
            part.unlink(missing_ok=True)
