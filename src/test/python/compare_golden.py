"""Trains with exported PyTorch scripts what the reference trajectories were trained on, from the same weights.

    python compare_golden.py PROGRAM FOLDER

Each file of src/test/resources/golden is a run of PyTorch in double precision, which the program is tested against too.
The script's loss of every epoch must be the reference's within 1e-4, and the last weights as well. Those with several
numbers to predict are no models of a table, and left out.
"""

import csv
import json
import re
import sys
from pathlib import Path

import numpy as np
from compare_training import run

GOLDEN = Path(__file__).resolve().parents[1] / "resources/golden"
CLASSES = {"categorical_cross_entropy", "binary_cross_entropy"}


def camel(name):
    return re.sub("_(.)", lambda it: it[1].upper(), name)


def write_table(path, golden):
    targets = golden["targets"]
    of_class = (lambda t: f"c{int(np.argmax(t)) if len(t) > 1 else int(t[0])}")
    cells = map(of_class, targets) if golden["loss"] in CLASSES else (repr(t[0]) for t in targets)
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow([*(f"x{i}" for i in range(len(golden["inputs"][0]))), "y"])
        out.writerows([*map(repr, row), cell] for row, cell in zip(golden["inputs"], cells))


def set_up(file, golden):
    """The settings that the command line does not offer."""
    model = json.loads(file.read_text(encoding="utf-8"))
    training, network = model["experiment"]["training"], model["experiment"]["network"]
    training["optimizer"] |= {camel(name): value for name, value in golden["optimizer"].items()}
    training["shuffle"] = False
    for design, layer in zip(network["hidden"], golden["layers"]):
        design["activation"] = layer["activation"]
    network["outputActivation"] = golden["layers"][-1]["activation"]
    for own, layer in zip(model["network"]["layers"], golden["layers"]):
        own["activation"] = layer["activation"]
    model.pop("checkpoint", None)
    file.write_text(json.dumps(model), encoding="utf-8")


def flat(layers):
    return np.concatenate([np.ravel(part) for it in layers for part in (it["weights"], it["bias"])])


def compare(program, folder, golden):
    data, file, script, end = (folder / f"golden.{it}" for it in ("csv", "nnw", "py", "trained.nnw"))
    write_table(data, golden)
    hidden = ",".join(str(layer["units"]) for layer in golden["layers"][:-1]) or "none"
    options = {"--scaling": "none", "--hidden": hidden, "--loss": golden["loss"], "--epochs": 1, "--average-epochs": 0,
               "--optimizer": golden["optimizer"]["type"], "--learning-rate": golden["optimizer"]["learning_rate"],
               "--l1": golden["l1"], "--l2": golden["l2"], "--clip": golden["gradient_clip_norm"] or 0,
               "--max-norm": golden.get("max_norm", 0), "--batch-size": golden["batch_size"], "--target": "y",
               "--validation": 0, "--test": 0, "--cv-folds": 0, "--early-stopping": 0,
               "--task": "classification" if golden["loss"] in CLASSES else "regression"}
    if "label_smoothing" in golden:
        options["--label-smoothing"] = golden["label_smoothing"]
    run(*program, "train", data, "-o", file, *(word for option in options.items() for word in option))
    set_up(file, golden)
    run(*program, "export", file, "--to", "pytorch", "-o", script)
    rows, epochs = len(golden["inputs"]), golden["epochs"]
    np.save(folder / "start.npy", flat(golden["layers"]).astype("float32"))
    np.save(folder / "orders.npy", [list(range(rows))] * epochs)
    told = run(sys.executable, script, "--train", data, "-o", end, "--epochs", epochs,
               "--start", folder / "start.npy", "--orders", folder / "orders.npy")
    losses = [float(line.split()[1]) for line in told.splitlines() if line[0] != "#"]
    sizes = np.diff([*range(0, rows, golden["batch_size"]), rows])
    steps = np.reshape(golden["loss_before_each_step"], (epochs, len(sizes)))
    of_loss = np.abs(losses - steps @ sizes / rows).max()
    trained = json.loads(end.read_text(encoding="utf-8"))["network"]["layers"]
    wanted = flat(golden["final_layers"])
    of_weights = (np.abs(flat(trained) - wanted) / np.maximum(1, np.abs(wanted))).max()
    print(f"{golden['name']}: losses {of_loss:.1e}, weights {of_weights:.1e} apart", flush=True)
    return max(of_loss, of_weights)


def main(program, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    all_runs = [json.loads(path.read_text()) for path in sorted(GOLDEN.glob("*.json"))]
    runs = [it for it in all_runs if it["loss"] in CLASSES or len(it["targets"][0]) == 1]
    worst = max(compare(program.split(), folder, it) for it in runs)
    print(f"{len(runs)} runs, the largest difference {worst:.1e}")
    assert len(runs) == 16 and worst < 1e-4


if __name__ == "__main__":
    main(*sys.argv[1:])
