
// Sentences of the bundles, and numbers as they are read and written.

let language = model.languages.find(it => navigator.language.startsWith(it.code))
  ?? model.languages[0];
let words = new Map();

/** A sentence of the language, with what stands in it. */
function say(key, ...inserted) {
  const { text, one } = words.get(key);
  return (inserted[0] === 1 && one || text).replace(/\{(\d)\}/g, (_, i) => inserted[i]);
}

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
  const isGroup = /^[+-]?\d{1,3},\d{3}$/.test(plain);
  const point = isGroup ? plain : plain.replace(/^([+-]?\d*),(\d+)$/, '$1.$2');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(point) ? Number(point) : undefined;
}
