"""`network draw` and `network export`: the network as a picture, and as a file for programs that reckon with graphs."""

from __future__ import annotations

from pathlib import Path

import click

from .groups import session_of
from .network_analyses import on_option, public_option, stood
from .options import FilePath, Named, db_option, json_option
from .pictures import check_place, overwrite_option, put_figure
from .printing import say, show_json

_WIDE = {"max_content_width": 110}


def _output(words: str) -> click.Option:
    return click.Option(["-o", "--output"], metavar="FILE", required=True, type=FilePath(), help=words)


def _of(words: str) -> click.Option:
    return click.Option(["--of"], metavar="REF", multiple=True, type=Named(()), help=words)


def _kinds() -> click.Option:
    return click.Option(
        ["--kind", "kinds"], metavar="KIND", multiple=True, help="Only records of this kind. Repeatable."
    )


@click.command(
    params=[
        _output("Where to put the picture; it ends in .svg or .png."),
        on_option(),
        _of("Only this record and what it is linked to. Repeatable."),
        _kinds(),
        click.Option(["--all", "everything"], is_flag=True, help="Also what has ended, and links that no longer hold."),
        public_option(),
        overwrite_option(),
        json_option(),
        db_option(),
    ],
    context_settings=_WIDE,
)
@click.pass_context
def draw(
    ctx: click.Context,
    output: str,
    on: str,
    of: tuple[str, ...],
    kinds: tuple[str, ...],
    everything: bool,
    public: bool,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Draw who works with whom, in boxes around what the Board is about, and tell in words what the picture shows.

    What is linked in several boxes stands in each, with their numbers. A picture that fits is as wide as the text of a
    page (160 mm); a larger one says how large its sheet is.
    """
    from peoplezones.network.files import drawn

    check_place(output, overwrite=overwrite)
    with stood(session_of(ctx).board(), on) as (view, today):
        figure = drawn(view, today, of=of, kinds=kinds, public=public, everything=everything)
    put_figure(figure, output, overwrite=overwrite, as_json=as_json)


@click.command(
    params=[
        _output("Where to put it; it ends in .graphml, .gexf, .json or .csv (edges only)."),
        click.Option(
            ["--format", "format_"],
            type=click.Choice(["graphml", "gexf", "json", "csv"]),
            help="The format, where the file's name does not say it.",
        ),
        on_option(),
        click.Option(["--joined"], is_flag=True, help="Records that only join others become links between these."),
        public_option(),
        overwrite_option(),
        json_option(),
        db_option(),
    ],
    context_settings=_WIDE,
)
@click.pass_context
def export(
    ctx: click.Context,
    output: str,
    format_: str | None,
    on: str,
    joined: bool,
    public: bool,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Write the network to a file: every record and link, also what has ended.

    GraphML and GEXF are for Gephi and the like, JSON (node-link) for networkx and D3, CSV for spreadsheets.
    """
    from peoplezones.exchange.writing import check_free, whole_file
    from peoplezones.network.exporting import export_into, format_for
    from peoplezones.network.files import network_of

    chosen = format_for(output, format_ or "")
    check_free(Path(output), overwrite=overwrite)
    with stood(session_of(ctx).board(), on) as (view, today):
        graph, about = network_of(view, today, public=public, contracted=joined)
    with whole_file(output, overwrite=overwrite) as out:
        export_into(out, graph, chosen, about)
    size = {"records": len(graph), "links": graph.number_of_edges()}
    if as_json:
        show_json({"file": output, "format": chosen, **about, **size})
    else:
        what = f"{size['records']:,} records and {size['links']:,} links"
        say(f"{output} holds {what}, as of {about['on']} ({chosen}).")
