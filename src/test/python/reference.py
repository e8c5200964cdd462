"""What scikit-learn says of the reference case, for the tests that read it from every output.

    python reference.py FOLDER

reads table.csv, classes.nnw and numbers.nnw there, and writes expected.json. The table has three classes of unequal size,
rows without a target before and between the others, and a group (site) of each row; the models' wrong answers are not
symmetric, and no two of their scores are alike, so that whatever is swapped on its way to the page is seen. The models
were trained by

    neural-workbench train table.csv -o classes.nnw --target kind --ignore height OPTIONS
    neural-workbench train table.csv -o numbers.nnw --target height --ignore kind OPTIONS

where OPTIONS are --split-by part=part --ignore site --hidden 3 --activation tanh --epochs 40 --seed 5 --l1 0 --l2 0.01
--average-epochs 0 --threads 1 --portable.
"""

import csv
import json
import sys
from pathlib import Path

import numpy
import sklearn
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import (
    accuracy_score, confusion_matrix, log_loss, mean_absolute_error, mean_squared_error, precision_recall_fscore_support,
    r2_score, roc_auc_score)

PARTS = {"training": ["train"], "validation": ["validation"], "test": ["test"], "all": ["train", "validation", "test"]}


def inputs(model, table):
    """The scaled inputs."""
    return numpy.column_stack(
        [(table[of["name"]].astype(float) - of["offset"]) / of["scale"] for of in model["preprocessor"]["inputs"]])


def outputs(model, table):
    """The network's outputs for all rows, worked out anew."""
    y = inputs(model, table)
    for layer in model["network"]["layers"]:
        z = y @ numpy.array(layer["weights"]) + numpy.array(layer["bias"])
        y = {"tanh": numpy.tanh, "identity": lambda z: z}[layer["activation"]](z)
    return y


def softmax(z):
    return numpy.exp(z) / numpy.exp(z).sum(axis=1, keepdims=True)


def of_classes(actual, probabilities, names):
    """Scores of probabilities, those that have a column of their own in every output."""
    return {
        "accuracy": accuracy_score(actual, names[probabilities.argmax(axis=1)]),
        "log_loss": log_loss(actual, probabilities, labels=names),
        "auc": roc_auc_score(actual, probabilities, multi_class="ovr", average="macro", labels=names)}


def classes(model, table):
    names = numpy.array(model["preprocessor"]["target"]["classes"])
    probabilities = softmax(outputs(model, table))
    predicted = names[probabilities.argmax(axis=1)]
    x, kind = inputs(model, table), table["kind"]
    learned = (kind != "") & (table["part"] == "train")
    others = {
        "constant": DummyClassifier(strategy="prior").fit(x[learned], kind[learned]),
        "linear": LogisticRegression(C=1, tol=1e-10, max_iter=10000).fit(x[learned], kind[learned])}
    found = {"predicted": predicted.tolist(), "probabilities": probabilities.tolist()}
    for part, words in PARTS.items():
        rows = (kind != "") & numpy.isin(table["part"], words)
        actual = kind[rows]
        each = precision_recall_fscore_support(actual, predicted[rows], labels=names)
        mean = precision_recall_fscore_support(actual, predicted[rows], labels=names, average="macro")
        found[part] = {
            "rows": int(rows.sum()),
            **of_classes(actual, probabilities[rows], names),
            **dict(zip(("precision", "recall", "f1"), mean)),
            "confusion": confusion_matrix(actual, predicted[rows], labels=names).tolist(),
            "classes": [
                {"name": name, "precision": p, "recall": r, "f1": f, "rows": int(n)}
                for name, p, r, f, n in zip(names, *each)],
            "areas": [roc_auc_score(actual == name, probabilities[rows, i]) for i, name in enumerate(names)],
            **{name: of_classes(actual, other.predict_proba(x[rows]), names) for name, other in others.items()}}
    return found


def of_numbers(actual, predicted):
    return {
        "r2": r2_score(actual, predicted),
        "rmse": numpy.sqrt(mean_squared_error(actual, predicted)),
        "mae": mean_absolute_error(actual, predicted)}


def numbers(model, table):
    target = model["preprocessor"]["target"]
    predicted = target["offset"] + target["scale"] * outputs(model, table)[:, 0]
    x = inputs(model, table)
    height = numpy.array([float(cell or "nan") for cell in table["height"]])
    learned = numpy.isfinite(height) & (table["part"] == "train")
    others = {
        "constant": DummyRegressor().fit(x[learned], height[learned]),
        "linear": LinearRegression().fit(x[learned], height[learned])}
    found = {"predicted": predicted.tolist()}
    for part, words in PARTS.items():
        rows = numpy.isfinite(height) & numpy.isin(table["part"], words)
        found[part] = {
            "rows": int(rows.sum()),
            **of_numbers(height[rows], predicted[rows]),
            **{name: of_numbers(height[rows], other.predict(x[rows])) for name, other in others.items()}}
    return found


def equation():
    """A table with a linear target, and what scikit-learn's least squares on its raw columns says of it.

        python -c "import reference; reference.equation()" > src/test/resources/equation/linear.json
    """
    draw = numpy.random.default_rng(3)
    rows = 40
    rooms, year = draw.uniform(2, 9, rows).round(1), draw.integers(1950, 2020, rows).astype(float)
    color = draw.choice(["blue", "green", "red"], rows)
    bonus = numpy.array([{"blue": 0, "green": 4.5, "red": -7.25}[of] for of in color])
    price = (3.2 * rooms - 0.35 * year + bonus + 700 + draw.normal(0, 1, rows)).round(3)
    hot = numpy.column_stack([color == of for of in ("blue", "green", "red")]).astype(float)
    fitted = LinearRegression().fit(numpy.column_stack([rooms, year, hot[:, 1:]]), price)
    print(json.dumps({
        "rooms": rooms.tolist(), "year": year.tolist(), "color": color.tolist(), "price": price.tolist(),
        "coefficients": fitted.coef_.tolist(), "intercept": fitted.intercept_,
        "predicted": fitted.predict(numpy.column_stack([rooms, year, hot[:, 1:]])).tolist()}))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    with open(folder / "table.csv", newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file))
    table = {name: numpy.array(column) for name, *column in zip(*lines)}
    read = lambda name: json.loads((folder / name).read_text(encoding="utf-8"))
    print("scikit-learn", sklearn.__version__)
    expected = {"kind": classes(read("classes.nnw"), table), "height": numbers(read("numbers.nnw"), table)}
    text = ",\n".join(
        f'"{target}": {{\n' + ",\n".join(f'  "{name}": {json.dumps(said)}' for name, said in of.items()) + "}"
        for target, of in expected.items())
    (folder / "expected.json").write_text("{" + text + "}\n", encoding="utf-8")
