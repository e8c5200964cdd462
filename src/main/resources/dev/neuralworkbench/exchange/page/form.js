
// A field for each column: numbers with a slider over the training range, categories as lists.

const fields = model.pixels ? [] : inputs.map((input, c) =>
  input.type === 'number' ? numberField(input, c) : categoryField(input, c));

function numberField(input, c) {
  const field = element('input', { id: 'field' + c, type: 'text',
    inputmode: input.minimum < 0 ? 'text' : 'decimal', enterkeyhint: 'done' });
  const note = element('p', { class: 'note' });
  const range = input.maximum - input.minimum;
  const slider = element('input', { type: 'range', min: input.minimum, max: input.maximum,
    step: 'any', tabindex: -1, 'aria-label': input.name });
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
    if (isOther && cell !== undefined) field.value = Number.isNaN(cell) ? '' : String(cell);
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
  at('fields').append(
    element('div', { class: 'field' }, element('div', {}, label, note), field, slider));
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
