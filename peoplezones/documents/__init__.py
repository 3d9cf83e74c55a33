"""Documents: templates filled with plain values, and the pages of an operating model that are made with them.

`render` fills one template, a Board's own before the shipped one. `model_pages` makes the pages of a model, one for
each kind of record and an index; `write_pages` puts pages into a folder, all or none; `write_page`
one into a file.
"""

from peoplezones.filling.fill import TemplateFaulty

from .errors import PagesNotWritten
from .pages import MADE, model_pages
from .render import render
from .writing import check_place, stale_pages, write_page, write_pages

__all__ = [
    "MADE",
    "PagesNotWritten",
    "TemplateFaulty",
    "check_place",
    "model_pages",
    "render",
    "stale_pages",
    "write_page",
    "write_pages",
]
