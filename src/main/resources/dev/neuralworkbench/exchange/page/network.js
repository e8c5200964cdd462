
// The network as a drawing: small layers as circles with their lines, large ones as cells.

const WIDTH = 360; // of the drawing, in its own units
const MOST_CIRCLES = 20;
const MOST_LINES = 400;
const REACH = 30; // of a finger, in pixels

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
  const hasCategories = inputs.some(input => input.type !== 'number');
  const left = isGrid[0] ? 52 : hasCategories ? 132 : 92; // an input of a category has two names
  const room = hasCategories ? 16 : 10;
  const right = WIDTH - (isGrid.at(-1) ? 52 : 92);
  const gap = (right - left) / layers.length;
  const most = Math.max(...counts.filter((_, i) => !isGrid[i]), 3);
  const pitch = Math.min(30, 320 / most);
  const block = Math.min(100, 0.72 * gap);
  const height = Math.max(pitch * most, isGrid.includes(true) ? block + 8 : 0) + 8;
  const svg = element('svg',
    { viewBox: `0 0 ${WIDTH} ${height + 36}`, role: 'img', 'aria-label': say('network') });
  const x = i => left + i * gap;
  const y = (i, unit) => height / 2 + (unit - (counts[i] - 1) / 2) * pitch;

  layers.forEach((layer, l) => {
    const largest = layer.weights.reduce((a, w) => Math.max(a, Math.abs(w)), 0) || 1;
    if (isGrid[l] || isGrid[l + 1] || counts[l] * counts[l + 1] > MOST_LINES) {
      const half = i => isGrid[i] ? block / 2 : y(i, counts[i] - 1) - height / 2 + 6;
      const edge = i => isGrid[i] ? block / 2 + 4 : 0;
      const [a, b] = [half(l), half(l + 1)];
      svg.append(element('path', { class: 'band', d: `M${x(l) + edge(l)} ${height / 2 - a}`
        + `L${x(l + 1) - edge(l + 1)} ${height / 2 - b}v${2 * b}`
        + `L${x(l) + edge(l)} ${height / 2 + a}Z` }));
      return;
    }
    for (let i = 0; i < counts[l]; i++) {
      for (let j = 0; j < layer.units; j++) {
        const share = layer.weights[i * layer.units + j] / largest;
        svg.append(element('line', {
          class: share < 0 ? 'minus' : 'plus',
          x1: x(l), y1: y(l, i), x2: x(l + 1), y2: y(l + 1, j),
          'stroke-width': 0.4 + 2.6 * Math.abs(share),
          'stroke-opacity': Math.sqrt(Math.abs(share)),
        }));
      }
    }
  });

  counts.forEach((count, i) => {
    const units = isGrid[i] ? grid(count, x(i), height / 2, block, i === 0 ? side : 0)
      : Array.from({ length: count }, (_, unit) => circle(x(i), y(i, unit), 0.42 * pitch));
    units.forEach((unit, u) => {
      const name = i === 0 ? names[u] : i === layers.length ? outs[u] : undefined;
      unit.name = name ?? `${say('network.unit')} ${u + 1}`;
      svg.append(unit.group);
      if (name !== undefined && !isGrid[i]) {
        const side = i === 0 ? -1 : 1;
        svg.append(element('text', { x: x(i) + side * (0.42 * pitch + 5), y: y(i, u) + 4,
          'text-anchor': side < 0 ? 'end' : 'start' },
          element('title', {}, name), i === 0 ? slotLabel(u, room) : shortened(name, 10)));
      }
    });
    const f = i === 0 ? say('network.inputs') : say('activation.' + layers[i - 1].activation);
    const shown = i === layers.length ? say('network.outputs') : f;
    const isRoom = 6.5 * lengthOf(shown) < gap || i === 0;
    svg.append(element('text', { class: 'head', x: x(i), y: height + 16 }, isRoom ? shown : ''),
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
function shortened(name, room) {
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
    return {
      square: column + '²', product: column + '·' + other, sine: 'sin ' + column,
      log: 'log ' + column, missing: column + '.missing',
    }[kind];
  }
  const { name, type } = inputs[slots[k].columns[0]];
  return type === 'number' ? name : name + categoryOf(k);
}

/** What a column's name is followed by in the name of a category; empty for what is none. */
function categoryOf(k) {
  const [c] = slots[k].columns;
  if (k >= slots.length - features.length || inputs[c].type === 'number') return '';
  const category = inputs[c].categories[k - slots.findIndex(slot => slot.columns[0] === c)];
  return category === '' ? '.missing' : ' = ' + category;
}

/** A name with so much room: of a category the column is shortened first. */
function slotLabel(k, room) {
  const category = categoryOf(k);
  const column = category === '' ? '' : inputs[slots[k].columns[0]].name;
  return category === '' ? shortened(slotName(k), room)
    : shortened(shortened(column, Math.max(4, room - lengthOf(category))) + category, room);
}

function circle(x, y, r) {
  const shade = element('circle', { cx: x, cy: y, r });
  const number = element('text', { class: 'number', x, y: y + 3.5 });
  const title = element('title');
  const base = element('circle', { class: 'base', cx: x, cy: y, r });
  const group = element('g', {}, base, shade, number, title);
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
  const isSingle = layers.at(-1).units === 1; // of two classes the second
  if (now && classes) columns[layers.length] = isSingle ? [now.values[1]] : now.values;
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

/** A tap shows the value of the unit that is nearest: fingers are broader than units. */
at('drawing').addEventListener('click', event => {
  const away = unit => {
    const { x, y, width, height } = unit.shade.getBoundingClientRect();
    return Math.hypot(event.clientX - x - width / 2, event.clientY - y - height / 2);
  };
  const nearest = drawn.flat().reduce((a, b) => away(b) < away(a) ? b : a);
  chosen = away(nearest) < REACH ? nearest : null;
  showActivity();
});

/** A number that a circle has room for. */
function inUnit(value) {
  const size = Math.abs(value);
  const text = size < 0.005 ? '0'
    : size >= 1e4 ? value.toExponential(0).replace('+', '') : told(value, size < 100 ? 2 : 3);
  return text.replace('-', '−').replace(/^(−?)0\./, '$1.');
}
