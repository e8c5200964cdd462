
// The explanation as bars, worked out in slices of time so that the form never waits.

const PATIENCE = 1000; // milliseconds that an explanation may take without being asked for
const SLICE = 12; // after so many others have their turn

let request = 0; // the number of the latest one
let slow = 0; // how long it takes where it has to be asked for, in milliseconds
let explanation = null;

/** Explains the row in slices of time; what takes long waits for the button, which says how long. */
function startWhy(isAsked) {
  const mine = ++request;
  explanation = null;
  at('why').hidden = !now || background.length === 0;
  at('contributions').classList.add('old'); // the bars of the row before stay until there are others
  if (at('why').hidden) return;
  if (slow && !isAsked) {
    offer(slow);
    return;
  }
  const steps = explain(row);
  let spent = 0;
  let setup = 0; // what was spent before the first step
  (function go() {
    if (mine !== request) return;
    const begin = performance.now();
    let step;
    do step = steps.next(); while (!step.done && performance.now() - begin < SLICE);
    spent += performance.now() - begin;
    if (step.done) {
      const isWhole = step.value.parts.every(part => Number.isFinite(part.amount));
      explanation = isWhole ? step.value : null;
      at('why').hidden = !isWhole;
      slow = spent > PATIENCE ? spent : 0;
      showWhy();
      return;
    }
    if (step.value === 0) setup = spent;
    const expected = setup + (spent - setup) / step.value;
    if (!isAsked && spent - setup > 100 && expected > PATIENCE) {
      slow = expected;
      offer(slow);
      return;
    }
    if (isAsked) offer(expected, step.value);
    setTimeout(go);
  })();
}
at('explain').addEventListener('click', () => startWhy(true));

/** The button; once pressed, how far the work is. */
function offer(milliseconds, share) {
  at('offer').hidden = false;
  at('contributions').replaceChildren();
  at('effects').hidden = true;
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
  at('contributions').classList.remove('old');
  const most = Math.max(...parts.map(part => Math.abs(part.amount)), Math.abs(base), Math.abs(output));
  // Four digits of a number; of a percentage so many decimals that what is not certain is below 100%.
  const apart = Math.min(1 - Math.max(base, output), base, output);
  const wanted = apart > 0 ? -Math.floor(Math.log10(apart)) - 2 : 1;
  const decimals = !classes ? 3 - Math.floor(Math.log10(most || 1)) : wanted > 4 ? 1 : Math.max(1, wanted);
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

  // A probability as in the answer, but for more decimals.
  const whole = (value, n) =>
    !classes ? number(n) : decimals === 1 ? percent(value) : number(n) + '%';
  const cell = c => isMissing(row[c]) ? say('missing.cell') : row[c] === null ? say('unknown')
    : inputs[c].type === 'number' ? told(row[c], 8) : row[c];
  const named = ({ columns: [c, ...more] }) => more.length > 0
    ? [say('why.others', others.length)] : [data(inputs[c].name), ' = ', data(cell(c))];
  at('contributions').replaceChildren(
    line('sum', [say('why.base')], whole(base, sum.base)),
    ...ways.map(({ p, from, to }) => line('', named(parts[p]),
      classes ? say('why.points', number(sum.amounts[p], '+')) : number(sum.amounts[p], '+'), from, to)),
    line('sum', classes ? [data(classes[predicted])] : [data(target.name)], whole(output, sum.output)));
  at('whyNote').textContent = say('why.explain', background.length)
    + (others.length > 0 ? ' ' + say('why.many', inputs.length, ALONE) : '');
  if (model.pixels) showEffects(parts);
}
