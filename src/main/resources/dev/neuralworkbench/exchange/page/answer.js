
// The row that is predicted, and the prediction with its bars.

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
const side = model.pixels ? model.pixels.side : 0;
let now = null; // the prediction of the row

/** The usual value: the mean, or the most frequent category. */
function typical(input, c) {
  return input.type === 'number' ? Number(input.mean.toPrecision(4)) : model.typical[c];
}

/** Whether a missing cell is predicted: models that left such rows out cannot. */
const canMiss = model.preprocessor.missing !== 'drop_row';
const invalid = () => row.includes(undefined);
const isOutside = (cell, input) =>
  input.type === 'number' && (cell < input.minimum || cell > input.maximum);

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
  at('rule').textContent = model.decision?.type === 'threshold'
    ? say('decision.threshold', classes[model.decision.positive], told(model.decision.threshold))
    : model.decision ? say('decision.costs') : '';
  if (classes) showBars(); else showScale();
  showRemark();
}

/** A bar from one share of its width to another, with a mark where there is one. */
function track(from, to, mark, kind = '') {
  const left = Math.min(from, to);
  const svg = element('svg', { class: 'track', viewBox: '0 0 100 10', preserveAspectRatio: 'none' },
    element('rect', { class: 'empty', width: 100, height: 10 }),
    element('rect',
      { class: 'value ' + kind, x: 100 * left, width: 100 * Math.abs(to - from), height: 10 }));
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
  at('bars').style.setProperty('--name', Math.min(longest, shown.length > 5 ? 8 : 14) + 2 + 'ch');
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

/** A line is kept for it, so that nothing moves while a number is typed. */
function showRemark() {
  at('remark').hidden = Boolean(model.pixels) || inputs.every(input => input.type !== 'number');
  const names = now && !model.pixels
    ? inputs.filter((input, c) => isOutside(row[c], input)).map(it => it.name) : [];
  const said = names.length > 0 ? say('outside.remark', names.join(say('separator'))) : '';
  at('remark').textContent = at('remark').title = said;
}

/** What is to be known of every prediction of the model. */
function showRules() {
  const said = [];
  if (target.weights && !target.corrected) said.push(say('balanced'));
  if (classes && classes.length > MOST_BARS) said.push(say('most', MOST_BARS, classes.length));
  at('rules').textContent = said.join(' ');
}
