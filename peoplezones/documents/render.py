"""Filling a template with values."""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peoplezones.domain.errors import UsageError, did_you_mean
from peoplezones.operating_model.shipped import shipped

from .errors import TemplateFaulty

_UNDEFINED = re.compile(r"'(\w+)' is undefined")


def render(template_name: str, values: Mapping[str, Any], folder: Path | None = None) -> str:
    """Return a template filled with `values`, which are plain: texts, numbers, lists, mappings.

    It is looked for in `folder`, where a Board keeps templates of its own, and then among the shipped ones. Raises
    TemplateFaulty, with template and line, for whatever is wrong with it; UsageError where there is no such folder.
    """
    from jinja2 import TemplateError  # imported late: most commands render nothing

    from .sandbox import sandbox

    folders = _folders(folder)
    try:
        return sandbox(folders).get_template(template_name).render(dict(values))
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise _fault(error, template_name, values, folders) from error
    except (OSError, MemoryError, RecursionError) as error:
        raise _fault(error, template_name, values, folders) from error


def _folders(folder: Path | None) -> tuple[Path, ...]:
    if folder is None:
        return (shipped("templates"),)
    if not folder.is_dir():
        raise UsageError(f"the folder of templates '{folder}' does not exist")
    return (folder.absolute(), shipped("templates"))


def _fault(error: Exception, name: str, values: Mapping[str, Any], folders: tuple[Path, ...]) -> TemplateFaulty:
    from jinja2 import TemplateNotFound

    place = _place(error, folders)
    if isinstance(error, TemplateNotFound):
        known = (path.name for folder in folders for path in folder.iterdir())
        what = f"there is no template '{error.name}'{did_you_mean(str(error.name), known)}"
    else:
        undefined = _UNDEFINED.search(str(error))
        what = f"{str(error) or type(error).__name__}{did_you_mean(undefined[1], values) if undefined else ''}"
    return TemplateFaulty(f"{place or f'template {name}'}: {what}")


def _place(error: Exception, folders: tuple[Path, ...]) -> str:
    """Return template and line, `template workflow.md, line 12`, where they are known."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return f"template {error.name}, line {error.lineno}"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for folder in folders:
            if Path(frame.filename).is_relative_to(folder):
                return f"template {Path(frame.filename).relative_to(folder).as_posix()}, line {frame.lineno}"
    return ""
