"""What can go wrong with documents."""

from __future__ import annotations

from peoplezones.domain.errors import PeopleZonesError


class PagesNotWritten(PeopleZonesError):
    """The pages could not be written; the folder is as it was."""


class PageFaulty(PeopleZonesError):
    """What a page says cannot be written."""


class FormatMissing(PeopleZonesError):
    """A document cannot be written in this format here."""
