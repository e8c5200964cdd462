package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.metrics.PredictedClasses;
import dev.neuralworkbench.model.Progress;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.study.Scores;
import java.util.stream.IntStream;

/**
 * A model's answers for the rows of one part, and the answer that looks at no input beside them.
 * Immutable.
 */
final class Judgement {

  private final Part part;
  private final Answers answers;
  private final Targets targets;
  private final int[] sourceRows;
  private final Scores network;
  private final Scores constant;
  private final ChartShapes shapes;

  private Judgement(Part part, Answers answers, Dataset rows, Scores constant) {
    this.part = part;
    this.answers = answers;
    this.constant = constant;
    targets = rows.targets();
    sourceRows = rows.sourceRows();
    network = Scores.of(answers, rows);
    shapes = ChartShapes.of(answers, targets);
  }

  /** Judges answers on rows; constant are the scores of the most frequent class or the mean. */
  static Judgement of(
      Part part, ModelPredictor predictor, Dataset rows, Scores constant, Progress progress) {
    return new Judgement(part, predictor.predict(rows, progress), rows, constant);
  }

  /** The rows that were judged. */
  Part part() {
    return part;
  }

  /** The table's row of each row, from 0 on. Not to be modified. */
  int[] sourceRows() {
    return sourceRows;
  }

  /** The network's scores. */
  Scores network() {
    return network;
  }

  /** The scores of the most frequent class or the mean. */
  Scores constant() {
    return constant;
  }

  /** The curves or points for the charts. */
  ChartShapes shapes() {
    return shapes;
  }

  TargetEncoder target() {
    return answers.target();
  }

  int rows() {
    return sourceRows.length;
  }

  /** Positions of the rows of a cell among the rows of the part; none for numbers. */
  int[] rowsOf(MatrixCell cell) {
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
    return answers.probability(position, c);
  }
}
