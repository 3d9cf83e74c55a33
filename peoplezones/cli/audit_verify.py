"""`audit verify` and `audit replay`: whether the log is whole, and whether every step in it was allowed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from peoplezones.domain.errors import UsageError

from .faults import DONE, FAULT
from .groups import session_of
from .options import db_option, json_option
from .printing import heading, one_line, pairs, progress, say, show_json, table

if TYPE_CHECKING:
    from peoplezones.audit.checkpoints import Held
    from peoplezones.audit.findings import Report

_MOST = 10  # jumps of the clock that are told one by one
_FILE = click.Path(path_type=Path, allow_dash=True)


@click.command(params=[json_option(), db_option()])
@click.argument("bundle", required=False, type=click.Path(path_type=Path))
@click.option(
    "--against",
    metavar="FILE",
    multiple=True,
    type=_FILE,
    help="A checkpoint that you kept, or a folder of them; may be given several times. - reads one from a pipe.",
)
@click.option(
    "--key",
    "keys",
    metavar="KEY",
    multiple=True,
    help="A key of the log or a witness that you trust, or a file of such keys.",
)
@click.pass_context
def verify(ctx: click.Context, bundle: Path | None, as_json: bool, against: list[Path], keys: list[str]) -> None:
    """Tell whether the log is whole, which entry is wrong first, and how far things are certain.

    Looks into the Board's database, or into BUNDLE, which takes no database. Whether every step was allowed is told by
    'audit replay'.
    """
    from peoplezones.audit.trust import public_keys

    checkpoints, trusted = _checkpoints(against), public_keys(keys)
    if bundle is None:
        from peoplezones.audit.verify import verify as look

        report = look(session_of(ctx).board().engine, checkpoints, trusted, progress)
    else:
        from peoplezones.audit.verify_bundle import verify_bundle

        report = verify_bundle(bundle, checkpoints, trusted, progress)
    if as_json:
        show_json({**_as_builtins(report), "agrees": report.agrees, "first": report.first})
    else:
        _tell(report)
    ctx.exit(DONE if report.agrees else FAULT)


@click.command(params=[json_option(), db_option()])
@click.argument("bundle", required=False, type=click.Path(path_type=Path))
@click.pass_context
def replay(ctx: click.Context, bundle: Path | None, as_json: bool) -> None:
    """Decide every request in the log again, under the model of its time, and compare.

    Of the Board's database, whose tables are compared as well (as 'rebuild' does), or of BUNDLE, which takes none.
    """
    if bundle is None:
        from peoplezones.audit.rebuild import rebuild

        report = rebuild(session_of(ctx).board().engine, progress)
    else:
        from peoplezones.audit.replay import replay_bundle

        report = replay_bundle(bundle, progress)
    if as_json:
        show_json(report)
    elif report.agrees:
        what = "log and tables are" if bundle is None else "the log is"
        say(f"Every step was allowed: {report.entries:,} entries were decided again, and {what} what comes of them.")
    else:
        say(f"Not everything follows from what was asked; {report.entries:,} entries were decided again:")
        for difference in report.differences:
            say(f"  {difference}")
    ctx.exit(DONE if report.agrees else FAULT)


def _as_builtins(report: Report) -> dict[str, object]:
    import msgspec

    found: dict[str, object] = msgspec.to_builtins(report)
    return found


def _checkpoints(against: list[Path]) -> list[Held]:
    """Return the checkpoints that somebody kept. Raises UsageError where a file cannot be read."""
    from peoplezones.audit.checkpoints import held

    return [held(text, f"the checkpoint {file}", kept=True) for file, text in texts_of(against)]


def texts_of(places: list[Path]) -> list[tuple[Path, str]]:
    """Return the checkpoints in files and folders, each with where it is. Raises UsageError, also where none is."""
    return [(file, _text(file)) for path in places for file in _files(path)]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    if not (found := sorted(path.glob("*.txt"))):
        raise UsageError(f"the folder {path} holds no checkpoints (*.txt); name the one in which they are kept")
    return found


def _text(file: Path) -> str:
    try:
        with click.open_file(str(file), "rb") as opened:
            content: bytes = opened.read(1 << 20)
            return content.decode()
    except OSError as error:
        raise UsageError(
            f"{file} cannot be read ({error.strerror}); name the file of a checkpoint, or a folder of them"
        ) from None
    except UnicodeDecodeError:
        raise UsageError(f"{file} is no checkpoint: it is not text") from None


def _tell(report: Report) -> None:
    """Print a report: the verdict first."""
    first = report.first
    if first is None:
        say(f"Nothing is wrong with the log: {report.entries:,} entries, each in its place and as it was written.")
    else:
        verdict = "The log is NOT as it was written" if first.entry else "NOT everything agrees"
        say(f"{verdict}. First wrong: {one_line(str(first))}")
        for one in report.wrong:
            if one != first:
                say(f"  also: {one_line(str(one))}")
    certain = f"entries 1 to {report.certain:,}, by a signed checkpoint" if report.certain else "nothing is signed"
    pairs(
        [
            ("Looked at", report.place),
            ("Log", report.log),
            ("Entries", f"{report.entries:,}: {report.moved:,} steps, {report.refused:,} refusals"),
            ("Root", report.root),
            ("Certain", certain),
            ("Known how", ", ".join(f"{how}: {many:,}" for how, many in report.authn.items())),
            *(("Key", key) for key in report.keys),
        ]
    )
    if report.checkpoints:
        heading("Checkpoints")
        table(
            ["Where", "Entries", "Signed by", "Agrees"],
            [
                [one.where, f"{one.size:,}", ", ".join(one.by) or "nobody known", "yes" if one.agrees else "NO"]
                for one in report.checkpoints
            ],
        )
    for jump in report.jumps[:_MOST]:
        say(f"Clock: {jump}")
    if len(report.jumps) > _MOST:
        say(f"Clock: and {len(report.jumps) - _MOST:,} more; --json tells all")
    for remark in report.remarks:
        say(f"Note: {remark}")
