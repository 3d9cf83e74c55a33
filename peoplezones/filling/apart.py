"""The process in which templates are filled: work in as JSON, texts or a fault out, within limits.

It is told on standard input what to fill (`Work`, in `fill`), limits itself, and only then looks at a template. It
imports Jinja2 and next to nothing else. What it answers on standard output is `{"texts": [...]}` or `{"fault": {...}}`.
"""

from __future__ import annotations

import json
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any


class TooLong(Exception):
    """It has used up its time."""


class TooMuch(Exception):
    """What it says is too long."""


def main() -> None:
    """Fill what standard input asks for."""
    work = json.loads(sys.stdin.buffer.read())
    _limit(work["seconds"], work["bytes"])
    answer = json.dumps(_answer(work)).encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _limit(seconds: int, size: int) -> None:
    """Limit processor time and memory, and write to no file. Where the system knows no limits, there are none."""
    try:
        import resource
    except ImportError:  # Windows: the one who waits stops us when it takes too long
        return

    def stop(_: int, __: FrameType | None) -> None:
        raise TooLong(f"it took more than {seconds} seconds of computing; is there a loop that never ends?")

    signal.signal(signal.SIGXCPU, stop)
    for what, soft, hard in (
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_AS, size, size),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        _, most = resource.getrlimit(what)
        if most != resource.RLIM_INFINITY:
            soft, hard = min(soft, most), min(hard, most)
        with suppress(OSError, ValueError):  # macOS takes no limit on memory: there the clock stops what grows
            resource.setrlimit(what, (soft, hard))


def _answer(work: dict[str, Any]) -> dict[str, Any]:
    try:
        if work["markdown"]:
            from .escaping import speak_markdown

            speak_markdown()
        from .sandbox import pages, texts

        environment = texts(work["folders"]) if work["markdown"] else pages(work["folders"])
    except (ImportError, MemoryError) as error:
        return {"fault": {"template": "", "line": 0, "what": f"nothing can be filled here ({error})"}}
    found: list[str] = []
    left = work["longest"]
    for job in work["jobs"]:
        try:
            text = environment.get_template(job["template"]).render(job["values"])
            left -= len(text)
            if left < 0:
                raise TooMuch(f"it says more than {work['longest']:,} characters")
            found.append(text)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in a template is the template's fault
            return {"fault": _fault(error, job["template"], work["folders"])}
    return {"texts": found}


def _fault(error: Exception, name: str, folders: list[str]) -> dict[str, Any]:
    from jinja2 import TemplateNotFound

    template, line = _place(error, folders)
    fault: dict[str, Any] = {"template": template or name, "line": line, "what": str(error) or type(error).__name__}
    if isinstance(error, TemplateNotFound):
        fault |= {"template": template, "missing": str(error.name)}
    elif isinstance(error, MemoryError):
        fault["what"] = "it needs more memory than a template is given"
    elif isinstance(error, RecursionError):
        fault["what"] = "it goes too deep: does it include or call itself?"
    return fault


def _place(error: Exception, folders: list[str]) -> tuple[str, int]:
    """Return template and line where they are known."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return error.name or "", error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for folder in folders:
            if Path(frame.filename).is_relative_to(folder):
                return Path(frame.filename).relative_to(folder).as_posix(), frame.lineno or 0
    return "", 0
