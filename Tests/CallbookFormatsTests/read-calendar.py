"""Reads a calendar as a library does that knows nothing of Callbook, and prints its events as JSON.

    read-calendar.py FILE

Times become seconds since 1970 by the file's own time zones. A second library has to find the same
events; it is not asked for texts, because in Debian 12 it takes escapes off twice, nor for points in
time, because it takes its own rules for the file's.
"""

import datetime
import json
import sys

import icalendar
import vobject

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


def seconds(value):
    return int((value - EPOCH).total_seconds())


def text(event, name):
    return getattr(event, name).value if name in event.contents else None


def clock(value):
    return value.replace(tzinfo=None)


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    content = file.read()
calendars = list(vobject.readComponents(content, validate=True))
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

found = [
    (str(event["UID"]), int(event["SEQUENCE"]), str(event["STATUS"]),
     event["DTSTART"].params.get("TZID"), clock(event["DTSTART"].dt), clock(event["DTEND"].dt),
     len(event.walk("VALARM")))
    for event in icalendar.Calendar.from_ical(content).walk("VEVENT")
]
wanted = [
    (event.uid.value, int(event.sequence.value), event.status.value,
     event.dtstart.params.get("X-VOBJ-ORIGINAL-TZID", [None])[0], clock(event.dtstart.value),
     clock(event.dtend.value), len(event.contents.get("valarm", [])))
    for calendar in calendars for event in calendar.contents.get("vevent", [])
]
for one, other in zip(found, wanted, strict=True):
    if one != other:
        sys.exit(f"the libraries differ: {one} {other}")
json.dump({"calendars": len(calendars), "events": events}, sys.stdout)
