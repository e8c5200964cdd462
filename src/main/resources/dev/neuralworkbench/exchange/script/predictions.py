# ---- From the network's outputs to predictions ----


#[ target.type=number
def answers(y):
    """Numbers in the units of the table, of outputs (rows × 1)."""
    target = MODEL["preprocessor"]["target"]
    return [[value] for value in (target["offset"] + target["scale"] * y[:, 0]).tolist()]


#]
#[ target.type=class
def probabilities(y):
    """The probability of each class (rows × classes), of outputs (rows × outputs), and the most probable class."""
    #[ network.outputFunction=sigmoid network.outputFunction=identity
    if y.shape[1] == 1:  # the probability of the second of two classes
        y = np.hstack([1 - y, y])
    #]
    best = y.argmax(axis=1)
    #[ network.outputFunction=identity
    y = np.clip(y, 0, 1)  # squared error does not produce probabilities
    y /= np.maximum(y.sum(axis=1, keepdims=True), 1e-30)
    #]
    #[ target.corrected
    # Prior correction undoes the class weights of the training.
    y /= MODEL["preprocessor"]["target"]["weights"]
    y /= np.maximum(y.sum(axis=1, keepdims=True), 1e-30)
    best = y.argmax(axis=1)
    #]
    return y, best


def answers(y):
    """Of each row its class, then the probability of each class."""
    y, best = probabilities(y)
    #[ decision.type=threshold
    decision = MODEL["decision"]
    if decision:
        positive = decision["positive"]
        best = np.where(y[:, positive] > decision["threshold"], positive, 1 - positive)
    #]
    #[ decision.type=costs
    if MODEL["decision"]:
        best = (y @ np.array(MODEL["decision"]["costs"])).argmin(axis=1)  # the lowest expected cost
    #]
    classes = MODEL["preprocessor"]["target"]["classes"]
    return [[classes[c], *row] for c, row in zip(best, y.tolist())]


#]
def predict(rows):
    """The predictions for rows, each a dict from column to cell: a list a row, which is empty where there is none."""
    if not all(hasattr(row, "get") for row in rows):
        raise ValueError('expected a list of rows, each a dict: predict([{"column": "cell", ...}])')
    x, usable = encode(rows)
    y = outputs(x)
    usable &= np.isfinite(y).all(axis=1)
    found = iter(answers(y[usable]))
    return [next(found) if known else [] for known in usable]


def head():
    """Names of what is predicted."""
    target = MODEL["preprocessor"]["target"]
    return ["predicted " + target["name"], *("probability " + name for name in target.get("classes", []))]


def harmless(cell):
    """A class that a spreadsheet would take for a formula, behind an apostrophe."""
    is_formula = isinstance(cell, str) and len(cell) > 1 and cell[0] in "=+-@" and math.isnan(number(cell))
    return "'" + cell if is_formula else cell


def print_predictions(path):
    """Prints a CSV file with its predictions beside."""
    names, rows = read(path)
    tell_unread(path, rows)
    out = csv.writer(sys.stdout, lineterminator="\n")
    try:
        out.writerow(names + head())
        for row, answer in zip(rows, predict(rows)):
            cells = [row.get(name, "") for name in names] + [harmless(cell) for cell in answer]
            out.writerow(cells + [""] * (len(names) + len(head()) - len(cells)))
        sys.stdout.flush()
    except BrokenPipeError:  # nobody reads on, as behind `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
