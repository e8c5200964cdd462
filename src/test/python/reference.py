"""What scikit-learn says of the reference case, for the tests that read it from every output.

    python reference.py FOLDER

reads table.csv, classes.nnw and numbers.nnw there, and writes expected.json; and, from no file, distributions.csv: what
SciPy says of the incomplete beta function, Student's t distribution and exact binomial intervals; scores.json: rows with
ties, weights and a class without rows, and what scikit-learn makes of them; compared.json: the scores of four models on
the same folds with both t-tests of each two, as in scikit-learn's example "Statistical comparison of models using grid
search"; and exact.json: scores in double of the two models and of pairs.nnw, whose table pairs.csv, by the function of
that name, has two unequal classes and few different rows, so that many scores tie. The table has three classes of
unequal size,
rows without a target before and between the others, and a group (site) of each row; the models' wrong answers are not
symmetric, and no two of their scores are alike, so that whatever is swapped on its way to the page is seen. The models
were trained by

    neural-workbench train table.csv -o classes.nnw --target kind --ignore height OPTIONS
    neural-workbench train table.csv -o numbers.nnw --target height --ignore kind OPTIONS

    neural-workbench train pairs.csv -o pairs.nnw --target y --hidden 4 --epochs 30 --seed 5 --balance --correct-prior \
        --threads 1 --portable

where OPTIONS are --split-by part=part --ignore site --hidden 3 --activation tanh --epochs 40 --seed 5 --l1 0 --l2 0.01
--average-epochs 0 --threads 1 --portable.
"""

import csv
import itertools
import json
import sys
from pathlib import Path

import numpy
import sklearn
from scipy import special, stats
from sklearn.calibration import calibration_curve
from sklearn.datasets import make_moons
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import (
    accuracy_score, average_precision_score, balanced_accuracy_score, brier_score_loss, confusion_matrix, f1_score, log_loss, matthews_corrcoef,
    mean_absolute_error, mean_absolute_percentage_error, mean_squared_error, precision_recall_curve,
    precision_recall_fscore_support, r2_score, recall_score, roc_auc_score)
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score
from sklearn.svm import SVC

PARTS = {"training": ["train"], "validation": ["validation"], "test": ["test"], "all": ["train", "validation", "test"]}


def inputs(model, table):
    """The scaled inputs."""
    return numpy.column_stack(
        [(table[of["name"]].astype(float) - of["offset"]) / of["scale"] for of in model["preprocessor"]["inputs"]])


def outputs(model, table):
    """The network's outputs for all rows, worked out anew: inputs and weights in single precision, as in the file."""
    single = lambda of: numpy.array(of, "float32").astype("float64")
    y = single(inputs(model, table))
    for layer in model["network"]["layers"]:
        z = y @ single(layer["weights"]) + single(layer["bias"])
        y = {"tanh": numpy.tanh, "identity": lambda z: z}[layer["activation"]](z)
    return y


def softmax(z):
    return numpy.exp(z) / numpy.exp(z).sum(axis=1, keepdims=True)


def of_classes(actual, probabilities, names):
    """Scores of probabilities, those that have a column of their own in every output."""
    return {
        "accuracy": accuracy_score(actual, names[probabilities.argmax(axis=1)]),
        "log_loss": log_loss(actual, probabilities, labels=names),
        "auc": roc_auc_score(actual, probabilities, multi_class="ovr", average="macro", labels=names),
        "mcc": matthews_corrcoef(actual, names[probabilities.argmax(axis=1)])}


def of_class(positive, said):
    """Scores of one class against the others."""
    share, mean = calibration_curve(positive, said, n_bins=5)
    return {
        "average_precision": average_precision_score(positive, said), "brier": brier_score_loss(positive, said),
        "share": share.tolist(), "mean": mean.tolist()}


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
                {"name": name, "precision": p, "recall": r, "f1": f, "rows": int(n),
                 "specificity": recall_score(actual != name, predicted[rows] != name)}
                for name, p, r, f, n in zip(names, *each)],
            "more": {
                "averages": {
                    average: dict(zip(
                        ("precision", "recall", "f1"),
                        precision_recall_fscore_support(actual, predicted[rows], labels=names, average=average)))
                    for average in ("macro", "micro", "weighted")},
                "average_precision": average_precision_score(
                    actual[:, None] == names, probabilities[rows], average="macro"),
                "brier": ((probabilities[rows] - (actual[:, None] == names)) ** 2).sum(axis=1).mean(),
                "of": [of_class(actual == name, probabilities[rows, i]) for i, name in enumerate(names)]},
            "areas": [roc_auc_score(actual == name, probabilities[rows, i]) for i, name in enumerate(names)],
            **{name: of_classes(actual, other.predict_proba(x[rows]), names) for name, other in others.items()}}
    return found


def of_numbers(actual, predicted):
    return {
        "r2": r2_score(actual, predicted),
        "rmse": numpy.sqrt(mean_squared_error(actual, predicted)),
        "mae": mean_absolute_error(actual, predicted),
        "mape": mean_absolute_percentage_error(actual, predicted)}


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


def distributions():
    """Lines of function, arguments and value; both tails, large and small arguments."""
    for a in (0.5, 1, 2.5, 7, 30, 400.5, 20000, 300000):
        for b in (0.5, 1, 3, 25.5, 1000, 50000):
            for p in (1e-12, 1e-4, 0.025, 0.3, 0.5, 0.9, 0.999999):
                x = special.betaincinv(a, b, p)
                if 0 < x < 1:
                    yield "beta", x, a, b, special.betainc(a, b, x)
                    yield "inverse", p, a, b, x
    for freedom in (1, 2, 3.5, 9, 99, 1000):
        for t in (-40, -3, -1.0001, -0.5, 0, 1e-6, 0.999, 2, 12.5):
            yield "t", t, freedom, "", stats.t.cdf(t, freedom)
        for p in (1e-10, 0.005, 0.025, 0.2, 0.26, 0.4999999, 0.5, 0.7, 0.76, 0.95, 0.975, 0.9995):
            yield "quantile", p, freedom, "", stats.t.ppf(p, freedom)
    for right, rows in ((0, 1), (1, 1), (0, 9), (3, 9), (9, 10), (57, 60), (1, 10000), (99321, 100000)):
        interval = stats.binomtest(right, rows).proportion_ci(0.95, "exact")
        yield "exact", right, rows, interval.low, interval.high
        interval = stats.binomtest(right, rows).proportion_ci(0.95, "wilson")
        yield "wilson", right, rows, interval.low, interval.high


def compared():
    """Scores on the folds of ten repetitions, and what SciPy's t distribution says of the differences of each two."""
    x, y = make_moons(noise=0.352, random_state=1, n_samples=100)
    folds = RepeatedStratifiedKFold(n_splits=10, n_repeats=10, random_state=0)
    models = {
        "rbf": {"kernel": "rbf"}, "linear": {"kernel": "linear"}, "3_poly": {"kernel": "poly", "degree": 3},
        "2_poly": {"kernel": "poly", "degree": 2}}
    scores = {
        name: cross_val_score(SVC(random_state=0, **settings), x, y, scoring="roc_auc", cv=folds)
        for name, settings in models.items()}
    pairs = []
    for one, other in itertools.combinations(models, 2):
        for count in (2, 10, 100):
            differences = (scores[one] - scores[other])[:count]
            scale = numpy.sqrt((1 / count + 10 / 90) * differences.var(ddof=1))
            if scale > 1e-12:
                t = stats.t(count - 1, loc=differences.mean(), scale=scale)
                pairs.append({
                    "models": [one, other], "count": count, "better": t.sf(0.01), "same": t.cdf(0.01) - t.cdf(-0.01),
                    "worse": t.cdf(-0.01), "p": 2 * stats.t.sf(abs(differences.mean() / scale), count - 1),
                    "interval": t.interval(0.95)})
    return {"scores": {name: of.round(12).tolist() for name, of in scores.items()}, "pairs": pairs}


def scores():
    """Made-up rows with what scikit-learn makes of them."""
    random = numpy.random.default_rng(41)
    positive = random.random(70) < 0.4
    said = numpy.clip(numpy.round(random.normal(0.35 + 0.2 * positive, 0.2), 1), 0, 1)
    fine = numpy.clip(random.normal(0.35 + 0.2 * positive, 0.25), 0, 1)
    times = random.integers(0, 4, 70)
    precision, recall, threshold = precision_recall_curve(positive, said, drop_intermediate=False)
    share, mean = calibration_curve(positive, fine, n_bins=5)
    ranked = {
        "scores": said.tolist(), "probabilities": fine.tolist(), "positive": positive.tolist(), "times": times.tolist(),
        "average_precision": average_precision_score(positive, said), "auc": roc_auc_score(positive, said),
        "weighted_average_precision": average_precision_score(positive, said, sample_weight=times),
        "weighted_auc": roc_auc_score(positive, said, sample_weight=times),
        "precision": precision[-2::-1].tolist(), "recall": recall[-2::-1].tolist(), "threshold": threshold[::-1].tolist(),
        "brier": brier_score_loss(positive, fine), "share": share.tolist(), "mean": mean.tolist()}
    actual = random.choice([0, 1, 2, 4], 90, p=[0.5, 0.2, 0.2, 0.1])
    predicted = numpy.where(random.random(90) < 0.6, actual, random.integers(0, 4, 90))
    predicted[predicted == 1] = 0  # class 1 is never predicted, class 3 has no rows, class 5 neither
    times = random.integers(0, 4, 90)
    there = [0, 1, 2, 3, 4]
    found = {"actual": actual.tolist(), "predicted": predicted.tolist(), "times": times.tolist()}
    for name, weight in ("once", None), ("weighted", times):
        found[name] = {
            average: precision_recall_fscore_support(
                actual, predicted, labels=there, average=average, sample_weight=weight, zero_division=0)[:3]
            for average in ("macro", "micro", "weighted")}
        found[name]["mcc"] = matthews_corrcoef(actual, predicted, sample_weight=weight)
        found[name]["specificity"] = [
            recall_score(actual != c, predicted != c, sample_weight=weight) for c in there]
    y = numpy.round(random.normal(3, 2, 40), 2)
    guess = y + random.normal(0, 0.7, 40)
    return {"ranked": ranked, "classes": found, "numbers": {
        "actual": y.tolist(), "predicted": guess.tolist(), "mape": mean_absolute_percentage_error(y, guess)}}


def pairs():
    """Lines of pairs.csv."""
    random = numpy.random.default_rng(7)
    yield "a,b,y"
    for _ in range(90):
        a, b = random.integers(0, 5), random.integers(0, 4)
        yield f"{a},{b},{'yes' if a + b + random.normal(0, 2) > 6 else 'no'}"


def exact(model, table):
    """Scores of all rows with a target, inputs and weights in single precision as in the file, all else in double."""
    single = lambda of: numpy.array(of, "float32").astype("float64")
    y = single(inputs(model, table))
    for layer in model["network"]["layers"]:
        z = y @ single(layer["weights"]) + single(layer["bias"])
        y = {"tanh": numpy.tanh, "identity": lambda z: z, "relu": lambda z: numpy.maximum(z, 0)}[layer["activation"]](z)
    target = model["preprocessor"]["target"]
    cells = table[target["name"]]
    rows = cells != ""
    if target["type"] == "number":
        return of_numbers(cells[rows].astype(float), target["offset"] + target["scale"] * y[rows, 0])
    actual, names = cells[rows], numpy.array(target["classes"])
    z = numpy.hstack([0 * y, y])[rows] if y.shape[1] == 1 else y[rows]
    if target.get("corrected"):
        z = z - numpy.log(target["weights"])
    chosen = z[numpy.arange(len(z)), numpy.searchsorted(names, actual)]
    loss = (numpy.logaddexp.reduce(z, axis=1) - chosen).mean()
    probabilities = softmax(z)
    assert abs(loss - log_loss(actual, probabilities, labels=names)) < 1e-12
    ranks = probabilities if len(names) > 2 else probabilities[:, 1]
    return {
        "accuracy": accuracy_score(actual, names[z.argmax(axis=1)]), "log_loss": loss,
        "auc": roc_auc_score(actual, ranks, multi_class="ovr", average="macro", labels=names)}


def thresholds():
    """The best threshold by trying all, as TunedThresholdClassifierCV does, but between all different probabilities."""
    random = numpy.random.default_rng(11)
    aims = {
        "f1": lambda y, p: f1_score(y, p, zero_division=0), "accuracy": accuracy_score,
        "youden": lambda y, p: balanced_accuracy_score(y, p, adjusted=True),
        "costs": lambda y, p: -(1.5 * (p & ~y).sum() + 6 * (~p & y).sum())}
    for rows in 2, 3, 9, 40, 200:
        for digits in 1, 2, 15:
            positive = random.random(rows) < 0.4
            positive[:2] = [True, False]
            said = numpy.clip(numpy.round(random.normal(0.35 + 0.2 * positive, 0.25), digits), 0, 1)
            steps = numpy.unique(numpy.concatenate([[0, 1], said]))
            middles = (steps[1:] + steps[:-1]) / 2
            found = {}
            for name, aim in aims.items():
                values = numpy.array([aim(positive, said > middle) for middle in middles])
                best = middles[values > values.max() - 1e-12]
                nearest = best[numpy.abs(numpy.abs(best - 0.5) - numpy.abs(best - 0.5).min()) < 1e-12]
                found[name] = {"thresholds": nearest.tolist(), "value": float(values.max())}
            yield {"probabilities": said.tolist(), "positive": positive.tolist(), **found}


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
    with open(folder / "distributions.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [name, *(word if word == "" else repr(float(word)) for word in words)] for name, *words in distributions())
    (folder / "scores.json").write_text(json.dumps(scores()) + "\n", encoding="utf-8")
    (folder / "pairs.csv").write_text("\n".join(pairs()) + "\n")
    of_pairs = {name: numpy.array(column) for name, *column in zip(*(line.split(",") for line in pairs()))}
    exactly = {
        "classes": exact(read("classes.nnw"), table), "numbers": exact(read("numbers.nnw"), table),
        "pairs": exact(read("pairs.nnw"), of_pairs)}
    (folder / "exact.json").write_text(json.dumps(exactly, indent=1) + "\n")
    (folder / "thresholds.json").write_text(json.dumps(list(thresholds())) + "\n")
    (folder / "compared.json").write_text(json.dumps(compared()) + "\n", encoding="utf-8")
