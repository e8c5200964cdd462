"""Trains an exported PyTorch script in one process and in two, and in two that are killed and go on.

    python compare_processes.py SCRIPT DATA FOLDER

All three must come to the same weights, and files that processes share out must be trained on too.
"""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

EPOCHS = ["--epochs", "150"]

# Debian builds PyTorch without libuv, which its torchrun asks for all the same: every Python that starts is told not to.
WITHOUT_LIBUV = """
import sys
import torch.distributed
known = torch.distributed.TCPStore
class TCPStore(known):
    def __init__(self, *given, **named):
        super().__init__(*given, **{**named, "use_libuv": False})
for module in list(sys.modules.values()):
    if vars(module).get("TCPStore") is known:
        module.TCPStore = TCPStore
"""
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}


def weights(path):
    model = json.loads(Path(path).read_text(encoding="utf-8"))
    dense = [layer for layer in model["network"]["layers"] if layer["type"] == "dense"]
    return np.concatenate([np.ravel(part) for layer in dense for part in (layer["weights"], layer["bias"])])


def command(count, script, *options):
    several = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(count)]
    return [sys.executable, *(several if count > 1 else []), str(script), *map(str, options)]


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, env=ENVIRONMENT)
    if done.returncode:
        sys.exit(f"{words}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def killed(words, checkpoint):
    """Ends processes by force as soon as there is a checkpoint; says how many epochs it has."""
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=ENVIRONMENT)
    while not checkpoint.exists() and process.poll() is None:
        time.sleep(0.01)
    workers = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True).stdout.split()
    for pid in [process.pid, *map(int, workers)]:
        os.kill(pid, signal.SIGKILL)
    process.communicate()
    import torch
    return len(torch.load(checkpoint)["curve"])


def main(script, data, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site").mkdir(exist_ok=True)
    (folder / "site" / "sitecustomize.py").write_text(WITHOUT_LIBUV)
    ENVIRONMENT["PYTHONPATH"] = str((folder / "site").absolute())
    one, two, again, parts = (folder / f"{name}.nnw" for name in ("one", "two", "again", "parts"))
    begun = time.monotonic()
    run(*command(1, script, "--train", data, "-o", one, *EPOCHS))
    first = time.monotonic()
    told = run(*command(2, script, "--train", data, "-o", two, *EPOCHS))
    second = time.monotonic()
    difference = abs(weights(one) - weights(two)).max()
    print(told.splitlines()[0], f"{first - begun:.1f} s in one process, {second - first:.1f} s in two")
    print(f"weights of one process and of two: largest difference {difference:.1e}")
    assert difference < 1e-5
    checkpoint = folder / "run.pt"
    for old in (checkpoint, again):
        old.unlink(missing_ok=True)
    words = command(2, script, "--train", data, "-o", again, "--checkpoint", checkpoint, *EPOCHS)
    epochs = killed(words, checkpoint)
    assert 0 < epochs < 150 and not again.exists(), epochs
    run(*words)
    difference = abs(weights(two) - weights(again)).max()
    print(f"killed after {epochs} epochs and resumed: largest difference {difference:.1e}")
    assert difference < 1e-6
    lines = list(csv.reader(open(data, encoding="utf-8", newline="")))
    files = [folder / f"part{i}.csv" for i in range(3)]
    for i, path in enumerate(files):
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([lines[0], *lines[1 + i :: 3]])
    told = run(*command(2, script, "--train", *files, "-o", parts, *EPOCHS))
    learned = [json.loads(path.read_text(encoding="utf-8"))["preprocessor"]["inputs"] for path in (one, parts)]
    for a, b in zip(*learned):
        assert a.keys() == b.keys() and all(a[name] == b[name] or abs(a[name] - b[name]) < 1e-9 * max(1, abs(a[name])) for name in a), (a, b)
    print("three files of two processes:", told.splitlines()[-1])


if __name__ == "__main__":
    main(*sys.argv[1:])
