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
 */
public record Judgement(
    TargetEncoder target, Scores network, Scores constant, @Nullable Scores linear) {

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
        Scores.of(Baseline.constant(training), answers.target(), rows),
        null);
  }

  /** The same beside a linear model of the training rows. */
  public Judgement withLinear(Dataset training, Dataset rows) {
    var scores = Baseline.linear(training).map(fitted -> Scores.of(fitted, target, rows));
    return new Judgement(target, network, constant, scores.orElse(null));
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

  /** Judges a network on rows of another table than its own. */
  public static Judgement onOtherTable(ModelPredictor predictor, Dataset rows) {
    return onOtherTable(predictor.predict(rows), predictor.loss(rows), rows.targets());
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
        null);
  }

  public ProblemType problem() {
    return switch (target) {
      case ClassTarget _ -> ProblemType.CLASSIFICATION;
      case NumberTarget _ -> ProblemType.REGRESSION;
    };
  }
}
