
// The page tests itself, speaks a language, and begins.

const TOLERANCE = 1e-6;

/** Largest difference from what the program predicts; infinite where the class is another. */
function selfTest() {
  let most = 0;
  for (const check of examples) {
    const found = predictCleaned(background[check.row]);
    const values = found?.values ?? [];
    const isSame = values.length === check.values.length && (found?.predicted ?? 0) === check.predicted;
    const differences = check.values.map((value, i) =>
      Math.abs(values[i] - value) / (classes ? 1 : Math.max(1, Math.abs(value))));
    most = Math.max(most, ...(isSame ? differences : [Infinity]));
  }
  return most;
}

function showAbout() {
  const most = selfTest();
  const found = examples.length === 0 ? 'none' : most <= TOLERANCE ? 'fine' : 'wrong';
  const difference = most.toExponential(0).replace('e+0', '').replace('-', '−');
  at('check').className = found;
  at('check').textContent = say('check.' + found, examples.length, difference);
  at('held').textContent = background.length > 0 ? say('held', background.length) : say('held.none');
}

/** Says everything in the language. */
function speak() {
  words = new Map(language.words.map(word => [word.key, word]));
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
  if (slow && !explanation) offer(slow);
  showWhy();
  showRules();
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
