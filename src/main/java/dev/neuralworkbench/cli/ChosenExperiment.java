package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The experiment that options choose: the window's defaults for the table, with changes. */
final class ChosenExperiment {

  /** The option that a problem's component was chosen with, by the component's last name. */
  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("units", "--hidden"),
          Map.entry("hidden", "--hidden"),
          Map.entry("rate", "--dropout"),
          Map.entry("loss", "--loss"),
          Map.entry("learningRate", "--learning-rate"),
          Map.entry("momentum", "--momentum"),
          Map.entry("batchSize", "--batch-size"),
          Map.entry("epochs", "--epochs"),
          Map.entry("lossThreshold", "--until-loss"),
          Map.entry("patience", "--early-stopping"),
          Map.entry("monitor", "--early-stopping"),
          Map.entry("l1", "--l1"),
          Map.entry("l2", "--l2"),
          Map.entry("clipNorm", "--clip"),
          Map.entry("averageEpochs", "--average"),
          Map.entry("judgingFolds", "--judging-folds"),
          Map.entry("validation", "--validation"),
          Map.entry("test", "--test"),
          Map.entry("split", "--validation"),
          Map.entry("column", "--split-by"),
          Map.entry("rare", "--rare"),
          Map.entry("features", "--feature"),
          Map.entry("used", "--training-share"),
          Map.entry("target", "--target"),
          Map.entry("folds", "--folds"),
          Map.entry("repeats", "--repeats"),
          Map.entry("vary", "--vary"),
          Map.entry("seeds", "--seeds"));

  private ChosenExperiment() {}

  /**
   * The experiment.
   *
   * @throws CommandFailure if an option is wrong, or the table cannot be learned from
   */
  static Experiment of(TrainOptions options, DataReference data) {
    var table = Objects.requireNonNull(data.table(), "just read");
    var preparation = preparation(options, table);
    var experiment = standard(options, data, preparation, table);
    var network = new ChosenNetwork(options).change(experiment.network());
    var training = new ChosenTraining(options).change(experiment.training());
    var chosen = new Experiment(preparation, network, training);
    check(chosen, table);
    return chosen;
  }

  /** What the window begins with: a sample's preset, or the defaults for the table. */
  private static Experiment standard(
      TrainOptions options, DataReference data, Preparation preparation, Table table) {
    var experiment = Defaults.experiment(preparation, table);
    var sample = data.source().knownSample();
    var asked = options.columns.isGiven() || options.task != null;
    if (asked || sample.isEmpty() || !preparation.problems(table).isEmpty()) {
      return experiment;
    }
    return Preset.of(sample.get()).change(experiment, DataShape.of(preparation, table));
  }

  /** Fails with the first problem, if there is one. */
  static void check(Experiment experiment, Table table) {
    var problems = experiment.problems(table);
    if (!problems.isEmpty()) {
      throw failure(problems.getFirst());
    }
  }

  /** A problem as a failure, with the option that it was chosen by. */
  static CommandFailure failure(Problem problem) {
    var component = problem.component();
    var name = component.substring(component.lastIndexOf('.') + 1).replaceAll("\\[\\d+]", "");
    var option = OPTIONS.get(name);
    return option == null
        ? CommandFailure.of(problem)
        : CommandFailure.option(problem.ofField(option));
  }

  private static Preparation preparation(TrainOptions options, Table table) {
    var preparation = options.columns.preparation(table);
    if (options.task != null && preparation.targetIndex() >= 0) {
      var type = NamedChoices.of("--task", ProblemType.class, options.task);
      preparation =
          preparation.withKind(
              preparation.targetIndex(),
              switch (type) {
                case CLASSIFICATION -> ColumnKind.CATEGORY;
                case REGRESSION -> ColumnKind.NUMBER;
              });
    }
    if (options.scaling != null) {
      preparation =
          preparation.withScaling(NamedChoices.of("--scaling", Scaling.class, options.scaling));
    }
    if (options.rare != null) {
      preparation = preparation.withRare(options.rare);
    }
    if (options.balance && preparation.problemType() == ProblemType.REGRESSION) {
      throw CommandFailure.option("cli.balance", "--balance", null, null);
    }
    preparation = preparation.withBalanced(options.balance);
    var rule = rule(options);
    if (rule != null
        && rule.kind() == SplitRule.Kind.PART
        && (options.validation != null || options.test != null)) {
      throw CommandFailure.option("cli.partShares", "--split-by", null, options.splitBy);
    }
    if (rule != null && table.indexOf(rule.column()) < 0) {
      throw CommandFailure.option(
          "cli.target", "--split-by", ReadingOptions.names(table), rule.column());
    }
    preparation = preparation.dividedBy(rule, table);
    var names = new LinkedHashSet<>(ReadingOptions.names(table));
    var features = options.features.stream().map(given -> feature(given, names)).distinct();
    return preparation
        .withFeatures(features.toList())
        .withSplit(split(options, preparation.split()));
  }

  /** Such as {@code square=x1} or {@code product=x1*x2}. */
  private static Feature feature(String given, Set<String> names) {
    var end = given.indexOf('=');
    if (end <= 0) {
      throw CommandFailure.option("cli.feature", "--feature", null, given);
    }
    var kind = NamedChoices.of("--feature", Feature.Kind.class, given.substring(0, end));
    if (kind == Feature.Kind.PRODUCT && given.indexOf('*') < 0) {
      throw CommandFailure.option("cli.feature", "--feature", null, given);
    }
    var columns = given.substring(end + 1);
    return Feature.parse(kind, columns, names)
        .orElseThrow(
            () -> CommandFailure.option("cli.target", "--feature", List.copyOf(names), columns));
  }

  /** Such as {@code group=patient}; the name may hold an equals sign, the kind holds none. */
  private static @Nullable SplitRule rule(TrainOptions options) {
    var given = options.splitBy;
    if (given == null) {
      return null;
    }
    var end = given.indexOf('=');
    if (end <= 0 || end == given.length() - 1) {
      throw CommandFailure.option("cli.splitBy", "--split-by", null, given);
    }
    var kind = NamedChoices.of("--split-by", SplitRule.Kind.class, given.substring(0, end));
    return new SplitRule(kind, given.substring(end + 1));
  }

  private static Split split(TrainOptions options, Split split) {
    var seed = options.splitSeed != null ? options.splitSeed : options.seed;
    var folds = options.judgingFolds != null && options.judgingFolds > 0;
    var standard = folds ? 0 : split.validation();
    return new Split(
        options.validation == null ? standard : options.validation,
        options.test == null ? split.test() : options.test,
        split.stratified() && !options.noStratify,
        seed == null ? split.seed() : seed,
        options.trainingShare,
        split.by());
  }
}
