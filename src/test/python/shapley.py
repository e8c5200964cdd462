"""Shapley values of random networks by brute force, for the tests that compare with them.

    python shapley.py FILE

draws 100 networks with columns of numbers, categories and dates, missing and unknown values, engineered features, every
activation and loss, and writes each with a row, background rows, and the values that NumPy finds for them: for every one
of the M! orders of the columns that there can be with up to four of them, and by the sum over all 2^M coalitions beyond.
A coalition's rows are made of raw cells and encoded afterwards, cell by cell.
"""

import itertools
import json
import math
import sys
from datetime import date

import numpy

f32 = numpy.float32
MISSING = None


def softmax(z):
    e = numpy.exp(z - z.max())
    return e / e.sum()


def sigmoid(z):
    return numpy.exp(-numpy.logaddexp(0, -z))


erf = numpy.vectorize(math.erf)
FUNCTIONS = {
    "identity": lambda z: z, "tanh": numpy.tanh, "sigmoid": sigmoid, "relu": lambda z: numpy.maximum(z, 0),
    "leaky_relu": lambda z: numpy.where(z > 0, z, float(f32(0.01)) * z),
    "elu": lambda z: numpy.where(z > 0, z, numpy.expm1(numpy.minimum(z, 0))),
    "gelu": lambda z: z * (1 + erf(z / math.sqrt(2))) / 2, "softplus": lambda z: numpy.logaddexp(0, z),
    "mish": lambda z: z * numpy.tanh(numpy.logaddexp(0, z))}


def feature(of, cells):
    x, y = cells[of["column"]], cells[of["other"]]
    return {
        "square": lambda: x * x, "product": lambda: x * y, "sine": lambda: math.sin(x),
        "log": lambda: math.copysign(math.log1p(abs(x)), x)}[of["kind"]]()


def encode(case, cells):
    """The network's inputs of one row of raw cells, as floats."""
    found, numbers = [], {}
    for column, cell in zip(case["columns"], cells):
        scaled = lambda value, of: f32((value - of["offset"]) / of["scale"])
        if column["type"] == "number":
            numbers[column["name"]] = column["fill"] if cell is MISSING else cell
            found.append(scaled(numbers[column["name"]], column))
        elif column["type"] == "date":
            day = date.fromisoformat(cell or column["fill"])
            found.append(scaled(day.year, column["parts"][0]))
            found.append(scaled(day.month, column["parts"][1]))
        else:
            found += [f32(name == (cell or column["fill"])) for name in column["categories"]]
    raw = dict(zip([column["name"] for column in case["columns"]], cells))
    for of in case["features"]:
        value = float(raw[of["column"]] is MISSING) if of["kind"] == "missing" else feature(of, numbers)
        found.append(f32((value - of["offset"]) / of["scale"]))
    return numpy.array(found, float)


def answer(case, cells):
    """A number in the user's units, or the probability of each class."""
    y = encode(case, cells)
    for layer in case["layers"]:
        y = FUNCTIONS[layer["activation"]](y @ numpy.array(layer["weights"], f32).astype(float)
                                           + numpy.array(layer["bias"], f32).astype(float))
    target = case["target"]
    if "offset" in target:
        return target["offset"] + target["scale"] * y[0]
    if case["loss"] == "binary_cross_entropy":
        p = numpy.array([sigmoid(-y[0]), sigmoid(y[0])])
    elif case["loss"] == "categorical_cross_entropy":
        p = softmax(y)
    else:
        p = numpy.clip(y, 0, 1)
        p = numpy.array([1 - p[0], p[0]]) if len(p) == 1 else p / max(p.sum(), 1e-300)
    if target["weights"]:
        p = p / target["weights"]
        p = p / max(p.sum(), 1e-300)
    return p


def shapley(v, m):
    """By all orders, or by the sum over coalitions; v is called with a set of columns."""
    values = numpy.zeros(m)
    if m <= 4:
        orders = list(itertools.permutations(range(m)))
        for order in orders:
            for place, i in enumerate(order):
                values[i] += (v(frozenset(order[:place + 1])) - v(frozenset(order[:place]))) / len(orders)
        return values
    for i in range(m):
        others = [j for j in range(m) if j != i]
        for size in range(m):
            weight = math.factorial(size) * math.factorial(m - size - 1) / math.factorial(m)
            for s in itertools.combinations(others, size):
                values[i] += weight * (v(frozenset(s) | {i}) - v(frozenset(s)))
    return values


def explain(case):
    x, background = case["x"], case["background"]
    whole = answer(case, x)
    case["class"] = -1 if numpy.isscalar(whole) else int(numpy.argmax(whole))
    known = {}

    def v(s):
        if s not in known:
            rows = [[x[i] if i in s else b[i] for i in range(len(x))] for b in background]
            said = [answer(case, row) for row in rows]
            known[s] = numpy.mean([y if numpy.isscalar(y) else y[case["class"]] for y in said])
        return known[s]

    values = shapley(v, len(x))
    case.update(output=v(frozenset(range(len(x)))), base=v(frozenset()), contributions=values.tolist())
    assert abs(case["base"] + values.sum() - case["output"]) < 1e-12


def draw(rng, number):
    short = lambda *shape: numpy.round(rng.normal(size=shape), 2).tolist()
    some = lambda *of: of[rng.integers(len(of))]
    columns = []
    for i in range(int(rng.integers(1, 7))):
        kind = some("number", "number", "category", "date")
        column = {"name": f"c{i}", "type": kind}
        if kind == "number":
            column.update(fill=short(), offset=short(), scale=some(0.5, 2.0, 30.0))
        elif kind == "date":
            column.update(fill="2021-06-15", parts=[{"offset": 2020.0, "scale": 2.0}, {"offset": 6.0, "scale": 3.5}])
        else:
            column.update(categories=["", "p", "q", "r"][int(rng.integers(2)):], fill=some("", "q"))
        columns.append(column)
    numbers = [column["name"] for column in columns if column["type"] == "number"]
    kinds = ["square", "product", "sine", "log", "missing"] if numbers else []
    features = [
        {"kind": kind, "column": one, "other": other, "offset": short() if kind != "missing" else 0.0,
         "scale": some(0.7, 3.0) if kind != "missing" else 1.0}
        for kind in kinds if rng.random() < 0.6
        for one, other in [sorted([some(*numbers), some(*numbers)])]]
    cell = {
        "number": lambda: some(MISSING, short(), short(), short()), "category": lambda: some(MISSING, "p", "q", "r", "?"),
        "date": lambda: some(MISSING, "2019-01-31", "2022-12-01", "2020-07-07")}
    row = lambda: [cell[column["type"]]() for column in columns]
    loss = some("mean_squared_error", "huber", "binary_cross_entropy", "categorical_cross_entropy", "of_classes")
    classes = 2 if loss == "binary_cross_entropy" else int(rng.integers(2, 5))
    numeric = loss in ("mean_squared_error", "huber")
    weighted = not numeric and rng.random() < 0.4
    outputs = 1 if numeric or loss == "binary_cross_entropy" or (loss == "of_classes" and classes == 2) else classes
    case = {
        "columns": columns, "features": features, "loss": loss.replace("of_classes", "mean_squared_error"),
        "target": {"offset": short(), "scale": some(0.1, 5.0)} if numeric else
        {"classes": [f"k{i}" for i in range(classes)],
         "weights": [some(0.5, 1.0, 2.5) for _ in range(classes)] if weighted else None},
        "x": row(), "background": [row() for _ in range(int(rng.integers(1, 6)))]}
    widths = [len(encode(case, case["x"])), *([3, 4][:int(rng.integers(0, 3))]), outputs]
    last = "sigmoid" if loss == "of_classes" and rng.random() < 0.7 else "identity"
    names = [list(FUNCTIONS)[(number + i) % len(FUNCTIONS)] for i in range(len(widths) - 2)] + [last]
    case["layers"] = [
        {"activation": name, "weights": short(one, other), "bias": short(other)}
        for name, one, other in zip(names, widths, widths[1:])]
    explain(case)
    return case


if __name__ == "__main__":
    rng = numpy.random.default_rng(41)
    cases = [draw(rng, number) for number in range(100)]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write("[" + ",\n".join(json.dumps(case) for case in cases) + "]\n")
