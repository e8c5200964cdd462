"""Puts the lines of DefaultsBench and peers.py side by side, for each table and each half.

Usage: report.py RESULTS.tsv

R² below −1 counts as −1, on all sides. "lead": ours less the better, by its mean, of linear and
mlp; ± the standard error of the paired differences. A table fails with a lead below −0.01 and
below two of its standard errors.
"""

import collections
import csv
import math
import statistics
import sys
from pathlib import Path

PROGRAMS = ["ours", "linear", "mlp", "forest", "boosting"]


def mean_and_error(numbers):
    return statistics.fmean(numbers), statistics.stdev(numbers) / math.sqrt(len(numbers))


def main(path):
    scores = collections.defaultdict(dict)
    times = collections.defaultdict(list)
    shapes = {}
    for line in open(path):
        program, table, division, score, millis, *shape = line.rstrip("\n").split("\t")
        scores[program, table][int(division)] = max(-1.0, float(score))
        times[program, table].append(float(millis))
        if shape:
            shapes[table] = shape
    tables = list(csv.DictReader((Path(__file__).parent / "tables.tsv").open(), delimiter="\t"))
    for half in ["tuned", "unseen", "untouched", "small"]:
        names = [row["name"] for row in tables if row["half"] == half and row["name"] in shapes]
        if not names:
            continue
        print(f"\n{half}\n{'table':26}{'rows':>7}{'in':>5}{'cl.':>4}", *[f"{p:>15}" for p in PROGRAMS], f"{'lead':>16}")
        leads, failed, behind = [], [], []
        for name in names:
            inputs, classes, rows = shapes[name]
            cells = []
            for program in PROGRAMS:
                values = list(scores[program, name].values())
                cells.append("%8.3f ±%.3f" % mean_and_error(values) if values else " " * 15)
            best = max(["linear", "mlp"], key=lambda p: statistics.fmean(scores[p, name].values()))
            lead, error = mean_and_error(
                [value - scores[best, name][i] for i, value in scores["ours", name].items()]
            )
            leads.append(lead)
            if lead < -0.01 and lead < -2 * error:
                failed.append(name)
            if lead < -error:
                behind.append(name)
            print(f"{name:26}{rows:>7}{inputs:>5}{classes:>4}", *[f"{c:>15}" for c in cells], f"{lead:+9.3f} ±{error:.3f}")
        clipped = statistics.fmean(max(-0.1, min(0.1, lead)) for lead in leads)
        print(f"{len(names)} tables: mean lead {statistics.fmean(leads):+.4f}, each table at most 0.1: {clipped:+.4f}")
        print(f"behind by 0.01 and two standard errors: {', '.join(failed) or 'none'}")
        print(f"behind by one standard error: {len(behind)} ({', '.join(behind)})")
        print("mean milliseconds:", ", ".join(
            "%s %.0f" % (p, statistics.fmean([t for n in names for t in times[p, n]]))
            for p in PROGRAMS if times[p, names[0]]))


main(sys.argv[1])
