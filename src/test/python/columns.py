"""A table with everything that goes wrong in columns, and what NumPy, pandas and SciPy say of it, for
TableStatisticsTest.

    python columns.py ../resources/statistics
"""

import sys
from pathlib import Path

import numpy
import pandas
import scipy.stats

ROWS = 240


def table():
    """Numbers large, small, skewed, constant, missing; texts; rows that occur again."""
    random = numpy.random.default_rng(7)
    normal = random.normal(3, 2, ROWS)
    some = pandas.DataFrame(
        {
            "normal": normal,
            "with": 0.5 * normal + random.normal(0, 0.3, ROWS),
            "skewed": numpy.exp(random.normal(0, 1.5, ROWS)),
            "far": 1e9 + random.normal(0, 1e-2, ROWS),
            "tiny": random.normal(0, 1e-200, ROWS),
            "huge": random.normal(0, 1e200, ROWS),
            "whole": random.integers(-3, 4, ROWS).astype(float),
            "constant": 0.1,
            "nothing": numpy.nan,
            "word": random.choice(["b", "a", "c d", "ä"], ROWS, p=[0.4, 0.4, 0.15, 0.05]),
        }
    )
    for name, share in {"skewed": 0.2, "with": 0.1, "whole": 0.05, "word": 0.1}.items():
        some.loc[random.random(ROWS) < share, name] = numpy.nan
    # Constant in the rows that have both it and "skewed".
    some["besides"] = numpy.where(some["skewed"].isna(), random.normal(0, 1, ROWS), 2.0)
    again = some.iloc[[5, 17, 5, int(numpy.flatnonzero(some["skewed"].isna())[0])]]
    return pandas.concat([some, again], ignore_index=True)


def near(numbers):
    """
    Numbers, the place that was 0, and a power of two to divide by: SciPy and pandas lose a small
    spread far from 0 and overflow at squares of 1e200. Both changes are exact.
    """
    pivot = numbers[0] if numpy.ptp(numbers) < abs(numbers[0]) / 2 else 0.0
    size = numpy.abs(numbers - pivot).max()
    scale = 2.0 ** numpy.round(numpy.log2(size)) if size > 0 else 1.0
    return ((numbers - pivot) / scale), pivot, scale


def told(column):
    """One line of columns.csv."""
    present = column.dropna()
    line = {"name": column.name, "missing": int(column.isna().sum()), "distinct": column.nunique()}
    if len(present) and column.dtype == float:
        numbers = present.to_numpy()
        close, pivot, scale = near(numbers)
        lower, median, upper = numpy.quantile(numbers, [0.25, 0.5, 0.75])
        reach = 1.5 * (upper - lower)
        line |= {
            "min": numbers.min(),
            "q1": lower,
            "median": median,
            "q3": upper,
            "max": numbers.max(),
            "mean": pivot + close.astype(numpy.longdouble).mean() * scale,
            "sd": close.astype(numpy.longdouble).std() * scale,
            "skewness": scipy.stats.skew(close) if numpy.ptp(numbers) > 0 else numpy.nan,
            "low": int((numbers < lower - reach).sum()),
            "high": int((numbers > upper + reach).sum()),
        }
    if len(present):
        line |= {"mode": column.mode()[0], "modeCount": int((column == column.mode()[0]).sum())}
    return line


def main(folder):
    """Writes the table and what is known of it."""
    all_ = table()
    folder.mkdir(exist_ok=True)
    all_.to_csv(folder / "table.csv", index=False)
    pandas.DataFrame([told(all_[name]) for name in all_]).to_csv(folder / "columns.csv", index=False)
    numbers = all_.select_dtypes("float")
    for name in numbers:
        there = numbers[name].notna()
        if there.any():
            numbers.loc[there, name] = near(numbers.loc[there, name].to_numpy())[0]
    numbers.corr().to_csv(folder / "correlations.csv")
    there = numbers.notna().astype(int)
    (there.T @ there).to_csv(folder / "pairs.csv")
    missing = all_.isna().sum(axis=1).value_counts().sort_index()
    missing.rename_axis("missing").rename("rows").to_csv(folder / "rows.csv")
    again = numpy.flatnonzero(all_.duplicated())
    first = [int(numpy.flatnonzero([all_.iloc[i].equals(all_.iloc[row]) for i in range(row)])[0]) for row in again]
    pandas.DataFrame({"row": again, "of": first}).to_csv(folder / "duplicates.csv", index=False)


main(Path(sys.argv[1]))
