"""Samples by figure, size and round, and the tables made of them."""

import json
import os
import statistics
import unicodedata

from .figures import TARGETS


class Results:
    def __init__(self):
        self.round = 0
        self.samples = {}  # (figure, size, subject) -> {round: value}

    def record(self, figure, size, subject, value):
        self.samples.setdefault((figure, size, subject), {})[self.round] = value

    def median(self, figure, size, subject):
        values = self.samples.get((figure, size, subject))
        return statistics.median(values.values()) if values else None

    def ratio(self, figure, size, subject, other):
        """The median over the rounds of the ratio within a round."""
        ours = self.samples.get((figure, size, subject), {})
        theirs = self.samples.get((figure, size, other), {})
        ratios = [ours[at] / theirs[at] for at in ours if theirs.get(at)]
        return statistics.median(ratios) if ratios else None

    def sizes_of(self, figure):
        return sorted({size for (known, size, _) in self.samples if known == figure})

    def judged(self, subject="callbook"):
        """One row for each target and size that was measured."""
        for target in TARGETS:
            for size in self.sizes_of(target.figure):
                if target.size not in (None, size):
                    continue
                value = self.median(target.figure, size, subject)
                if value is None:
                    continue
                other = ratio = None
                if target.against:
                    other = self.median(target.figure, size, target.against)
                    ratio = self.ratio(target.figure, size, subject, target.against)
                    if ratio is None:
                        continue
                judged = value if ratio is None else ratio
                yield target, size, value, other, ratio, target.is_met_by(judged)

    def as_json(self):
        rows = [
            {"figure": figure.text, "unit": figure.unit, "contacts": size, "subject": subject,
             "median": statistics.median(values.values()), "rounds": list(values.values())}
            for (figure, size, subject), values in self.samples.items()]
        targets = [
            {"figure": target.figure.text, "unit": target.figure.unit, "contacts": size,
             "callbook": value, "against": target.against, "other": other, "ratio": ratio,
             "target": f"{target.sign} {target.bound:g}", "met": met}
            for target, size, value, other, ratio, met in self.judged()]
        return json.dumps({"machine": machine(), "targets": targets, "figures": rows},
                          ensure_ascii=False, indent=1)


def machine():
    with open("/proc/cpuinfo") as lines:
        models = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    model = models[0] if models else ""
    return {"cores": os.cpu_count(), "model": model, "kernel": os.uname().release}


def number(value):
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def cells(text):
    """How many terminal cells the text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def table(heading, rows):
    rows = [heading] + [[str(cell) for cell in row] for row in rows]
    widths = [max(cells(row[column]) for row in rows) for column in range(len(heading))]
    lines = []
    for row in rows:
        line = "  ".join(cell + " " * (width - cells(cell)) for cell, width in zip(row, widths))
        lines.append(line.rstrip())
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(lines)


def targets_table(results):
    rows = []
    for target, size, value, other, ratio, met in results.judged():
        against = f"{target.against} {number(other)}" if target.against else ""
        rows.append([target.figure.text, f"{size:,}", f"{number(value)} {target.figure.unit}",
                     against, number(ratio) if target.against else "",
                     f"{target.sign} {target.bound:g}", "yes" if met else "NO"])
    heading = ["figure", "contacts", "callbook", "against", "ratio", "target", "met"]
    return table(heading, rows) if rows else ""


def figures_table(results):
    """Every figure with all its subjects, also those that have no target."""
    shown = dict.fromkeys((figure, size) for figure, size, _ in results.samples)
    rows = []
    for figure, size in shown:
        subjects = [key[2] for key in results.samples if key[:2] == (figure, size)]
        medians = (f"{subject} {number(results.median(figure, size, subject))}"
                   for subject in dict.fromkeys(subjects))
        rows.append([figure.text, f"{size:,}", figure.unit, ", ".join(medians)])
    return table(["figure", "contacts", "unit", "medians"], rows)
