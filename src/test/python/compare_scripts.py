"""Runs exported scripts on the rows of random_models.py, and compares their predictions with the program's.

    python compare_scripts.py FOLDER KIND

of each FOLDER/0.KIND.py, FOLDER/1.KIND.py, …: as a program on the file, and one of them imported, row by row.
"""

import csv
import importlib.util
import io
import subprocess
import sys
from pathlib import Path


def rows(text):
    return list(csv.reader(text))


def number(cell):
    try:
        return float(cell)
    except ValueError:
        return None


def difference(ours, theirs, where):
    """Of two cells: 0 where they are the same text, of numbers relative to those above 1."""
    if ours == theirs:
        return 0.0
    a, b = number(ours), number(theirs)
    assert a is not None and b is not None, (where, ours, theirs)
    return abs(a - b) / max(1, abs(a))


def main(folder, kind):
    largest, count, blank, every = 0.0, 0, 0, 0
    for script in sorted(Path(folder).glob(f"*.{kind}.py"), key=lambda it: int(it.name.split(".")[0])):
        name = script.name.split(".")[0]
        given = Path(folder, name + ".csv")
        done = subprocess.run([sys.executable, "-W", "error", script, given], capture_output=True, text=True)
        assert done.returncode == 0, (name, done.stderr)
        ours = rows(open(Path(folder, name + ".predicted.csv"), encoding="utf-8", newline=""))
        theirs = rows(io.StringIO(done.stdout, newline=""))
        width = len(rows(open(given, encoding="utf-8", newline=""))[0])
        assert len(ours) == len(theirs) == 101, (name, len(ours), len(theirs))
        assert ours[0][width:] == theirs[0][width:], (name, ours[0], theirs[0])
        for i, (our, their) in enumerate(zip(ours[1:], theirs[1:]), 1):
            assert len(our) == len(their), (name, i, our, their)
            every += 1
            blank += our[width] == ""
            for a, b in zip(our[width:], their[width:]):
                largest = max(largest, difference(a, b, (name, i)))
        count += 1
    assert count and largest < 1e-5, (count, largest)
    spec = importlib.util.spec_from_file_location("exported", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    given = list(csv.DictReader(open(given, encoding="utf-8", newline="")))
    together = module.predict(given)
    for row, answer in zip(given, together):
        for a, b in zip(module.predict([row])[0], answer):
            assert difference(str(a), str(b), row) < 1e-12, (a, b)
    print(f"{kind}: {count} models, {every} rows, {blank} of them not predicted; largest difference {largest:.1e}")


if __name__ == "__main__":
    main(*sys.argv[1:])
