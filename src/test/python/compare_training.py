"""Trains with exported PyTorch scripts, and compares with the program's own runs.

    python compare_training.py PROGRAM FOLDER

The program trains; its model is exported, and trains on the same rows from the weights and in the orders that the
program drew, which are drawn here as it does (SplitMix64, see random.RandomSource). The loss of every epoch must be
the same within single precision, and what is learned of the columns the same number. Then a script trains on rows with
other categories and classes than its model's, and refuses what it could not finish.
"""

import csv
import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np

MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mix(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


class Source:
    """The program's random numbers for a seed, a purpose and a position."""

    def __init__(self, seed, purpose, position):
        hashed = 0
        for c in purpose:  # Java's hash of a text
            hashed = (31 * hashed + ord(c)) & 0xFFFFFFFF
        hashed -= (hashed >> 31) << 32
        self.state = mix((seed + GAMMA) & MASK)
        self.state = mix(self.state ^ (hashed * GAMMA & MASK))
        self.state = mix((self.state + GAMMA * (position + 1)) & MASK)
        self.spare = None

    def long(self):
        self.state = (self.state + GAMMA) & MASK
        return mix(self.state)

    def double(self):
        return (self.long() >> 11) * 2.0**-53

    def below(self, bound):
        product = (self.long() >> 32) * bound
        if product & 0xFFFFFFFF < bound:
            while product & 0xFFFFFFFF < (2**32 - bound) % bound:
                product = (self.long() >> 32) * bound
        return product >> 32

    def gaussian(self):
        if self.spare is not None:
            spare, self.spare = self.spare, None
            return spare
        while True:
            x, y = 2 * self.double() - 1, 2 * self.double() - 1
            square = x * x + y * y
            if 0 < square < 1:
                factor = np.sqrt(-2 * np.log(square) / square)
                self.spare = y * factor
                return x * factor

    def shuffled(self, count):
        order = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.below(i + 1)
            order[i], order[j] = order[j], order[i]
        return order


def first_weights(model):
    """Those that the program draws for a model's network, as a script takes them."""
    design, seed = model["experiment"]["network"], model["experiment"]["training"]["seed"]
    names = [layer["initializer"] for layer in design["hidden"] if layer["type"] == "dense"]
    names.append(design["outputInitializer"])
    dense = [layer for layer in model["network"]["layers"] if layer["type"] == "dense"]
    parts = []
    for position, (name, layer) in enumerate(zip(names, dense)):
        inputs, units = len(layer["weights"]), len(layer["bias"])
        source, count = Source(seed, "WEIGHTS", position), inputs * units
        limits = {"uniform": 0.05, "glorot_uniform": (6 / (inputs + units)) ** 0.5, "he_uniform": (6 / inputs) ** 0.5}
        spreads = {"normal": 0.05, "glorot_normal": (2 / (inputs + units)) ** 0.5, "he_normal": (2 / inputs) ** 0.5}
        if name in limits:
            parts.append([limits[name] * (2 * source.double() - 1) for _ in range(count)])
        else:
            parts.append([spreads.get(name, 0) * source.gaussian() for _ in range(count)])
        parts.append(np.zeros(units))
    return np.concatenate(parts).astype("float32")


RUNS = {  # sample: options
    "iris": ["--hidden", "8", "--activation", "tanh", "--optimizer", "sgd", "--learning-rate", "0.1", "--momentum", "0.9", "--l1", "0.001", "--l2", "0.01"],
    "circles": ["--hidden", "8,6", "--activation", "mish", "--optimizer", "nadam", "--schedule", "cosine", "--label-smoothing", "0.1", "--clip", "0.1"],
    "diabetes": ["--hidden", "12", "--activation", "gelu", "--optimizer", "adamw", "--schedule", "step", "--max-norm", "1", "--average-epochs", "5", "--loss", "huber"],
    "wine": ["--hidden", "none", "--optimizer", "adagrad", "--balance", "--schedule", "exponential", "--scaling", "min_max"],
    "breast-cancer": ["--hidden", "9", "--activation", "softplus", "--optimizer", "rmsprop", "--learning-rate", "0.001", "--loss", "mean_squared_error", "--schedule", "plateau"],
    "moons": ["--hidden", "6", "--activation", "elu", "--optimizer", "adam", "--batch-size", "0", "--schedule", "inverse_time"],
}


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{words}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def close(ours, theirs, tolerance):
    ours, theirs = np.array(ours, float), np.array(theirs, float)
    return float((abs(ours - theirs) / np.maximum(1, abs(ours))).max()) < tolerance


def compare_learned(ours, theirs, where=""):
    """What stands in the model file as `preprocessor`, number for number."""
    if isinstance(ours, dict):
        assert sorted(ours) == sorted(theirs), (where, ours, theirs)
        for name in ours:
            compare_learned(ours[name], theirs[name], f"{where}.{name}")
    elif isinstance(ours, list):
        assert len(ours) == len(theirs), (where, ours, theirs)
        for i, (a, b) in enumerate(zip(ours, theirs)):
            compare_learned(a, b, f"{where}[{i}]")
    elif isinstance(ours, float):
        assert abs(ours - theirs) <= 1e-12 * max(1, abs(ours)), (where, ours, theirs)
    else:
        assert ours == theirs, (where, ours, theirs)


def table(path, colors, labels, delimiter=","):
    """120 rows of a number, a color and a label; between semicolons with decimal commas."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, delimiter=delimiter)
        out.writerow(["x", "color", "label"])
        for i in range(120):
            x = f"{i * 37 % 120 / 8}".replace(".", "," if delimiter == ";" else ".")
            out.writerow([x, colors[i % len(colors)], labels[i % 7 % len(labels)]])
    return path


def other_rows(program, folder):
    """Trains on tables that the model's own is not like."""
    model, script, end = folder / "colors.nnw", folder / "colors.py", folder / "colors.trained.nnw"
    own = table(folder / "colors.csv", ["red", "green", "blue"], ["no", "yes"])
    run(*program, "train", own, "-o", model, "--epochs", "5")
    run(*program, "export", model, "--to", "pytorch", "-o", script)
    end.unlink(missing_ok=True)

    def script_says(*words):
        return subprocess.run([sys.executable, script, *map(str, words)], capture_output=True, text=True)

    for colors in (["red"], ["red", "green", "blue", "black", "white"]):
        other = table(folder / "others.csv", colors, ["no", "yes", "perhaps"], ";")
        done = script_says("--train", other, "-o", end)
        assert done.returncode == 0 and "left out" in done.stderr and "perhaps (" in done.stderr, done.stderr
        run(*program, "evaluate", end, other)
        told = run(sys.executable, script, "--model", end, other)
        assert told.splitlines()[1:] and "not a number" not in done.stderr, done.stderr
    vast = folder / "vast.csv"
    vast.write_text(own.read_text(encoding="utf-8") + "1e160,red,no\n", encoding="utf-8")
    for words, sentence in [
            (["--train", vast, "-o", end], "x: 1e+160 is too large"),
            (["--train", own], "expected -o"), (["--train", own, "-o", folder / "none" / "a.nnw"], "cannot be written"),
            (["--train", own, "-o", end, "--epochs", "0"], "at least 1"), (["--train", folder / "none"], "-o FILE"),
            (["--train", folder / "none", "-o", end], "No such file"), ([script], "missing: x, color")]:
        done = script_says(*words)
        assert done.returncode == 1 and sentence in done.stderr and "Traceback" not in done.stderr, (words, done.stderr)
    process = subprocess.Popen([sys.executable, script, "--train", own, "-o", end, "--epochs", "1000000"],
                               stdout=subprocess.PIPE, text=True)
    for _ in range(5):
        process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode == 130, process.returncode
    assert json.loads(end.read_text(encoding="utf-8"))["history"]["epochs"] >= 4
    run(*program, "evaluate", end, own)
    print("other categories, refusals, Ctrl+C: as they should be")


def main(program, folder):
    program, folder = program.split(), Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    other_rows(program, folder)
    worst = {}
    for sample, options in RUNS.items():
        name = sample.replace(" ", "_")
        data, file, script = folder / f"{name}.csv", folder / f"{name}.nnw", folder / f"{name}.py"
        run(*program, "samples", sample, "-o", data)
        run(*program, "train", data, "-o", file, "--validation", "0", "--test", "0", "--cv-folds", "0",
            "--early-stopping", "0", "--epochs", "20", "--seed", "7",
            *([] if "--average-epochs" in options else ["--average-epochs", "0"]), *options)
        run(*program, "export", file, "--to", "pytorch", "-o", script)
        model = json.loads(file.read_text(encoding="utf-8"))
        np.save(folder / "start.npy", first_weights(model))
        rows = model["data"]["rows"]
        np.save(folder / "orders.npy", [Source(7, "SHUFFLE", epoch).shuffled(rows) for epoch in range(20)])
        told = run(sys.executable, "-W", "error", "-W", "ignore::ResourceWarning", script, "--train", data, "--start", folder / "start.npy",
                   "--orders", folder / "orders.npy", "-o", folder / f"{name}.trained.nnw")
        curve = [float(line.split()[1]) for line in told.splitlines() if not line.startswith("#")]
        ours = model["history"]["trainingLoss"]
        worst[sample] = float(np.max(np.abs(np.array(curve) - ours) / np.maximum(1, np.abs(ours))))
        trained = json.loads((folder / f"{name}.trained.nnw").read_text(encoding="utf-8"))
        compare_learned(model["preprocessor"], trained["preprocessor"])
        for a, b in zip(model["network"]["layers"], trained["network"]["layers"]):
            assert close(a["weights"], b["weights"], 1e-3) and close(a["bias"], b["bias"], 1e-3), sample
        # Both go on in the program: what the script leaves is a whole checkpoint of the same table.
        curves = []
        for end in ("nnw", "trained.nnw"):
            more = folder / f"{name}.more.nnw"
            run(*program, "train", data, "--resume", folder / f"{name}.{end}", "--epochs", "25", "-o", more)
            curves.append(json.loads(more.read_text(encoding="utf-8"))["history"]["trainingLoss"])
        assert len(curves[0]) == 25 and close(*curves, 1e-5), (sample, curves)
    for sample, difference in worst.items():
        print(f"{sample}: largest difference of a loss {difference:.1e}")
    assert max(worst.values()) < 1e-4


if __name__ == "__main__":
    main(*sys.argv[1:])
