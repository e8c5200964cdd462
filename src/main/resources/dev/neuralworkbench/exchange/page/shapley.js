
// Why a row is predicted as it is, in the columns of its table.

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
    yield 0; // what is done but once is no measure of the rest
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
    const four = [0, 1, 2, 3].map(() => new Float64Array(size));
    if (!pairs.has(key)) pairs.set(key, { q, p, four });
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
