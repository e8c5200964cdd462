"""Compares pages of models with the program, in Chromium without a network.

    python3 src/test/python/page.py PROGRAM COUNT [SEED]

trains that many random networks over all activations, losses, preparations and decisions, exports
each as a page, lets the page predict 100 rows with missing and unknown values, and explain some,
and prints the largest differences. check() does this for one model.
"""
import base64
import csv
import hashlib
import html
import json
import math
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile

TOLERANCE = 1e-6
EXPLAINED = 4  # rows of each model

# Runs behind the page's own script: its functions are global. Nothing of the page is changed.
HARNESS = """
{
const given = JSON.parse(document.getElementById('given').textContent);
const row = cells => cells.map((cell, c) => inputs[c].type !== 'number' ? cell : cell ?? NaN);
const all = steps => { for (;;) { const { done, value } = steps.next(); if (done) return value; } };
const result = document.createElement('pre');
result.id = 'result';
result.textContent = JSON.stringify({
  rows: given.rows.map(cells => predict(row(cells))).map(it => it && [it.predicted, ...it.values]),
  why: given.explained.map(r => all(explain(row(given.rows[r])))),
  check: document.getElementById('check').className,
  title: document.title,
});
document.body.append(result);
}
"""


def ask(page, rows, explained):
    """What the page says of rows, in a browser that reaches nothing."""
    text = open(page, encoding="utf-8", newline="").read()
    given = json.dumps({"rows": rows, "explained": explained}).replace("<", "\\u003c")
    own = base64.b64encode(hashlib.sha256(HARNESS.encode()).digest()).decode()
    text = text.replace("script-src '", f"script-src 'sha256-{own}' '", 1).replace(
        "</body>", f'<script type="application/json" id="given">{given}</script><script>{HARNESS}</script></body>')
    asked = page + ".asked.html"
    open(asked, "w", encoding="utf-8", newline="").write(text)
    with tempfile.TemporaryDirectory() as profile:
        out = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=1000", "--dump-dom", "file://" + asked],
            capture_output=True, text=True, timeout=300, check=True).stdout
    os.remove(asked)
    found = re.search(r'<pre id="result">(.*?)</pre>', out, re.S)
    assert found, f"{page}: the page's script did not run to its end"
    return json.loads(html.unescape(found.group(1)))


def read(file):
    with open(file, encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def check(program, model, rows, folder, explained=EXPLAINED):
    """The largest differences of predictions and of explanations; fails where classes differ."""
    page, ours, some = (os.path.join(folder, name) for name in ("page.html", "ours.csv", "some.csv"))
    program("export", model, "--to", "page", "-o", page)
    program("predict", model, rows, "-o", ours)
    preprocessor = json.load(open(model, encoding="utf-8"))["preprocessor"]
    inputs, target = preprocessor["inputs"], preprocessor["target"]
    table = read(rows)
    cells = [[number(row[it["name"]]) if it["type"] == "number" else row[it["name"]] for it in inputs]
             for row in table]
    told = read(ours)  # a missing value may be one that the program does not predict
    predicted = [r for r, our in enumerate(told) if our["predicted " + target["name"]] != ""]
    answers = ask(page, cells, predicted[:explained])
    assert answers["check"] == "fine", f"{model}: the page's own test fails"
    most = why = 0.0
    for r in predicted:
        their, our = answers["rows"][r], told[r]
        said = our["predicted " + target["name"]]
        if target["type"] == "number":
            most = max(most, abs(their[1] - float(said)) / max(1, abs(float(said))))
            continue
        found = [float(our["probability " + it]) for it in target["classes"]]
        most = max([most] + [abs(a - b) for a, b in zip(their[1:], found, strict=True)])
        decided = sorted(found)[-1] - sorted(found)[-2] > TOLERANCE or len(found) == 2
        assert not decided or target["classes"][their[0]] == said, (model, said, their)
    if explained:
        with open(some, "w", encoding="utf-8", newline="") as out:
            lines = csv.DictWriter(out, table[0].keys())
            lines.writeheader()
            lines.writerows(table[r] for r in predicted[:explained])
        told = json.loads(program("predict", model, some, "--explain", "--json"))["rows"]
        for their, our in zip(answers["why"], told, strict=True):
            size = 1 if target["type"] == "class" else max(1, abs(our["output"]))
            pairs = [(their["base"], our["base"]), (their["output"], our["output"])]
            for part in their["parts"]:
                name = inputs[part["columns"][0]]["name"] if len(part["columns"]) == 1 else "others"
                pairs.append((part["amount"], our["contributions"][name]))
            assert len(pairs) == len(our["contributions"]) + 2, (their, our)
            why = max([why] + [abs(a - b) / size for a, b in pairs])
    return most, why


def number(cell):
    return float(cell) if cell else None


# Random models.

ACTIVATIONS = ["identity", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus", "mish"]
HOSTILE = ["</script>", "a\"b'c", "{{data}}", "x\u2028y", "<img src=x onerror=alert(1)>", "back\\slash", "=cmd()",
           "]]>", "深蓝", "__proto__", "{0}"]


def write_rows(file, of, rows, numbers, names, classes, unknown):
    with open(file, "w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out)
        lines.writerow([f"n{i}" if i else names[0] for i in range(numbers)] + ["color", names[1], "y"])
        for _ in range(rows):
            x = [of.gauss(i, 1 + i) for i in range(numbers)]
            colors = ["red", "green", names[2], "rare" if of.random() < 0.1 else "blue"]
            color = of.choice(colors + (["unseen", "1e9"] if unknown else []))
            code = of.choice(["one", "two", names[3]])
            score = sum(math.sin(v) for v in x[:3]) + (color == "red") + of.gauss(0, 0.3)
            y = f"{100 * score + 1e4:.3f}" if classes == 0 else f"c{int(abs(score) * classes) % classes}{names[4]}"
            lines.writerow(["" if of.random() < 0.08 else f"{v:.5g}" for v in x]
                           + ["" if of.random() < 0.1 else color, "" if of.random() < 0.05 else code, y])


def random_model(program, folder, of):
    """Trains a network on random rows with random settings; then its functions and decision vary."""
    model, data, rows = (os.path.join(folder, name) for name in ("m.nnw", "data.csv", "rows.csv"))
    numbers = of.choice([1, 2, 3, 5, 18])
    classes = of.choice([0, 2, 2, 3, 10])
    names = of.sample(HOSTILE, 5)
    write_rows(data, of, 300, numbers, names, classes, False)
    write_rows(rows, of, 100, numbers, names, classes, True)
    losses = {0: ["mean_squared_error", "mean_absolute_error", "huber"],
              2: ["binary_cross_entropy", "categorical_cross_entropy", "mean_squared_error"]}
    hidden = of.choice(["none", "5", "8,4", "6,5,4"])
    options = ["--target", "y", "--epochs", "15", "--hidden", hidden, "--activation", of.choice(ACTIVATIONS),
               "--scaling", of.choice(["standardize", "min_max", "max_abs", "none"]),
               "--impute", of.choice(["mean", "median", "mode", "own", "apart", "zero", "drop_row"]),
               "--loss", of.choice(losses.get(classes, ["categorical_cross_entropy", "mean_squared_error"])),
               "--min-category-rows", of.choice(["1", "20"]), "--seed", str(of.randrange(1000))]
    if classes:
        options += of.choice([[], ["--balance"], ["--balance", "--correct-prior"]])
    if numbers >= 3 and of.random() < 0.6:
        options += ["--feature", "square=n1", "--feature", "product=n1*n2", "--feature", "sine=n2",
                    "--feature", "log=n1", "--feature", "missing=n2"]
    if of.random() < 0.3:
        options += ["--replace", "color=green=red"]
    program("train", data, "-o", model, *options)
    file = json.load(open(model, encoding="utf-8"))
    del file["checkpoint"]
    dense = [layer for layer in file["network"]["layers"] if layer["type"] == "dense"]
    drawn = [it for it in file["experiment"]["network"]["hidden"] if it["type"] == "dense"]
    for layer, design in zip(dense, drawn):
        layer["activation"] = design["activation"] = of.choice(ACTIVATIONS)
    if classes and of.random() < 0.5:
        file["version"] = 4
        file["decision"] = (
            {"type": "threshold", "positive": of.randrange(2), "threshold": round(of.uniform(0.1, 0.9), 3)}
            if classes == 2 and of.random() < 0.5 else
            {"type": "costs", "costs": [[0 if i == j else round(of.uniform(0.1, 9), 2) for j in range(classes)]
                                        for i in range(classes)]})
    json.dump(file, open(model, "w", encoding="utf-8"))
    return model, rows, options


def main(command, count, seed="1"):
    def program(*arguments):
        ran = subprocess.run(shlex.split(command) + list(arguments), capture_output=True, text=True)
        assert ran.returncode == 0, (arguments, ran.stderr[-2000:])
        return ran.stdout

    most = why = 0.0
    for i in range(int(count)):
        with tempfile.TemporaryDirectory() as folder:
            model, rows, options = random_model(program, folder, random.Random(int(seed) * 1000 + i))
            found = check(program, model, rows, folder)
            assert max(found) <= TOLERANCE, (i, found, options)
            most, why = max(most, found[0]), max(why, found[1])
    print(f"{count} pages: largest difference of a prediction {most:.1e}, of an explanation {why:.1e}")


if __name__ == "__main__":
    main(*sys.argv[1:])
