"""A network trained by Neural Workbench, in Python with NumPy and nothing else.

    python3 model.py rows.csv > predictions.csv

prints the rows with their predictions. In another program:

    from model import predict
    predict([{"column": "cell", ...}, ...])

The cells are prepared as they were for the training; each row stands alone. Inputs and weights are single
precision, all else is double.
"""

import base64
import csv
import json
import math
import os
import re
import sys

import numpy as np

#include rows.py

# ---- The network ----

FUNCTIONS = {
    "identity": lambda z: z,  #? layers.activation=identity network.outputFunction=identity
    "sigmoid": lambda z: np.exp(-np.logaddexp(0, -z)),  #? layers.activation=sigmoid network.outputFunction=sigmoid
    "tanh": np.tanh,  #? layers.activation=tanh
    "relu": lambda z: np.maximum(z, 0),  #? layers.activation=relu
    "leaky_relu": lambda z: np.maximum(z, 0.01 * z),  #? layers.activation=leaky_relu
    "elu": lambda z: np.maximum(z, 0) + np.expm1(np.minimum(z, 0)),  #? layers.activation=elu
    "gelu": lambda z: z * np.vectorize(math.erfc, "d")(-z / math.sqrt(2)) / 2,  #? layers.activation=gelu
    "softplus": lambda z: np.logaddexp(0, z),  #? layers.activation=softplus
    "mish": lambda z: z * np.tanh(np.logaddexp(0, z)),  #? layers.activation=mish
    "softmax": lambda z: softmax(z),  #? network.outputFunction=softmax
}


#[ network.outputFunction=softmax
def softmax(z):
    """e to the power of each output, divided by their sum; the largest is taken away so that nothing overflows."""
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


#]
def outputs(x):
    """Outputs (rows × outputs) for inputs (rows × inputs): each layer is y = f(x W + b)."""
    y, start = x.astype("float64"), 0
    for layer in MODEL["network"]["layers"]:
        #[ layers.type=dropout
        if layer["type"] == "dropout":  # for training alone
            continue
        #]
        inputs, units = layer["inputs"], layer["units"]
        w = WEIGHTS[start : start + inputs * units].reshape(inputs, units)
        b = WEIGHTS[start + inputs * units : start + (inputs + 1) * units]
        y = FUNCTIONS[layer["activation"]](y @ w + b)
        start += (inputs + 1) * units
    return FUNCTIONS[MODEL["network"]["outputFunction"]](y)


#include predictions.py

# ---- The model: what was learned of the columns, and the layers ----

MODEL = json.loads(r'''
#json
''')

#include learned.py

# Weights (inputs × units) and biases of each layer, single precision, little-endian, base64.
WEIGHTS = np.frombuffer(base64.b64decode("""
#weights
"""), "<f4").astype("float64")

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print_predictions(sys.argv[1])
