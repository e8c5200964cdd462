#!/usr/bin/python3
"""Makes tables and times pandas.read_csv on them.

Usage: reading.py make FOLDER | reading.py read FILE...
"""

import os
import sys
import time

import numpy as np


def make(folder):
    """A million rows of ten decimals and a class; 60,000 rows of 784 grey values and a digit."""
    random = np.random.default_rng(1)
    path = os.path.join(folder, "million.csv")
    if not os.path.exists(path):
        with open(path, "w") as file:
            file.write(",".join(f"x{i}" for i in range(1, 11)) + "\n")
            for _ in range(100):
                np.savetxt(file, random.standard_normal((10_000, 10)), "%.6g", ",")
    path = os.path.join(folder, "images.csv")
    if not os.path.exists(path):
        with open(path, "w") as file:
            file.write(",".join(f"p{i}" for i in range(784)) + ",digit\n")
            for _ in range(60):
                grey = random.integers(0, 256, (1000, 784)) * (random.random((1000, 784)) < 0.2)
                digits = random.integers(0, 10, (1000, 1))
                np.savetxt(file, np.hstack([grey, digits]), "%d", ",")


def read(path):
    import pandas

    times = []
    for _ in range(5):
        start = time.perf_counter()
        frame = pandas.read_csv(path)
        times.append(time.perf_counter() - start)
    megabytes = frame.memory_usage().sum() / 1e6
    print("pandas", os.path.basename(path), f"{times[0]:.3f}", f"{min(times):.3f}",
          f"{megabytes:.1f}", sep="\t", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2])
    else:
        for name in sys.argv[2:]:
            read(name)
