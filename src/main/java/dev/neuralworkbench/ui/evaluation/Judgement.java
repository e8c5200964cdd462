package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.ClassTargets;
import dev.neuralworkbench.data.Dataset;
import dev.neuralworkbench.data.TargetEncoder;
import dev.neuralworkbench.data.Targets;
import dev.neuralworkbench.metrics.PredictedClasses;
import dev.neuralworkbench.model.Answers;
import dev.neuralworkbench.model.ModelPredictor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A model's answers for the rows of one part, and the answer that looks at no input beside them.
 *
 * @param part the rows
 * @param answers the network's, one a row
 * @param targets what was to be answered
 * @param sourceRows the table's row of each, from 0 on. Not modified.
 * @param network the network's scores
 * @param constant the scores of the most frequent class or the mean
 * @param shapes the curves or points for the charts
 */
@SuppressWarnings("ArrayRecordComponent") // One number a row: kept, not copied.
record Judgement(
    Part part,
    Answers answers,
    Targets targets,
    int[] sourceRows,
    Scores network,
    Scores constant,
    Shapes shapes) {

  static Judgement of(Part part, ModelPredictor predictor, Dataset rows, Scores constant) {
    var answers = predictor.predict(rows);
    return new Judgement(
        part,
        answers,
        rows.targets(),
        rows.sourceRows(),
        Scores.of(answers, rows),
        constant,
        Shapes.of(answers, rows.targets()));
  }

  TargetEncoder target() {
    return answers.target();
  }

  int rows() {
    return sourceRows.length;
  }

  /** Positions of the rows of a cell among the rows of the part; none for numbers. */
  int[] rowsOf(Cell cell) {
    if (!(targets instanceof ClassTargets classes)) {
      return new int[0];
    }
    var predicted = PredictedClasses.of(answers.outputs());
    return IntStream.range(0, rows())
        .filter(
            row -> classes.classes()[row] == cell.actual() && predicted[row] == cell.predicted())
        .toArray();
  }

  /** Probability that the network gave to a class for a row. */
  double probability(int position, int c) {
    var outputs = answers.outputs();
    if (outputs.numCols > 1) {
      return outputs.get(position, c);
    }
    var ofSecond = outputs.get(position, 0);
    return c == 1 ? ofSecond : 1 - ofSecond;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sourceRows);
  }
}
