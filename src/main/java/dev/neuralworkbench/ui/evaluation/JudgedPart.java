package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.split.RowPart;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel.Cell;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How good a model is on the rows of one part, with its answers; no loss, no linear model. */
record JudgedPart(
    RowPart part, Dataset data, Answers answers, Judgement judgement, ChartShapes shapes) {

  static JudgedPart of(RowPart part, Dataset data, Answers answers, Dataset training) {
    return new JudgedPart(
        part,
        data,
        answers,
        Judgement.of(answers, Double.NaN, training, data),
        ChartShapes.of(answers, data.targets()));
  }

  /** The true class of a row of the part, by its position; −1 for numbers. */
  int actualClass(int row) {
    return data.targets() instanceof ClassTargets classes ? classes.classes()[row] : -1;
  }

  int[] wrongRows() {
    return rows(row -> actualClass(row) != answers.predictedClass(row));
  }

  /** Positions of the rows of a cell among the rows of the part; none for numbers. */
  int[] rowsOf(Cell cell) {
    return rows(
        row ->
            actualClass(row) == cell.actual() && answers.predictedClass(row) == cell.predicted());
  }

  private int[] rows(IntPredicate wanted) {
    return data.targets() instanceof ClassTargets
        ? IntStream.range(0, data.rows()).filter(wanted).toArray()
        : new int[0];
  }
}
