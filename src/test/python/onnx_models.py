#!/usr/bin/env python3
"""Small ONNX files as other programs write them, with what onnxruntime makes of them.

    /usr/bin/python3 src/test/python/onnx_models.py FOLDER

writes the files that OnnxImportTest opens, and expected.txt: for each file its name and classes,
and rows with their probabilities or numbers. PyTorch's files come from its own exporter; those of scikit-learn
(skl2onnx), Keras (tf2onnx) and PyTorch's newer exporter, which Debian lacks, are built operator by
operator in their ways of writing. Needs onnx, onnxruntime and torch.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

warnings.filterwarnings("ignore")
ROWS = 12
FOLDER = Path(sys.argv[1])
FOLDER.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(7)
expected = {}


def normal(*shape, scale=0.8):
    return (random.normal(size=shape) * scale).astype("float32")


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def keep(name, rows, values, classes=None):
    """What a file predicts: probabilities of classes in rising order, or a number."""
    lines = [" ".join(["model", name, *(classes or [])])]
    for row, value in zip(rows, np.asarray(values, "float32").reshape(len(rows), -1)):
        lines.append(" ".join(map(str, [*row.astype("float32"), "|", *value])))
    expected[name] = "\n".join(lines)


def run(file, rows, split=False):
    session = onnxruntime.InferenceSession(file)
    ports = session.get_inputs()
    if split:
        feed = {port.name: rows[:, i : i + 1].astype("float32") for i, port in enumerate(ports)}
    else:
        kind = np.float64 if "double" in ports[0].type else np.float32
        shape = [-1] + [size for size in ports[0].shape[1:]]
        feed = {ports[0].name: rows.astype(kind).reshape(shape)}
    return session.run(None, feed)


def torch_model(name, layers, rows, classes=None, logits=False, **options):
    torch.manual_seed(len(expected))
    model = nn.Sequential(*layers)
    for layer in model:  # as after a training
        if isinstance(layer, nn.BatchNorm1d):
            layer.running_mean.normal_()
            layer.running_var.uniform_(0.5, 2)
            layer.weight.data.uniform_(0.5, 2)
            layer.bias.data.normal_()
    model.eval()
    file = str(FOLDER / f"{name}.onnx")
    shape = options.pop("shape", [1, rows.shape[1]])
    usual = {"input_names": ["input"], "output_names": ["output"], "opset_version": 13}
    axes = {"input": {0: "batch"}, "output": {0: "batch"}}
    torch.onnx.export(model, torch.zeros(shape), file, dynamic_axes=axes, dynamo=False, **usual | options)
    values = run(file, rows)[0]
    if logits:
        values = softmax(values)
    elif classes is None and values.shape[1] == 1:
        values = values[:, 0]
    if classes and values.shape[1] == 1:
        values = np.hstack([1 - values, values])
    keep(name, rows, values, classes)
    return file


class Graph:
    """A graph while it is written."""

    def __init__(self, name, opset=13, ml=0):
        self.name, self.opset, self.ml = name, opset, ml
        self.nodes, self.constants, self.inputs, self.outputs = [], [], [], []

    def input(self, name, shape, kind=TensorProto.FLOAT):
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def constant(self, name, array):
        self.constants.append(numpy_helper.from_array(np.asarray(array), name))
        return name

    def add(self, operator, *inputs, name=None, domain="", **attributes):
        output = name or f"{operator.lower()}_{len(self.nodes)}"
        node = helper.make_node(operator, list(inputs), [output], f"n_{output}", domain=domain, **attributes)
        self.nodes.append(node)
        return output

    def output(self, name, kind=TensorProto.FLOAT, shape=(None, None)):
        self.outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def save(self, external=False, raw=False):
        graph = helper.make_graph(self.nodes, "graph", self.inputs, self.outputs, self.constants)
        sets = [helper.make_opsetid("", self.opset)]
        if self.ml:
            sets.append(helper.make_opsetid("ai.onnx.ml", self.ml))
        model = helper.make_model(graph, opset_imports=sets, ir_version=8, producer_name=self.name)
        file = str(FOLDER / f"{self.name}.onnx")
        if external:
            data = f"{self.name}.onnx.data"
            (FOLDER / data).unlink(missing_ok=True)
            onnx.save(model, file, save_as_external_data=True, location=data, size_threshold=0)
        else:
            onnx.save(model, file)
        return file


def sklearn_layers(graph, x, sizes, activation):
    """As skl2onnx writes an MLP: MatMul and Add of each layer, its activation between them."""
    for i, (before, units) in enumerate(zip(sizes, sizes[1:])):
        w = graph.constant(f"coefficient{i}", normal(before, units))
        b = graph.constant(f"intercepts{i}", normal(1, units))
        x = graph.add("Add", graph.add("MatMul", x, w, name=f"mul_result{i}"), b, name=f"add_result{i}")
        if i < len(sizes) - 2:
            x = graph.add(activation, x, name=f"next_activations{i}") if activation else x
    return x


def sklearn_classifier(name, sizes, activation, classes, scaler=None, zipmap=True):
    graph = Graph(name, opset=15, ml=1)
    x = graph.input("X", [None, sizes[0]])
    if scaler:
        offset, scale = scaler
        x = graph.add("Scaler", x, name="variable", domain="ai.onnx.ml", offset=offset, scale=scale)
    x = graph.add("Cast", x, name="cast_input", to=TensorProto.FLOAT)
    z = sklearn_layers(graph, x, sizes, activation)
    if sizes[-1] == 1:
        p = graph.add("Sigmoid", z, name="out_activations_result")
        first = graph.add("Sub", graph.constant("unity", np.array([1], "float32")), p, name="negative_class_proba")
        p = graph.add("Concat", first, p, name="probabilities", axis=1)
    else:
        p = graph.add("Softmax", z, name="probabilities", axis=1)
    best = graph.add("ArgMax", p, name="argmax_output", axis=1)
    texts = isinstance(classes[0], str)
    names = np.array(classes, object) if texts else np.array(classes, "int64" if texts else "int32")
    names = graph.constant("classes", names)
    label = graph.add("ArrayFeatureExtractor", names, best, domain="ai.onnx.ml")
    if not texts:
        label = graph.add("Cast", label, to=TensorProto.INT64)
    shape = graph.constant("shape_tensor", np.array([-1], "int64"))
    label = graph.add("Reshape", label, shape, name="label")
    graph.output(label, TensorProto.STRING if texts else TensorProto.INT64, [None])
    out = p
    if zipmap:
        labels = {"classlabels_strings" if texts else "classlabels_int64s": classes}
        out = graph.add("ZipMap", p, name="output_probability", domain="ai.onnx.ml", **labels)
        kind = helper.make_map_type_proto(
            TensorProto.STRING if texts else TensorProto.INT64, helper.make_tensor_type_proto(TensorProto.FLOAT, [])
        )
        value = helper.make_value_info(out, helper.make_sequence_type_proto(kind))
        graph.outputs.append(value)
    else:
        graph.output(out)
    file = graph.save()
    rows = random.normal(size=(ROWS, sizes[0]))
    if scaler:
        rows = rows / np.array(scaler[1]) + np.array(scaler[0])
    rows = rows.astype("float32")
    values = run(file, rows)[1]
    order = sorted(range(len(classes)), key=lambda i: classes[i])
    if zipmap:
        values = [[row[classes[i]] for i in order] for row in values]
    else:
        values = values[:, order]
    keep(name, rows, values, [str(classes[i]) for i in order])


def models():
    plain = random.normal(size=(ROWS, 4)).astype("float32")
    three = ["0", "1", "2"]

    # PyTorch's exporter of TorchScript.
    torch_model("torch_relu_logits", [nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3)], plain, three, logits=True)
    torch_model(
        "torch_gelu_mish",
        [nn.Linear(4, 8), nn.BatchNorm1d(8), nn.GELU(), nn.Dropout(0.2), nn.Linear(8, 5), nn.Mish(),
         nn.Linear(5, 3), nn.Softmax(1)],
        plain, three,
    )
    torch_model(
        "torch_elu_sigmoid",
        [nn.BatchNorm1d(4), nn.Linear(4, 6), nn.ELU(), nn.Linear(6, 1), nn.Sigmoid()], plain, ["0", "1"],
    )
    torch_model("torch_regression", [nn.Linear(4, 7), nn.Tanh(), nn.Linear(7, 6, bias=False), nn.LeakyReLU(), nn.Linear(6, 1)], plain)
    torch_model("torch_softplus_output", [nn.Linear(4, 7), nn.Softplus(), nn.Linear(7, 1), nn.Softplus()], plain, opset_version=11)
    torch_model("torch_no_activation", [nn.Linear(4, 5), nn.Linear(5, 2), nn.LogSoftmax(1)], plain, ["0", "1"], logits=True, opset_version=9)
    pixels = random.uniform(size=(ROWS, 36)).astype("float32")
    torch_model(
        "torch_images", [nn.Flatten(), nn.Linear(36, 6), nn.ReLU(), nn.Linear(6, 4)], pixels,
        ["0", "1", "2", "3"], logits=True, shape=[1, 1, 6, 6],
    )
    torch_model("torch_sigmoid_hidden", [nn.Linear(4, 5), nn.Sigmoid(), nn.Linear(5, 5), nn.Sigmoid(), nn.Linear(5, 1)], plain, do_constant_folding=False)

    # scikit-learn's MLPClassifier and MLPRegressor, in a pipeline with StandardScaler too.
    sklearn_classifier("sklearn_texts", [4, 6, 3], "Relu", ["setosa", "versicolor", "virginica"])
    sklearn_classifier("sklearn_scaled", [3, 6, 5, 3], "Tanh", [7, 1, 10], ([1900.0, -3.5, 0.25], [0.1, 12.0, 3.0]))
    sklearn_classifier("sklearn_two", [4, 6, 1], "Sigmoid", ["no", "yes"], zipmap=False)
    sklearn_classifier("sklearn_two_turned", [4, 6, 1], "Relu", ["yes", "no"], zipmap=False)
    graph = Graph("sklearn_regressor", opset=15, ml=1)
    names = ["age", "height", "weight"]
    x = graph.add("Concat", *[graph.input(name, [None, 1]) for name in names], axis=1)
    x = graph.add("Sub", x, graph.constant("mean", np.array([40, 1.7, 70], "float32")))
    x = graph.add("Div", x, graph.constant("scale", np.array([12, 0.2, 15], "float32")))
    z = sklearn_layers(graph, x, [3, 8, 1], "Relu")
    y = graph.add("Reshape", z, graph.constant("shape", np.array([-1, 1], "int64")), name="price")
    graph.output(y)
    rows = (random.normal(size=(ROWS, 3)) * [12, 0.2, 15] + [40, 1.7, 70]).astype("float32")
    keep("sklearn_regressor", rows, run(graph.save(), rows, split=True)[0][:, 0])

    # Keras by tf2onnx: MatMul and Add by the names of layers, constants as nodes or beside them.
    graph = Graph("keras_softmax", opset=15)
    x = graph.input("args_0", ["unk__6", 4])
    x = graph.add("Sub", x, graph.constant("normalization/sub/y:0", normal(1, 4)))
    x = graph.add("Mul", x, graph.constant("normalization/div", np.abs(normal(1, 4)) + 0.5))
    for i, (before, units) in enumerate([(4, 6), (6, 6), (6, 3)]):
        w = graph.constant(f"sequential/dense_{i}/MatMul/ReadVariableOp:0", normal(before, units))
        b = graph.constant(f"sequential/dense_{i}/BiasAdd/ReadVariableOp:0", normal(units))
        x = graph.add("Add", graph.add("MatMul", x, w), b)
        if i == 0:  # x · ½(1 + erf(x / √2))
            half = graph.constant("half", np.float32(0.5))
            root = graph.add("Mul", x, graph.constant("root", np.float32(np.sqrt(0.5))))
            one = graph.add("Add", graph.add("Erf", root), graph.constant("one", np.float32(1)))
            x = graph.add("Mul", graph.add("Mul", half, one), x)
        elif i == 1:
            x = graph.add("Elu", x, alpha=1.0)
    graph.output(graph.add("Softmax", x, name="dense_2", axis=-1))
    keep("keras_softmax", plain, run(graph.save(), plain)[0], three)

    graph = Graph("keras_sigmoid", opset=18)
    x = graph.input("input_1", [None, 4], TensorProto.DOUBLE)
    x = graph.add("Cast", x, to=TensorProto.FLOAT)
    w = graph.add("Transpose", graph.constant("kernel", normal(5, 4)), perm=[1, 0])
    x = graph.add("Gemm", x, w, graph.constant("bias", normal(5)), alpha=0.5, beta=2.0)
    x = graph.add("Softplus", graph.add("Identity", x))
    x = graph.add("Mul", x, graph.constant("batchnorm/mul", normal(5)))
    x = graph.add("Add", x, graph.constant("batchnorm/add", normal(5)))
    x = graph.add("MatMul", x, graph.constant("kernel2", normal(5, 1)))
    x = graph.add("Add", graph.constant("bias2", normal(1)), x)
    graph.output(graph.add("Sigmoid", x, name="output_1"))
    p = run(graph.save(), plain)[0]
    keep("keras_sigmoid", plain, np.hstack([1 - p, p]), ["0", "1"])

    # PyTorch's newer exporter: weights in a file beside, Gelu and Mish as operators of their own.
    graph = Graph("torch_dynamo", opset=20)
    x = graph.input("input", ["s0", 4])
    for i, (before, units, f) in enumerate([(4, 6, "Gelu"), (6, 5, "Mish"), (5, 3, None)]):
        w = graph.constant(f"{i}.weight", normal(units, before))
        b = graph.constant(f"{i}.bias", normal(units))
        x = graph.add("Gemm", x, w, b, transB=1, alpha=1.0, beta=1.0, name=f"linear_{i}")
        x = graph.add(f, x, **({"approximate": "none"} if f == "Gelu" else {})) if f else x
    graph.output(x)
    keep("torch_dynamo", plain, softmax(run(graph.save(external=True), plain)[0]), three)

    # x.view(x.size(0), -1), the shape taken apart.
    graph = Graph("torch_view", opset=13)
    x = graph.input("x", ["n", 2, 3])
    first = graph.add("Gather", graph.add("Shape", x), graph.constant("at", np.int64(0)), axis=0)
    first = graph.add("Unsqueeze", first, graph.constant("axes", np.array([0], "int64")))
    shape = graph.add("Concat", first, graph.constant("rest", np.array([-1], "int64")), axis=0)
    x = graph.add("Reshape", x, shape)
    y = graph.add("MatMul", x, graph.constant("w", normal(6, 6)))
    x = graph.add("Tanh", y)
    x = graph.add("MatMul", x, graph.constant("v", normal(6, 1)))
    graph.output(graph.add("Neg", x), shape=[None, 1])
    rows = random.normal(size=(ROWS, 6)).astype("float32")
    keep("torch_view", rows, run(graph.save(), rows)[0][:, 0])

    # A class alone, named by a list of keys and values.
    graph = Graph("labels_only", opset=15, ml=2)
    x = graph.input("x", [None, 4])
    z = graph.add("MatMul", x, graph.constant("w", normal(4, 3)))
    best = graph.add("ArgMax", z, axis=1, keepdims=0)
    label = graph.add(
        "LabelEncoder", best, domain="ai.onnx.ml", keys_int64s=[0, 1, 2], values_strings=["red", "blue", "green"]
    )
    graph.output(label, TensorProto.STRING, [None])
    file = graph.save()
    values = softmax(plain @ numpy_helper.to_array(graph.constants[0]))[:, [1, 2, 0]]
    keep("labels_only", plain, values, ["blue", "green", "red"])
    names = [["blue", "green", "red"][i] for i in values.argmax(axis=1)]
    assert list(run(file, plain)[0]) == names


models()
(FOLDER / "expected.txt").write_text("\n".join(expected.values()) + "\n")
print(len(expected), "models,", sum(file.stat().st_size for file in FOLDER.iterdir()), "bytes")
