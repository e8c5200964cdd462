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
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.HeldOut;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes;
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

  /** The model's own; null where rows of other files alone can be judged. */
  final @Nullable Table table;

  private final Supplier<PreparedData> data;
  private final Supplier<Products> products;
  private final Map<EvaluatedRows, JudgedPart> judged = new ConcurrentHashMap<>();

  /** What is known of the same network that decides otherwise. */
  private final Map<EvaluatedRows, JudgedPart> undecided = new ConcurrentHashMap<>();

  private final Set<EvaluatedRows> givenUp = ConcurrentHashMap.newKeySet();
  private final LinearScores linear;

  /** Prepared is null for rows still to be prepared; an equal linear model is taken over. */
  ModelScores(
      Model model,
      @Nullable Table table,
      @Nullable PreparedData prepared,
      Supplier<Products> products,
      @Nullable ModelScores before) {
    this.model = model;
    this.table = table;
    linear =
        before != null && before.linear.isOf(table, model)
            ? before.linear
            : new LinearScores(table, model);
    this.products = products;
    if (before != null && before.linear == linear && model.isButDecided(before.model)) {
      undecided.putAll(before.undecided);
      undecided.putAll(before.judged);
    }
    data = prepared != null ? () -> prepared : () -> model.prepared(own());
  }

  private Table own() {
    if (table == null) {
      throw new IllegalStateException("expected the model's own rows");
    }
    return table;
  }

  boolean isJudged(EvaluatedRows part) {
    return judged.containsKey(part);
  }

  /** Whether the rows are answered, and only to be decided. */
  boolean isAnswered(EvaluatedRows part) {
    return undecided.containsKey(part);
  }

  /** What the linear model comes to, if it was kept or given up for this model. */
  @Nullable Linear linear(EvaluatedRows part) {
    return givenUp.contains(part) ? Linear.NONE : linear.kept.get(asked(part));
  }

  private LinearScores.Asked asked(EvaluatedRows part) {
    return new LinearScores.Asked(part, model.decision());
  }

  void giveUp(EvaluatedRows part) {
    givenUp.add(part);
  }

  /** The rows of another file take the place of one before. */
  void forgetFile() {
    judged.remove(EvaluatedRows.FILE);
    undecided.remove(EvaluatedRows.FILE);
    givenUp.remove(EvaluatedRows.FILE);
    linear.kept.keySet().removeIf(it -> it.part == EvaluatedRows.FILE);
  }

  /** The file is asked about where its rows are wanted, which are none without it. */
  Optional<JudgedPart> judge(
      EvaluatedRows part, RowsAnswer.@Nullable Given file, Progress progress) {
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
    var found =
        switch (part) {
          case FILE -> file == null ? null : ofFile(file, progress);
          case CROSS_VALIDATION -> crossValidated(progress);
          case TRAINING, VALIDATION, TEST -> ofPart(RowPart.valueOf(part.name()), progress);
        };
    if (found != null) {
      judged.put(part, found);
    }
    return Optional.ofNullable(found);
  }

  private @Nullable JudgedPart ofPart(RowPart part, Progress progress) {
    var rows = data.get().rows(part);
    if (rows.rows() == 0) {
      return null;
    }
    var answers = new ModelPredictor(model, products.get()).predict(rows, progress);
    var judgement = Judgement.of(answers, Double.NaN, data.get().training(), rows);
    return judged(EvaluatedRows.of(part), own(), rows, answers, judgement, 0, null);
  }

  private @Nullable JudgedPart crossValidated(Progress progress) {
    var rows = data.get().training();
    var found = HeldOut.crossValidated(model, own(), rows, products.get(), progress).orElse(null);
    if (found == null) {
      return null;
    }
    var answers = found.answers().decided(model.decision());
    var judgement = Judgement.of(answers, Double.NaN, rows, rows);
    return judged(
        EvaluatedRows.CROSS_VALIDATION, own(), rows, answers, judgement, found.folds(), null);
  }

  /** What was said of the rows is said again of another model. */
  private @Nullable JudgedPart ofFile(RowsAnswer.Given before, Progress progress) {
    var predictor = new ModelPredictor(model, products.get());
    var answer =
        Same.is(before.model(), model)
            ? before
            : RowsAnswer.of(
                model,
                table == null ? "" : ContentHash.of(table),
                predictor,
                before.table(),
                progress);
    if (!(answer instanceof RowsAnswer.Given file) || file.scored().length == 0) {
      return null;
    }
    var rows = model.preprocessor().dataset(file.table(), file.scored());
    var answers = file.answers().of(file.scored());
    var judgement =
        file.trained() > 0
            ? Judgement.of(answers, Double.NaN, data.get().training(), rows)
            : Judgement.onOtherTable(answers, Double.NaN, rows.targets());
    return judged(EvaluatedRows.FILE, file.table(), rows, answers, judgement, 0, file);
  }

  private JudgedPart judged(
      EvaluatedRows part,
      Table of,
      Dataset rows,
      Answers answers,
      Judgement judgement,
      int folds,
      RowsAnswer.@Nullable Given file) {
    var read = model.preprocessor().cleaned(of);
    var inputs =
        model.experiment().preparation().inputs().stream()
            .map(input -> read.column(input.name()))
            .filter(Objects::nonNull)
            .toList();
    var shapes = ChartShapes.of(answers, rows.targets());
    var pixels = model.preprocessor().pixels().orElse(null);
    return new JudgedPart(part, of, rows, answers, judgement, shapes, inputs, pixels, folds, file);
  }

  /** The details of a part that is judged; takes time. */
  ScoreDetails details(JudgedPart of, int positive, Progress progress) {
    var part = of.part().part();
    return part == null
        ? ScoreDetails.of(of.answers(), of.data().targets(), positive, progress)
        : ScoreDetails.of(
            new ModelPredictor(model, products.get()),
            data.get(),
            part,
            of.answers(),
            positive,
            progress);
  }

  /** Scores the linear model on rows that are judged; those of folds would be its training rows. */
  Linear fit(JudgedPart of) {
    var kept = linear(of.part());
    if (kept != null || of.folds() > 0 || table == null) {
      return kept != null ? kept : Linear.NONE;
    }
    return linear.fit(data.get().training(), of.data(), asked(of.part()));
  }

  /** Fitted once, whatever networks stand beside it, on the caller's thread. */
  private static final class LinearScores {

    private final @Nullable Table table;
    private final Preparation preparation;
    private final Preprocessor preprocessor;
    private final Map<Asked, Linear> kept = new ConcurrentHashMap<>();
    private @Nullable Fit fitted;

    LinearScores(@Nullable Table table, Model model) {
      this.table = table;
      preparation = model.experiment().preparation();
      preprocessor = model.preprocessor();
    }

    /** It decides as the network does. */
    record Asked(EvaluatedRows part, @Nullable Decision decision) {}

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

    boolean isOf(@Nullable Table other, Model model) {
      return Same.is(table, other)
          && preparation.equals(model.experiment().preparation())
          && preprocessor.equals(model.preprocessor());
    }

    /** Fits it, unless it is, and scores it on a part. In the background. */
    synchronized Linear fit(Dataset training, Dataset rows, Asked asked) {
      if (fitted == null) {
        fitted = Fit.of(training);
      }
      var baseline = fitted.baseline();
      var linear =
          baseline == null
              ? Linear.NONE
              : new Linear(
                  Scores.of(baseline, preprocessor.target(), rows, asked.decision),
                  fitted.separability());
      kept.put(asked, linear);
      return linear;
    }
  }
}
