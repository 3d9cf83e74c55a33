"""The one place where faults become exit codes: 0 done, 1 fault, 2 wrong usage, 3 refused."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

import click

from peoplezones.domain.errors import InvalidValues, PeopleZonesError

from .printing import clean

DONE, FAULT, USAGE, REFUSED = 0, 1, 2, 3
DEBUG = "PEOPLEZONES_DEBUG"
_FULL = (errno.ENOSPC, errno.EDQUOT)  # no room on the disk, or none left for this user


def answered(run: Callable[[], object], *, as_json: bool = False) -> int:
    """Run a command and return its exit code, with what went wrong told on standard error and never as a traceback.

    `as_json` tells it on standard output too, as `{"error": ..., "kind": ..., "exit_code": ...}`, and by field what is
    wrong with a request.
    """
    try:
        code = run()
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        click.echo(help_wanted.format_message())
        return USAGE
    except click.ClickException as error:
        _tell_json(error, error.format_message(), error.exit_code, as_json)
        return _misused(error)
    except (click.Abort, KeyboardInterrupt):
        return _told("Stopped. What was already confirmed is kept; nothing else has changed.", 130)
    except PeopleZonesError as error:
        _raise_when_debugging()
        _tell_json(error, str(error), error.exit_code, as_json)
        return _told(f"Error: {_in_words(error)}", error.exit_code)
    except BrokenPipeError:
        return _quiet()
    except Exception as error:  # noqa: BLE001
        _raise_when_debugging()
        return _told(_unforeseen(error), FAULT)
    return code if isinstance(code, int) else DONE


def _unforeseen(error: Exception) -> str:
    """Return what to say of an error that nothing more is known of: a full disk is nobody's mistake."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return f"Error: it could not be written: {error.strerror}. Make room, and run it again."
    return (
        f"Error: this is a mistake in People Zones, not yours ({type(error).__name__}: {error}). "
        f"Set {DEBUG}=1 and run it again to see where, and report that."
    )


def _tell_json(error: Exception, message: str, code: int, wanted: bool) -> None:
    """Tell a fault as JSON to a program that asked for JSON."""
    if not wanted:
        return
    import json

    told = {"error": message, "kind": type(error).__name__, "exit_code": code}
    problems = getattr(error, "problems", None)
    if problems:
        told["problems"] = problems if isinstance(problems, dict) else [str(problem) for problem in problems]
    click.echo(json.dumps(told, indent=2))


def _misused(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    if isinstance(context, click.Context):
        click.echo(clean(context.get_usage()), err=True)
        click.echo(f"'{context.command_path} --help' tells more.", err=True)
    return _told(f"Error: {error.format_message()}", error.exit_code)


def _in_words(error: PeopleZonesError) -> str:
    """Return what went wrong; the values of a request by the options that gave them."""
    if not isinstance(error, InvalidValues):
        return str(error)
    lines = [f"  {_option(name)}{text}" for name, text in error.problems.items()]
    return "\n".join([str(error).partition("\n")[0], *lines])


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}: " if name else ""


def _told(message: str, code: int) -> int:
    click.echo(clean(message), err=True)
    return code


def _raise_when_debugging() -> None:
    if os.environ.get(DEBUG):
        raise


def _quiet() -> int:
    """Whoever read our output has stopped reading: there is nobody left to tell."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return FAULT
