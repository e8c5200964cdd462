
'use strict';

// A trained network as a page: it predicts as the program does that wrote it. The model's members
// are called as in the model file; all sums are of doubles, inputs and weights are single precision.
const model = JSON.parse(document.getElementById('data').textContent);

// ---- The model ----------------------------------------------------------------------------------

const { inputs, target, features = [], cleaning = [] } = model.preprocessor;
const layers = model.layers.map(layer => ({
  units: layer.bias.length,
  activation: layer.activation,
  weights: Float32Array.from(layer.weights.flat()), // (inputs × units), row by row
  bias: Float32Array.from(layer.bias),
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
  const z = Float64Array.from(bias);
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
const normal = p => total(p) > 0 ? p.map(it => it / total(p)) : p;

/** Outputs of which what the weights of the classes did is undone: prior correction. */
function corrected(outputs) {
  const y = Array.from(outputs);
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
  if (model.outputFunction === 'softmax') p = y.map(z => Math.exp(z - Math.max(...y)));
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

// ---- Why: Shapley values ------------------------------------------------------------------------

const MOST_COLUMNS = 15; // so many stand alone
const ALONE = 12; // of more, so many; the others are one player

/** The training rows that a prediction is compared with, cleaned. */
const background = model.held
  ? model.held.rows.map((_, b) => model.held.columns.map((column, c) =>
      inputs[c].type === 'number' ? column[b] ?? NaN : column[b]))
  : [];

/**
 * Exact Shapley values of the columns (Shapley 1953; Lundberg and Lee 2017): what a column's cell
 * adds to the prediction, averaged over all orders in which the columns can change from those of a
 * training row to those of this row. v(S) is the mean prediction of the rows that have the cells of
 * this row in the columns S, and those of a training row in the others.
 *
 * A generator: between two steps, which it tells as a share of all, the page can do other work.
 */
function* explain(raw) {
  const row = clean(raw);
  const { predicted } = predictCleaned(row);
  const units = layers[0].units;
  const size = background.length * units;

  /** v from z of the first layer of all mixed rows, (rows × units). */
  const value = z => {
    let sum = 0;
    for (let b = 0; b < background.length; b++) {
      const outputs = forward(z.slice(b * units, (b + 1) * units)).at(-1);
      sum += answers(corrected(outputs))[predicted];
    }
    return sum / background.length;
  };
  /** Number of an input in each mixed row, given which columns are of this row. */
  const mixed = (slot, isOwn) => background.map(other =>
    Math.fround(slot.of(c => (isOwn(c) ? row : other)[c])));
  /** The first layer is linear: adds the terms of one input to its sums. */
  const add = (z, k, x) => {
    for (let b = 0, at = 0; b < background.length; b++) {
      if (x[b] === 0) {
        at += units;
        continue;
      }
      for (let j = 0; j < units; j++) z[at++] += x[b] * layers[0].weights[k * units + j];
    }
    return z;
  };
  const start = () => Float64Array.from({ length: size }, (_, at) => layers[0].bias[at % units]);

  let alone = inputs.map((_, c) => c);
  const steps = alone.length > MOST_COLUMNS
    ? 2 * alone.length + 2 ** (ALONE + 1) : 2 ** alone.length;
  let step = 0;
  if (alone.length > MOST_COLUMNS) {
    // Those that change most as the first to come and as the last.
    const none = slots.map(slot => mixed(slot, () => false));
    const all = slots.map(slot => mixed(slot, () => true));
    const ofNone = none.reduce((z, x, k) => add(z, k, x), start());
    const ofAll = all.reduce((z, x, k) => add(z, k, x), start());
    const base = value(ofNone.slice());
    const whole = value(ofAll.slice());
    const sizes = [];
    for (const column of alone) {
      const first = ofNone.slice();
      const last = ofAll.slice();
      slots.forEach((slot, k) => {
        if (!slot.columns.includes(column)) return;
        const x = mixed(slot, c => c === column);
        const y = mixed(slot, c => c !== column);
        add(first, k, x.map((it, b) => it - none[k][b]));
        add(last, k, y.map((it, b) => it - all[k][b]));
      });
      sizes.push(Math.abs(value(first) - base) + Math.abs(whole - value(last)));
      yield (step += 2) / steps;
    }
    alone = alone.sort((a, b) => sizes[b] - sizes[a]).slice(0, ALONE).sort((a, b) => a - b);
  }
  const players = alone.map(c => [c]);
  const others = inputs.map((_, c) => c).filter(c => !alone.includes(c));
  if (others.length > 0) players.push(others);

  // What a player adds to the sums, by whether its cells are those of this row; and what two add
  // of whose columns a product is made.
  const count = players.length;
  const playerOf = inputs.map((_, c) => players.findIndex(it => it.includes(c)));
  const own = players.map(() => [new Float64Array(size), new Float64Array(size)]);
  const pairs = new Map();
  slots.forEach((slot, k) => {
    const of = slot.columns.map(c => playerOf[c]);
    const [q, p] = [Math.min(...of), Math.max(...of)];
    if (q === p) {
      for (const bit of [0, 1]) add(own[p][bit], k, mixed(slot, () => bit === 1));
      return;
    }
    const key = q * count + p;
    if (!pairs.has(key)) pairs.set(key, { q, p, four: [0, 1, 2, 3].map(() => new Float64Array(size)) });
    pairs.get(key).four.forEach((z, bits) =>
      add(z, k, mixed(slot, c => (bits >> Number(playerOf[c] === p) & 1) === 1)));
  });

  // Coalitions as binary numbers, the first player in the highest place: those that follow one
  // another begin alike, and share the sums of the players that they begin with.
  const bit = (coalition, player) => coalition >> (count - 1 - player) & 1;
  const after = [start(), ...players.map(() => new Float64Array(size))];
  const v = new Float64Array(2 ** count);
  for (let coalition = 0; coalition < v.length; coalition++) {
    const same = coalition === 0 ? 0 : count - 1 - (31 - Math.clz32(coalition & -coalition));
    for (let player = same; player < count; player++) {
      const [before, to] = [after[player], after[player + 1]];
      const mine = own[player][bit(coalition, player)];
      for (let at = 0; at < size; at++) to[at] = before[at] + mine[at];
      for (const { q, p, four } of pairs.values()) {
        if (p !== player) continue;
        const both = four[bit(coalition, q) | bit(coalition, p) << 1];
        for (let at = 0; at < size; at++) to[at] += both[at];
      }
    }
    v[coalition] = value(after[count]);
    yield ++step / steps;
  }
  return {
    predicted, base: v[0], output: v.at(-1), others,
    parts: shapley(count, v).map((amount, p) => ({ columns: players[p], amount })),
  };
}

/** φᵢ = Σ_{S without i} |S|! (M − |S| − 1)! / M! · (v(S ∪ i) − v(S)). */
function shapley(count, v) {
  const weights = []; // by |S|: 1 / (M · binomial(M − 1, |S|))
  for (let size = 0, binomial = 1; size < count; size++) {
    weights.push(1 / (count * binomial));
    binomial = binomial * (count - 1 - size) / (size + 1);
  }
  const ones = s => s === 0 ? 0 : (s & 1) + ones(s >> 1);
  return Array.from({ length: count }, (_, player) => {
    const place = 1 << (count - 1 - player);
    let sum = 0;
    for (let s = 0; s < v.length; s++) {
      if ((s & place) === 0) sum += weights[ones(s)] * (v[s | place] - v[s]);
    }
    return sum;
  });
}

// ---- Words and numbers --------------------------------------------------------------------------

let language = model.languages.find(it => navigator.language.startsWith(it.code)) ?? model.languages[0];
let words = new Map();

/** A sentence of the language, with what stands in it. */
const say = (key, ...inserted) =>
  (words.get(key) ?? key).replace(/\{(\d)\}/g, (_, i) => inserted[i]);

/** A number of so many digits that count; digits before the point are all written. */
function told(x, digits = 4) {
  const size = Math.abs(x);
  const text = size >= 10 ** digits && size < 1e9
    ? Math.round(x).toLocaleString('en-US') : String(Number(x.toPrecision(digits)));
  return text.replace('-', '−');
}
function percent(p) {
  if (p > 0 && p < 0.0005) return '<0.1%';
  if (p < 1 && p > 0.9995) return '>99.9%';
  return (100 * p).toFixed(1) + '%';
}
/** A typed number; NaN for nothing; undefined for what is none, or can be read in two ways. */
function typed(text) {
  const plain = text.trim().normalize('NFKC').replace('−', '-').replace('。', '.');
  if (plain === '') return NaN;
  const point = /^[+-]?\d{1,3},\d{3}$/.test(plain) ? plain : plain.replace(/^([+-]?\d*),(\d+)$/, '$1.$2');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(point) ? Number(point) : undefined;
}

// ---- The page -----------------------------------------------------------------------------------

const at = id => document.getElementById(id);

/** An element with what is in it. Texts are never markup. */
function element(name, attributes = {}, ...content) {
  const isSvg = /^(svg|g|rect|circle|line|path|text|title)$/.test(name);
  const made = isSvg
    ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}
const data = text => element('span', { class: 'data' }, text);

let row = inputs.map(typical);
let isEmpty = Boolean(model.pixels); // nothing is drawn yet
let now = null; // the prediction of the row

/** The usual value: the mean, or the most frequent category. */
function typical(input) {
  if (input.type === 'number') return Number(input.mean.toPrecision(4));
  const [first, second] = input.categories;
  return first === '' && second !== undefined ? second : input.fill;
}

/** Whether a missing cell is predicted: models that left such rows out cannot. */
const canMiss = model.preprocessor.missing !== 'drop_row';
const invalid = () => row.includes(undefined);
const isOutside = (cell, input) => input.type === 'number' && (cell < input.minimum || cell > input.maximum);

/** Predicts the row, and shows all that follows. */
function update() {
  now = isEmpty || invalid() ? null : predict(row);
  showAnswer();
  showActivity();
  startWhy(false);
}

function showAnswer() {
  const shown = at('predicted');
  shown.classList.toggle('none', !now);
  if (!now) {
    shown.textContent = say(isEmpty ? 'pad.hint' : invalid() ? 'invalid' : 'none');
  } else if (classes) {
    shown.replaceChildren(data(classes[now.predicted]), ' ',
      element('small', {}, percent(now.values[now.predicted])));
  } else {
    shown.replaceChildren(told(now.values[0], 5), ' ', element('small', {}, data(target.name)));
  }
  if (classes) showBars(); else showScale();
  showRemark();
}

/** A bar from one share of its width to another, with a mark where there is one. */
function track(from, to, mark, kind = '') {
  const left = Math.min(from, to);
  const svg = element('svg', { class: 'track', viewBox: '0 0 100 10', preserveAspectRatio: 'none' },
    element('rect', { class: 'empty', width: 100, height: 10 }),
    element('rect', { class: 'value ' + kind, x: 100 * left, width: 100 * Math.abs(to - from), height: 10 }));
  if (mark !== undefined) {
    svg.append(element('line', { class: 'mark', x1: 100 * mark, x2: 100 * mark, y2: 10 }));
  }
  return svg;
}

const MOST_BARS = 12;

function showBars() {
  let shown = classes.map((_, c) => c);
  const p = now ? now.values : classes.map(() => 0);
  if (shown.length > MOST_BARS) shown = shown.sort((a, b) => p[b] - p[a]).slice(0, MOST_BARS);
  const mark = c => model.decision?.type === 'threshold' && model.decision.positive === c
    ? model.decision.threshold : undefined;
  const longest = Math.max(...shown.map(c => lengthOf(classes[c])));
  at('bars').style.setProperty('--name', Math.min(longest, shown.length > 5 ? 8 : 14) + 1 + 'ch');
  at('bars').className = shown.length > 5 ? 'many' : '';
  at('bars').replaceChildren(...shown.map(c =>
    element('div', { class: now && c === now.predicted ? 'bar best' : 'bar', title: classes[c] },
      data(classes[c]), track(0, p[c], mark(c)), element('output', {}, now ? percent(p[c]) : '–'))));
}

/** Where a number lies between the smallest and the largest of the training rows. */
function showScale() {
  const { minimum, maximum } = target;
  const share = now ? (now.values[0] - minimum) / (maximum - minimum || 1) : 0;
  at('bars').replaceChildren(
    element('div', { class: 'best' }, track(0, clamp(share))),
    element('div', { class: 'ends' }, ...[told(minimum), say('scale'), told(maximum)].map(it =>
      element('span', {}, it))));
}

function showRemark() {
  const names = inputs.filter((input, c) => now && isOutside(row[c], input)).map(it => it.name);
  const said = [];
  if (names.length > 0 && !model.pixels) said.push(say('outside.remark', names.join(say('separator'))));
  if (model.decision?.type === 'threshold') {
    said.push(say('threshold', classes[model.decision.positive], told(model.decision.threshold)));
  }
  if (model.decision?.type === 'costs') said.push(say('costs'));
  if (target.weights && !target.corrected) said.push(say('balanced'));
  if (classes && classes.length > MOST_BARS) said.push(say('most', MOST_BARS, classes.length));
  at('remark').textContent = said.join(' ');
  at('remark').classList.toggle('warning', names.length > 0);
}

// ---- The form -----------------------------------------------------------------------------------

const fields = model.pixels ? [] : inputs.map((input, c) =>
  input.type === 'number' ? numberField(input, c) : categoryField(input, c));

function numberField(input, c) {
  const field = element('input', { id: 'field' + c, type: 'text',
    inputmode: input.minimum < 0 ? 'text' : 'decimal', enterkeyhint: 'done' });
  const note = element('p', { class: 'note' });
  const range = input.maximum - input.minimum;
  const slider = element('input', { type: 'range', min: input.minimum, max: input.maximum, step: 'any',
    tabindex: -1, 'aria-label': input.name });
  slider.hidden = !(range > 0);
  // Rounded to the largest power of ten that is no longer than a hundredth of the range.
  const decimals = range > 0 ? Math.max(0, -Math.floor(Math.log10(range / 100))) : 0;
  // Neither the number nor what it is scaled to may be too large, as in the program.
  const largest = 10 ** Math.floor(Math.log10(1e30 * Math.min(1, Math.abs(input.scale))));
  field.addEventListener('input', () => {
    row[c] = typed(field.value);
    if (Math.abs(row[c]) > largest || Number.isNaN(row[c]) && !canMiss) row[c] = undefined;
    show(false);
    update();
  });
  slider.addEventListener('input', () => {
    const value = Number(Number(slider.value).toFixed(Math.min(decimals, 20)));
    row[c] = Math.min(Math.max(value, input.minimum), input.maximum);
    show(true);
    update();
  });
  /** Shows the cell; not in the field where it is being typed. */
  function show(isOther = true) {
    const cell = row[c];
    if (isOther) field.value = Number.isNaN(cell) ? '' : String(cell);
    slider.value = filled(cell, c) ?? input.fill;
    const ends = [told(input.minimum, 8), told(input.maximum, 8)];
    const outside = isOutside(cell, input);
    note.textContent = cell === undefined ? say(canMiss ? 'number' : 'required')
      : Number.isNaN(cell) ? say('missing', told(input.fill))
      : say(outside ? 'outside' : 'range', ...ends);
    note.className = 'note' + (cell === undefined ? ' error' : outside ? ' warning' : '');
    field.setAttribute('aria-invalid', cell === undefined);
  }
  const label = element('label', { for: 'field' + c, class: 'data' }, input.name);
  at('fields').append(element('div', { class: 'field' }, element('div', {}, label, note), field, slider));
  return show;
}

function categoryField(input, c) {
  const select = element('select', { id: 'field' + c });
  const values = [...input.categories.filter(it => it !== ''), null, ...(canMiss ? [''] : [])];
  select.addEventListener('change', () => {
    row[c] = values[select.selectedIndex];
    update();
  });
  function show() {
    select.replaceChildren(...values.map(it => element('option', { class: 'data' },
      it === null ? say('unknown') : it !== '' ? it
        : input.fill === '' ? say('missing.own') : say('missing', input.fill))));
    const index = values.indexOf(row[c]);
    select.selectedIndex = index < 0 ? values.indexOf(null) : index;
  }
  at('fields').append(element('div', { class: 'field category' },
    element('label', { for: 'field' + c, class: 'data' }, input.name), select));
  return show;
}

/** Enters a row. */
function enter(cells) {
  row = cells.map((cell, c) =>
    inputs[c].type !== 'number' && cell !== '' && !inputs[c].categories.includes(cell) ? null : cell);
  isEmpty = false;
  fields.forEach(show => show());
  update();
}

const examples = model.held ? model.held.checks : [];
let example = -1;
at('example').hidden = examples.length === 0;
at('example').addEventListener('click', () => {
  example = (example + 1) % examples.length;
  strokes = [];
  enter(background[examples[example].row]);
  showPad();
});
at('typical').hidden = Boolean(model.pixels);
at('typical').addEventListener('click', () => enter(inputs.map(typical)));
at('fields').addEventListener('submit', event => event.preventDefault());

// ---- Why, shown ---------------------------------------------------------------------------------

const PATIENCE = 1000; // milliseconds that an explanation may take without being asked for
const SLICE = 12; // after so many others have their turn

let request = 0; // the number of the latest one
let isSlow = false;
let explanation = null;

/** Explains the row in slices of time; what takes long waits for the button, which tells how long. */
function startWhy(isAsked) {
  const mine = ++request;
  explanation = null;
  at('why').hidden = !now || background.length === 0;
  at('contributions').replaceChildren();
  at('effects').hidden = true;
  at('offer').hidden = true;
  if (at('why').hidden) return;
  if (isSlow && !isAsked) {
    offer(isSlow);
    return;
  }
  const steps = explain(row);
  let spent = 0;
  let share = 0;
  (function go() {
    if (mine !== request) return;
    const begin = performance.now();
    let step;
    do step = steps.next(); while (!step.done && performance.now() - begin < SLICE);
    spent += performance.now() - begin;
    if (step.done) {
      explanation = step.value;
      isSlow = isSlow && spent;
      showWhy();
      return;
    }
    share = step.value;
    if (!isAsked && spent > 100 && spent / share > PATIENCE) {
      isSlow = spent / share;
      offer(isSlow);
      return;
    }
    if (isAsked) offer(spent / share, share);
    setTimeout(go);
  })();
}
at('explain').addEventListener('click', () => startWhy(true));

/** The button; once pressed, how far the work is. */
function offer(milliseconds, share) {
  at('offer').hidden = false;
  at('explain').disabled = share !== undefined;
  at('explain').textContent = share === undefined
    ? say('why.compute', Math.ceil(milliseconds / 1000)) : say('why.computing', Math.floor(100 * share));
}

/** base + Σ amounts = output, rounded so that it holds to the last digit. */
function rounded({ base, parts, output }, unit) {
  const exact = parts.map(part => part.amount * unit);
  const whole = exact.map(Math.floor);
  const ends = [Math.round(base * unit), Math.round(output * unit)];
  const missing = ends[1] - ends[0] - total(whole);
  const order = exact.map((_, i) => i).sort((i, j) => (whole[i] - exact[i]) - (whole[j] - exact[j]));
  for (let i = 0; i < Math.abs(missing); i++) {
    whole[order[missing > 0 ? i % order.length : order.length - 1]] += Math.sign(missing);
  }
  return { base: ends[0], amounts: whole, output: ends[1] };
}

function showWhy() {
  if (!explanation) return;
  const { base, output, parts, others, predicted } = explanation;
  at('offer').hidden = true;
  const most = Math.max(...parts.map(part => Math.abs(part.amount)), Math.abs(base), Math.abs(output));
  const decimals = classes ? 1 : 3 - Math.floor(Math.log10(most || 1)); // four digits
  const unit = (classes ? 100 : 1) * 10 ** decimals;
  const sum = rounded(explanation, unit);
  const number = (n, sign = '') =>
    (n > 0 ? sign : '') + (n / 10 ** decimals).toFixed(Math.max(decimals, 0)).replace('-', '−');

  // Bars lead from the base to the prediction, the largest amount first, those of the others last.
  const size = p => parts[p].columns.length > 1 ? -1 : Math.abs(parts[p].amount);
  const order = parts.map((_, p) => p).sort((p, q) => size(q) - size(p));
  let reached = base;
  const ways = order.map(p => ({ p, from: reached, to: reached += parts[p].amount }));
  const all = [0, base, output, ...ways.map(way => way.to)];
  const least = classes ? Math.min(...all) : Math.min(...all.slice(1));
  const span = Math.max(...all) - least || 1;
  const place = value => (value - least) / span;
  const line = (kind, name, said, from, to) => element('div', { class: 'part ' + kind },
    element('span', {}, ...name), element('output', {}, said),
    kind === 'sum' ? '' : track(place(from), place(to), place(from), to < from ? 'minus' : ''));

  const percents = classes ? '%' : '';
  const cell = c => isMissing(row[c]) ? say('missing.cell') : row[c] === null ? say('unknown')
    : inputs[c].type === 'number' ? told(row[c], 8) : row[c];
  const named = ({ columns: [c, ...more] }) => more.length > 0
    ? [say('why.others', others.length)] : [data(inputs[c].name), ' = ', data(cell(c))];
  at('contributions').replaceChildren(
    line('sum', [say('why.base')], number(sum.base) + percents),
    ...ways.map(({ p, from, to }) => line('', named(parts[p]),
      classes ? say('why.points', number(sum.amounts[p], '+')) : number(sum.amounts[p], '+'), from, to)),
    line('sum', classes ? [data(classes[predicted])] : [data(target.name)], number(sum.output) + percents));
  at('whyNote').textContent = say('why.explain', background.length)
    + (others.length > 0 ? ' ' + say('why.many', inputs.length, ALONE) : '');
  if (model.pixels) showEffects(parts);
}

// ---- The network --------------------------------------------------------------------------------

const WIDTH = 360; // of the drawing, in its own units
const MOST_CIRCLES = 20;
const MOST_LINES = 400;

/** Columns of the drawing: what is there, and how to show the values of its units. */
const drawn = [];
let chosen = null; // the unit that was tapped

function drawNetwork() {
  drawn.length = 0;
  chosen = null;
  const names = slots.map((slot, k) => slotName(k));
  const outputs = layers.at(-1).units;
  const outs = !classes ? [target.name] : outputs === 1 ? [classes[1]] : classes;
  const counts = [slots.length, ...layers.map(layer => layer.units)];
  const isGrid = counts.map(count => count > MOST_CIRCLES);
  const left = isGrid[0] ? 52 : 92;
  const right = WIDTH - (isGrid.at(-1) ? 52 : 92);
  const gap = (right - left) / layers.length;
  const most = Math.max(...counts.filter((_, i) => !isGrid[i]), 3);
  const pitch = Math.min(30, 320 / most);
  const block = Math.min(100, 0.72 * gap);
  const height = Math.max(pitch * most, isGrid.includes(true) ? block + 8 : 0) + 8;
  const svg = element('svg', { viewBox: `0 0 ${WIDTH} ${height + 36}`, role: 'img', 'aria-label': say('network') });
  const x = i => left + i * gap;
  const y = (i, unit) => height / 2 + (unit - (counts[i] - 1) / 2) * pitch;

  layers.forEach((layer, l) => {
    const largest = layer.weights.reduce((a, w) => Math.max(a, Math.abs(w)), 0) || 1;
    if (isGrid[l] || isGrid[l + 1] || counts[l] * counts[l + 1] > MOST_LINES) {
      const half = i => isGrid[i] ? block / 2 : y(i, counts[i] - 1) - height / 2 + 6;
      const edge = i => isGrid[i] ? block / 2 + 4 : 0;
      const [a, b] = [half(l), half(l + 1)];
      svg.append(element('path', { class: 'band', d: `M${x(l) + edge(l)} ${height / 2 - a}`
        + `L${x(l + 1) - edge(l + 1)} ${height / 2 - b}v${2 * b}L${x(l) + edge(l)} ${height / 2 + a}Z` }));
      return;
    }
    for (let i = 0; i < counts[l]; i++) {
      for (let j = 0; j < layer.units; j++) {
        const share = layer.weights[i * layer.units + j] / largest;
        svg.append(element('line', { class: share < 0 ? 'minus' : 'plus', x1: x(l), y1: y(l, i), x2: x(l + 1),
          y2: y(l + 1, j), 'stroke-width': 0.4 + 2.6 * Math.abs(share), 'stroke-opacity': Math.sqrt(Math.abs(share)) }));
      }
    }
  });

  counts.forEach((count, i) => {
    const units = isGrid[i] ? grid(count, x(i), height / 2, block, i === 0 && model.pixels ? model.pixels.side : 0)
      : Array.from({ length: count }, (_, unit) => circle(x(i), y(i, unit), 0.42 * pitch));
    units.forEach((unit, u) => {
      const name = i === 0 ? names[u] : i === layers.length ? outs[u] : undefined;
      unit.name = name ?? `${say('network.unit')} ${u + 1}`;
      unit.group.addEventListener('click', () => {
        chosen = unit;
        showActivity();
      });
      svg.append(unit.group);
      if (name !== undefined && !isGrid[i]) {
        const side = i === 0 ? -1 : 1;
        svg.append(element('text', { x: x(i) + side * (0.42 * pitch + 5), y: y(i, u) + 4,
          'text-anchor': side < 0 ? 'end' : 'start' }, element('title', {}, name), shortened(name)));
      }
    });
    const f = i === 0 ? say('network.inputs') : words.get('activation.' + layers[i - 1].activation);
    const shown = i === layers.length ? say('network.outputs') : f;
    svg.append(element('text', { class: 'head', x: x(i), y: height + 16 }, gap < 60 && i % 2 ? '' : shown),
      element('text', { class: 'head', x: x(i), y: height + 31 }, String(count)));
    drawn.push(units);
  });
  at('drawing').replaceChildren(svg);
  showActivity();
}

/** Chinese letters are twice as wide as others. */
const widthOf = letter => letter.codePointAt(0) > 0x2e80 ? 2 : 1;
const lengthOf = name => total([...name].map(widthOf));

/** As much of a name as there is room for. */
function shortened(name, room = 10) {
  if (lengthOf(name) <= room) return name;
  let text = '';
  for (const letter of name) {
    if (lengthOf(text + letter) >= room) return text.trimEnd() + '…';
    text += letter;
  }
}

function slotName(k) {
  const f = k - (slots.length - features.length);
  if (f >= 0) {
    const { kind, column, other } = features[f].feature;
    return { square: column + '²', product: column + '·' + other, sine: 'sin ' + column, log: 'log ' + column,
      missing: column + '?' }[kind];
  }
  const [c] = slots[k].columns;
  if (inputs[c].type === 'number') return inputs[c].name;
  const category = inputs[c].categories[k - slots.findIndex(slot => slot.columns[0] === c)];
  return category === '' ? inputs[c].name + '?' : inputs[c].name + ' = ' + category;
}

function circle(x, y, r) {
  const shade = element('circle', { cx: x, cy: y, r });
  const number = element('text', { class: 'number', x, y: y + 3.5 });
  const title = element('title');
  const group = element('g', {}, element('circle', { class: 'base', cx: x, cy: y, r }), shade, number, title);
  return { group, shade, title, number: r > 11 ? number : null };
}

/** Many units as a square of cells, row by row. */
function grid(count, x, y, block, side) {
  const across = side || Math.ceil(Math.sqrt(count));
  const down = Math.ceil(count / across);
  const size = block / across;
  const width = size > 3 ? size - 0.6 : size + 0.05; // no gaps between very small ones
  return Array.from({ length: count }, (_, u) => {
    const place = { x: x - block / 2 + (u % across) * size, width, height: width,
      y: y - down * size / 2 + Math.floor(u / across) * size };
    const shade = element('rect', place);
    const title = element('title');
    const group = element('g', {}, element('rect', { class: 'cell', ...place }), shade, title);
    return { group, shade, title, number: null };
  });
}

/** Colors the units by the values of the row: the more, the farther from 0 in their column. */
function showActivity() {
  const columns = now ? now.activity.map(values => Array.from(values)) : [];
  if (now && classes) columns[layers.length] = layers.at(-1).units === 1 ? [now.values[1]] : now.values;
  drawn.forEach((units, i) => {
    const values = columns[i] ?? [];
    // Inputs and predictions are pale where they are small; of hidden layers the largest is strong.
    const most = Math.max(...values.map(Math.abs), i === 0 || i === layers.length ? 1 : 0) || 1;
    units.forEach((unit, u) => {
      const share = now ? values[u] / most : 0;
      const value = now ? i === layers.length && !classes ? now.values[0] : values[u] : undefined;
      unit.shade.setAttribute('class', share < 0 ? 'minus' : 'plus');
      unit.shade.setAttribute('fill-opacity', Math.sqrt(Math.abs(share)).toFixed(3));
      unit.group.classList.toggle('chosen', unit === chosen);
      unit.title.textContent = unit.name + (now ? ': ' + told(value) : '');
      if (unit.number) {
        unit.number.textContent = now ? inUnit(value) : '';
        unit.number.setAttribute('class', Math.abs(share) > 0.3 ? 'number inverse' : 'number');
      }
    });
  });
  at('unit').textContent = chosen ? chosen.title.textContent : '';
}

/** A number that a circle has room for. */
function inUnit(value) {
  const size = Math.abs(value);
  const text = size < 0.005 ? '0' : size >= 1e4 ? value.toExponential(0).replace('+', '') : told(value, size < 100 ? 2 : 3);
  return text.replace('-', '−').replace(/^(−?)0\./, '$1.');
}

// ---- The pad ------------------------------------------------------------------------------------

const side = model.pixels ? model.pixels.side : 0;
let strokes = []; // lists of points [x, y], in [0, 1] of the pad
let pen = null; // the stroke that is drawn

/** Share of a pixel between the least number, 0, and the greatest, 1. */
const inkOf = value => Number.isNaN(value) ? 0
  : clamp((value - model.pixels.least) / (model.pixels.greatest - model.pixels.least));

/** How the images of the data look: the longer side of what is drawn, its center, its line width. */
function habits() {
  const images = background.map(cells => cells.map(inkOf)).filter(ink => Math.max(...ink) > 0);
  const middle = list => list.sort((a, b) => a - b)[list.length >> 1];
  if (images.length === 0) return { size: 0.7 * side, x: side / 2, y: side / 2, width: side / 10 };
  const shapes = images.map(shape);
  return {
    size: middle(shapes.map(it => Math.max(it.right - it.left, it.bottom - it.top))),
    x: middle(shapes.map(it => it.x)),
    y: middle(shapes.map(it => it.y)),
    // A line of length L and width w has the area L w and edges of 2 L: w = 2 area / edges.
    width: middle(images.map(ink => 2 * total(ink) / edges(ink))),
  };
}

/** Bounding box and center of mass of an image, in pixels. */
function shape(ink) {
  const box = { left: side, right: 0, top: side, bottom: 0, x: 0, y: 0 };
  const mass = total(ink) || 1;
  ink.forEach((it, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    box.x += it * (x + 0.5) / mass;
    box.y += it * (y + 0.5) / mass;
    if (it > 0.1) {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  });
  return box;
}

/** Length of the edges: what changes from pixel to pixel, of which lines at an angle have 4/π as much. */
function edges(ink) {
  const pixel = (x, y) => x < 0 || y < 0 || x >= side || y >= side ? 0 : ink[y * side + x];
  let sum = 0;
  for (let y = 0; y <= side; y++) {
    for (let x = 0; x <= side; x++) {
      sum += Math.abs(pixel(x, y) - pixel(x - 1, y)) + Math.abs(pixel(x, y) - pixel(x, y - 1));
    }
  }
  return sum * Math.PI / 4;
}

/** Strokes as the network sees them: as large as the images of the data, centered by mass as they. */
function image(drawn, habit) {
  const points = drawn.flat();
  const span = axis => {
    const list = points.map(point => point[axis]);
    return [Math.min(...list), Math.max(...list)];
  };
  const [[left, right], [top, bottom]] = [span(0), span(1)];
  const longer = Math.max(right - left, bottom - top);
  // A dot stays a dot.
  const scale = Math.min((habit.size - habit.width) / (longer || 1), 4 * side);
  const place = (x, y) => drawn.map(stroke => stroke.map(point =>
    [(point[0] - (left + right) / 2) * scale + x, (point[1] - (top + bottom) / 2) * scale + y]));
  const middle = [side / 2, side / 2];
  const first = shape(ink(place(...middle), habit.width));
  // No farther than to the edge.
  const shift = (by, low, high) => Math.min(Math.max(by, Math.min(0, -low)), Math.max(0, side - high));
  return ink(place(
    middle[0] + shift(habit.x - first.x, first.left, first.right),
    middle[1] + shift(habit.y - first.y, first.top, first.bottom)), habit.width);
}

const FINE = 4; // samples of a pixel, in each direction

/** How much of each pixel lines of that width cover, in [0, 1]. */
function ink(lines, width) {
  const across = FINE * side;
  const covered = new Uint8Array(across * across);
  const reach = width / 2;
  for (const line of lines) {
    line.forEach(([x2, y2], i) => {
      const [x1, y1] = line[Math.max(i - 1, 0)];
      const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const bound = value => Math.min(Math.max(Math.floor(value * FINE), 0), across);
      for (let v = bound(Math.min(y1, y2) - reach); v < bound(Math.max(y1, y2) + reach + 1); v++) {
        for (let u = bound(Math.min(x1, x2) - reach); u < bound(Math.max(x1, x2) + reach + 1); u++) {
          const [x, y] = [(u + 0.5) / FINE, (v + 0.5) / FINE];
          const along = length > 0 ? clamp(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length) : 0;
          const away = (x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2;
          if (away <= reach * reach) covered[v * across + u] = 1;
        }
      }
    });
  }
  const shares = new Array(side * side).fill(0);
  covered.forEach((it, i) => {
    shares[Math.floor(i / across / FINE) * side + Math.floor(i % across / FINE)] += it / FINE ** 2;
  });
  return shares;
}

function startPad() {
  at('draw').hidden = false;
  at('clear').hidden = false;
  const pad = at('pad');
  const habit = habits();
  const isWhole = background.every(cells => cells.every(cell => Number.isNaN(cell) || Number.isInteger(cell)));
  const { least, greatest } = model.pixels;
  const point = event => {
    const box = pad.getBoundingClientRect();
    return [clamp((event.clientX - box.left) / box.width), clamp((event.clientY - box.top) / box.height)];
  };
  const follow = () => {
    isEmpty = strokes.length === 0;
    if (!isEmpty) {
      row = image(strokes, habit).map(share => least + share * (greatest - least));
      if (isWhole) row = row.map(Math.round);
    }
    showPad();
    update();
  };
  pad.addEventListener('pointerdown', event => {
    pad.setPointerCapture(event.pointerId);
    pen = [point(event)];
    strokes.push(pen);
    follow();
  });
  pad.addEventListener('pointermove', event => {
    if (!pen) return;
    pen.push(...(event.getCoalescedEvents?.() ?? [event]).map(point));
    follow();
  });
  for (const end of ['pointerup', 'pointercancel']) pad.addEventListener(end, () => { pen = null; });
  at('clear').addEventListener('click', () => {
    strokes = [];
    follow();
  });
}

const color = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

/** Draws the strokes, and beside them the pixels. */
function showPad() {
  if (!model.pixels) return;
  const pad = at('pad');
  pad.width = pad.height = 480;
  const context = pad.getContext('2d');
  Object.assign(context, { strokeStyle: color('text'), lineWidth: 34, lineCap: 'round', lineJoin: 'round' });
  for (const stroke of strokes) {
    context.beginPath();
    for (const [x, y] of [stroke[0], ...stroke]) context.lineTo(x * 480, y * 480);
    context.stroke();
  }
  paint(at('seen'), isEmpty ? [] : row.map(cell => [color('text'), inkOf(cell)]));
}

/** Fills the pixels of an image with colors of some opacity. */
function paint(canvas, ...pictures) {
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d');
  for (const picture of pictures) {
    picture.forEach(([ink, share], i) => {
      context.globalAlpha = share;
      context.fillStyle = ink;
      context.fillRect(i % side, Math.floor(i / side), 1, 1);
    });
  }
}

/** Pixels that raise the prediction and those that lower it, over a pale image. */
function showEffects(parts) {
  const effects = at('effects');
  effects.hidden = false;
  const most = Math.max(...parts.map(part => part.columns.length === 1 ? Math.abs(part.amount) : 0)) || 1;
  const colors = inputs.map(() => ['#000', 0]);
  for (const { columns: [c, ...more], amount } of parts) {
    if (more.length === 0) {
      colors[c] = [color(amount < 0 ? 'negative' : 'positive'), Math.sqrt(Math.abs(amount) / most)];
    }
  }
  paint(effects, row.map(cell => [color('text'), 0.25 * inkOf(cell)]), colors);
}

// ---- About, and the start -----------------------------------------------------------------------

const TOLERANCE = 1e-6;

/** Largest difference from the predictions of the program; infinite where another class is predicted. */
function selfTest() {
  let most = 0;
  for (const check of examples) {
    const found = predictCleaned(background[check.row]);
    const isSame = found ? classes === null || found.predicted === check.predicted : check.values.length === 0;
    const differences = check.values.map((value, i) =>
      Math.abs(found?.values[i] - value) / (classes ? 1 : Math.max(1, Math.abs(value))));
    most = Math.max(most, isSame ? 0 : Infinity, ...differences.map(it => Number.isNaN(it) ? Infinity : it));
  }
  return most;
}

function showAbout() {
  const most = selfTest();
  const isFine = most <= TOLERANCE;
  at('check').className = isFine ? 'fine' : 'wrong';
  at('check').textContent = examples.length === 0 ? say('check.none')
    : say(isFine ? 'check.fine' : 'check.wrong', examples.length, most.toExponential(0).replace('-', '−'));
  if (examples.length === 0) at('check').className = '';
  at('held').textContent = background.length > 0 ? say('held', background.length) : say('held.none');
}

/** Says everything in the language. */
function speak() {
  words = new Map(language.words.map(({ key, text }) => [key, text]));
  document.documentElement.lang = language.code;
  document.title = say('title', target.name);
  at('title').replaceChildren(say('title', target.name));
  const other = model.languages[(model.languages.indexOf(language) + 1) % model.languages.length];
  at('language').textContent = other.name;
  at('language').lang = other.code;
  for (const it of document.querySelectorAll('[data-word]')) it.textContent = say(it.dataset.word);
  fields.forEach(show => show());
  drawNetwork();
  showAnswer();
  if (isSlow && !explanation) offer(isSlow);
  showWhy();
  showAbout();
}
at('language').addEventListener('click', () => {
  language = model.languages[(model.languages.indexOf(language) + 1) % model.languages.length];
  speak();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  showPad();
  showWhy();
});

if (model.pixels) startPad();
speak();
showPad();
update();
