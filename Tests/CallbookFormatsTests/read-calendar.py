"""Reads a calendar as a library does that knows nothing of Callbook, and prints its events as JSON.

    read-calendar.py FILE

Times become seconds since 1970 by the file's own time zones. python3-icalendar would not do: in
Debian 12 it takes escapes off twice.
"""

import datetime
import json
import sys

import vobject

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def seconds(value):
    return int((value - EPOCH).total_seconds())


def text(event, name):
    return getattr(event, name).value if name in event.contents else None


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    calendars = list(vobject.readComponents(file.read(), validate=True))
events = []
for calendar in calendars:
    for event in calendar.contents.get("vevent", []):
        events.append({
            "uid": event.uid.value,
            "sequence": int(event.sequence.value),
            "stamp": seconds(event.dtstamp.value),
            "modified": seconds(event.last_modified.value),
            "start": seconds(event.dtstart.value),
            "end": seconds(event.dtend.value),
            "summary": text(event, "summary"),
            "location": text(event, "location"),
            "description": text(event, "description"),
            "status": text(event, "status"),
            "categories": text(event, "categories") or [],
            "alarms": [
                -int(alarm.trigger.value.total_seconds()) // 60
                for alarm in event.contents.get("valarm", [])
            ],
        })
json.dump({"calendars": len(calendars), "events": events}, sys.stdout)
