package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.Adam;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The choices for a new table, by one rule from rows, inputs and problem type. One hidden layer of
 * 16 tanh units for up to 16 inputs, 64 for up to 64, and of 128 ReLU units for more, is trained by
 * Adam, at a rate of 0.01, 0.003 or 0.001, in batches of 16, 32 or 128 rows. L2 is the number of
 * inputs a training row, at most 0.03, and a tenth of that for classes; from 5,000 training rows on
 * there is none. A run of 200 epochs, or of 50 from 5,000 rows on, stops when a fifth of them have
 * not lowered the validation loss, and keeps its best weights. Below 20 rows, where nothing is held
 * out, it is 8 units, a rate of 0.1, all rows as one batch, and 500 epochs without L2.
 *
 * <p>Without L2, early stopping alone leaves R² of a regression with noise below that of a line:
 * the few validation rows say too little; many say enough. A smaller rate for wide layers is what
 * their sums over more units ask for; ten folds of the digits gain half a percent by it.
 */
public final class Defaults {

  /** Below so many rows, everything is learned at once. */
  private static final int FEW_ROWS = 20;

  /** From so many training rows on, an epoch has so many steps that fewer epochs do. */
  private static final int MANY_ROWS = 5_000;

  private static final int FEW_INPUTS = 16;
  private static final int MEDIUM_INPUTS = 64;
  private static final double MOST_L2 = 0.03;

  private Defaults() {}

  /** The choices for a new table. */
  public static Experiment experiment(Table table) {
    return experiment(Preparation.defaults(table), table);
  }

  /**
   * The choices for a table that is prepared in a given way, such as with another target. Where the
   * preparation has problems, they are those of an empty shape: the forms then show the problems.
   */
  public static Experiment experiment(Preparation preparation, Table table) {
    var shape =
        preparation.problems(table).isEmpty()
            ? DataShape.of(preparation, table)
            : new DataShape(1, 2, table.rows(), 0, 0);
    return new Experiment(preparation, network(preparation.problemType(), shape), training(shape));
  }

  /** The network for such data. */
  public static NetworkDesign network(ProblemType problem, DataShape shape) {
    return NetworkDesign.of(Loss.usual(problem, shape.classes()), hidden(shape));
  }

  /** The hidden layer for such data. */
  static DenseDesign hidden(DataShape shape) {
    var activation = shape.inputs() <= MEDIUM_INPUTS ? Activation.TANH : Activation.RELU;
    return DenseDesign.of(units(shape), activation);
  }

  /** The training for such data. */
  public static TrainingConfig training(DataShape shape) {
    if (hasFewRows(shape)) {
      return TrainingConfig.of(Adam.DEFAULT.withLearningRate(0.1), 0, 500);
    }
    var epochs = hasManyRows(shape) ? 50 : 200;
    return TrainingConfig.of(
            Adam.DEFAULT.withLearningRate(learningRate(shape)), batchSize(shape), epochs)
        .withPenalty(new Penalty(0, l2(shape)))
        .withStopping(stopping(shape, epochs));
  }

  /** Whether everything is learned at once. */
  static boolean hasFewRows(DataShape shape) {
    return shape.training() + shape.validation() + shape.test() < FEW_ROWS;
  }

  /** Whether an epoch has so many steps that fewer epochs do. */
  static boolean hasManyRows(DataShape shape) {
    return shape.training() >= MANY_ROWS;
  }

  private static int units(DataShape shape) {
    if (hasFewRows(shape)) {
      return 8;
    }
    return shape.inputs() <= FEW_INPUTS ? 16 : shape.inputs() <= MEDIUM_INPUTS ? 64 : 128;
  }

  private static double learningRate(DataShape shape) {
    return shape.inputs() <= FEW_INPUTS ? 0.01 : shape.inputs() <= MEDIUM_INPUTS ? 0.003 : 0.001;
  }

  /** Rows a step, unless there are few. */
  static int batchSize(DataShape shape) {
    var wanted = shape.training() < 500 ? 16 : hasManyRows(shape) ? 128 : 32;
    return Math.min(wanted, shape.training());
  }

  private static double l2(DataShape shape) {
    if (hasManyRows(shape)) {
      return 0;
    }
    var perRow = Math.min(MOST_L2, shape.inputs() / (double) shape.training());
    return oneDigit(shape.classes() > 0 ? perRow / 10 : perRow);
  }

  /** Rounded to one digit, as a person would write it. */
  static double oneDigit(double number) {
    return new BigDecimal(number).round(new MathContext(1)).doubleValue();
  }

  private static Stopping stopping(DataShape shape, int epochs) {
    var stopping = Stopping.after(epochs);
    return shape.validation() == 0
        ? stopping
        : stopping.withEarlyStopping(
            new EarlyStopping(Monitor.VALIDATION_LOSS, 0, epochs / 5, true));
  }
}
