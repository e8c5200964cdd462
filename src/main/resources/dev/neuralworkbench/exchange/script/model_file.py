# ---- The model file of Neural Workbench, and the command line ----


def matrices(numbers):
    """Weights and biases layer by layer, as a model file has them."""
    for layer in NETWORK.dense():
        count, units = layer.weight.numel(), layer.out_features
        weights, bias = numbers[:count], numbers[count : count + units]
        yield {"weights": weights.reshape(-1, units).tolist(), "bias": bias.tolist()}
        numbers = numbers[count + units :]


def use(weights):
    """Predicts from now on with these weights, and the columns as they are learned now."""
    global NETWORK
    fit_first_layer()
    NETWORK = Network().double().eval().set(weights)


def content_hash(path):
    """Rows of a table, and the hash by which the program knows it; where the columns are not the model's, another."""
    names, rows = read(path)
    known = {column["name"]: column["numeric"] for column in MODEL["data"]["columns"]}
    if names != list(known):
        return len(rows), hashlib.sha256(open(path, "rb").read()).hexdigest()

    def put(name):
        digest.update(struct.pack(">i", len(name.encode())) + name.encode())

    digest = hashlib.sha256(struct.pack(">i", len(rows)))
    for name, is_number in known.items():
        put(name)
        cells = [raw_text({"name": name, "type": "number" if is_number else "category"}, row) for row in rows]
        if is_number:
            digest.update(np.array([number(cell) for cell in cells], ">f8").tobytes())
        else:
            for cell in cells:
                put(cell)
    return len(rows), digest.hexdigest()


def save(path, weights, curve, rows, state, options):
    """Writes what was trained as a model file, which the program opens, evaluates, explains and trains on."""
    document = {name: json.loads(json.dumps(MODEL[name])) for name in MODEL if name != "missingMarks" and MODEL[name]}
    layers = [layer for layer in document["network"]["layers"] if layer["type"] == "dense"]
    for layer, numbers in zip(layers, matrices(weights)):
        del layer["inputs"], layer["units"]
        layer.update(numbers)
    counts_of_rows, hashes = zip(*map(content_hash, options.train))
    known = hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
    names = " + ".join(os.path.basename(file) for file in options.train)
    document["data"].update(name=names, rows=sum(counts_of_rows), hash=known, source={"type": "file"})
    # What this program does not have: folds, rows held out of the table, rows left out.
    training, preparation = document["experiment"]["training"], document["experiment"]["preparation"]
    training.pop("judgingFolds", None)
    training["stopping"].update(epochs=len(curve))
    training["stopping"].pop("earlyStopping", None)
    training["batchSize"] = min(training["batchSize"], rows)
    preparation["split"] = {"validation": 0.0, "test": 0.0, "stratified": False, "seed": 0}
    preparation.pop("filter", None)
    history = {"epochs": len(curve), "interventions": []}
    for name in ("trainingLoss", "validationLoss", "learningRate", "seconds"):
        if curve and name in curve[0]:
            history[name] = [row[name] for row in curve]
    document["history"] = history
    if state:
        steps, slots = state["optimizer"]
        document["checkpoint"] = {
            "epoch": len(curve), "batch": 0, "interventions": 0, "learningRate": state["learningRate"],
            "weights": list(matrices(state["weights"])), "epochStart": "weights",
            "optimizer": {"steps": steps, "slots": [list(matrices(slot)) for slot in slots]},
            "lossSum": 0.0, "scoreSum": 0.0, "earlyStopping": {"waited": 0}, "plateau": state["plateau"],
            "plateauFactor": state["plateauFactor"], "elapsedNanos": int(1e9 * curve[-1]["seconds"]),
        }
        document["checkpoint"]["average"] = "network"  #? training.averageEpochs
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False, indent=1, allow_nan=False)
    os.replace(path + ".part", path)


def open_model(path):
    """Takes what a model file has learned and its weights; its layers are those of this script."""
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        layers = [layer for layer in document["network"]["layers"] if layer["type"] == "dense"]
        found = [(len(layer["weights"]), len(layer["bias"])) for layer in layers]
        own, columns = (
            {column["name"]: column["type"] for column in [*learned["inputs"], learned["target"]]}
            for learned in (MODEL["preprocessor"], document["preprocessor"]))
    except OSError as problem:
        sys.exit(f"{path}: {problem.strerror}")
    except (ValueError, KeyError, TypeError):
        sys.exit(f"{path}: expected a model file")
    if own != columns:
        sys.exit(f"{path}: expected the columns {own}, found {columns}")
    MODEL["preprocessor"] = document["preprocessor"]
    fit_first_layer()
    known = [(layer.in_features, layer.out_features) for layer in Network().dense()]
    if known != found:
        sys.exit(f"{path}: expected layers of {known} inputs and units, found {found}")
    #[ decision.type
    decision = document.get("decision")
    if decision and decision["type"] != MODEL["decision"]["type"]:
        sys.exit(f"{path}: expected a decision by {MODEL['decision']['type']}, found one by {decision['type']}")
    MODEL["decision"] = decision
    #]
    parts = [part for layer in layers for part in (np.ravel(layer["weights"]), layer["bias"])]
    use(np.concatenate(parts).astype("float32"))


def evaluate(files):
    """Prints the mean loss and the score of every row once, file by file."""
    loss, told, predicted = 0.0, [], []
    for path in files:
        x, y = prepared(labelled(path))
        with torch.no_grad():
            z = NETWORK(x.double())
        loss += losses(z, y.double()).sum().item()
        told.append(y.numpy())
        predicted.append(activated(z).numpy())
    y, z = np.concatenate(told), np.concatenate(predicted)
    name, score = "R²", 1 - ((y - z) ** 2).sum() / ((y - y.mean()) ** 2).sum()  #? target.type=number
    #[ target.type=class
    classes = MODEL["preprocessor"]["target"]["classes"]
    true = [classes[int(c)] for c in (y.argmax(1) if y.shape[1] > 1 else y[:, 0])]
    name, score = "accuracy", np.mean([answer[0] == c for answer, c in zip(answers(z), true)])
    #]
    print(f"# {len(y)} rows: loss {loss / len(y):.6g}, {name} {score:.4f}")


def check(options):
    """Refuses, before anything is trained, what could not be done afterwards."""
    if options.epochs is not None and options.epochs < 1:
        sys.exit(f"--epochs: expected at least 1, found {options.epochs}")
    if not options.output and not options.checkpoint:
        sys.exit("--train: expected -o FILE or --checkpoint FILE, for what is trained")
    for path in filter(None, [options.output, options.checkpoint]):
        folder = os.path.dirname(os.path.abspath(path))
        if RANK == 0 and (os.path.isdir(path) or not os.path.isdir(folder) or not os.access(folder, os.W_OK)):
            sys.exit(f"{path}: cannot be written; expected a file in a folder that exists")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="?", help="CSV file to predict")
    parser.add_argument("--model", help="model file with the weights to predict with")
    parser.add_argument("--train", nargs="+", metavar="CSV", help="one file for all processes, or files they share")
    parser.add_argument("--validation", metavar="CSV", help="rows that decide when to stop")
    parser.add_argument("-o", "--output", help="model file to write")
    parser.add_argument("--epochs", type=int, metavar="N", help="instead of those of the settings")
    parser.add_argument("--checkpoint", help="file to keep the run in after every epoch, and to go on from")
    parser.add_argument("--start", metavar="NPY", help="first weights, as in WEIGHTS")
    parser.add_argument("--orders", metavar="NPY", help="order of the rows in each epoch (epochs × rows)")
    options = parser.parse_args()
    if options.model:
        open_model(options.model)
    if options.rows:
        print_predictions(options.rows)
    elif options.train:
        check(options)
        if WORLD > 1:
            dist.init_process_group("cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo")
        weights, curve, rows, state, is_stopped = train(options)
        #[ decision.found
        if MODEL["decision"] and "found" in MODEL["decision"]:
            tell(f"# the threshold {MODEL['decision']['threshold']:.6g} was found for other weights, and is dropped")
            MODEL["decision"] = None
        #]
        if RANK == 0:
            use(weights)
            if options.output:
                save(options.output, weights, curve, rows, state, options)
        if is_stopped:
            tell(f"# ended after {many(len(curve), 'epoch')}")
            sys.exit(INTERRUPTED)
        if RANK == 0:
            evaluate(options.train)
        if WORLD > 1:
            dist.destroy_process_group()
    else:
        parser.print_help()
