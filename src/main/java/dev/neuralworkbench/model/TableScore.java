package dev.neuralworkbench.model;

import dev.neuralworkbench.baseline.Majority;
import dev.neuralworkbench.data.ClassTarget;
import dev.neuralworkbench.data.ClassTargets;
import dev.neuralworkbench.data.NumberTarget;
import dev.neuralworkbench.data.Targets;
import dev.neuralworkbench.data.ValueTargets;
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
   * The score on all rows that have both an answer and a target.
   *
   * @return empty if there are none, if the table lacks the target's column, or if the column holds
   *     what is no target of this model
   */
  public static Optional<TableScore> of(Model model, TableAnswers answers) {
    var preprocessor = model.preprocessor();
    var table = answers.table();
    var column = table.column(preprocessor.target().name());
    if (column == null || !preprocessor.targetProblems(table).isEmpty()) {
      return Optional.empty();
    }
    var rows =
        Arrays.stream(preprocessor.labelledRows(table))
            .filter(row -> answers.position(row) >= 0)
            .toArray();
    return rows.length == 0
        ? Optional.empty()
        : Optional.of(of(answers.of(rows), preprocessor.target().encode(column, rows)));
  }

  private static TableScore of(Answers answers, Targets targets) {
    var constant =
        switch (targets) {
          case ClassTargets classes ->
              Majority.of(classes).predict(new FMatrixRMaj(classes.rows(), 0));
          case ValueTargets values -> {
            var mean = new FMatrixRMaj(values.rows(), 1);
            var target = (NumberTarget) answers.target();
            CommonOps_FDRM.fill(mean, target.encode(target.mean()));
            yield mean;
          }
        };
    var constantAnswers = new Answers(answers.target(), constant);
    return new TableScore(
        Evaluation.of(answers, targets, Double.NaN),
        Evaluation.of(constantAnswers, targets, Double.NaN),
        switch (answers.target()) {
          case ClassTarget _ -> constantAnswers.predictedClass(0);
          case NumberTarget numbers -> numbers.mean();
        });
  }
}
