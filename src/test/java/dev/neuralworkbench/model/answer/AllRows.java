package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.util.stream.IntStream;

/** A model's answers for every row of a table. */
public final class AllRows {

  private AllRows() {}

  public static Answers of(ModelPredictor predictor, Table table) {
    return predictor.predict(table, IntStream.range(0, table.rows()).toArray(), Progress.NONE);
  }
}
