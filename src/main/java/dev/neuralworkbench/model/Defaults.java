package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.Set;

/**
 * The choices for a new table, by one rule from rows, inputs, classes and problem type.
 *
 * <p>One hidden layer. It has 16 units, or 64 where one or two of these hold, or 128 where more do:
 * more than 3 classes, more than 16 inputs, more than 64, at least 600 rows. They are ReLU; below
 * 60 rows tanh, whose curves have no corners that a few rows could place. The weights of the output
 * layer start small, so a network that has learned nothing answers every row nearly alike, and
 * early stopping may keep it near to that. At 0 itself, units that begin alike would stay so.
 *
 * <p>Adam at 0.01, in batches of 16, 32 or 128 rows, for 200 epochs, or 100 from 5,000 training
 * rows on. L1 is {@value #L1} and L2 {@value #L2} · √inputs / training rows: the more inputs a row
 * has to explain, the more of what is learned is chance.
 *
 * <p>The weights are the mean of the last {@value #AVERAGE} epochs', and those of the epoch with
 * the lowest validation loss; the run stops when three tenths of the epochs have not lowered it.
 * Where no rows are held out for validation, as below 3,000 rows, {@value #FOLDS} folds judge: so
 * few validation rows would say little, and are wanted for learning.
 *
 * <p>Below 20 rows, where nothing is held out, it is 8 tanh units, a rate of 0.1, all rows as one
 * batch, and 500 epochs without any of this.
 *
 * <p>Found on about 300 tables, {@code src/bench/run defaults}.
 */
public final class Defaults {

  /** Below so many rows, everything is learned at once. */
  private static final int FEW_ROWS = 20;

  /** Below so many rows, corners of ReLU are placed by chance. */
  private static final int ROWS_FOR_CORNERS = 60;

  /** From so many rows on, there is more to be learned than a few units can. */
  private static final int ROWS_FOR_UNITS = 600;

  /** From so many training rows on, an epoch has so many steps that fewer epochs do. */
  private static final int MANY_ROWS = 5_000;

  private static final int FEW_INPUTS = 16;
  private static final int MEDIUM_INPUTS = 64;
  private static final int FEW_CLASSES = 3;

  private static final double L1 = 0.06;
  private static final double L2 = 0.2;

  private static final int AVERAGE = 10;
  private static final int FOLDS = 5;

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

  public static NetworkDesign network(ProblemType problem, DataShape shape) {
    var activation = isSmooth(shape) ? Activation.TANH : Activation.RELU;
    var hidden = DenseDesign.of(units(shape), activation);
    var network = NetworkDesign.of(Loss.usual(problem, shape.classes()), hidden);
    return hasFewRows(shape) ? network : network.withOutputInitializer(Initializer.NORMAL);
  }

  /** Whether there are so few rows that corners of ReLU would be placed by chance. */
  public static boolean isSmooth(DataShape shape) {
    return shape.rows() < ROWS_FOR_CORNERS;
  }

  public static TrainingConfig training(DataShape shape) {
    var plain = plain(shape);
    return hasFewRows(shape)
        ? plain
        : plain.withPenalty(new Penalty(price(L1, shape), price(L2, shape))).withAverage(AVERAGE);
  }

  /** The same without penalty and mean: what the formulas of a textbook say is all there is. */
  static TrainingConfig plain(DataShape shape) {
    if (hasFewRows(shape)) {
      return TrainingConfig.of(Adam.DEFAULT.withLearningRate(0.1), 0, 500);
    }
    var epochs = hasManyRows(shape) ? 100 : 200;
    var folds = shape.validation() == 0 && !hasManyRows(shape) ? folds(shape.units()) : 0;
    var stopping = Stopping.after(epochs);
    var patience = new EarlyStopping(Monitor.VALIDATION_LOSS, 0, epochs * 3 / 10, true);
    var judged = shape.validation() > 0 || folds > 0;
    return TrainingConfig.of(Adam.DEFAULT.withLearningRate(0.01), batchSize(shape), epochs)
        .withFolds(folds)
        .withStopping(judged ? stopping.withEarlyStopping(patience) : stopping);
  }

  /**
   * Folds that judge where no rows are held out for validation.
   *
   * @param units what stays together among the training rows: of few there are as few folds
   */
  public static int folds(int units) {
    return units < 2 ? 0 : Math.min(FOLDS, units);
  }

  /** Whether everything is learned at once. */
  public static boolean hasFewRows(DataShape shape) {
    return shape.rows() < FEW_ROWS;
  }

  /** Whether an epoch has so many steps that fewer epochs do. */
  static boolean hasManyRows(DataShape shape) {
    return shape.training() >= MANY_ROWS;
  }

  /** How many units the hidden layer has for such data. */
  public static int units(DataShape shape) {
    if (hasFewRows(shape)) {
      return 8;
    }
    return switch (demands(shape).size()) {
      case 0 -> 16;
      case 1, 2 -> 64;
      default -> 128;
    };
  }

  /** What asks for more units than 16. */
  public enum Demand {
    /** More than 3 classes. */
    CLASSES,
    /** More than 16 inputs. */
    INPUTS,
    /** More than 64 inputs. */
    MANY_INPUTS,
    /** At least 600 rows. */
    ROWS
  }

  public static Set<Demand> demands(DataShape shape) {
    var demands = EnumSet.allOf(Demand.class);
    demands.removeIf(
        demand ->
            switch (demand) {
              case CLASSES -> shape.classes() <= FEW_CLASSES;
              case INPUTS -> shape.inputs() <= FEW_INPUTS;
              case MANY_INPUTS -> shape.inputs() <= MEDIUM_INPUTS;
              case ROWS -> shape.rows() < ROWS_FOR_UNITS;
            });
    return demands;
  }

  static int batchSize(DataShape shape) {
    var wanted = shape.training() < 500 ? 16 : hasManyRows(shape) ? 128 : 32;
    return Math.min(wanted, shape.training());
  }

  private static double price(double share, DataShape shape) {
    return oneDigit(share * Math.sqrt(shape.inputs()) / shape.training());
  }

  /** Rounded to one digit, as a person would write it. */
  static double oneDigit(double number) {
    return new BigDecimal(number).round(new MathContext(1)).doubleValue();
  }
}
