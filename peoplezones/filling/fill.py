"""Filling templates in a process of its own, which is stopped when it takes too long or too much.

A Board's own folder of templates goes before the shipped ones. In `fill_texts` every value is escaped for Markdown by
itself; in `fill_pages` values are escaped in `.html`, and in Markdown where a template passes them through `md`.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from peoplezones.domain.errors import PeopleZonesError, UsageError, did_you_mean
from peoplezones.operating_model.shipped import shipped

SECONDS = 10  # of computing
MOST_SECONDS = 60  # on the clock, for a machine that is busy with other things
MEMORY = 512 * 1024 * 1024
LONGEST = 10_000_000  # characters of all texts together
_UNDEFINED = re.compile(r"^'(\w+)' is undefined$")
_START = "import sys; sys.path[:] = sys.argv[1:]; from peoplezones.filling.apart import main; main()"

Job = tuple[str, Mapping[str, Any]]  # a template's name, and the values to fill it with


class TemplateFaulty(PeopleZonesError):
    """A template could not be filled."""


def fill_texts(jobs: Iterable[Job], folder: Path | None = None) -> list[str]:
    """Return templates filled with values, each of which stands in Markdown as what it is.

    Values are plain: texts, whole numbers, yes or no, nothing, lists and mappings. Templates are looked for in `folder`
    first. Raises TemplateFaulty, with template and line where they are known; UsageError where there is no such folder.
    """
    return _filled(list(jobs), _folders(folder), markdown=True)


def fill_pages(jobs: Iterable[Job], folder: Path | None = None) -> list[str]:
    """Return templates filled with values, escaped in `.html` and elsewhere as the template says.

    Raises what `fill_texts` raises.
    """
    return _filled(list(jobs), _folders(folder), markdown=False)


def _folders(folder: Path | None) -> tuple[Path, ...]:
    if folder is None:
        return (shipped("templates"),)
    if not folder.is_dir():
        raise UsageError(f"the folder of templates '{folder}' does not exist")
    return (folder.absolute(), shipped("templates"))


def _filled(jobs: list[Job], folders: tuple[Path, ...], *, markdown: bool) -> list[str]:
    work = {
        "folders": [str(folder) for folder in folders],
        "markdown": markdown,
        "seconds": SECONDS,
        "bytes": MEMORY,
        "longest": LONGEST,
        "jobs": [{"template": name, "values": dict(values)} for name, values in jobs],
    }
    answer = _answer(json.dumps(work).encode(), jobs)
    if "fault" in answer:
        raise _fault(answer["fault"], jobs, folders)
    texts: list[str] = answer["texts"]
    return texts


def _answer(work: bytes, jobs: list[Job]) -> dict[str, Any]:
    """Return what the process answers. Raises TemplateFaulty where it was stopped, or fell over."""
    places = [str(Path(__file__).parents[2]), *(place for place in sys.path if place)]
    command = [sys.executable, "-I", "-S", "-B", "-c", _START, *places]
    try:
        done = subprocess.run(
            command, input=work, capture_output=True, timeout=MOST_SECONDS, check=False, env=_environment()
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise TemplateFaulty(f"{_named(jobs)}: it took more than {MOST_SECONDS} seconds and was stopped") from None
    except OSError as error:
        raise TemplateFaulty(f"{_named(jobs)}: no process could be begun to fill it ({error.strerror})") from error
    except ValueError:
        raise TemplateFaulty(f"{_named(jobs)}: {_why(done.returncode, done.stderr)}") from None
    return answer


def _environment() -> dict[str, str]:
    """Return what the process needs of the environment: not where the Board and the mail are, nor their passwords."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PEOPLEZONES_")}


def _named(jobs: list[Job]) -> str:
    names = list(dict.fromkeys(name for name, _ in jobs))
    return f"template {names[0]}" if len(names) == 1 else f"one of the templates {', '.join(names)}"


def _why(code: int, told: bytes) -> str:
    """Return why a process ended without an answer, as far as that can be known."""
    if b"MemoryError" in told:
        return f"it needs more than {MEMORY // 1024 // 1024} MiB of memory and was stopped"
    if code < 0:
        return f"it took more than {SECONDS} seconds of computing, or more memory than there is, and was stopped"
    return f"filling it failed ({told.decode(errors='replace').strip().splitlines()[-1:] or ['no reason is known']})"


def _fault(fault: Mapping[str, Any], jobs: list[Job], folders: tuple[Path, ...]) -> TemplateFaulty:
    template, line, what = fault["template"], fault["line"], fault["what"]
    if "missing" in fault:
        known = (path.name for folder in folders for path in folder.iterdir())
        what = f"there is no template '{fault['missing']}'{did_you_mean(fault['missing'], known)}"
    undefined = _UNDEFINED.search(what)
    if undefined:
        what += did_you_mean(undefined[1], {name for _, values in jobs for name in values})
    place = f"template {template}, line {line}" if line else f"template {template or jobs[0][0]}"
    return TemplateFaulty(f"{place}: {what}")
