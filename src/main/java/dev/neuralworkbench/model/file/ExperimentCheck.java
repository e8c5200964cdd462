package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What the choices of a document must be: those of a model, and those being edited. */
final class ExperimentCheck {

  /** A share of so many rows leaves some, though not all of them can be learned from. */
  private static final int SURELY_SOME = 10;

  /** Rows of data of which nothing is known. */
  static final int ANY = Integer.MAX_VALUE;

  private ExperimentCheck() {}

  /** Refuses choices being edited that are not for the columns of the data. */
  static void draft(Spot at, Experiment experiment, DataReference data) throws JsonException {
    var columns = at.member("preparation").member("columns");
    var plans = experiment.preparation().columns();
    columns.expectCount("model.count.columns", data.columns().size(), plans.size());
    for (var i = 0; i < plans.size(); i++) {
      columns.item(i).member("name").expect(data.columns().get(i).name(), plans.get(i).name());
    }
  }

  /** Refuses choices that no model can have been trained with on these data. */
  static void trained(Spot at, Experiment experiment, DataReference data) throws JsonException {
    draft(at, experiment, data);
    var preparation = experiment.preparation();
    check(at.member("preparation"), preparation);
    var columns = at.member("preparation").member("columns");
    for (var i = 0; i < preparation.columns().size(); i++) {
      var plan = preparation.columns().get(i);
      var canBe = kinds(plan.role(), data.columns().get(i).numeric());
      if (plan.role() != ColumnRole.IGNORED && !canBe.contains(plan.kind())) {
        columns.item(i).member("kind").expect(canBe.getFirst(), plan.kind());
      }
    }
  }

  /** Refuses choices that nothing could be trained with, whatever the data are. */
  private static void check(Spot at, Preparation preparation) throws JsonException {
    var columns = at.member("columns");
    var targets = preparation.columns().stream().filter(ExperimentCheck::isTarget).count();
    columns.expectCount("model.count.targets", 1, (int) targets);
    var inputs = preparation.inputs();
    columns.refuse(inputs.isEmpty(), "model.noInputs", null, null);
    var numbers =
        inputs.stream()
            .filter(it -> it.kind() == ColumnKind.NUMBER)
            .map(ColumnPlan::name)
            .collect(Collectors.toSet());
    for (var feature : preparation.engineered()) {
      for (var name : feature.columns()) {
        at.member("features").refuse(!numbers.contains(name), "model.noNumber", null, name);
      }
    }
    at.member("split").holds(preparation.split().problems());
    checkRule(at, preparation);
  }

  private static void checkRule(Spot at, Preparation preparation) throws JsonException {
    var rule = preparation.split().by();
    if (rule == null) {
      return;
    }
    var name = rule.column();
    var column = preparation.columns().stream().filter(it -> it.name().equals(name)).findFirst();
    if (column.isEmpty() || isTarget(column.get())) {
      var key = column.isEmpty() ? "data.split.noColumn" : "data.split.target";
      var place = column.isEmpty() ? Place.NONE : Place.column(name);
      at.holds(List.of(new Problem(key, "preparation.split.by", place, null, name)));
    }
  }

  /**
   * Refuses choices of a run that could not have been begun, whatever its inputs and classes were.
   *
   * @param rows as for a model, or {@link #ANY}
   */
  static void checkRun(Spot at, Experiment experiment, int rows) throws JsonException {
    check(at.member("preparation"), experiment.preparation());
    var isClass = experiment.preparation().problemType() == ProblemType.CLASSIFICATION;
    check(at, experiment, 1, isClass ? 2 : 0, rows);
  }

  /** What a column may be understood as: texts are no numbers, numbers no dates. */
  private static List<ColumnKind> kinds(ColumnRole role, boolean numeric) {
    if (numeric) {
      return List.of(ColumnKind.NUMBER, ColumnKind.CATEGORY);
    }
    return role == ColumnRole.TARGET
        ? List.of(ColumnKind.CATEGORY)
        : List.of(ColumnKind.CATEGORY, ColumnKind.DATE);
  }

  private static boolean isTarget(ColumnPlan plan) {
    return plan.role() == ColumnRole.TARGET;
  }

  /**
   * Refuses a network or a training that could not have been begun.
   *
   * @param classes classes of the target; 0 for a number
   * @param rows rows of the data; no more were trained on
   */
  static void check(Spot at, Experiment experiment, int inputs, int classes, int rows)
      throws JsonException {
    var preparation = experiment.preparation();
    var network = experiment.network();
    at.member("network").holds(network.problems(inputs, preparation.problemType(), classes));
    var split = preparation.split();
    var problems = experiment.trainingProblems(rows, rows, split.mayValidate() ? 1 : 0);
    var isSure = rows < ANY && split.by() == null && split.validation() * rows >= SURELY_SOME;
    if (!isSure && !problems.isEmpty()) {
      // A column may have named no validation rows, and a share of few may have come to none.
      problems = experiment.trainingProblems(rows, rows, 0);
    }
    at.member("training").holds(problems);
  }
}
