package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.baseline.Baseline;
import dev.neuralworkbench.baseline.Baseline.Majority;
import dev.neuralworkbench.baseline.Baseline.Mean;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.function.ProblemType;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A network's scores on some rows, beside those of answers without a network. The same for the
 * window, the command line and a study.
 *
 * @param constant those of the answer that looks at no input: the most frequent class or the mean
 * @param linear those of a linear model; null where none was fitted, or so many inputs and classes
 *     would take too long
 * @param decided how the model decides; null where it predicts the most probable class, or numbers
 */
public record Judgement(
    TargetEncoder target,
    Scores network,
    Scores constant,
    @Nullable Scores linear,
    @Nullable Decided decided) {

  /** By which rule classes are predicted, and the matrix if the most probable ones were. */
  public record Decided(Decision by, ConfusionMatrix plain) {

    static @Nullable Decided of(Answers answers, Targets targets) {
      var by = answers.decision();
      return by != null && targets instanceof ClassTargets of
          ? new Decided(
              by,
              ConfusionMatrix.of(
                  of.classes(), answers.decided(null).predictedClasses(), of.classCount()))
          : null;
    }
  }

  /** What the mistakes of a matrix cost together: Σ rows(i, j) · cost(i, j). */
  public static double cost(ConfusionMatrix of, Costs costs) {
    var total = 0.0;
    for (var i = 0; i < of.classes(); i++) {
      for (var j = 0; j < of.classes(); j++) {
        total += of.count(i, j) * costs.costs().get(i).get(j);
      }
    }
    return total;
  }

  /** Judges a network, with its loss, beside the constant answer of its training rows. */
  public static Judgement of(ModelPredictor predictor, Dataset training, Dataset rows) {
    return of(predictor.predict(rows), predictor.loss(rows), training, rows);
  }

  /**
   * Judges a network's answers for rows beside the constant answer of its training rows.
   *
   * @param loss the network's loss on the rows; NaN if nobody asks for it
   */
  public static Judgement of(Answers answers, double loss, Dataset training, Dataset rows) {
    return new Judgement(
        answers.target(),
        Scores.of(answers, rows.targets(), loss),
        Scores.of(Baseline.constant(training), answers.target(), rows, null),
        null,
        Decided.of(answers, rows.targets()));
  }

  /** The same network, whose classes follow otherwise from its probabilities. */
  public Judgement decided(Answers now, Targets targets) {
    var scores = Scores.of(now, targets, Double.NaN);
    return new Judgement(target, scores, constant, null, Decided.of(now, targets));
  }

  /** The same beside a linear model of the training rows, which decides alike. */
  public Judgement withLinear(Dataset training, Dataset rows) {
    var by = decided == null ? null : decided.by;
    var scores = Baseline.linear(training).map(fitted -> Scores.of(fitted, target, rows, by));
    return new Judgement(target, network, constant, scores.orElse(null), decided);
  }

  /**
   * Judges answers for a table, on all rows that the network could be asked about and whose target
   * is known.
   *
   * @return empty if there are none, or the table lacks the target's column
   */
  public static Optional<Judgement> of(Model model, TableAnswers answers) {
    var target = model.preprocessor().target();
    var rows = rows(model, answers);
    if (rows.length == 0) {
      return Optional.empty();
    }
    var targets = target.encode(answers.read().named(target.name()), rows);
    return Optional.of(onOtherTable(answers.of(rows), Double.NaN, targets));
  }

  /** The rows that can be judged, in rising order; the caller's own. */
  public static int[] rows(Model model, TableAnswers answers) {
    var preprocessor = model.preprocessor();
    var table = answers.table();
    return table.column(preprocessor.target().name()) == null
        ? new int[0]
        : Arrays.stream(preprocessor.labelledRows(table)).filter(answers::isAsked).toArray();
  }

  /**
   * Judges answers for rows of another table than the network's own: the table's own most frequent
   * class has to do; of numbers, the mean of the training rows.
   *
   * @param loss the network's loss on the rows; NaN if nobody asks for it
   */
  public static Judgement onOtherTable(Answers answers, double loss, Targets targets) {
    var constant =
        answers.target() instanceof NumberTarget numbers
            ? new Mean(numbers.encode(numbers.mean()))
            : Majority.of((ClassTargets) targets);
    var outputs = constant.outputs(new FMatrixRMaj(targets.rows(), 0));
    return new Judgement(
        answers.target(),
        Scores.of(answers, targets, loss),
        Scores.of(
            new Answers(answers.target(), outputs, constant.outputFunction()), targets, Double.NaN),
        null,
        Decided.of(answers, targets));
  }

  public ProblemType problem() {
    return switch (target) {
      case ClassTarget _ -> ProblemType.CLASSIFICATION;
      case NumberTarget _ -> ProblemType.REGRESSION;
    };
  }
}
