
// A pad for inputs that are the pixels of an image.

let strokes = []; // lists of points [x, y], in [0, 1] of the pad
let pen = null; // the stroke that is drawn

/** Share of a pixel between the least number, 0, and the greatest, 1. */
const inkOf = value => Number.isNaN(value) ? 0
  : clamp((value - model.pixels.least) / (model.pixels.greatest - model.pixels.least));

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

/** Strokes as the network sees them: as large as the data are, and centered by mass as they. */
function image(drawn) {
  const { style } = model;
  const points = drawn.flat();
  const span = axis => {
    const list = points.map(point => point[axis]);
    return [Math.min(...list), Math.max(...list)];
  };
  const [[left, right], [top, bottom]] = [span(0), span(1)];
  const longer = Math.max(right - left, bottom - top);
  // A dot stays a dot.
  const scale = Math.min(Math.max(0, style.size - style.width) / (longer || 1), 4 * side);
  const place = (x, y) => drawn.map(stroke => stroke.map(point =>
    [(point[0] - (left + right) / 2) * scale + x, (point[1] - (top + bottom) / 2) * scale + y]));
  const middle = [side / 2, side / 2];
  const first = shape(ink(place(...middle), style.width));
  // No farther than to the edge.
  const shift = (by, low, high) => Math.min(Math.max(by, -low), Math.max(side - high, 0));
  const shares = ink(place(
    middle[0] + shift(style.x - first.x, first.left, first.right),
    middle[1] + shift(style.y - first.y, first.top, first.bottom)), style.width);
  const { least, greatest } = model.pixels;
  const cells = shares.map(share => least + (style.isLight ? 1 - share : share) * (greatest - least));
  return style.isWhole ? cells.map(Math.round) : cells;
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
          const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / (length || 1);
          const t = clamp(along);
          const away = (x - x1 - t * (x2 - x1)) ** 2 + (y - y1 - t * (y2 - y1)) ** 2;
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
  const point = event => {
    const box = pad.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map(clamp);
  };
  const follow = () => {
    isEmpty = strokes.length === 0;
    if (!isEmpty) row = image(strokes);
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
  Object.assign(context,
    { strokeStyle: color('text'), lineWidth: 34, lineCap: 'round', lineJoin: 'round' });
  for (const stroke of strokes) {
    context.beginPath();
    for (const [x, y] of [stroke[0], ...stroke]) context.lineTo(x * 480, y * 480);
    context.stroke();
  }
  paint(at('seen'), isEmpty ? [] : row.map(cell => model.pixels.isGray
    ? [`hsl(0 0% ${100 * inkOf(cell)}%)`, 1] // bytes are black and white, not ink and paper
    : [color('text'), inkOf(cell)]));
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
  const alone = parts.filter(part => part.columns.length === 1);
  const most = Math.max(...alone.map(part => Math.abs(part.amount))) || 1;
  const colors = inputs.map(() => ['#000', 0]);
  for (const { columns: [c], amount } of alone) {
    colors[c] = [color(amount < 0 ? 'negative' : 'positive'), Math.sqrt(Math.abs(amount) / most)];
  }
  paint(effects, row.map(cell => [color('text'), 0.25 * inkOf(cell)]), colors);
}
