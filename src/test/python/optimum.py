"""Least values of mean loss + λ/2 Σw² by scikit-learn, for ObjectiveTest.

    python optimum.py FOLDER

reads FOLDER/iris.csv and FOLDER/diabetes.csv (standardised inputs, then the target) and prints a line for each λ.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge

folder = Path(sys.argv[1])
iris = np.loadtxt(folder / "iris.csv", delimiter=",", dtype=np.float32).astype(float)
x, y = iris[:, :-1], iris[:, -1].astype(int)


def classes(x, y, price):
    n = len(y)
    model = LogisticRegression(C=1 / (n * price), tol=1e-12, max_iter=100_000).fit(x, y)
    p = model.predict_proba(x)
    return -np.log(p[np.arange(n), y]).mean() + price / 2 * (model.coef_ ** 2).sum()


for price in (0.001, 0.01, 0.1):
    print("three classes", price, repr(classes(x, y, price)))
    some = y < 2
    print("two classes", price, repr(classes(x[some], y[some], price)))

diabetes = np.loadtxt(folder / "diabetes.csv", delimiter=",", dtype=np.float32).astype(float)
x, y = diabetes[:, :-1], diabetes[:, -1]
for price in (0.0, 0.01, 0.5):
    model = Ridge(alpha=len(y) * price / 2, tol=1e-12).fit(x, y)
    loss = ((model.predict(x) - y) ** 2).mean() + price / 2 * (model.coef_ ** 2).sum()
    print("numbers", price, repr(loss))
