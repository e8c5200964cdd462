package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.metrics.BestThreshold;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.HeldOut;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.evaluation.JudgedPart;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Which class the model predicts from its probabilities: set by hand, or found on rows. */
public final class ThresholdViewModel {

  static final String JOB = "job.threshold";

  /** What a threshold is found for. */
  enum For {
    F1(BestThreshold.Score.F1),
    ACCURACY(BestThreshold.Score.ACCURACY),
    YOUDEN(BestThreshold.Score.YOUDEN),
    COSTS(null);

    private final BestThreshold.@Nullable Score score;

    For(BestThreshold.@Nullable Score score) {
      this.score = score;
    }

    String key() {
      return "threshold.aim." + Ids.of(this);
    }
  }

  /** What was found, on so many rows; costs are positive. */
  record Found(
      Decision.Rows rows, int count, For wanted, double threshold, double value, double before) {}

  /** Found, or why nothing can be. */
  private record Outcome(@Nullable Found found, @Nullable Problem problem) {}

  private final Workspace workspace;
  private final Supplier<Products> products;
  private final LatestTask task;
  final ObservableValue<@Nullable Model> model;
  final ObservableValue<@Nullable JudgedPart> judged;
  final PropertyChoice<For> wanted =
      new PropertyChoice<>("decision.for", new SimpleObjectProperty<>(For.F1));
  final PropertyChoice<Double> falsePositive = cost("decision.falsePositive");
  final PropertyChoice<Double> falseNegative = cost("decision.falseNegative");
  final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  final SimpleObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

  public ThresholdViewModel(
      Workspace workspace,
      ObservableValue<@Nullable JudgedPart> judged,
      Supplier<Products> products,
      BackgroundTasks tasks) {
    this.workspace = workspace;
    this.judged = judged;
    this.products = products;
    model = workspace.model;
    task = LatestTask.seen(tasks, JOB);
    model.subscribe(_ -> follow());
  }

  private static PropertyChoice<Double> cost(String component) {
    return new PropertyChoice<>(
        component, new SimpleObjectProperty<>(1.0), it -> Costs.COSTS.problems(component, it));
  }

  /** Number of classes of the model; 0 for none. */
  int classes() {
    var present = model.getValue();
    return present == null ? 0 : present.classes();
  }

  /** Whether the model can be changed: not one of a moment that is looked back at. */
  ObservableValue<Boolean> isPresent() {
    return workspace.moment.map(_ -> false).orElse(true);
  }

  ObservableValue<Boolean> busy() {
    return task.busy();
  }

  /** Index of the class whose probability the threshold is on. */
  static int positive(Model of) {
    return of.decision() instanceof Threshold threshold ? threshold.positive() : 1;
  }

  /** The threshold; that of two costs where these decide. */
  static double threshold(@Nullable Decision decision) {
    return switch (decision) {
      case null -> 0.5;
      case Threshold threshold -> threshold.threshold();
      case Costs(var costs) -> {
        var falsePositive = costs.get(0).get(1);
        yield falsePositive / (falsePositive + costs.get(1).get(0));
      }
    };
  }

  DecisionChoice threshold() {
    return new DecisionChoice(
        workspace,
        "decision.threshold",
        Threshold.THRESHOLDS,
        of -> threshold(of.decision()),
        (of, value) -> new Threshold(positive(of), value, null));
  }

  /** The cost of predicting a class where another is true; 1 where none are set. */
  DecisionChoice cost(int actual, int predicted) {
    return new DecisionChoice(
        workspace,
        "decision.costs[" + actual + "][" + predicted + "]",
        Costs.COSTS,
        of -> costs(of).get(actual).get(predicted),
        (of, value) -> {
          var all = new ArrayList<>(costs(of));
          var row = new ArrayList<>(all.get(actual));
          row.set(predicted, value);
          all.set(actual, row);
          return new Costs(all);
        });
  }

  private static List<List<Double>> costs(Model of) {
    if (of.decision() instanceof Costs costs) {
      return costs.costs();
    }
    var all = new ArrayList<List<Double>>();
    for (var i = 0; i < of.classes(); i++) {
      var row = new ArrayList<Double>();
      for (var j = 0; j < of.classes(); j++) {
        row.add(i == j ? 0.0 : 1.0);
      }
      all.add(row);
    }
    return all;
  }

  void reset() {
    decide(null);
  }

  private void decide(@Nullable Decision decision) {
    workspace.edit(
        "command.decision",
        document -> {
          var trained = document.trained();
          return trained == null ? document : document.withTrained(trained.withDecision(decision));
        });
  }

  /** Finds the best threshold, in the background, and takes it. */
  void find() {
    var of = model.getValue();
    var table = workspace.document().get().data().table();
    if (of == null || table == null || classes() != 2) {
      return;
    }
    var chosen = wanted.value().get();
    var score = chosen.score;
    var aim =
        score != null
            ? score
            : new BestThreshold.Costs(falsePositive.value().get(), falseNegative.value().get());
    problems.set(List.of());
    task.ask(
        progress -> {
          var rows = HeldOut.of(of, of.prepared(table), products.get(), progress);
          return outcome(rows.orElse(null), of, chosen, aim);
        },
        outcome -> {
          var now = model.getValue();
          var best = outcome.found;
          if (best != null && now != null && now.isButDecided(of)) {
            decide(new Threshold(positive(of), best.threshold, best.rows));
            found.set(best);
          } else if (outcome.problem != null) {
            problems.set(List.of(outcome.problem));
          }
        });
  }

  private static Outcome outcome(
      @Nullable HeldOut rows, Model of, For chosen, BestThreshold.Aim aim) {
    var positive = positive(of);
    if (rows == null) {
      return new Outcome(null, Problem.of("threshold.noRows", "decision", null, null));
    } else if (!rows.tells(positive)) {
      var name = of.classNames().get(positive);
      return new Outcome(null, Problem.of("threshold.oneClass", "decision", null, name));
    }
    var best = rows.best(positive, aim);
    var sign = chosen == For.COSTS ? -1 : 1;
    var before = sign * rows.value(positive, 0.5, aim);
    var count = rows.answers().rows();
    return new Outcome(
        new Found(rows.rows(), count, chosen, best.threshold(), sign * best.value(), before), null);
  }

  /** What was found is told as long as the model has it. */
  private void follow() {
    var of = model.getValue();
    var known = found.get();
    if (of == null
        || known == null
        || !(of.decision() instanceof Threshold threshold)
        || threshold.found() == null
        || threshold.threshold() != known.threshold) {
      found.set(null);
    }
    problems.set(List.of());
  }
}
