"""What the list of runs and the chart of their curves say of each group of several, by pandas from
the files that the window saves, for RunFilesTest.

    python runs.py FOLDER

reads runs.csv and curves.csv there, and writes groups.csv, mean and standard deviation of a group's
runs, and bands.csv, the same of their losses at each epoch as far as all of them went.
"""

import sys
from pathlib import Path

import pandas

folder = Path(sys.argv[1])
runs = pandas.read_csv(folder / "runs.csv")
# Runs that stand alone, such as one that has not ended, have no deviation.
counted = runs[runs.groupby("group")["run"].transform("size") > 1]

numbers = ["validation_accuracy", "validation_loss", "training_loss"]
groups = counted.groupby("group")[numbers].agg(["mean", "std", "count"])
groups.columns = ["_".join(name) for name in groups.columns]
groups.to_csv(folder / "groups.csv")

curves = pandas.read_csv(folder / "curves.csv").merge(counted[["run", "group"]], on="run")


def band(curves, loss):
    """Mean and deviation over runs; between two places of a curve it is a straight line."""
    present = curves.dropna(subset=loss)
    epochs = present.groupby("run")["epoch"].agg(["min", "max"])
    every = present.pivot(index="epoch", columns="run", values=loss).interpolate("index")
    common = every.loc[epochs["min"].max() : epochs["max"].min()]
    return pandas.DataFrame({loss + "_mean": common.mean(axis=1), loss + "_std": common.std(axis=1)})


bands = {
    group: pandas.concat([band(of, "training_loss"), band(of, "validation_loss")], axis=1)
    for group, of in curves.groupby("group")
}
pandas.concat(bands, names=["group"]).to_csv(folder / "bands.csv")
