package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.baseline.Baseline.LogisticRegression;
import dev.neuralworkbench.baseline.LinearSeparation;
import dev.neuralworkbench.baseline.LinearSeparation.Separability;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything computed for one model, on the caller's thread, one caller at a time, and kept. Any
 * thread may ask what is kept.
 */
final class ModelScores {

  /** No scores where a linear fit takes too long; no separability where it is no question. */
  record Linear(@Nullable Scores scores, @Nullable Separability separability) {

    static final Linear NONE = new Linear(null, null);
  }

  final Model model;
  private final Supplier<PreparedData> data;
  private final Supplier<Products> products;
  private final Map<RowPart, JudgedPart> judged = new ConcurrentHashMap<>();

  /** What is known of the same network that decides otherwise. */
  private final Map<RowPart, JudgedPart> undecided = new ConcurrentHashMap<>();

  private final Set<RowPart> givenUp = ConcurrentHashMap.newKeySet();
  private final LinearScores linear;

  /** Prepared is null for rows still to be prepared; an equal linear model is taken over. */
  ModelScores(
      Model model,
      Table table,
      @Nullable PreparedData prepared,
      Supplier<Products> products,
      @Nullable ModelScores before) {
    this.model = model;
    linear =
        before != null && before.linear.isOf(table, model)
            ? before.linear
            : new LinearScores(table, model);
    this.products = products;
    if (before != null && before.linear == linear && model.isButDecided(before.model)) {
      undecided.putAll(before.undecided);
      undecided.putAll(before.judged);
    }
    data = prepared != null ? () -> prepared : () -> model.prepared(table);
  }

  boolean isJudged(RowPart part) {
    return judged.containsKey(part);
  }

  /** Whether the rows are answered, and only to be decided. */
  boolean isAnswered(RowPart part) {
    return undecided.containsKey(part);
  }

  /** What the linear model comes to, if it was kept or given up for this model. */
  @Nullable Linear linear(RowPart part) {
    return givenUp.contains(part) ? Linear.NONE : linear.kept.get(asked(part));
  }

  private LinearScores.Asked asked(RowPart part) {
    return new LinearScores.Asked(part, model.decision());
  }

  void giveUp(RowPart part) {
    givenUp.add(part);
  }

  Optional<JudgedPart> judge(RowPart part, Progress progress) {
    var kept = judged.get(part);
    if (kept != null) {
      return Optional.of(kept);
    }
    var known = undecided.get(part);
    if (known != null) {
      var decided = known.decided(model.decision());
      judged.put(part, decided);
      return Optional.of(decided);
    }
    var prepared = data.get();
    var rows = prepared.rows(part);
    if (rows.rows() == 0) {
      return Optional.empty();
    }
    var answers = new ModelPredictor(model, products.get()).predict(rows, progress);
    var result =
        new JudgedPart(
            part,
            rows,
            answers,
            Judgement.of(answers, Double.NaN, prepared.training(), rows),
            ChartShapes.of(answers, rows.targets()),
            linear.inputs(),
            model.preprocessor().pixels().orElse(null));
    judged.put(part, result);
    return Optional.of(result);
  }

  /** The details of a part that is judged; takes time. */
  ScoreDetails details(JudgedPart of, int positive, Progress progress) {
    return ScoreDetails.of(
        new ModelPredictor(model, products.get()),
        data.get(),
        of.part(),
        of.answers(),
        positive,
        progress);
  }

  Linear fit(RowPart part) {
    var kept = linear(part);
    return kept != null ? kept : linear.fit(data.get(), asked(part));
  }

  /** Fitted once, whatever networks stand beside it, on the caller's thread. */
  private static final class LinearScores {

    private final Table table;
    private final Preparation preparation;
    private final Preprocessor preprocessor;
    private final Map<Asked, Linear> kept = new ConcurrentHashMap<>();
    private @Nullable Fit fitted;

    LinearScores(Table table, Model model) {
      this.table = table;
      preparation = model.experiment().preparation();
      preprocessor = model.preprocessor();
    }

    /** It decides as the network does. */
    record Asked(RowPart part, @Nullable Decision decision) {}

    /** No baseline where it would take too long; no separability where that is no question. */
    private record Fit(@Nullable Baseline baseline, @Nullable Separability separability) {

      static Fit of(Dataset training) {
        var baseline = Baseline.linear(training).orElse(null);
        var separability =
            baseline instanceof LogisticRegression logistic
                    && training.targets() instanceof ClassTargets classes
                ? LinearSeparation.of(logistic, training.inputs(), classes)
                : null;
        return new Fit(baseline, separability);
      }
    }

    boolean isOf(Table other, Model model) {
      return Same.is(table, other)
          && preparation.equals(model.experiment().preparation())
          && preprocessor.equals(model.preprocessor());
    }

    List<Column> inputs() {
      return preparation.inputs().stream()
          .map(input -> preprocessor.cleaned(table).column(input.name()))
          .filter(Objects::nonNull)
          .toList();
    }

    /** Fits it, unless it is, and scores it on a part. In the background. */
    synchronized Linear fit(PreparedData data, Asked asked) {
      if (fitted == null) {
        fitted = Fit.of(data.training());
      }
      var baseline = fitted.baseline();
      var linear =
          baseline == null
              ? Linear.NONE
              : new Linear(
                  Scores.of(
                      baseline, preprocessor.target(), data.rows(asked.part), asked.decision),
                  fitted.separability());
      kept.put(asked, linear);
      return linear;
    }
  }
}
