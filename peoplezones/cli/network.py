"""The commands about the network: `network`. One module for each family of them, loaded when it is called for."""

from __future__ import annotations

from .groups import LazyGroup
from .options import db_option

network = LazyGroup(
    "network",
    help="Tell who works with whom, from the records and their references alone.",
    params=[db_option()],
    lazy={
        "gaps": ("network_analyses:gaps", "Who is missing in each zone, and which tiers and places nobody serves."),
        "load": ("network_analyses:load", "Who carries what, how unevenly, and who is about to carry too much."),
        "resilience": ("network_analyses:resilience", "What would fall apart if one person left."),
        "payback": ("network_analyses:payback", "What was asked of Community Payback, and what came of it."),
        "change": ("network_analyses:change", "What joined and left between two dates."),
        "draw": ("network_files:draw", "Draw who works with whom, as SVG or PNG."),
        "export": ("network_files:export", "Write the network for other programs: GraphML, GEXF, JSON, CSV."),
    },
)
