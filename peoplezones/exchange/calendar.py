"""Events as an iCalendar file (RFC 5545) that Outlook takes, and with it other calendars.

What Outlook looks at (MS-OXCICAL): `UID` and `SEQUENCE`, so that an event that moved is the same event;
`DTSTART;VALUE=DATE` with `DTEND` on the next day, for a whole day; `X-MICROSOFT-CDO-BUSYSTATUS:FREE` and `TRANSP`, so
that nobody is shown as busy. It is known to pass over `STATUS:CANCELLED`, which is why the title says it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from peoplezones.queries.calendar import Event

from .errors import NotWritten
from .writing import whole_file

if TYPE_CHECKING:
    from icalendar import Event as Component

PRODUCER = "-//People Zones//Deadlines//EN"
REFRESH = timedelta(hours=6)  # how often those who subscribe are asked to look again
_BEGINS = b"BEGIN:VCALENDAR"
#: What no text of a calendar may hold (RFC 5545, 3.1), and what would turn text round where it is shown.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def calendar_bytes(title: str, events: Iterable[Event]) -> bytes:
    """Return the events as a calendar of this title, in UTF-8 with lines as RFC 5545 wants them; the same each time."""
    from icalendar import Calendar
    from icalendar.prop import vDuration, vText

    found = Calendar()
    found.add("VERSION", "2.0")
    found.add("PRODID", PRODUCER)
    found.add("CALSCALE", "GREGORIAN")
    found.add("METHOD", "PUBLISH")
    found.add("NAME", vText(_text(title)))
    found.add("X-WR-CALNAME", vText(_text(title)))
    found.add("REFRESH-INTERVAL", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    found.add("X-PUBLISHED-TTL", vDuration(REFRESH))
    for event in events:
        found.add_component(_component(event))
    content: bytes = found.to_ical()
    return content


def _component(event: Event) -> Component:
    from icalendar import Event as New
    from icalendar.prop import vText

    day, stamp = date.fromisoformat(event.day), datetime.fromisoformat(event.stamp)
    found = New()
    found.add("UID", event.uid)
    found.add("DTSTAMP", stamp)
    found.add("LAST-MODIFIED", stamp)
    found.add("SEQUENCE", event.sequence)
    found.add("DTSTART", day)
    found.add("DTEND", day + timedelta(days=1))
    found.add("SUMMARY", _text(event.title))
    if event.lines:
        found.add("DESCRIPTION", _text("\n".join(event.lines)))
    found.add("CATEGORIES", [_text(event.category)])
    found.add("CLASS", "PUBLIC")
    found.add("STATUS", "CANCELLED" if event.cancelled else "CONFIRMED")
    found.add("TRANSP", "TRANSPARENT")
    found.add("X-MICROSOFT-CDO-BUSYSTATUS", vText("FREE"))
    return found


def _text(text: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def write_calendar(path: Path, content: bytes) -> None:
    """Write a calendar, in the place of one that is there. Raises NotWritten, also where it is another kind of file."""
    if path.is_file():
        with path.open("rb") as file:
            if file.read(len(_BEGINS)) not in (_BEGINS, b""):
                raise NotWritten(f"{path} is there and is no calendar; it is left as it is: choose another name")
    with whole_file(path, overwrite=True) as out:
        out.write(content)
