"""Trains the same network in the program, and as an exported PyTorch script in one process and in two.

    /usr/bin/python3 src/bench/processes.py FOLDER

Prints for each seconds per epoch (median of an epoch after the first), seconds from launch to the end of the first
epoch (with reading and preparing the rows), and the memory of a process. Medians of three fresh processes.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.append(str(REPOSITORY / "src/test/python"))
from compare_processes import WITHOUT_LIBUV, command

PROGRAM = os.environ.get("PROGRAM") or str(REPOSITORY / "target/app/bin/neural-workbench")
EPOCHS, ROUNDS = 5, 3
TABLES = {"narrow": (60_000, 30, "64,32", (256, 4096)), "wide": (10_000, 200, "1024,1024", (256,))}


def write(path, rows, columns):
    chance = np.random.default_rng(1)
    x = chance.normal(size=(rows, columns))
    y = (np.tanh(x) @ chance.normal(size=(columns, 3)) + chance.normal(size=(rows, 3))).argmax(1)
    lines = [",".join("%.4g" % number for number in row) + f",c{label}\n" for row, label in zip(x, y)]
    header = ",".join(f"x{i + 1}" for i in range(columns)) + ",label\n"
    for file, some in ((path, lines), (half(path, 0), lines[: rows // 2]), (half(path, 1), lines[rows // 2 :])):
        file.write_text(header + "".join(some))


def half(path, index):
    return path.with_stem(f"{path.stem}-{index + 1}")


def timed(words, environment):
    """When each line that begins with a number came, and the memory of the largest process in MB."""
    began = time.monotonic()
    process = subprocess.Popen(["/usr/bin/time", "-f", "memory %M", *map(str, words)], text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    times = [time.monotonic() - began for line in process.stdout if line[0].isdigit()]
    told = process.stderr.read()
    if process.wait():
        sys.exit(told)
    return times, int(re.search(r"memory (\d+)", told)[1]) / 1024


def program(table, options, folder):
    """The program's own times are in the history of what it trained; reading is what else there was."""
    file = folder / "trained.nnw"
    began = time.monotonic()
    _, memory = timed([PROGRAM, "train", table, "-o", file, *options, "--epochs", EPOCHS], None)
    total = time.monotonic() - began
    seconds = json.loads(file.read_text())["history"]["seconds"]
    return np.diff(seconds).tolist(), total - seconds[-1] + seconds[0], memory


def script(file, count, tables, folder):
    environment = {**os.environ, "PYTHONPATH": str(folder / "site")}
    words = command(count, file, "--train", *tables, "-o", folder / "trained.nnw", "--epochs", EPOCHS)
    times, memory = timed(words, environment)
    return np.diff(times).tolist(), times[0], memory


def main(folder):
    folder = Path(folder).absolute()
    (folder / "site").mkdir(parents=True, exist_ok=True)
    (folder / "site" / "sitecustomize.py").write_text(WITHOUT_LIBUV)
    print("table, batch; per epoch s, first epoch after s, memory MB")
    for name, (rows, columns, hidden, batches) in TABLES.items():
        table = folder / f"{name}.csv"
        write(table, rows, columns)
        for batch in batches:
            options = ["--hidden", hidden, "--batch-size", batch, "--cv-folds", 0, "--validation", 0, "--test", 0,
                       "--average-epochs", 0, "--early-stopping", 0]
            program(table, options, folder)
            file = folder / f"{name}.py"
            subprocess.run([PROGRAM, "export", folder / "trained.nnw", "--to", "pytorch", "-o", file],
                           check=True, stderr=subprocess.DEVNULL)
            ways = {
                "the program": lambda: program(table, options, folder),
                "one process": lambda: script(file, 1, [table], folder),
                "two, one file": lambda: script(file, 2, [table], folder),
                "two, a file each": lambda: script(file, 2, [half(table, 0), half(table, 1)], folder),
            }
            for way, run in ways.items():
                found = [run() for _ in range(ROUNDS)]
                epoch = statistics.median(statistics.median(it[0]) for it in found)
                first, memory = (statistics.median(it[i] for it in found) for i in (1, 2))
                print(f"{name} {rows} x {columns}, {hidden}, {batch}: {way:16} {epoch:7.3f} {first:6.1f} {memory:6.0f}",
                      flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
