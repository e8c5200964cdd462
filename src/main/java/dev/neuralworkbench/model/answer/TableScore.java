package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.baseline.Majority;
import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.NumberTarget;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.ValueTargets;
import dev.neuralworkbench.model.Model;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * How good answers for a table are, where the table has the target: beside the answer that looks at
 * no input.
 *
 * @param model the model's answers
 * @param constant one answer for every row: of classes, the most frequent one of these rows; of
 *     numbers, the mean of the rows that the model was trained on
 * @param answer that one answer, as an index of a class or a number in the user's units
 */
public record TableScore(Evaluation model, Evaluation constant, double answer) {

  /**
   * The score on all rows that the network could be asked about and whose target is known.
   *
   * @return empty if there are none, or the table lacks the target's column
   */
  public static Optional<TableScore> of(Model model, TableAnswers answers) {
    var target = model.preprocessor().target();
    var column = answers.table().column(target.name());
    var rows = rows(model, answers);
    return column == null || rows.length == 0
        ? Optional.empty()
        : Optional.of(of(answers.of(rows), target.encode(column, rows)));
  }

  /** The rows that can be scored, in rising order; the caller's own. */
  public static int[] rows(Model model, TableAnswers answers) {
    var preprocessor = model.preprocessor();
    var table = answers.table();
    return table.column(preprocessor.target().name()) == null
        ? new int[0]
        : Arrays.stream(preprocessor.labelledRows(table)).filter(answers::isAsked).toArray();
  }

  private static TableScore of(Answers answers, Targets targets) {
    var constant = constant(answers.target(), targets);
    return new TableScore(
        Evaluation.of(answers, targets, Double.NaN),
        Evaluation.of(constant, targets, Double.NaN),
        switch (answers.target()) {
          case ClassTarget _ -> constant.predictedClass(0);
          case NumberTarget numbers -> numbers.mean();
        });
  }

  /**
   * The answers that look at no input, for rows of any table: their most frequent class, or the
   * mean of the training rows.
   *
   * @param targets at least one
   */
  public static Answers constant(TargetEncoder target, Targets targets) {
    return new Answers(
        target,
        switch (targets) {
          case ClassTargets classes ->
              Majority.of(classes).predict(new FMatrixRMaj(classes.rows(), 0));
          case ValueTargets values -> {
            var mean = new FMatrixRMaj(values.rows(), 1);
            var numbers = (NumberTarget) target;
            CommonOps_FDRM.fill(mean, numbers.encode(numbers.mean()));
            yield mean;
          }
        });
  }
}
