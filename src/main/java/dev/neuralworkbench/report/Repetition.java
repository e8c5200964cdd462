package dev.neuralworkbench.report;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.model.ExperimentDifference.Change;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A training as a command that repeats it.
 *
 * @param words of the command, not yet quoted
 * @param missing what the command line has no option for, such as layers that differ from each
 *     other: from what the command would come to, to what was chosen
 */
record Repetition(List<String> words, List<Change> missing) {

  private static final Pattern PLAIN = Pattern.compile("[\\w.,;:/=+-]+");

  static Repetition of(Experiment experiment, DataReference data, Table table) {
    var preparation = experiment.preparation();
    var training = experiment.training();
    var split = preparation.split();
    var target = preparation.columns().get(preparation.targetIndex()).name();
    var words = new ArrayList<String>();
    words.addAll(List.of("neural-workbench", "train"));
    words.add(data.source().knownSample().map(it -> it.id()).orElse(data.name()));
    words.addAll(List.of("-o", "model.nnw", "--target", target));
    words.addAll(List.of("--task", Ids.of(preparation.problemType())));
    // The command's early stopping watches the validation: without any there can be none.
    var isJudged = training.foldCount() > 0 || DataShape.of(preparation, table).validation() > 0;
    var unwatched = training.withStopping(training.stopping().withEarlyStopping(null));
    var said = isJudged ? experiment : experiment.withTraining(unwatched);
    var repeated = repeated(said, data, target, table);
    for (var setting : Settings.variable(said)) {
      // First weights are those that suit each activation, unless chosen otherwise for all layers.
      if (!setting.id().equals("initializer")
          || !repeated.network().hidden().equals(experiment.network().hidden())) {
        add(setting.option(), setting.present(said).orElseThrow(), words);
      }
    }
    add(Settings.FOLDS.option(), training.foldCount(), words);
    if (!split.namesParts()) {
      add("--validation", split.validation(), words);
      add("--test", split.test(), words);
    }
    addFlag("--no-stratify", !split.stratified(), words);
    add(Settings.RARE.option(), preparation.rare(), words);
    var isBalanced =
        preparation.isBalanced() && preparation.problemType() == ProblemType.CLASSIFICATION;
    addFlag("--balance", isBalanced, words);
    addFlag("--correct-prior", isBalanced && preparation.isPriorCorrected(), words);
    preparation.engineered().forEach(it -> add("--feature", it.option(), words));
    var by = split.by();
    add("--split-by", by == null ? null : Ids.of(by.kind()) + "=" + by.column(), words);
    chosen(preparation, ColumnRole.IGNORED, target, table)
        .forEach(name -> add("--ignore", name, words));
    chosen(preparation, ColumnRole.INPUT, target, table)
        .forEach(name -> add("--input", name, words));
    addCleaning(preparation, Preparation.defaults(table).missing(), words);
    addReading(data.source().choices(), words);
    add("--until-loss", training.stopping().lossThreshold(), words);
    add("--seed", training.seed(), words);
    add("--split-seed", split.seed(), words);
    return new Repetition(words, ExperimentDifference.between(repeated, experiment).changes());
  }

  /** Columns that are used, or are not, though they would not be so unless it was chosen. */
  private static List<String> chosen(
      Preparation wanted, ColumnRole role, String target, Table table) {
    var usual =
        Preparation.defaults(table).withRole(table.indexOf(target), ColumnRole.TARGET, table);
    var by = wanted.split().by();
    return IntStream.range(0, usual.columns().size())
        .filter(i -> wanted.columns().get(i).role() == role)
        .filter(i -> usual(usual.columns().get(i), wanted.columns().get(i)).role() != role)
        .mapToObj(i -> usual.columns().get(i).name())
        .filter(name -> by == null || !by.gaveUpInput() || !by.column().equals(name))
        .toList();
  }

  private static ColumnPlan usual(ColumnPlan plan, ColumnPlan wanted) {
    return wanted.filledDown() == null ? plan : plan.filled();
  }

  private static void addCleaning(
      Preparation preparation, MissingValues usual, List<String> words) {
    var filter = preparation.filter();
    add("--leave-out", filter.rows().isEmpty() ? null : filter.rowsText(), words);
    add("--leave-out", filter.where() == null ? null : filter.where().option(), words);
    var missing = preparation.missing();
    add("--impute", missing == usual ? null : Ids.of(missing), words);
    for (var plan : preparation.columns()) {
      var name = plan.name() + "=";
      add("--fill-down", plan.filledDown() == null ? null : plan.name(), words);
      for (var it : plan.replacements()) {
        add("--replace", name + it.value() + "=" + (it.by() == null ? "" : it.by()), words);
      }
      add("--impute", plan.missing() == null ? null : name + Ids.of(plan.missing()), words);
    }
    addFlag("--keep-copies-together", preparation.split().keepsEqualRows(), words);
  }

  /** How the table was read, where it was not left to be guessed. */
  private static void addReading(ReadingChoices choices, List<String> words) {
    add("--delimiter", choices.delimiter(), words);
    add("--encoding", choices.encoding(), words);
    add("--decimal", choices.decimal(), words);
    if (choices.header() != null) {
      add("--header", choices.header() ? "yes" : "no", words);
    }
    add("--skip-lines", choices.skippedLines(), words);
    add("--sheet", choices.sheet(), words);
    addFlag("--flatten", choices.flattens(), words);
    choices.missing().forEach(text -> add("--missing", text, words));
    for (var type : choices.types()) {
      add("--type", type.column() + "=" + Ids.of(type.type()), words);
    }
  }

  private static void addFlag(String option, boolean on, List<String> words) {
    if (on) {
      words.add(option);
    }
  }

  private static void add(String option, @Nullable Object value, List<String> words) {
    if (value != null) {
      words.addAll(List.of(option, value.toString()));
    }
  }

  /** What the command comes to: roles and kinds of the columns are those that it finds. */
  private static Experiment repeated(
      Experiment experiment, DataReference data, String target, Table table) {
    var wanted = experiment.preparation();
    var index = table.indexOf(target);
    var kind =
        wanted.problemType() == ProblemType.CLASSIFICATION
            ? ColumnKind.CATEGORY
            : ColumnKind.NUMBER;
    var found =
        Preparation.defaults(table)
            .withRole(index, ColumnRole.TARGET, table)
            .withKind(index, kind)
            .withSplit(wanted.split().withBy(null));
    for (var role : List.of(ColumnRole.IGNORED, ColumnRole.INPUT)) {
      for (var name : chosen(wanted, role, target, table)) {
        found = found.withRole(table.indexOf(name), role, table);
      }
    }
    for (var i = 0; i < wanted.columns().size(); i++) {
      var usual = found.columns().get(i);
      var asWanted = wanted.columns().get(i).withRole(usual.role()).withKind(usual.kind());
      found = found.withPlan(i, asWanted);
    }
    found = found.dividedBy(wanted.split().by(), table);
    var preparation = Records.with(wanted.withSplit(found.split()), "columns", found.columns());
    var made = Preset.experiment(data, preparation, table);
    for (var setting : Settings.VARIABLE) {
      if (!setting.id().equals("initializer")
          || !made.network().hidden().equals(experiment.network().hidden())) {
        made = setting.said(experiment, made);
      }
    }
    var training = experiment.training();
    return made.withTraining(
        made.training()
            .withSeed(training.seed())
            .withFolds(training.foldCount())
            .withStopping(
                Records.with(
                    made.training().stopping(),
                    "lossThreshold",
                    training.stopping().lossThreshold())));
  }

  /** The command that decides as the model does; empty where none does: a threshold set by hand. */
  static String decision(Model model, DataReference data) {
    var words = new ArrayList<>(List.of("neural-workbench", "tune-threshold", "model.nnw"));
    words.add(data.source().knownSample().map(it -> it.id()).orElse(data.name()));
    switch (model.decision()) {
      case Costs _ -> add("--costs", "costs.csv", words);
      case Threshold(var positive, _, _, var aim) when aim != null -> {
        add("--positive", model.classNames().get(positive), words);
        if (aim.score() == Score.COSTS) {
          add("--cost-false-positive", aim.falsePositive(), words);
          add("--cost-false-negative", aim.falseNegative(), words);
        } else {
          add("--for", Ids.of(aim.score()), words);
        }
      }
      case null, default -> {
        return "";
      }
    }
    add("-o", "model.nnw", words);
    return command(words);
  }

  String command() {
    return command(words);
  }

  private static String command(List<String> words) {
    return words.stream().map(Repetition::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
