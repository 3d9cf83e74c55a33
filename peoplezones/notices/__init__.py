"""Notices: what is new on the Board becomes messages to those concerned, each thing once, by mail or into a maildir.

`Desk.run` makes one run, `Desk.plan` tells what it would send, `Desk.standing` what waits and why.
"""

from .desk import Desk
from .run import Done, Plan, Wanted
from .standing import Standing, Waiting

__all__ = ["Desk", "Done", "Plan", "Standing", "Waiting", "Wanted"]
