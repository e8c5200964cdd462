"""Pages of models, opened in Chromium without a network, beside the program.

src/test/exchange asks page() for what a page predicts; explanations are compared here.

    python3 src/test/python/page.py SAMPLE…

compares the pages of samples, such as breast-cancer and digits, which have more columns than stand
alone in an explanation; and what is drawn on that of digits. PROGRAM names another program than the packaged one.
"""
import base64
import csv
import hashlib
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get("PROGRAM") or str(
    pathlib.Path(__file__).resolve().parents[3] / "target/app/bin/neural-workbench")
TOLERANCE = 1e-6
EXPLAINED = 3  # rows of each model

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
  drawn: given.drawn.map(strokes => {
    Object.assign(model.style, given.style);
    return image(strokes.map(stroke => stroke.map(([x, y]) => [x / 100, y / 100])));
  }),
  check: document.getElementById('check').className,
  title: document.title,
});
document.body.append(result);
}
"""


def run(*words):
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, (words, done.stderr[-2000:])
    return done.stdout


def ask(file, cells, explained, style=None, drawn=()):
    """What a page says of rows, and makes of strokes, in a browser that reaches nothing."""
    text = file.read_bytes().decode()
    given = json.dumps({"rows": cells, "explained": explained, "style": style, "drawn": drawn}).replace("<", "\\u003c")
    own = base64.b64encode(hashlib.sha256(HARNESS.encode()).digest()).decode()
    text = text.replace("script-src '", f"script-src 'sha256-{own}' '", 1).replace(
        "</body>", f'<script type="application/json" id="given">{given}</script><script>{HARNESS}</script></body>')
    asked = file.with_suffix(".asked.html")
    asked.write_bytes(text.encode())
    with tempfile.TemporaryDirectory() as profile:
        out = subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=1000", "--dump-dom",
             asked.resolve().as_uri()],
            capture_output=True, text=True, encoding="utf-8", timeout=600, check=True).stdout
    found = re.search(r'<pre id="result">(.*?)</pre>', out, re.S)
    assert found, f"{file}: the page's script did not run to its end"
    return json.loads(html.unescape(found.group(1)))


def page(folder, rows):
    """The page's predictions of rows, and its probabilities; None of numbers."""
    file, model = folder / "page.html", folder / "model.nnw"
    run("export", str(model), "--to", "page", "-o", str(file))
    preprocessor = json.loads(model.read_text(encoding="utf-8"))["preprocessor"]
    inputs, classes = preprocessor["inputs"], preprocessor["target"].get("classes")

    def cell(column, row):
        text = row[column["name"]]
        return text if column["type"] == "category" else float(text) if text else None

    said = ask(file, [[cell(column, row) for column in inputs] for row in rows], list(range(EXPLAINED)))
    assert said["check"] == "fine", f"{file}: the page's test of itself says {said['check']}"
    explain(folder, rows, inputs, said["why"])
    if classes is None:
        return [values[0] for _, *values in said["rows"]], None
    return [classes[predicted] for predicted, *_ in said["rows"]], [values for _, *values in said["rows"]]


def explain(folder, rows, inputs, why):
    """Compares explanations: base and prediction, and the amount of each column or of the others."""
    with open(folder / "some.csv", "w", encoding="utf-8", newline="") as out:
        lines = csv.DictWriter(out, rows[0])
        lines.writeheader()
        lines.writerows(rows[:EXPLAINED])
    told = json.loads(run("predict", str(folder / "model.nnw"), str(folder / "some.csv"), "--explain", "--json"))
    for our, their in zip(told["rows"], why, strict=True):
        amounts = {inputs[part["columns"][0]]["name"] if len(part["columns"]) == 1 else "others": part["amount"]
                   for part in their["parts"]}
        assert amounts.keys() == our["contributions"].keys(), (amounts, our)
        pairs = [(their["base"], our["base"]), (their["output"], our["output"]),
                 *((amounts[name], our["contributions"][name]) for name in amounts)]
        worst = max(abs(a - b) for a, b in pairs) / max(1, abs(our["output"]))
        explain.worst = max(explain.worst, worst)
        assert worst <= TOLERANCE, (folder, worst, their, our)


explain.worst = 0.0


def drawn_digits(file):
    """Draws the digits that ImageStyleTest draws on the page of an 8 × 8 image: are the images its?"""
    held = json.loads((pathlib.Path(__file__).parents[1] / "resources/drawn/digits.json").read_text())
    drawn = held["drawn"]
    found = ask(file, [], [], held["style"], [it["strokes"] for it in drawn])["drawn"]
    assert found == [it["image"] for it in drawn]
    print(f"{len(drawn)} drawn digits are the images that the window makes of them", flush=True)


def main(samples):
    for sample in samples:
        with tempfile.TemporaryDirectory() as parent:
            folder = pathlib.Path(parent)
            table, ours = str(folder / "rows.csv"), str(folder / "ours.csv")
            run("samples", sample, "-o", table)
            run("train", table, "-o", str(folder / "model.nnw"), "--epochs", "20", "--hidden", "8,6")
            run("predict", str(folder / "model.nnw"), table, "-o", ours)
            rows, told = ([*csv.DictReader(open(it, encoding="utf-8", newline=""))] for it in (table, ours))
            predictions, probabilities = page(folder, rows)
            if sample == "digits":
                drawn_digits(folder / "page.html")
            worst = 0.0
            for r, row in enumerate(told):
                own = list(row.values())[len(rows[0]):]
                theirs = probabilities[r] if probabilities else [predictions[r]]
                assert not probabilities or predictions[r] == own[0], (sample, r)
                numbers = [float(it) for it in (own[1:] if probabilities else own)]
                worst = max(worst, *(abs(a - b) / max(1, abs(b)) for a, b in zip(theirs, numbers, strict=True)))
            assert worst <= TOLERANCE, (sample, worst)
            print(f"{sample}: {len(rows)} rows, largest difference {worst:.1e}, "
                  f"of an explanation {explain.worst:.1e}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
