"""A network trained by Neural Workbench, in Python with PyTorch.

    python3 model.py rows.csv > predictions.csv
    python3 model.py --train data.csv -o trained.nnw
    python3 model.py --model trained.nnw rows.csv > predictions.csv
    torchrun --nproc-per-node 2 model.py --train shard0.csv shard1.csv -o trained.nnw

predicts; trains anew as the program did, from other weights; predicts with what was trained, which the program opens
too; trains in two processes. In another program:

    from model import predict
    predict([{"column": "cell", ...}, ...])

The cells are prepared as they were for the training; each row stands alone.
"""

import argparse
import base64
import csv
import hashlib
import json
import math
import os
import re
import signal
import struct
import sys
import time
from collections import Counter

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that spin while they wait take the others' time

import numpy as np
import torch
import torch.distributed as dist
from torch import nn
from torch.nn import functional as F
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DistributedSampler

#include rows.py

# ---- The network ----

ACTIVATIONS = {
    "identity": nn.Identity,  #? layers.activation=identity
    "sigmoid": nn.Sigmoid,  #? layers.activation=sigmoid
    "tanh": nn.Tanh,  #? layers.activation=tanh
    "relu": nn.ReLU,  #? layers.activation=relu
    "leaky_relu": lambda: nn.LeakyReLU(0.01),  #? layers.activation=leaky_relu
    "elu": nn.ELU,  #? layers.activation=elu
    "gelu": nn.GELU,  #? layers.activation=gelu
    "softplus": nn.Softplus,  #? layers.activation=softplus
    "mish": nn.Mish,  #? layers.activation=mish
}


class Network(nn.Module):
    """Dense layers y = f(x W + b), up to the logits or numbers of the last one."""

    def __init__(self):
        super().__init__()
        layers = []
        for layer in MODEL["network"]["layers"]:
            #[ layers.type=dropout
            if layer["type"] == "dropout":
                layers.append(nn.Dropout(layer["rate"]))
                continue
            #]
            layers += [nn.Linear(layer["inputs"], layer["units"]), ACTIVATIONS[layer["activation"]]()]
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return self.layers(x)

    def dense(self):
        """The layers that have weights."""
        return [layer for layer in self.layers if isinstance(layer, nn.Linear)]

    @torch.no_grad()
    def set(self, numbers):
        """Takes weights (inputs × units) and biases of each layer; PyTorch keeps weights as (units × inputs)."""
        numbers = torch.as_tensor(numbers)
        for layer in self.dense():
            count, units = layer.weight.numel(), layer.out_features
            layer.weight.copy_(numbers[:count].reshape(-1, units).T)
            layer.bias.copy_(numbers[count : count + units])
            numbers = numbers[count + units :]
        return self


def flat(tensors):
    """Of each layer a tensor like its weights and one like its biases, as `Network.set` takes them."""
    return np.concatenate([t.detach().cpu().numpy().T.ravel() for t in tensors])


def activated(z):
    """What the loss does to the last layer."""
    return z  #? network.outputFunction=identity
    return z.sigmoid()  #? network.outputFunction=sigmoid
    return z.softmax(1)  #? network.outputFunction=softmax


def outputs(x):
    """Outputs (rows × outputs) for inputs (rows × inputs), in double precision."""
    with torch.no_grad():
        return activated(NETWORK(torch.from_numpy(x).double())).numpy()


#include predictions.py

#include learn.py

#include train.py

#include run.py

#include model_file.py

# ---- The model: its settings, what was learned of the columns, and the layers ----

MODEL = json.loads(r'''
#json
''')

#include learned.py
IS_NUMBER = {column["name"]: column["numeric"] for column in MODEL["data"]["columns"]}
NUMBERS |= {name for name in IS_NUMBER if IS_NUMBER[name]}

# Weights (inputs × units) and biases of each layer, single precision, little-endian, base64.
WEIGHTS = np.frombuffer(base64.b64decode("""
#weights
"""), "<f4").copy()

NETWORK = Network().double().eval().set(WEIGHTS)  # predicts

if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
