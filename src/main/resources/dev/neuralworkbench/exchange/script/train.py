# ---- Training ----


def losses(z, y):
    """The loss of each row (rows), of logits or outputs z and targets y (rows × outputs)."""
    alpha = MODEL["experiment"]["network"]["labelSmoothing"]  #? network.labelSmoothing
    y0 = y  #? target.weights
    #[ network.outputFunction=sigmoid
    y = (1 - alpha) * y + alpha / 2  #? network.labelSmoothing
    each = F.binary_cross_entropy_with_logits(z, y, reduction="none").mean(1)
    #]
    #[ network.outputFunction=softmax
    y = (1 - alpha) * y + alpha / y.shape[1]  #? network.labelSmoothing
    each = -(y * z.log_softmax(1)).sum(1)
    #]
    each = ((z - y) ** 2).mean(1)  #? network.loss=mean_squared_error
    each = (z - y).abs().mean(1)  #? network.loss=mean_absolute_error
    each = F.huber_loss(z, y, reduction="none").mean(1)  #? network.loss=huber
    #[ target.weights
    # A row counts as its class does; the mean is over rows, not over weights.
    weights = z.new_tensor(MODEL["preprocessor"]["target"]["weights"])
    each = each * (weights @ y0.T if len(y0[0]) > 1 else weights[y0[:, 0].long()])
    #]
    return each


def optimizer_of(network):
    """The rule that turns gradients into changes of the weights."""
    own = MODEL["experiment"]["training"]["optimizer"]
    weights, rate = network.parameters(), own["learningRate"]
    return torch.optim.SGD(weights, rate, own["momentum"], nesterov=own["nesterov"])  #? optimizer.type=sgd
    return torch.optim.Adam(weights, rate, (own["beta1"], own["beta2"]), own["epsilon"])  #? optimizer.type=adam
    #[ optimizer.type=adamw
    betas = (own["beta1"], own["beta2"])
    return torch.optim.AdamW(weights, rate, betas, own["epsilon"], weight_decay=own["weightDecay"])
    #]
    #[ optimizer.type=nadam
    betas = (own["beta1"], own["beta2"])
    return torch.optim.NAdam(weights, rate, betas, own["epsilon"], momentum_decay=own["momentumDecay"])
    #]
    return torch.optim.RMSprop(weights, rate, own["rho"], own["epsilon"])  #? optimizer.type=rmsprop
    return torch.optim.Adagrad(weights, rate, eps=own["epsilon"])  #? optimizer.type=adagrad


def optimizer_state(network, optimizer):
    """What the optimizer remembers, as the program keeps it: steps, and some numbers for each weight."""
    of = [optimizer.state[p] for p in network.parameters()]
    steps, slots = 0, []
    slots = ["momentum_buffer"]  #? optimizer.momentum
    slots = ["square_avg"]  #? optimizer.type=rmsprop
    slots = ["sum"]  #? optimizer.type=adagrad
    #[ optimizer.type=adam optimizer.type=adamw optimizer.type=nadam
    steps, slots = int(of[0]["step"]), ["exp_avg", "exp_avg_sq"]
    #]
    return steps, [flat([state[name] for state in of]) for name in slots]


def factor(epoch, epochs):
    """What the schedule multiplies the learning rate by in an epoch, counted from 0."""
    #[ schedule.type=step schedule.type=exponential schedule.type=cosine schedule.type=inverse_time
    own = MODEL["experiment"]["training"]["schedule"]
    #]
    return 1.0  #? schedule.type=constant schedule.type=plateau
    return own["factor"] ** (epoch // own["every"])  #? schedule.type=step
    return own["factor"] ** epoch  #? schedule.type=exponential
    return own["end"] + (1 - own["end"]) * (1 + math.cos(math.pi * epoch / epochs)) / 2  #? schedule.type=cosine
    return 1 / (1 + own["decay"] * epoch)  #? schedule.type=inverse_time


INITIALIZERS = {
    "zeros": nn.init.zeros_,  #? hidden.initializer=zeros network.outputInitializer=zeros
    "uniform": lambda w: nn.init.uniform_(w, -0.05, 0.05),  #? hidden.initializer=uniform network.outputInitializer=uniform
    "normal": lambda w: nn.init.normal_(w, 0, 0.05),  #? hidden.initializer=normal network.outputInitializer=normal
    "glorot_uniform": nn.init.xavier_uniform_,  #? hidden.initializer=glorot_uniform network.outputInitializer=glorot_uniform
    "glorot_normal": nn.init.xavier_normal_,  #? hidden.initializer=glorot_normal network.outputInitializer=glorot_normal
    "he_uniform": lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu"),  #? hidden.initializer=he_uniform network.outputInitializer=he_uniform
    "he_normal": lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"),  #? hidden.initializer=he_normal network.outputInitializer=he_normal
}


@torch.no_grad()
def start(network):
    """Draws the first weights; biases begin at 0."""
    design = MODEL["experiment"]["network"]
    names = [layer["initializer"] for layer in design["hidden"] if layer["type"] == "dense"]
    for layer, name in zip(network.dense(), [*names, design["outputInitializer"]]):
        INITIALIZERS[name](layer.weight)
        layer.bias.zero_()


def change(network, optimizer):
    """Changes the weights by their gradients."""
    training = MODEL["experiment"]["training"]
    #[ penalty.l1 penalty.l2
    # L1 and L2 price weights, not biases, and are no part of the losses shown.
    for layer in network.dense():
        w = layer.weight.detach()
        layer.weight.grad += training["penalty"]["l1"] * w.sign() + training["penalty"]["l2"] * w
    #]
    #[ training.clipNorm
    norm = torch.stack([p.grad.double().norm() for p in network.parameters()]).norm().item()
    if norm > training["clipNorm"]:
        for p in network.parameters():
            p.grad *= training["clipNorm"] / norm
    #]
    optimizer.step()
    #[ training.maxNorm
    # The weights into a unit, a row of PyTorch's, are no longer than this.
    with torch.no_grad():
        for layer in network.dense():
            layer.weight.copy_(torch.renorm(layer.weight, 2, 0, training["maxNorm"]))
    #]


class Best:
    """The best value yet of a number that should fall, and for how many values there was no better one."""

    def __init__(self):
        self.value, self.waited = None, 0

    def tell(self, value, least=0.0):
        is_better = self.value is None or value < self.value - least
        self.value, self.waited = (value, 0) if is_better else (self.value, self.waited + 1)
        return is_better


def labelled(path):
    """The rows of a file that has the target."""
    return read(path, MODEL["preprocessor"]["target"]["name"])[1]


def prepared(rows, path=None):
    """Inputs and targets of the rows that can be learned from; tells of the others where they are of a file."""
    x, usable = encode(rows)
    cells = target_of(rows)
    y = targets(cells)
    is_known = ~np.isnan(y).any(axis=1)
    if path:
        tell_unread(path, rows)
        tell_left_out(path, [cell for cell, known in zip(cells, is_known) if not known], sum(is_known & ~usable))
    usable &= is_known
    return torch.from_numpy(x[usable]), torch.from_numpy(y[usable])


def tell_left_out(path, cells, others):
    """Tells on stderr of rows that are not learned from, by the cells of their target, and of others."""
    of = Counter(cell or "missing" for cell in cells)
    if of:
        shown = ", ".join(f"{cell} ({count})" for cell, count in of.most_common(9)) + ", …" * (len(of) > 9)
        expected = "a number"  #? target.type=number
        expected = "a class of the model"  #? target.type=class
        name = MODEL["preprocessor"]["target"]["name"]
        print(f"{path}: {many(len(cells), 'row')} left out, {name} is not {expected}: {shown}", file=sys.stderr)
    if others:
        print(f"{path}: {many(others, 'row')} left out, with missing or very large values", file=sys.stderr)


def mean_loss(network, x, y):
    """Of all rows, without dropout."""
    network.eval()
    with torch.no_grad():
        return losses(network(x), y).double().mean().item()
