package dev.neuralworkbench.report;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.study.vary.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A training as a command that repeats it.
 *
 * @param words of the command, not yet quoted
 * @param complete whether it has all choices; otherwise some have no option, such as layers that
 *     differ from each other
 */
record Repetition(List<String> words, boolean complete) {

  private static final Pattern PLAIN = Pattern.compile("[\\w.,;:/=+-]+");

  /** Copies the list. */
  Repetition {
    words = List.copyOf(words);
  }

  /** The command of an experiment on rows that are at hand. */
  static Repetition of(Experiment experiment, DataReference data, Table table) {
    var preparation = experiment.preparation();
    var training = experiment.training();
    var split = preparation.split();
    var target = preparation.columns().get(preparation.targetIndex()).name();
    var words = new ArrayList<String>();
    words.addAll(List.of("neural-workbench", "train"));
    words.add(data.source().knownSample().map(it -> it.id()).orElse(data.name()));
    words.addAll(List.of("-o", "model.nnw", "--target", target));
    words.addAll(List.of("--task", preparation.problemType().name().toLowerCase(Locale.ROOT)));
    var repeated = repeated(experiment, target, table);
    for (var factor : Factor.of(experiment)) {
      // First weights are those that suit each activation, unless chosen otherwise for all layers.
      if (!factor.id().equals("initializer")
          || !repeated.network().hidden().equals(experiment.network().hidden())) {
        words.add("--" + factor.id());
        words.add(factor.present(experiment).orElseThrow());
      }
    }
    words.addAll(List.of("--judging-folds", String.valueOf(training.foldCount())));
    words.addAll(List.of("--validation", String.valueOf(split.validation())));
    words.addAll(List.of("--test", String.valueOf(split.test())));
    if (!split.stratified()) {
      words.add("--no-stratify");
    }
    var threshold = training.stopping().lossThreshold();
    if (threshold != null) {
      words.addAll(List.of("--until-loss", threshold.toString()));
    }
    words.addAll(List.of("--seed", String.valueOf(training.seed())));
    words.addAll(List.of("--split-seed", String.valueOf(split.seed())));
    return new Repetition(words, repeated.equals(experiment));
  }

  /** What the command's options would come to. */
  private static Experiment repeated(Experiment experiment, String target, Table table) {
    var wanted = experiment.preparation();
    var preparation = Preparation.defaults(table);
    var index = table.indexOf(target);
    preparation =
        preparation
            .withRole(index, ColumnRole.TARGET, table)
            .withKind(
                index,
                wanted.problemType() == ProblemType.CLASSIFICATION
                    ? ColumnKind.CATEGORY
                    : ColumnKind.NUMBER)
            .withSplit(wanted.split());
    if (!preparation.problems(table).isEmpty()
        || DataShape.of(preparation, table).training() == 0) {
      return Defaults.experiment(preparation, table);
    }
    var made = Defaults.experiment(preparation, table);
    for (var factor : Factor.ALL) {
      if (!factor.id().equals("initializer")
          || !made.network().hidden().equals(experiment.network().hidden())) {
        made = with(made, factor, experiment);
      }
    }
    var training = experiment.training();
    return made.withTraining(
        made.training()
            .withSeed(training.seed())
            .withFolds(training.foldCount())
            .withStopping(
                made.training().stopping().withLossThreshold(training.stopping().lossThreshold())));
  }

  private static <T> Experiment with(Experiment made, Factor<T> factor, Experiment of) {
    return factor.get().apply(of).map(value -> factor.with().apply(made, value)).orElse(made);
  }

  /** The command as a shell takes it. */
  String command() {
    return String.join(
        " ",
        words.stream()
            .map(
                word ->
                    PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
            .toList());
  }
}
