"""Random models with rows to predict, for tests of what the program exports.

    python random_models.py PROGRAM FOLDER COUNT [SEED]

writes COUNT models 0.nnw, 1.nnw, …, with 0.csv, 1.csv, … of 100 rows each, and what the program predicts for them
in 0.predicted.csv, …. A few models are trained, on tables with every kind of column and preparation; from these come
all others with layers, weights and decisions of their own. Names are made to break other languages.
"""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path

MISSING = ["", "?", "NA", "n/a", "NaN", "null"]
NAMES = ["plain", 'quo"te', "it's", "'''", '"""', "back\\slash\\", "{{x}}", "</script>", "=cmd()", "深蓝", "#json", "${a}", "a,b;c", "%s", "\u202eright", "sep\u2028arator", "#[ a"]
ACTIVATIONS = ["identity", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus", "mish"]
COLORS = ["red", "it's", 'b"lue', "</b>", "=1+1", "深", "back\\", "{{c}}"]


def cell(kind, rng, unknown):
    """A cell of a column, at times missing, and with `unknown` at times of no training row."""
    if rng.random() < 0.1:
        return rng.choice(MISSING)
    if kind == "number":
        return f"{rng.gauss(3, 2) * (5 if unknown and rng.random() < 0.1 else 1):.4g}"
    if kind == "large":
        return f"{rng.gauss(2e8, 3e5):.1f}"
    if kind == "color":
        return "none of them" if unknown and rng.random() < 0.1 else rng.choice(COLORS[: 3 + rng.randrange(6)])
    return rng.choice(["1", "2.0", "2", "2.50", "x", *(["1.0", "17"] if unknown else [])])


def table(path, columns, rows, rng, target=None, unknown=False):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow([*columns, *([target[0]] if target else [])])
        for i in range(rows):
            cells = [cell(kind, rng, unknown) for kind in columns.values()]
            out.writerow(cells + ([target[1](i)] if target else []))


def base(program, folder, number, rng):
    """Trains a model for one epoch; its file, and its columns with their kinds."""
    kinds = ["number", "number", "number", "large", "color", "code"]
    names = sorted(rng.sample(NAMES, len(kinds) + 1), key=lambda name: name[0] == "#")  # first it would be a comment
    columns = dict(zip(names, kinds))
    classes = [0, 2, 2, 3, 10][number % 5]
    labels = rng.sample(NAMES, min(classes, len(NAMES)))
    target = (names[-1], (lambda i: labels[i % classes]) if classes else (lambda i: f"{3e4 + 977 * i % 1013 + rng.gauss(0, 9):.2f}"))
    data = folder / f"base{number}.csv"
    table(data, columns, 150, rng, target)
    losses = {0: ["mean_squared_error", "huber", "mean_absolute_error"],
              2: ["binary_cross_entropy", "categorical_cross_entropy", "mean_squared_error"]}
    options = ["--header", "yes", "--target", target[0], "--epochs", "1", "--cv-folds", "0", "--early-stopping", "0", "--average-epochs", "0",
               "--loss", rng.choice(losses.get(classes, ["categorical_cross_entropy", "mean_squared_error"])),
               "--scaling", rng.choice(["standardize", "min_max", "max_abs", "none"]),
               "--impute", rng.choice(["mean", "median", "mode", "own", "apart", "zero", "drop_row"]),
               "--min-category-rows", rng.choice(["1", "8"])]
    a, b = names[0], names[1]
    for feature in (f"square={a}", f"product={a}*{b}", f"sine={a}", f"log={b}", f"missing={a}"):
        if rng.random() < 0.3 and not (feature.startswith("missing") and "drop_row" in options):
            options += ["--feature", feature]
    if rng.random() < 0.5:
        options += ["--replace", f"{names[5]}=x=2", "--replace", f"{names[4]}=red="]
    if classes and rng.random() < 0.5:
        options += ["--balance", *(["--correct-prior"] if rng.random() < 0.7 else [])]
    if "none" in options:  # large numbers as they are let the first step diverge
        options += ["--learning-rate", "1e-12"]
    model = folder / f"base{number}.nnw"
    done = subprocess.run([*program, "train", data, "-o", model, *options], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{options}\n{done.stderr}")
    return json.loads(model.read_text(encoding="utf-8")), columns


def variant(model, rng):
    """The same with other layers, weights and another decision."""
    import numpy as np
    np_rng = np.random.default_rng(rng.randrange(1 << 30))
    dense = [layer for layer in model["network"]["layers"] if layer["type"] == "dense"]
    inputs, outputs = len(dense[0]["weights"]), len(dense[-1]["bias"])
    hidden, layers, width = [], [], inputs
    for _ in range(rng.randrange(4)):
        units, activation = rng.randrange(1, 20), rng.choice(ACTIVATIONS)
        hidden.append({"type": "dense", "units": units, "activation": activation, "initializer": "glorot_uniform"})
        layers.append((activation, width, units))
        width = units
        if rng.random() < 0.3:
            hidden.append({"type": "dropout", "rate": 0.25})
            layers.append(0.25)
    owns = model["network"]["outputFunction"] != "identity"
    last = "identity" if owns else rng.choice(["identity", *ACTIVATIONS])
    design = model["experiment"]["network"]
    design["hidden"], design["outputActivation"] = hidden, last
    single = lambda *shape: [[float(np.float32(x)) for x in row] for row in np_rng.normal(0, 1.5 / shape[0] ** 0.5, shape)]
    model["network"]["layers"] = [
        {"type": "dropout", "rate": of} if isinstance(of, float) else
        {"type": "dense", "activation": of[0], "weights": single(of[1], of[2]), "bias": single(1, of[2])[0]}
        for of in [*layers, (last, width, outputs)]]
    for name in ("checkpoint", "decision", "runs", "draft"):
        model.pop(name, None)
    classes = len(model["preprocessor"]["target"].get("classes", []))
    if classes == 2 and rng.random() < 0.5:
        model["decision"] = {"type": "threshold", "positive": rng.randrange(2), "threshold": round(rng.uniform(0.1, 0.9), 3)}
    elif classes and rng.random() < 0.4:
        model["decision"] = {"type": "costs", "costs": [
            [0.0 if i == j else round(rng.uniform(0, 9), 2) for j in range(classes)] for i in range(classes)]}
    model["version"] = 4
    return model


def main(program, folder, count, seed=1):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(int(seed))
    count, program = int(count), program.split()
    bases = [base(program, folder, number, rng) for number in range(max(5, count // 8))]
    for number in range(count):
        model, columns = bases[number % len(bases)]
        model = variant(json.loads(json.dumps(model)), rng)
        (folder / f"{number}.nnw").write_text(json.dumps(model), encoding="utf-8")
        table(folder / f"{number}.csv", columns, 100, rng, unknown=True)
        done = subprocess.run([*program, "predict", folder / f"{number}.nnw", folder / f"{number}.csv", "--header", "yes", "-o",
                               folder / f"{number}.predicted.csv"], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{number}: {done.stderr}")


if __name__ == "__main__":
    main(*sys.argv[1:])
