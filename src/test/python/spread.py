"""Mean and standard deviation of each setting of a study, by pandas, for StudySummaryTest.

    python spread.py runs.csv > spread.csv
"""

import sys

import pandas

runs = pandas.read_csv(sys.argv[1], keep_default_na=False, na_values=[""], dtype={"hidden": str})
groups = runs.groupby(["learning-rate", "hidden"], sort=False)
spread = groups[["validation_accuracy", "validation_loss", "training_loss"]].agg(["mean", "std", "count"])
spread.columns = ["_".join(name) for name in spread.columns]
spread.to_csv(sys.stdout)
