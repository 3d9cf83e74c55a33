"""The library that draws, imported late: it takes longer to start than most commands take to run."""

from __future__ import annotations

from typing import Any


def library() -> Any:
    """Return matplotlib. What it tells of itself (that it looks for typefaces, and where) is not for people."""
    import logging

    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    import matplotlib

    return matplotlib
