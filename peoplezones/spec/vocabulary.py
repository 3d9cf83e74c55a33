"""Every step that features are written in: few, generic, in business words. `docs/features.md` explains each.

The pytest plugin and `run` use the same list.
"""

from __future__ import annotations

from . import asking, erasing, keys, models, outcomes, setting
from .definition import DEFINITIONS, Definition

__all__ = ["DEFINITIONS", "Definition", "asking", "erasing", "keys", "models", "outcomes", "setting"]
