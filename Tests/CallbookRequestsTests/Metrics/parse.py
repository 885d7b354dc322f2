"""Reads OpenMetrics text as Prometheus' own library does, and lists the metrics that it found.

    parse.py FILE

Each on a line of its own: name, kind, unit or -, labels or -, help. Ends with 1 and says why where the
text is none, or none that the older format's reader takes, which node_exporter has.
"""

import sys

from prometheus_client import parser as older
from prometheus_client.openmetrics import parser

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    text = file.read()
try:
    families = list(parser.text_string_to_metric_families(text))
    list(older.text_string_to_metric_families(text))
except ValueError as error:
    print(error)
    sys.exit(1)
for family in families:
    labels = sorted({name for sample in family.samples for name in sample.labels})
    print(family.name, family.type, family.unit or "-", ",".join(labels) or "-", family.documentation)
