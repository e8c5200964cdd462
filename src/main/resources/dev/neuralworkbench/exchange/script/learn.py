# ---- What is learned of the columns, from the training rows of all processes ----

RANK, WORLD = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))  # set by torchrun
LOCAL_RANK = int(os.environ.get("LOCAL_RANK", 0))
DEVICE = torch.device("cuda", LOCAL_RANK) if torch.cuda.is_available() else torch.device("cpu")


def together(numbers, how="SUM"):
    """Numbers of all processes, added up or the smallest or largest of each."""
    if WORLD == 1:
        return numbers
    tensor = torch.tensor(numbers, dtype=torch.float64, device=DEVICE)
    dist.all_reduce(tensor, getattr(dist.ReduceOp, how))
    return tensor.tolist()


def counts(values):
    """How often each value occurs in all processes."""
    told = [Counter(values)]
    if WORLD > 1:
        told = [None] * WORLD
        dist.all_gather_object(told, Counter(values))
    return sum(told, Counter())


def summary(name, x):
    """Smallest, largest, mean and spread of a column of numbers; missing ones are left out."""
    x = x[~np.isnan(x)]
    (most,) = together([np.abs(x).max(initial=0)], "MAX")
    if most > 1e30:
        sys.exit(f"{name}: {most:g} is too large; expected numbers up to 1e30")
    count, total = together([len(x), x.sum()])
    if count == 0:
        return {"minimum": 0.0, "maximum": 0.0, "mean": 0.0}, 0.0
    (least,), (most,) = together([x.min(initial=math.inf)], "MIN"), together([x.max(initial=-math.inf)], "MAX")
    mean = min(max(total / count, least), most)
    # A second pass: Σx² − n·mean² would lose all digits of a small spread.
    (squares,) = together([((x - mean) ** 2).sum()])
    return {"minimum": float(least), "maximum": float(most), "mean": float(mean)}, math.sqrt(squares / count)


def scaling(told, deviation):
    """x′ = (x − offset) / scale; numbers without spread keep scale 1."""
    magnitude = max(abs(told["minimum"]), abs(told["maximum"]))
    offset, spread = told["mean"], deviation  #? preparation.scaling=standardize
    offset, spread = told["minimum"], told["maximum"] - told["minimum"]  #? preparation.scaling=min_max
    offset, spread = 0.0, magnitude  #? preparation.scaling=max_abs
    offset, spread = 0.0, 1.0  #? preparation.scaling=none
    return {"offset": offset, "scale": spread if spread > 1e-13 * magnitude else 1.0}


def number_input(column, x, missing):
    """A column of numbers."""
    told, deviation = summary(column["name"], x)
    fill = 0.0 if missing == "zero" else told["mean"]
    #[ preparation.missing=median preparation.missing=mode columns.missing=median columns.missing=mode
    if missing in ("median", "mode"):
        of = counts(x[~np.isnan(x)].tolist() or [0.0])
        values = sorted(of)
        usual = max(values, key=lambda value: of[value])
        middle = float(np.median(np.repeat(values, [of[value] for value in values])))
        fill = usual if missing == "mode" else middle
    #]
    return {**column, **told, "fill": fill, **scaling(told, deviation)}


def names(cells, is_number):
    """The categories of cells in their order, numbers by value, and how often each occurs."""
    of = counts(name_of(cell) if is_number else cell for cell in cells if cell)
    return sorted(of, key=number if is_number else lambda name: name.encode("utf-16-be")), of


#[ inputs.type=category
def category_input(column, cells, missing):
    """A column of categories; those of few rows have no input of their own."""
    fewest = MODEL["experiment"]["preparation"].get("rare", 1)
    known, of = names(cells, IS_NUMBER[column["name"]])
    usual = max(known, key=lambda name: of[name], default="")
    own = [name for name in known if of[name] >= fewest or name == usual]
    others = [name for name in known if name not in own]
    (lacking,) = together([sum(not cell for cell in cells)])
    if missing == "own" and lacking >= max(1, fewest):
        own.insert(0, "")
    fills = missing not in ("apart", "zero") and "" not in own
    column = {**column, "categories": own, "fill": usual if fills else "", "others": others}
    return column if others else {key: column[key] for key in column if key != "others"}


#]
def target_of(rows):
    """What is to be predicted of each row, as a cell; empty where it is missing."""
    return [text(MODEL["preprocessor"]["target"], row) for row in rows]


def fit_first_layer():
    """As many inputs as the learned columns have: there may be other categories than those of the first training."""
    learned = MODEL["preprocessor"]
    first = next(layer for layer in MODEL["network"]["layers"] if "inputs" in layer)
    first["inputs"] = sum(len(column.get("categories", "1")) for column in learned["inputs"])
    first["inputs"] += len(learned["features"])  #? preprocessor.features


def learn(rows):
    """Learns what stands in the model file as `preprocessor` from training rows, and uses it from then on."""
    preparation, learned = MODEL["experiment"]["preparation"], MODEL["preprocessor"]
    missing = {plan["name"]: plan.get("missing", preparation["missing"]) for plan in preparation["columns"]}
    rows = [row for row, y in zip(rows, targets(target_of(rows))) if not np.isnan(y).any()]
    #[ preprocessor.missing=drop_row
    usable = encode(rows)[1]
    rows = [row for row, whole in zip(rows, usable) if whole]
    #]
    raw, filled, inputs = {}, {}, []  # numbers as they are, and without gaps
    for column in learned["inputs"]:
        name = column["name"]
        cells = [text(column, row) for row in rows]
        column = {"type": column["type"], "name": name}
        #[ inputs.type=category
        if column["type"] == "category":
            inputs.append(category_input(column, cells, missing[name]))
            continue
        #]
        raw[name] = np.array([number(cell) for cell in cells])
        inputs.append(number_input(column, raw[name], missing[name]))
        filled[name] = np.where(np.isnan(raw[name]), inputs[-1]["fill"], raw[name])
    learned["inputs"] = inputs
    #[ preprocessor.features
    for column in learned["features"]:
        told, deviation = summary(column["feature"]["kind"], engineered(column["feature"], raw, filled))
        is_flag = column["feature"]["kind"] == "missing"
        column.update(told, **({"offset": 0.0, "scale": 1.0} if is_flag else scaling(told, deviation)))
    #]
    learned["target"].update(learn_target(target_of(rows)))  #? target.type=number target.weights


#[ target.type=number
def learn_target(cells):
    told, deviation = summary(MODEL["preprocessor"]["target"]["name"], np.array([number(cell) for cell in cells]))
    return {**told, **scaling(told, deviation)}


def targets(cells):
    """What the network learns to say (rows × 1): the number, scaled; NaN where there is none."""
    target = MODEL["preprocessor"]["target"]
    y = (np.array([number(cell) for cell in cells]) - target["offset"]) / target["scale"]
    return y[:, None].astype("float32")


#]
#[ target.type=class
#[ target.weights
def learn_target(cells):
    """Weights by which classes count the same all together, however many rows each has."""
    of = together(np.nansum(one_hot_classes(cells), axis=0).tolist())
    present = sum(count > 0 for count in of)
    return {"weights": [sum(of) / (present * count) if count else 1.0 for count in of]}


#]
def one_hot_classes(cells):
    """1 for the class of a row and 0 for others (rows × classes); NaN where it is none of the model's."""
    classes = MODEL["preprocessor"]["target"]["classes"]
    place = {name: i for i, name in enumerate(classes)}
    found = np.array([place.get(cell, place.get(name_of(cell), -1)) for cell in cells], int)
    y = np.full((len(cells), len(classes)), np.nan)
    y[found >= 0] = np.eye(len(classes))[found[found >= 0]]
    return y


def targets(cells):
    """What the network learns to say (rows × outputs); one output is that of the second of two classes."""
    y = one_hot_classes(cells).astype("float32")
    return y if MODEL["network"]["layers"][-1]["units"] > 1 else y[:, 1:]


#]
