package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.NamedChoices;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class ChosenExperiment {

  /** The option by which a problem's component is chosen that is no setting, by its last name. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("units", "--hidden"),
          Map.entry("monitor", "--early-stopping"),
          Map.entry("split", "--validation"),
          Map.entry("column", "--split-by"),
          Map.entry("features", "--feature"),
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
    var table = CommandInputs.table(data);
    var preparation = preparation(options, data, table);
    var experiment = Preset.experiment(data, preparation, table);
    var chosen = options.settings.change(experiment, _ -> true).withPreparation(preparation);
    refuse(chosen.problems(table));
    return chosen;
  }

  /** Refuses choices that have problems, with the first of them. */
  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw failure(problems.getFirst());
    }
  }

  static CommandFailure failure(Problem problem) {
    var component = problem.component().replaceAll("\\[\\d+]", "");
    var option =
        Settings.ALL.stream()
            .filter(it -> !it.id().isEmpty() && it.component().equals(component))
            .map(Setting::option)
            .findFirst()
            .orElse(OTHERS.get(component.substring(component.lastIndexOf('.') + 1)));
    return option == null
        ? CommandFailure.of(problem)
        : CommandFailure.option(problem.ofField(option));
  }

  private static Preparation preparation(TrainOptions options, DataReference data, Table table) {
    var preparation = Preset.divided(data, options.columns.preparation(table));
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
    var settings = options.settings;
    if (settings.has(Settings.BALANCED) && preparation.problemType() == ProblemType.REGRESSION) {
      throw CommandFailure.option("cli.balance", Settings.BALANCED.option(), null, null);
    }
    if (settings.has(Settings.PRIOR_CORRECTED) && !settings.has(Settings.BALANCED)) {
      throw CommandFailure.option(
          "cli.correctPrior", Settings.PRIOR_CORRECTED.option(), Settings.BALANCED.option(), null);
    }
    var rule = rule(options);
    if (rule != null
        && rule.kind() == SplitRule.Kind.PART
        && (settings.has(Settings.VALIDATION) || settings.has(Settings.TEST))) {
      throw CommandFailure.option("cli.partShares", "--split-by", null, options.splitBy);
    }
    if (rule != null) {
      ReadingOptions.index("--split-by", rule.column(), table);
    }
    preparation = preparation.dividedBy(rule, table);
    var names = new LinkedHashSet<>(ReadingOptions.names(table));
    var features = options.features.stream().map(given -> feature(given, names)).distinct();
    return withSettings(settings, preparation.withFeatures(features.toList()));
  }

  /** What is given of the data: the defaults of all else depend on it. */
  private static Preparation withSettings(SettingOptions settings, Preparation preparation) {
    var any = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR);
    var blank = new Experiment(preparation, any, TrainingConfig.of(Adam.DEFAULT, 1, 1));
    var changed =
        settings.change(
            blank, it -> it.equals(Settings.FOLDS) || it.component().startsWith("preparation."));
    if (!settings.has(Settings.SEED) || settings.has(Settings.SPLIT_SEED)) {
      return changed.preparation();
    }
    // One seed is that of the split, too, unless that has its own.
    var seed = settings.change(blank, Settings.SEED::equals).training().seed();
    return Settings.SPLIT_SEED.with().apply(changed, seed).preparation();
  }

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
}
