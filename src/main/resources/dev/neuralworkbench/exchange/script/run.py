# ---- A run: epoch by epoch, in one process or several, each with its part of every batch ----

INTERRUPTED = 130  # what a shell expects of a program that Ctrl+C ended


def tell(*words):
    """Prints, in the first process alone."""
    if RANK == 0:
        print(*words, flush=True)


class Order:
    """Which rows are in the batches of an epoch.

    Of one file every process has all rows, and takes its share of each batch; of several files it has its own ones,
    and where these have fewer rows than those of others, some of them come again.
    """

    def __init__(self, rows, is_own, given):
        training = MODEL["experiment"]["training"]
        self.given, self.rows = given, rows
        (longest,) = together([rows], "MAX") if is_own else [math.ceil(rows / WORLD)]
        self.longest = int(longest)
        self.batch = min(math.ceil((training["batchSize"] or self.longest * WORLD) / WORLD), self.longest)
        parts, part = (1, 0) if is_own else (WORLD, RANK)
        self.sampler = DistributedSampler(
            range(rows), parts, part, shuffle=training["shuffle"], seed=training["seed"] % 2**32 + is_own * RANK)

    def batches(self, epoch):
        self.sampler.set_epoch(epoch)
        order = torch.tensor(list(self.sampler))
        if self.given is not None:
            order = torch.from_numpy(self.given[epoch])[RANK::WORLD]
        return order[torch.arange(self.longest) % len(order)].split(self.batch)


def one_epoch(model, network, optimizer, x, y, batches):
    """Trains on every batch once; returns the mean loss of the rows, each before the step that it led to."""
    network.train()
    total, count = 0.0, 0
    for batch in batches:
        each = losses(model(x[batch]), y[batch])
        optimizer.zero_grad()
        each.mean().backward()  # of all processes the mean, since each has as many rows of the batch
        change(network, optimizer)
        total, count = total + each.detach().double().sum().item(), count + len(batch)
    total, count = together([total, count])
    return total / count


def learned_rows(options, saved):
    """Inputs and targets of this process, and whether its files are its own; learns of the columns before."""
    is_own = len(options.train) > 1
    if is_own and len(options.train) < WORLD:
        sys.exit(f"expected a file for each of {WORLD} processes, or one for all, found {len(options.train)}")
    files = options.train[RANK::WORLD] if is_own else options.train
    own = [row for path in files for row in labelled(path)]
    if saved:
        MODEL["preprocessor"] = saved["preprocessor"]
    else:
        learn(own if is_own else own[RANK::WORLD])
    fit_first_layer()
    name = " + ".join(files)
    x, y = prepared(own, name if is_own or RANK == 0 else None)
    (fewest,) = together([len(x)], "MIN")
    if not fewest:
        sys.exit(f"{name}: no rows to learn from" if len(x) == 0 else "another process has no rows to learn from")
    return x.to(DEVICE), y.to(DEVICE), is_own


def train(options):
    """Trains as the settings say; returns the weights, the numbers of each epoch, how many rows, the checkpoint, and
    whether Ctrl+C ended it."""
    training = MODEL["experiment"]["training"]
    torch.manual_seed(training["seed"] % 2**32)
    saved = None
    if options.checkpoint and os.path.exists(options.checkpoint):
        saved = torch.load(options.checkpoint, map_location=DEVICE, weights_only=True)
    x, y, is_own = learned_rows(options, saved)
    (rows,) = together([len(x)]) if is_own else [len(x)]
    judged = None
    if options.validation:
        judged = [part.to(DEVICE) for part in prepared(labelled(options.validation), options.validation)]
        if not len(judged[0]):
            sys.exit(f"{options.validation}: no rows to judge by")

    network = Network().to(DEVICE)
    start(network)
    if options.start:
        network.set(np.load(options.start))
    model = DistributedDataParallel(network) if WORLD > 1 else network  # has the weights of the first process, too
    optimizer = optimizer_of(network)
    order = Order(len(x), is_own, np.load(options.orders) if options.orders else None)
    if "OMP_NUM_THREADS" not in os.environ and len(WEIGHTS) * order.batch < 1e8:
        torch.set_num_threads(1)  # for steps as short as these, threads cost more than they bring
    tell(f"# {many(WORLD, 'process', 'processes')} on {DEVICE.type}, batches of {order.batch * WORLD} rows together")
    curve, average, best, kept, diverged = [], None, Best(), None, False
    plateau, shrunk = Best(), 1.0  #? schedule.type=plateau
    if saved is not None:
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        curve, average, kept = saved["curve"], saved["average"], saved["kept"]
        best.value, best.waited = saved["best"]
        plateau.value, plateau.waited, shrunk = saved["plateau"]  #? schedule.type=plateau

    epochs = options.epochs or training["stopping"]["epochs"]
    began = time.monotonic() - (curve[-1]["seconds"] if curve else 0)
    is_stopped = False
    try:
        while len(curve) < epochs:
            epoch = len(curve)
            rate = training["optimizer"]["learningRate"] * factor(epoch, epochs)
            rate *= shrunk  #? schedule.type=plateau
            for group in optimizer.param_groups:
                group["lr"] = rate
            torch.manual_seed(1_000_003 * epoch + RANK)  # a resumed run drops the same units  #? layers.type=dropout
            loss = one_epoch(model, network, optimizer, x, y, order.batches(epoch))
            row = {"trainingLoss": loss, "learningRate": rate}
            if not math.isfinite(loss) or not all(p.isfinite().all() for p in network.parameters()):
                tell("# the loss is no longer a number; a lower learning rate may help")
                diverged = True
                break
            weights = torch.from_numpy(flat(network.parameters()))
            #[ training.averageEpochs
            # The mean of the weights over about so many epochs is what predicts.
            share = 1 / min(epoch + 1, training["averageEpochs"])
            average = weights if average is None else average + share * (weights - average)
            weights = average
            #]
            if judged:
                row["validationLoss"] = mean_loss(Network().to(DEVICE).set(weights), *judged)
            watched = row.get("validationLoss", row["trainingLoss"])  #? stopping.earlyStopping schedule.type=plateau
            #[ schedule.type=plateau
            plateau.tell(watched, training["schedule"]["minDelta"])
            if plateau.waited > training["schedule"]["patience"]:
                plateau.waited, shrunk = 0, max(training["schedule"]["end"], shrunk * training["schedule"]["factor"])
            #]
            before, kept = kept, weights
            #[ stopping.earlyStopping
            rule = training["stopping"]["earlyStopping"]
            if judged and not best.tell(watched, rule["minDelta"]) and rule["restoreBest"]:
                kept = before
            #]
            row["seconds"] = time.monotonic() - began
            curve.append(row)
            tell(epoch + 1, *(repr(row[name]) for name in ("trainingLoss", "validationLoss") if name in row))
            if options.checkpoint and RANK == 0:
                state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "curve": curve,
                         "plateau": (plateau.value, plateau.waited, shrunk),  #? schedule.type=plateau
                         "average": average, "kept": kept, "best": (best.value, best.waited),
                         "preprocessor": MODEL["preprocessor"]}
                torch.save(state, options.checkpoint + ".part")
                os.replace(options.checkpoint + ".part", options.checkpoint)
            #[ stopping.earlyStopping
            if judged and best.waited >= rule["patience"]:
                break
            #]
            #[ stopping.lossThreshold
            if row["trainingLoss"] < training["stopping"]["lossThreshold"]:
                break
            #]
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is trained shall be saved
        is_stopped = True
    if kept is None:
        print("no epoch could be trained", file=sys.stderr)
        sys.exit(INTERRUPTED if is_stopped else 1)
    state = None  # weights of another epoch than the last are no place to go on from
    if not judged and not diverged and not is_stopped:
        state = {"learningRate": training["optimizer"]["learningRate"], "plateauFactor": 1.0, "plateau": {"waited": 0}}
        state.update(plateauFactor=shrunk, plateau={"best": plateau.value, "waited": plateau.waited})  #? schedule.type=plateau
        state["weights"], state["optimizer"] = flat(network.parameters()), optimizer_state(network, optimizer)
    return kept.numpy(), curve, int(rows), state, is_stopped
