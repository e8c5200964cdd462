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
    check_files(file, folder, rows, module.NUMBERS, done.stdout)
    predictions = [answer[0][1:] if answer[0].startswith("'=") else answer[0] for answer in answers]
    probabilities = [[float(cell or "nan") for cell in answer[1:]] for answer in answers]
    return predictions, np.array(probabilities) if probabilities[0] else None


def check_files(file, folder, rows, numbers, printed):
    """Decimal commas between semicolons are read as points are; a line too long is refused by its number."""
    path = folder / "commas.csv"
    lines = [[cell.replace(".", ",") if name in numbers else cell for name, cell in row.items()] for row in rows]
    with open(path, "w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows([rows[0], *lines])

    def predict():
        return subprocess.run([sys.executable, str(file), str(path)], capture_output=True, text=True, encoding="utf-8")

    assert predict().stdout == printed
    with open(path, "a", encoding="utf-8") as out:
        out.write(";" * len(rows[0]) + "\n")
    done = predict()
    told = f"expected {len(rows[0])} field"
    assert done.returncode == 1 and told in done.stderr and f"found {len(rows[0]) + 1}" in done.stderr, done.stderr
    assert "Traceback" not in done.stderr, done.stderr


def ways(run):
    """Each way by its format's id: PyTorch only where it is installed."""
    kinds = ["numpy", *(["pytorch"] if importlib.util.find_spec("torch") else [])]
    return {kind: lambda folder, rows, kind=kind: script(kind, run, folder, rows) for kind in kinds}
