"""Pictures in files: where they may go, and what they show in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .printing import say, show_json

if TYPE_CHECKING:
    from peoplezones.drawing import Figure

_ENDINGS = (".svg", ".png")


def overwrite_option() -> click.Option:
    """Return `--overwrite`."""
    return click.Option(["--overwrite"], is_flag=True, help="Put it in the place of a file that is there.")


def check_place(output: str, *, overwrite: bool) -> None:
    """Raise UsageError or NotWritten where a picture cannot be put: before anything that takes long is done for it."""
    from peoplezones.domain.errors import UsageError
    from peoplezones.exchange.writing import check_free

    if Path(output).suffix.lower() not in _ENDINGS:
        raise UsageError(f"'{output}' is no name for a picture: end it in {' or '.join(_ENDINGS)}")
    check_free(Path(output), overwrite=overwrite)


def put_figure(figure: Figure, output: str, *, overwrite: bool, as_json: bool) -> None:
    """Put a picture in a file, SVG or PNG as its name ends, and tell what it shows in words. Raises NotWritten."""
    from peoplezones.exchange.writing import whole_file

    with whole_file(output, overwrite=overwrite) as out:
        out.write(figure.png if Path(output).suffix.lower() == ".png" else figure.svg.encode())
    if as_json:
        size = {"width_mm": figure.width_mm, "height_mm": figure.height_mm}
        show_json({"file": output, "title": figure.title, "alternative": figure.alternative, **size})
        return
    say(f"{output} holds the picture '{figure.title}', {figure.width_mm} by {figure.height_mm} mm.")
    say("What it shows in words, to stand beside it wherever it is used:")
    say(f"  {figure.alternative}")
