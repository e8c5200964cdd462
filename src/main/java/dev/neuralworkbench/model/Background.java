package dev.neuralworkbench.model;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The training rows that a prediction is compared with when it is explained: all of them, or as
 * many as are drawn. The same model and table give the same rows, so what is drawn need not be
 * kept; only a model whose table may be out of reach carries them along.
 *
 * @param rows numbers of the rows in the model's table, from 1 on, rising; at least one
 * @param values their input columns, cleaned: a cell may be filled from one above that is not here
 */
public record Background(List<Integer> rows, Table values) {

  public static final int MOST_ROWS = 100;

  /** With more columns than a thousand there are fewer rows, so that files stay small. */
  private static final int MOST_CELLS = 100_000;

  public Background {
    rows = List.copyOf(rows);
  }

  /**
   * The rows for a model: those that came with its file, otherwise drawn from its table.
   *
   * @return empty where neither is at hand
   */
  public static Optional<Background> of(Model model, DataReference data) {
    var table = data.table();
    return model.background() != null || table == null || !isOf(model, table)
        ? Optional.ofNullable(model.background())
        : Optional.of(draw(model, table));
  }

  /** The rows that are open may be others', which lack columns of the model. */
  private static boolean isOf(Model model, Table table) {
    return model.preprocessor().absent(table).isEmpty();
  }

  /**
   * Draws without replacement from the training rows, by the seed of the run.
   *
   * @param table the one that the model was trained on
   */
  public static Background draw(Model model, Table table) {
    var preprocessor = model.preprocessor();
    var training = RowSplit.of(model.experiment().preparation(), table).training().clone();
    RandomSource.of(seed(model), Purpose.BACKGROUND).shuffle(training);
    var inputs = preprocessor.inputs();
    var most = Math.clamp(MOST_CELLS / inputs.size(), 1, MOST_ROWS);
    var drawn = IntStream.of(training).limit(most).sorted().toArray();
    var cleaned = preprocessor.cleaned(table);
    var columns =
        inputs.stream().map(InputEncoder::name).map(it -> cleaned.named(it).only(drawn)).toList();
    return new Background(
        IntStream.of(drawn).mapToObj(row -> row + 1).toList(),
        new Table(table.name(), columns, drawn.length));
  }

  /** The numbers of the columns, row by row; NaN where they are missing. */
  public List<double[]> numbers() {
    return IntStream.range(0, rows.size())
        .mapToObj(row -> values.columns().stream().mapToDouble(it -> it.value(row)).toArray())
        .toList();
  }

  /** What the rows of a model are drawn with. */
  public static long seed(Model model) {
    return model.experiment().training().seed();
  }
}
