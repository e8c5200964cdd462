package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.study.HeldOut;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.evaluation.JudgedPart;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Which class the model predicts from its probabilities: set by hand, or found on rows. */
public final class ThresholdViewModel {

  static final String JOB = "job.threshold";

  private final Workspace workspace;
  private final Supplier<Products> products;
  private final LatestTask task;
  final ObservableValue<@Nullable Model> model;
  final ObservableValue<@Nullable JudgedPart> judged;
  final PropertyChoice<Score> wanted =
      new PropertyChoice<>("decision.for", new SimpleObjectProperty<>(Score.F1));
  final PropertyChoice<Double> falsePositive = cost("decision.falsePositive");
  final PropertyChoice<Double> falseNegative = cost("decision.falseNegative");
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
    model.subscribe(this::take);
  }

  /** What the model's own decision is best for is what the fields show. */
  private void take(@Nullable Model of) {
    problems.set(List.of());
    var decision = of == null ? null : of.decision();
    if (decision instanceof Threshold it && it.aim() != null) {
      wanted.value().set(it.aim().score());
    }
    var costs = decision == null || classes() != 2 ? null : decision.errorCosts();
    if (of != null && costs != null) {
      var positive = positive(of);
      wanted.value().set(Score.COSTS);
      falsePositive.value().set(costs.costs().get(1 - positive).get(positive));
      falseNegative.value().set(costs.costs().get(positive).get(1 - positive));
    }
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

  Choice<Double> threshold() {
    return choice(
        "decision.threshold",
        Threshold.THRESHOLDS,
        of -> threshold(of.decision()),
        (of, value) -> new Threshold(positive(of), value));
  }

  /** The cost of predicting a class where another is true; 1 where none are set. */
  Choice<Double> cost(int actual, int predicted) {
    return choice(
        "decision.costs[" + actual + "][" + predicted + "]",
        Costs.COSTS,
        of ->
            Math.max(actual, predicted) < of.classes()
                ? costs(of).get(actual).get(predicted)
                : Double.NaN,
        (of, value) -> {
          var all = new ArrayList<>(costs(of));
          var row = new ArrayList<>(all.get(actual));
          row.set(predicted, value);
          all.set(actual, row);
          return new Costs(all);
        });
  }

  /** A number of the decision; what is wrong is told and not chosen. Choosing it is a step. */
  private Choice<Double> choice(
      String component,
      Range range,
      Function<Model, Double> get,
      BiFunction<Model, Double, Decision> make) {
    var wrong = new SimpleObjectProperty<List<Problem>>(List.of());
    model.subscribe(_ -> wrong.set(List.of()));
    return new DocumentChoice<>(
        workspace,
        component,
        model.map(of -> of.classes() == 0 ? Double.NaN : get.apply(of)).orElse(Double.NaN),
        value -> {
          var of = model.getValue();
          wrong.set(range.problems(component, value));
          if (of != null && wrong.get().isEmpty() && !get.apply(of).equals(value)) {
            var next = make.apply(of, value);
            wrong.set(next.problems("decision", of.classNames()));
            if (wrong.get().isEmpty()) {
              workspace.typeDocument(component, "command.decision", it -> decided(it, next));
            }
          }
        },
        wrong);
  }

  private static List<List<Double>> costs(Model of) {
    if (of.decision() instanceof Costs costs) {
      return costs.costs();
    }
    var classes = IntStream.range(0, of.classes()).boxed().toList();
    return classes.stream()
        .map(i -> classes.stream().map(j -> i.equals(j) ? 0.0 : 1.0).toList())
        .toList();
  }

  /** What mistakes cost, where that decides or is what a threshold is looked for; else null. */
  @Nullable Costs costsNow() {
    var of = model.getValue();
    if (of == null || of.decision() instanceof Costs || of.classes() != 2) {
      return of != null && of.decision() instanceof Costs costs ? costs : null;
    }
    return wanted.value().get() == Score.COSTS ? Costs.of(positive(of), aim()) : null;
  }

  private Aim aim() {
    return new Aim(wanted.value().get(), falsePositive.value().get(), falseNegative.value().get());
  }

  /** Makes the other class the positive one; but for ties the same classes are predicted. */
  void swap() {
    var of = model.getValue();
    if (of != null) {
      decide(new Threshold(1 - positive(of), 1 - threshold(of.decision())));
    }
  }

  void reset() {
    decide(null);
  }

  private void decide(@Nullable Decision decision) {
    workspace.edit("command.decision", it -> decided(it, decision));
  }

  private static Document decided(Document document, @Nullable Decision decision) {
    var trained = document.trained();
    return trained == null ? document : document.withTrained(trained.withDecision(decision));
  }

  /** Finds the best threshold, in the background, and takes it. */
  void find() {
    var of = model.getValue();
    var table = workspace.document().get().data().table();
    if (of == null || table == null || classes() != 2) {
      return;
    }
    var positive = positive(of);
    var aim = aim();
    problems.set(List.of());
    task.ask(
        progress -> {
          var rows = HeldOut.of(of, of.prepared(table), products.get(), progress).orElse(null);
          if (rows == null) {
            return wrong("threshold.noRows", null);
          } else if (!rows.tells(positive)) {
            return wrong("threshold.oneClass", of.classNames().get(positive));
          }
          var threshold = rows.best(positive, aim).threshold();
          var best = new Threshold(positive, threshold, rows.rows(), aim);
          return () -> {
            var now = model.getValue();
            if (now != null && now.isButDecided(of)) {
              decide(best);
            }
          };
        },
        Runnable::run);
  }

  private Runnable wrong(String key, @Nullable String found) {
    return () -> problems.set(List.of(Problem.of(key, "decision", null, found)));
  }
}
