"""What can go wrong with documents."""

from __future__ import annotations

from peoplezones.domain.errors import PeopleZonesError


class TemplateFaulty(PeopleZonesError):
    """A template could not be filled."""


class PagesNotWritten(PeopleZonesError):
    """The pages could not be written; the folder is as it was."""
