
'use strict';

// A trained network as a page: it predicts as the program does that wrote it. The model's members
// are called as in the model file; all sums are of doubles, inputs and weights are single precision.
const model = JSON.parse(document.getElementById('data').textContent);

const { inputs, target, features = [], cleaning = [] } = model.preprocessor;
const layers = model.layers.map(layer => ({
  units: layer.bias.length,
  activation: layer.activation,
  weights: Float32Array.from(layer.weights), // (inputs × units), row by row
  bias: Float64Array.from(layer.bias, Math.fround),
}));
const classes = target.type === 'class' ? target.classes : null;

// A row is a list of cells, one for each column: numbers, NaN where one is missing; or categories,
// '' where one is missing, null for one that is none of the model's.
const isMissing = cell => cell === '' || Number.isNaN(cell);

/** Cells that are read as others. */
const replacements = inputs.map(input => {
  const own = cleaning.find(it => it.column === input.name);
  const read = input.type === 'number' ? text => typed(text) ?? NaN : text => text;
  const none = input.type === 'number' ? NaN : '';
  const map = new Map();
  for (const { value, by } of own ? own.replaced : []) {
    if (!map.has(read(value))) map.set(read(value), by === undefined ? none : read(by));
  }
  return map;
});
const clean = row => row.map((cell, c) =>
  !isMissing(cell) && replacements[c].has(cell) ? replacements[c].get(cell) : cell);

/** What stands in for a cell that is missing, if anything does. */
const filled = (cell, c) => isMissing(cell) ? inputs[c].fill : cell;

/** Numbers made of numbers. */
const kinds = {
  square: x => x * x,
  product: (x, y) => x * y,
  sine: x => Math.sin(x),
  log: x => Math.sign(x) * Math.log1p(Math.abs(x)),
};

/** What the network takes: for each input its columns, and its number given their cells. */
const slots = [];
inputs.forEach((input, c) => {
  if (input.type === 'number') {
    slots.push({ columns: [c], of: cell => (filled(cell(c), c) - input.offset) / input.scale });
  } else { // one-hot; an unknown category is all 0
    for (const name of input.categories) {
      slots.push({ columns: [c], of: cell => Number(filled(cell(c), c) === name) });
    }
  }
});
for (const { feature, offset, scale } of features) {
  const columns = [feature.column, feature.other ?? feature.column]
    .map(name => inputs.findIndex(it => it.name === name));
  const [c, d] = columns;
  const value = feature.kind === 'missing'
    ? cell => Number(isMissing(cell(c)))
    : cell => kinds[feature.kind](filled(cell(c), c), filled(cell(d), d));
  slots.push({ columns: [...new Set(columns)], of: cell => (value(cell) - offset) / scale });
}
const encode = row => slots.map(slot => Math.fround(slot.of(c => row[c])));

/** erf x by Φ(z) = 1/2 + φ(z) (z + z³/3 + z⁵/(3·5) + …), z = x √2 (Marsaglia 2004). */
function erf(x) {
  const z = x * Math.SQRT2;
  if (Math.abs(z) > 8.5) return Math.sign(z);
  let sum = z;
  for (let term = z, i = 3; sum + term !== sum; i += 2) {
    term *= z * z / i;
    sum += term;
  }
  return 2 * Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) * sum;
}
const softplus = z => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
const activations = {
  identity: z => z,
  sigmoid: z => 1 / (1 + Math.exp(-z)),
  tanh: Math.tanh,
  relu: z => Math.max(z, 0),
  leaky_relu: z => Math.max(z, 0.01 * z),
  elu: z => z > 0 ? z : Math.expm1(z),
  gelu: z => 0.5 * z * (1 + erf(z / Math.SQRT2)),
  softplus,
  mish: z => z * Math.tanh(softplus(z)),
};

/** z = x W + b of a layer. */
function sums(layer, x) {
  const { units, weights, bias } = layer;
  const z = bias.slice();
  for (let i = 0; i < x.length; i++) {
    if (x[i] === 0) continue;
    for (let j = 0; j < units; j++) z[j] += x[i] * weights[i * units + j];
  }
  return z;
}

/** f(z) of every layer, given z of the first. */
function forward(z) {
  return layers.map((layer, l) => {
    if (l > 0) z = sums(layer, z);
    const f = activations[layer.activation];
    for (let j = 0; j < z.length; j++) z[j] = f(z[j]);
    return z;
  });
}

const isLogits = model.outputFunction !== 'identity';
const clamp = p => Math.min(Math.max(p, 0), 1);
const total = list => list.reduce((a, b) => a + b, 0);
function normal(p) {
  const sum = total(p);
  return sum > 0 ? p.map(it => it / sum) : p;
}

/** Outputs of which what the weights of the classes did is undone: prior correction. */
function corrected(outputs) {
  const y = [...outputs];
  const w = target.weights;
  if (!w || !target.corrected) return y;
  if (isLogits) {
    return y.length === 1
      ? [y[0] - (Math.log(w[1]) - Math.log(w[0]))] : y.map((z, c) => z - Math.log(w[c]));
  }
  return y.length === 1
    ? [normal([(1 - clamp(y[0])) / w[0], clamp(y[0]) / w[1]])[1]]
    : normal(y.map((it, c) => clamp(it) / w[c]));
}

/** Probabilities of the classes; of a number the number, in its units. Of corrected outputs. */
function answers(y) {
  if (!classes) {
    const value = target.offset + target.scale * y[0];
    return [Math.abs(value) <= 2 ** -50 * Math.abs(target.offset) ? 0 : value];
  }
  let p = y.map(clamp); // of a squared error, whose outputs are no probabilities
  if (model.outputFunction === 'sigmoid') p = y.map(activations.sigmoid);
  if (model.outputFunction === 'softmax') {
    const most = Math.max(...y);
    p = y.map(z => Math.exp(z - most));
  }
  return p.length === 1 ? [1 - p[0], p[0]] : normal(p);
}

/** Index of the predicted class, given corrected outputs and probabilities. */
function decide(y, p) {
  const decision = model.decision;
  if (!decision) {
    return y.length === 1 ? Number(y[0] > (isLogits ? 0 : 0.5)) : y.indexOf(Math.max(...y));
  }
  if (decision.type === 'threshold') {
    return p[decision.positive] > decision.threshold ? decision.positive : 1 - decision.positive;
  }
  const costs = p.map((_, j) => total(p.map((it, i) => it * decision.costs[i][j])));
  return costs.indexOf(Math.min(...costs)); // the lowest expected cost
}

/** Predicts a row whose cells are cleaned already; null where the network has no number for it. */
function predictCleaned(row) {
  const x = encode(row);
  const activity = forward(sums(layers[0], x));
  const outputs = corrected(activity.at(-1));
  if (!outputs.every(Number.isFinite)) return null;
  const values = answers(outputs);
  return { values, predicted: classes ? decide(outputs, values) : 0, activity: [x, ...activity] };
}
const predict = row => predictCleaned(clean(row));
