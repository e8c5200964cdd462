#!/usr/bin/python3
"""Times scikit-learn or PyTorch on the workloads of `neural-workbench bench`.

Usage: peers.py sklearn|torch THREADS FOLDER [WORKLOAD...]   (folder of BenchData's files)

Prints a line of ten tab-separated fields a workload, as `neural-workbench bench --tsv` does. The
number of threads of a BLAS is read from the environment when it is loaded: the caller sets it.
"""
import sys
import time
import warnings

import numpy as np

# name: rows, inputs, hidden, classes, batch, epochs
WORKLOADS = {
    "spiral": (500, 2, (8, 8), 2, 10, 50),
    "iris": (150, 4, (10,), 3, 16, 200),
    "digits": (1797, 64, (100,), 10, 64, 20),
    "mnist": (20000, 784, (128,), 10, 128, 2),
    "wide": (10000, 784, (512, 512), 10, 128, 2),
}
RUNS = 20
SECONDS = 8


def data(folder, name, inputs):
    """The rows that BenchData wrote: inputs, then the number of the class."""
    rows = np.fromfile(f"{folder}/{name}.rows", "<f4").reshape(-1, inputs + 1)
    return np.ascontiguousarray(rows[:, :-1]), rows[:, -1].astype(np.int64)


def sklearn_fit(workload, x, y):
    from sklearn.neural_network import MLPClassifier

    _, _, hidden, _, batch, epochs = workload
    model = MLPClassifier(
        hidden, activation="relu", solver="sgd", learning_rate_init=0.01, momentum=0.9,
        nesterovs_momentum=False, alpha=0, batch_size=batch, max_iter=epochs, shuffle=True,
        tol=0, n_iter_no_change=epochs + 1, random_state=1)

    def fit():
        model.fit(x, y)
        return lambda: float((model.predict(x) == y).mean())

    return fit


def torch_fit(workload, x, y, threads):
    import torch

    torch.set_num_threads(threads)
    rows, inputs, hidden, classes, batch, epochs = workload
    x, y = torch.from_numpy(x), torch.from_numpy(y)

    def fit():
        layers, width = [], inputs
        for units in hidden:
            layers += [torch.nn.Linear(width, units), torch.nn.ReLU()]
            width = units
        model = torch.nn.Sequential(*layers, torch.nn.Linear(width, classes))
        optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
        loss = torch.nn.CrossEntropyLoss()
        for _ in range(epochs):
            order = torch.randperm(rows)
            for start in range(0, rows, batch):
                index = order[start:start + batch]
                optimizer.zero_grad(set_to_none=True)
                loss(model(x[index]), y[index]).backward()
                optimizer.step()
        return lambda: float((model(x).argmax(1) == y).double().mean())

    return fit


def measure(peer, threads, folder, name):
    workload = WORKLOADS[name]
    rows, inputs, _, _, _, epochs = workload
    x, y = data(folder, name, inputs)
    fit = sklearn_fit(workload, x, y) if peer == "sklearn" else torch_fit(workload, x, y, threads)
    times, cores, accuracy = [], 0.0, None
    begun = time.perf_counter()
    while len(times) < 2 or (time.perf_counter() - begun < SECONDS and len(times) < 10 * RUNS):
        processor, start = time.process_time(), time.perf_counter()
        accuracy = fit()
        seconds = time.perf_counter() - start
        if not times or seconds < min(times):
            cores = (time.process_time() - processor) / seconds
        times.append(seconds)
    samples = rows * epochs
    import importlib.metadata

    version = importlib.metadata.version("scikit-learn" if peer == "sklearn" else "torch")
    print(peer, name, threads, samples, round(samples / times[0]), round(samples / min(times)),
          round(samples / max(times[1:])), f"{cores:.2f}", f"{accuracy():.4f}", version,
          sep="\t", flush=True)


def main():
    warnings.simplefilter("ignore")
    peer, threads, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    for name in sys.argv[4:] or WORKLOADS:
        measure(peer, threads, folder, name)


if __name__ == "__main__":
    main()
