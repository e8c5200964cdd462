"""Reference trajectories from PyTorch, in float64, for GoldenTrajectoryTest.

    python golden.py FOLDER

writes one JSON file for each run below that is not there yet; src/test/resources/golden/README.md tells what is in it.
The files of before were made likewise by PyTorch 2.6; these by the version that golden.py prints.
"""

import json
import sys
from pathlib import Path

import torch
from torch import nn

ACTIVATIONS = {
    "identity": nn.Identity, "sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "relu": nn.ReLU,
    "mish": nn.Mish, "softplus": nn.Softplus,
}


def layers(model, values):
    """Weights and biases as (inputs × units), which PyTorch keeps as (units × inputs)."""
    told = []
    for layer, activation in model:
        told.append({
            "inputs": layer.in_features, "units": layer.out_features, "activation": activation,
            "weights": values(layer.weight).T.tolist(), "bias": values(layer.bias).tolist()})
    return told


def run(name, sizes, activations, loss, optimizer, batch, epochs, rows=20, seed=0, l2=0.0,
        max_norm=None):
    torch.manual_seed(seed)
    torch.set_default_dtype(torch.float64)
    # Single precision throughout, so that both engines start from the same numbers.
    single = lambda *shape: torch.randn(*shape).float().double()
    model = []
    for inputs, units, activation in zip(sizes, sizes[1:], activations):
        layer = nn.Linear(inputs, units)
        with torch.no_grad():
            layer.weight.copy_(0.4 * single(units, inputs).float())
            layer.bias.copy_(0.1 * single(units).float())
        model.append((layer, activation))
    inputs = single(rows, sizes[0])
    outputs = sizes[-1]
    smoothing = loss.get("label_smoothing", 0.0)
    if loss["type"] == "categorical_cross_entropy":
        classes = torch.arange(rows) % outputs
        targets = nn.functional.one_hot(classes, outputs).double()
        criterion = nn.CrossEntropyLoss(label_smoothing=smoothing)
        cost = lambda z, y: criterion(z, y.argmax(1))
        answer = lambda z: z.softmax(1)
    else:
        targets = torch.sin(inputs[:, :1] - inputs[:, 1:2]).float().double().repeat(1, outputs)
        cost = nn.MSELoss()
        answer = lambda z: z
    parameters = [p for layer, _ in model for p in layer.parameters()]
    made = {
        "sgd": lambda o: torch.optim.SGD(
            parameters, o["learning_rate"], o.get("momentum", 0.0), nesterov=o.get("nesterov", False)),
        "nadam": lambda o: torch.optim.NAdam(
            parameters, o["learning_rate"], (o["beta1"], o["beta2"]), o["epsilon"],
            momentum_decay=o["momentum_decay"]),
    }[optimizer["type"]](optimizer)

    def forward(x):
        for layer, activation in model:
            x = ACTIVATIONS[activation]()(layer(x))
        return x

    told = {
        "name": name, "layers": layers(model, lambda p: p.detach()), "loss": loss["type"],
        **({"label_smoothing": smoothing} if smoothing else {}), "optimizer": optimizer,
        "l1": 0, "l2": l2, "gradient_clip_norm": None,
        **({"max_norm": max_norm} if max_norm else {}), "batch_size": batch, "epochs": epochs,
        "shuffle": False, "inputs": inputs.tolist(), "targets": targets.tolist()}
    losses = []
    for _ in range(epochs):
        for start in range(0, rows, batch):
            made.zero_grad()
            value = cost(forward(inputs[start:start + batch]), targets[start:start + batch])
            losses.append(value.item())
            (value + l2 / 2 * sum((layer.weight**2).sum() for layer, _ in model)).backward()
            if len(losses) == 1:
                told["first_step_gradients"] = layers(model, lambda p: p.grad)
            made.step()
            for layer, _ in model if max_norm else []:
                with torch.no_grad():  # a row of PyTorch's weights leads into one unit
                    layer.weight.copy_(torch.renorm(layer.weight, p=2, dim=0, maxnorm=max_norm))
    told["loss_before_each_step"] = losses
    told["final_layers"] = layers(model, lambda p: p.detach())
    told["final_predictions"] = answer(forward(inputs)).tolist()
    return told


def nadam(rate, beta1=0.9, decay=0.004):
    return {"type": "nadam", "learning_rate": rate, "beta1": beta1, "beta2": 0.999,
            "epsilon": 1e-8, "momentum_decay": decay}


RUNS = [
    lambda: run("mlp_tanh_nadam", [4, 6, 3], ["tanh", "identity"],
                {"type": "categorical_cross_entropy"}, nadam(0.01), 8, 6),
    lambda: run("mlp_sigmoid_nadam_decay", [3, 5, 1], ["sigmoid", "identity"],
                {"type": "mean_squared_error"}, nadam(0.02, 0.8, 0.5), 6, 8, seed=1, l2=0.01),
    lambda: run("mlp_mish", [4, 6, 5, 2], ["mish", "mish", "identity"],
                {"type": "mean_squared_error"}, {"type": "sgd", "learning_rate": 0.1}, 8, 6, seed=2),
    lambda: run("mlp_tanh_smoothing", [4, 6, 3], ["tanh", "identity"],
                {"type": "categorical_cross_entropy", "label_smoothing": 0.1},
                {"type": "sgd", "learning_rate": 0.2}, 8, 6, seed=3),
    lambda: run("mlp_relu_max_norm", [4, 6, 5, 3], ["relu", "tanh", "identity"],
                {"type": "categorical_cross_entropy"},
                {"type": "sgd", "learning_rate": 0.2, "momentum": 0.9, "nesterov": False}, 8, 6,
                seed=4, max_norm=0.8),
]

if __name__ == "__main__":
    print("PyTorch", torch.__version__)
    for make in RUNS:
        made = make()
        file = Path(sys.argv[1], made["name"] + ".json")
        if file.exists():
            continue
        file.write_text(json.dumps(made, separators=(",", ":")) + "\n")
        print(made["name"], made["loss_before_each_step"][0], made["loss_before_each_step"][-1])
