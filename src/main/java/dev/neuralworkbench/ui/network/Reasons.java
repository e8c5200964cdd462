package dev.neuralworkbench.ui.network;

import static java.util.stream.Collectors.joining;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Defaults.Demand;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;

/** Why the recommended choices are what they are, in a sentence or two. */
final class Reasons {

  private Reasons() {}

  /** Of the recommended choices for such data. */
  static String of(Words words, DataShape shape) {
    if (Defaults.hasFewRows(shape)) {
      return words.text("form.why.few", Numbers.count(shape.rows()));
    }
    var training = Defaults.training(shape);
    var penalty =
        words.text(
            "form.why.penalty",
            Numbers.rounded(training.penalty().l1(), 1),
            Numbers.rounded(training.penalty().l2(), 1),
            Numbers.count(shape.inputs()),
            Numbers.count(shape.training()));
    var folds = training.foldCount();
    var judged = folds == 0 ? "" : words.text("form.why.folds", Numbers.count(folds));
    var smooth =
        Defaults.isSmooth(shape) ? words.text("form.why.smooth", Numbers.count(shape.rows())) : "";
    return units(words, shape) + smooth + penalty + judged;
  }

  private static String units(Words words, DataShape shape) {
    var units = Numbers.count(Defaults.units(shape));
    var demands = Defaults.demands(shape);
    if (demands.isEmpty()) {
      return words.text(
          shape.classes() == 0 ? "form.why.units.few" : "form.why.units.few.classes", units);
    }
    var causes =
        demands.stream()
            .filter(it -> it != Demand.MANY_INPUTS)
            .map(
                it ->
                    switch (it) {
                      case CLASSES -> words.text("form.why.classes", shape.classes());
                      case INPUTS, MANY_INPUTS -> words.text("form.why.inputs", shape.inputs());
                      case ROWS -> words.text("form.why.rows", shape.rows());
                    })
            .collect(joining(words.text("form.why.comma")));
    return words.text("form.why.units", units, causes);
  }
}
