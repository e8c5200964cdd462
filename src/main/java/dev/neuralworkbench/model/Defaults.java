package dev.neuralworkbench.model;

import dev.neuralworkbench.data.DataShape;
import dev.neuralworkbench.data.Preparation;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.nn.Activation;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.Loss;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.ProblemType;
import dev.neuralworkbench.train.Adam;
import dev.neuralworkbench.train.TrainingConfig;

/**
 * The choices for a new table. One rule, from rows, inputs and problem type alone: a hidden layer
 * wide enough for the inputs, Adam, and batches that give an epoch some tens of steps.
 */
public final class Defaults {

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
    var loss = Loss.usual(problem, shape.classes());
    return NetworkDesign.of(loss, DenseDesign.of(units(shape), Activation.TANH));
  }

  /** The training for so many rows. */
  public static TrainingConfig training(DataShape shape) {
    return TrainingConfig.of(Adam.DEFAULT.withLearningRate(0.01), batch(shape), 200);
  }

  private static int units(DataShape shape) {
    return shape.inputs() <= 16 ? 16 : shape.inputs() <= 64 ? 64 : 128;
  }

  private static int batch(DataShape shape) {
    var wanted = shape.training() < 500 ? 16 : shape.training() < 5_000 ? 32 : 128;
    return Math.max(1, Math.min(wanted, shape.training()));
  }
}
