"""What scikit-learn and SciPy say of inputs, for the tests of explain.inputs.

    python importance.py FOLDER

reads houses.csv, price.nnw and kind.nnw there, and writes expected.json: permutation_importance (each score, with the
orders that it drew, so that the program permutes the same), partial_dependence with method="brute" (the mean and the
curve of each row), and how far each two columns go together. The table has a column that is another in other units (feet),
categories with gaps and with one that no training row has, dates, numbers with gaps, and a column that nothing follows
from (luck); the models have features engineered from two of the columns. They were trained by

    neural-workbench train houses.csv -o price.nnw --target price --ignore kind OPTIONS
    neural-workbench train houses.csv -o kind.nnw --target kind --ignore price OPTIONS

where OPTIONS are --split-by part=part --input built --hidden 4 --activation tanh --epochs 300 --seed 5 --l2 0.001
--impute own --feature square=size --feature product=size*rooms --feature missing=rooms --threads 1 --portable
--early-stopping 0 --average-epochs 0.
"""

import json
import sys
from pathlib import Path

import numpy
import pandas
import sklearn
from scipy.stats import chi2_contingency, spearmanr
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.inspection import partial_dependence, permutation_importance

COLUMNS = ["size", "feet", "rooms", "colour", "built", "luck"]
REPEATS = 5
SEED = 7


def filled(of, column):
    return column.astype(float).fillna(of["fill"])


def encoded(preprocessor, table):
    """The network's inputs, of raw rows."""
    made = []
    for of in preprocessor["inputs"]:
        column = table[of["name"]]
        if of["type"] == "number":
            made.append((filled(of, column) - of["offset"]) / of["scale"])
        elif of["type"] == "category":
            made.extend((column == name).astype(float) for name in of["categories"])
        else:
            days = pandas.to_datetime(column)
            each = {"year": days.dt.year, "month": days.dt.month, "day": days.dt.day, "weekday": days.dt.weekday + 1}
            made.extend((each[part["part"]] - part["offset"]) / part["scale"] for part in of["parts"])
    ways = {of["name"]: of for of in preprocessor["inputs"]}
    for of in preprocessor["features"]:
        feature = of["feature"]
        x = table[feature["column"]].astype(float)
        if feature["kind"] == "missing":
            value = x.isna().astype(float)
        else:
            x = filled(ways[feature["column"]], x)
            other = feature.get("other")
            value = x * x if feature["kind"] == "square" else x * filled(ways[other], table[other])
        made.append((value - of["offset"]) / of["scale"])
    return numpy.column_stack(made)


class Model(BaseEstimator):
    """A model file as an estimator of scikit-learn."""

    def __init__(self, model):
        self.model = model
        self.fitted_ = True

    def fit(self, x, y):
        return self

    def outputs(self, table):
        y = encoded(self.model["preprocessor"], table)
        for layer in self.model["network"]["layers"]:
            z = y @ numpy.array(layer["weights"]) + numpy.array(layer["bias"])
            y = {"tanh": numpy.tanh, "identity": lambda z: z}[layer["activation"]](z)
        return y


class Numbers(RegressorMixin, Model):
    def predict(self, table):
        target = self.model["preprocessor"]["target"]
        return target["offset"] + target["scale"] * self.outputs(table)[:, 0]


class Classes(ClassifierMixin, Model):
    @property
    def classes_(self):
        return numpy.array(self.model["preprocessor"]["target"]["classes"])

    def predict_proba(self, table):
        z = self.outputs(table)
        return numpy.exp(z) / numpy.exp(z).sum(axis=1, keepdims=True)

    def predict(self, table):
        return self.classes_[self.predict_proba(table).argmax(axis=1)]


def orders(rows):
    """The orders that permutation_importance draws: it permutes what it has permuted before."""
    random = numpy.random.RandomState(numpy.random.RandomState(SEED).randint(numpy.iinfo(numpy.int32).max + 1))
    index, order, drawn = numpy.arange(rows), numpy.arange(rows), []
    for _ in range(REPEATS):
        random.shuffle(index)
        order = order[index]
        drawn.append(order.tolist())
    return drawn


def dependence(estimator, x, name, rows):
    """Of a column, for each of its values: the mean, and the predictions of some rows."""
    found = partial_dependence(
        estimator, x, [name], kind="both", method="brute", grid_resolution=len(x) + 1, percentiles=(0, 1),
        categorical_features=["colour", "built"], response_method="auto")
    return {
        "values": found["grid_values"][0].tolist(),
        "means": found["average"].tolist(),
        "curves": found["individual"][:, rows, :].tolist()}


def eta(values, codes):
    """Kelley's epsilon of ranks: the root of the adjusted R² of a regression on dummies."""
    ranks = pandas.Series(values).rank()
    dummies = pandas.get_dummies(pandas.Series(codes)).to_numpy(float)
    left = ranks - dummies @ numpy.linalg.lstsq(dummies, ranks, rcond=None)[0]
    n, k = dummies.shape
    return float(numpy.sqrt(max(0, 1 - (left @ left / (n - k)) / ranks.var(ddof=1))))


def cramer(one, other):
    counts = pandas.crosstab(pandas.Series(one), pandas.Series(other)).to_numpy()
    n, (k, l) = counts.sum(), counts.shape
    phi = max(0, chi2_contingency(counts, correction=False)[0] / n - (k - 1) * (l - 1) / (n - 1))
    return float(numpy.sqrt(phi / min(k - (k - 1) ** 2 / (n - 1) - 1, l - (l - 1) ** 2 / (n - 1) - 1)))


def associations(model, table):
    ways = {of["name"]: of for of in model["preprocessor"]["inputs"]}
    rooms = filled(ways["rooms"], table["rooms"])
    colour, part, kind = (table[name] for name in ("colour", "part", "kind"))
    spearman = lambda one, other: abs(float(spearmanr(one, other)[0]))
    return {
        "size feet": spearman(table["size"], table["feet"]),
        "size rooms": spearman(table["size"], rooms),
        "built luck": spearman(pandas.to_datetime(table["built"]).astype("int64"), table["luck"]),
        "rooms colour": eta(rooms, colour),
        "size kind": eta(table["size"], kind),
        "colour kind": cramer(colour, kind),
        "colour part": cramer(colour, part)}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    print("scikit-learn", sklearn.__version__)
    table = pandas.read_csv(folder / "houses.csv", keep_default_na=False, dtype=str)
    for name in ("size", "feet", "rooms", "luck", "price"):
        table[name] = pandas.to_numeric(table[name])
    x = table[COLUMNS]
    expected = {"orders": orders(len(x))}
    for target, kind, scoring in (("price", Numbers, "r2"), ("kind", Classes, "accuracy")):
        model = json.loads((folder / f"{target}.nnw").read_text(encoding="utf-8"))
        estimator, y = kind(model), table[target]
        found = permutation_importance(estimator, x, y, scoring=scoring, n_repeats=REPEATS, random_state=SEED)
        size = x["size"].to_numpy()
        score = estimator.score(x, y)
        again = [score - estimator.score(x.assign(size=size[order]), y) for order in expected["orders"]]
        assert numpy.allclose(again, found["importances"][0], atol=1e-12), "the orders are not those drawn"
        together = [
            score - estimator.score(x.assign(size=size[order], feet=x["feet"].to_numpy()[order]), y)
            for order in expected["orders"]]
        expected[target] = {
            "score": score,
            "drops": dict(zip(COLUMNS, found["importances"].tolist())),
            "means": dict(zip(COLUMNS, found["importances_mean"].tolist())),
            "spreads": dict(zip(COLUMNS, found["importances_std"].tolist())),
            "together": together,
            "dependence": {name: dependence(estimator, x, name, [0, 8, 53]) for name in ("size", "colour", "built")}}
    expected["associations"] = associations(model, table)
    text = json.dumps(expected)
    (folder / "expected.json").write_text(text.replace(', "', ',\n"') + "\n", encoding="utf-8")
