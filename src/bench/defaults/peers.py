"""What scikit-learn's models reach on the rows that DefaultsBench wrote, with their own defaults.

Usage: peers.py FOLDER TABLE...

A line a division as DefaultsBench prints it: program, table, division, accuracy or R², milliseconds.
"""

import sys
import time
import warnings
from pathlib import Path

import numpy as np
from sklearn import ensemble, linear_model, neural_network

warnings.filterwarnings("ignore")

# name: for classes, for numbers. The MLP: 100 ReLU units, Adam at 0.001, at most 200 epochs.
PEERS = {
    "linear": (lambda: linear_model.LogisticRegression(max_iter=1000), linear_model.LinearRegression),
    "mlp": (
        lambda: neural_network.MLPClassifier(random_state=0),
        lambda: neural_network.MLPRegressor(random_state=0),
    ),
    "forest": (
        lambda: ensemble.RandomForestClassifier(random_state=0),
        lambda: ensemble.RandomForestRegressor(random_state=0),
    ),
    "boosting": (
        lambda: ensemble.HistGradientBoostingClassifier(random_state=0),
        lambda: ensemble.HistGradientBoostingRegressor(random_state=0),
    ),
}


def read(path):
    learned, asked, width, classes = map(int, np.fromfile(path, "<i4", 4))
    numbers = np.fromfile(path, "<f4", offset=16)
    inputs = numbers[: (learned + asked) * width].reshape(learned + asked, width)
    targets = numbers[(learned + asked) * width :]
    targets = targets.astype(int) if classes else targets
    return inputs[:learned], targets[:learned], inputs[learned:], targets[learned:], classes


def main(folder, names):
    for name in names:
        for path in sorted(folder.glob(name + ".[0-9].rows")):
            x, y, x_test, y_test, classes = read(path)
            for peer, kinds in PEERS.items():
                begun = time.perf_counter()
                model = kinds[0 if classes else 1]().fit(x, y)
                millis = 1000 * (time.perf_counter() - begun)
                score = model.score(x_test, y_test)
                print(peer, name, path.suffixes[-2][1:], f"{score:.5f}", f"{millis:.1f}", sep="\t", flush=True)


main(Path(sys.argv[1]), sys.argv[2:])
