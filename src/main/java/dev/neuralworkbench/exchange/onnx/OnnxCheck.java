package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RowsToPredict;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares a file that was written with the model: both predict the same rows, the file from what
 * it says itself.
 */
public final class OnnxCheck {

  /** Rows that stand for all of a table; fewer of a large network. */
  private static final int MOST_ROWS = 10_000;

  private static final int LEAST_ROWS = 100;
  private static final long MOST_PRODUCTS = 2_000_000_000;

  /**
   * Rows at once: fewer where there are many units, each of which has several values on the way.
   */
  private static final int BLOCK_ROWS = 256;

  private static final int VALUES = 6;

  private final Model model;
  private final Table raw;
  private final Table read;
  private int compared;
  private int others;
  private double difference;

  private OnnxCheck(Model model, Table table) {
    this.model = model;
    raw = table;
    read = model.preprocessor().cleaned(table);
  }

  /**
   * How far the file's predictions are from the model's, in sentences.
   *
   * @param file what was written
   * @param table has the columns of all inputs
   * @throws OnnxException if it cannot be run
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static List<Problem> compare(
      Model model, byte[] file, Table table, Products products, Progress progress)
      throws OnnxException {
    var check = new OnnxCheck(model, table);
    check.compare(new OnnxRunner(OnnxReader.read(file)), products, progress);
    return check.told();
  }

  private void compare(OnnxRunner runner, Products products, Progress progress)
      throws OnnxException {
    var answerable = new RowsToPredict(model.preprocessor(), raw).answerable();
    var affordable = MOST_PRODUCTS / model.weights().parameterCount();
    var most = Math.clamp(affordable, LEAST_ROWS, MOST_ROWS);
    var rows = Dataset.spread(answerable.length, most).map(i -> answerable[i]).toArray();
    var answers = new ModelPredictor(model, products).predict(raw, rows, Progress.NONE);
    var units = model.weights().layers().stream().mapToInt(LayerWeights::units).sum();
    var wide = VALUES * (units + 2 * model.inputs());
    var block = Math.clamp(OnnxRunner.MOST_NUMBERS / wide, 1, BLOCK_ROWS);
    for (var from = 0; from < rows.length; from += block) {
      progress.goOn(from, rows.length);
      var some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + block));
      var outputs = List.copyOf(new TreeMap<>(runner.run(inputs(some))).values());
      for (var row = 0; row < some.length; row++) {
        if (answers.isAnswered(from + row)) {
          compare(outputs, row, answers, from + row);
        }
      }
    }
  }

  /** The outputs are the prediction, and behind it the probabilities of classes. */
  private void compare(List<Tensor> outputs, int row, Answers answers, int at) {
    compared++;
    var names = outputs.getFirst().texts();
    var theirs = outputs.getLast().row(row);
    var own = names == null ? new double[] {answers.number(at)} : answers.probabilities(at);
    for (var i = 0; i < own.length; i++) {
      difference = Math.max(difference, Math.abs(theirs[i] - own[i]));
    }
    if (names != null && !names[row].equals(answers.classes().get(answers.predictedClass(at)))) {
      others++;
    }
  }

  /** The columns as the file takes them; what was filled down or is no number is read before. */
  private Map<String, Tensor> inputs(int[] rows) {
    var inputs = new HashMap<String, Tensor>();
    var shape = new int[] {rows.length, 1};
    for (var input : model.preprocessor().inputs()) {
      var given = raw.named(input.name());
      var cleaned = read.named(input.name());
      inputs.put(
          input.name(),
          input instanceof NumberInput
              ? Tensor.of(
                  ValueType.DOUBLE,
                  shape,
                  Arrays.stream(rows)
                      .mapToDouble(
                          row -> (Double.isNaN(given.value(row)) ? cleaned : given).value(row))
                      .toArray())
              : Tensor.texts(
                  shape,
                  Arrays.stream(rows)
                      .mapToObj(row -> (given.isMissing(row) ? cleaned : given).text(row))
                      .toArray(String[]::new)));
    }
    return inputs;
  }

  private List<Problem> told() {
    if (compared == 0) {
      return List.of(Problem.of("exchange.check.none", "", null, null));
    }
    var most = new BigDecimal(difference).round(new MathContext(2)).doubleValue();
    var key = model.classNames().isEmpty() ? "exchange.check.numbers" : "exchange.check.classes";
    var told = new ArrayList<Problem>();
    told.add(Problem.of(key, "", compared, most));
    if (others > 0) {
      told.add(Problem.of("exchange.check.others", "", null, others));
    }
    return told;
  }
}
