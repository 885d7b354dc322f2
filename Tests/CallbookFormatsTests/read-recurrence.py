"""Says when rules recur as a library does that knows nothing of Callbook.

    read-recurrence.py FILE

A line of the file is a time zone, a start by its clocks, a rule, and between which seconds since 1970
it is asked for, with tabs between them. Prints a list of seconds for each. A time that clocks skip or
show twice is taken as RFC 5545 and PEP 495 both have it.
"""

import datetime
import json
import sys
import zoneinfo

from dateutil import rrule

answers = []
with open(sys.argv[1], encoding="utf-8") as file:
    for line in file:
        zone, start, rule, first, last = line.rstrip("\n").split("\t")
        start = datetime.datetime.strptime(start, "%Y%m%dT%H%M%S")
        start = start.replace(tzinfo=zoneinfo.ZoneInfo(zone))
        answer = []
        for time in rrule.rrulestr(rule, dtstart=start):
            seconds = int(time.timestamp())
            if seconds >= int(last):
                break
            if seconds >= int(first):
                answer.append(seconds)
        answers.append(answer)
json.dump(answers, sys.stdout)
