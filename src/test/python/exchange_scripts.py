"""Exported Python scripts as ways out of the program, for src/test/exchange."""

import csv
import importlib.util
import io
import subprocess
import sys

import numpy as np


def script(kind, run, folder, rows):
    """What a script prints for rows.csv, as a program that warns of nothing, and row by row where it is imported."""
    file = folder / f"model_{kind}.py"  # numpy.py would be taken for NumPy
    run("export", str(folder / "model.nnw"), "--to", kind, "-o", str(file))
    done = subprocess.run([sys.executable, "-W", "error", str(file), str(folder / "rows.csv")],
                          capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    printed = list(csv.reader(io.StringIO(done.stdout, newline="")))[1:]
    answers = [line[len(rows[0]):] for line in printed]
    spec = importlib.util.spec_from_file_location(kind, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for row, answer in list(zip(rows, answers))[:10]:
        for alone, together in zip(module.predict([row])[0], answer):
            if isinstance(alone, float):
                assert abs(alone - float(together)) <= 1e-12 * max(1, abs(alone)), (row, alone, together)
    predictions = [answer[0][1:] if answer[0].startswith("'=") else answer[0] for answer in answers]
    probabilities = [[float(cell or "nan") for cell in answer[1:]] for answer in answers]
    return predictions, np.array(probabilities) if probabilities[0] else None


def ways(run):
    """Each way by its format's id: PyTorch only where it is installed."""
    kinds = ["numpy", *(["pytorch"] if importlib.util.find_spec("torch") else [])]
    return {kind: lambda folder, rows, kind=kind: script(kind, run, folder, rows) for kind in kinds}
