package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The training rows of a model, to find those that a row is nearest to: by the Euclidean distance
 * of their prepared inputs, √Σₖ (xₖ − x′ₖ)², which is how near they are to the network. Kept with
 * what is true and what is predicted of them; not to be made on the JavaFX thread.
 */
public final class NearestRows {

  private final Model model;
  private final Dataset training;
  private final Answers answers;
  private final Table cleaned;

  /**
   * Prepares and predicts the training rows.
   *
   * @param table the one that the model was trained on
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public NearestRows(Model model, ModelPredictor predictor, Table table, Progress progress) {
    this.model = model;
    training = model.prepared(table).training();
    answers = predictor.predict(training, progress);
    cleaned = model.preprocessor().cleaned(table);
  }

  /**
   * A training row.
   *
   * @param row its number in the table, from 1 on
   * @param distance in prepared inputs; 0 for the same
   * @param truth the target's cell
   */
  public record Near(int row, double distance, RawRow cells, String truth, Prediction prediction) {}

  /**
   * The nearest rows, nearest first; of equal distance the earlier one.
   *
   * @param raw as a table has it
   * @param count at most so many
   */
  public List<Near> nearest(RawRow raw, int count) {
    return find(raw, count, _ -> true);
  }

  /** The nearest row for which another class is predicted; none where there is no such row. */
  public List<Near> nearestOther(RawRow raw, Prediction.OfClass than) {
    return find(
        raw, 1, row -> answers.isAnswered(row) && answers.predictedClass(row) != than.index());
  }

  private List<Near> find(RawRow raw, int count, IntPredicate wanted) {
    var x = new float[training.inputs().numCols];
    model.preprocessor().encode(raw, x, 0);
    var squares = new double[training.rows()];
    Arrays.setAll(squares, row -> square(x, training.inputs().data, row * x.length));
    return IntStream.range(0, squares.length)
        .filter(wanted)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> squares[row]))
        .limit(count)
        .map(row -> near(row, Math.sqrt(squares[row])))
        .toList();
  }

  private Near near(int row, double distance) {
    var source = training.sourceRows()[row];
    var of = model.preprocessor();
    return new Near(
        source + 1,
        distance,
        RawRow.of(of, cleaned, source),
        cleaned.named(of.target().name()).text(source),
        answers.prediction(row));
  }

  private static double square(float[] x, float[] rows, int start) {
    var sum = 0.0;
    for (var k = 0; k < x.length; k++) {
      var difference = (double) x[k] - rows[start + k];
      sum += difference * difference;
    }
    return sum;
  }
}
