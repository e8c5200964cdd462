package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.train.TrainingConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a user chooses for a run. With the table and what was done during the run it
 * determines the result, to the last bit.
 */
public record Experiment(Preparation preparation, NetworkDesign network, TrainingConfig training) {

  /** Share of the heap that a run may take; the rest is for the table, the model and the window. */
  private static final double HEAP_SHARE = 0.7;

  private static final int MEGABYTE = 1_000_000;

  public Experiment withPreparation(Preparation preparation) {
    return new Experiment(preparation, network, training);
  }

  public Experiment withNetwork(NetworkDesign network) {
    return new Experiment(preparation, network, training);
  }

  public Experiment withTraining(TrainingConfig training) {
    return new Experiment(preparation, network, training);
  }

  /**
   * Everything that keeps a run from starting; empty if it can start. What depends on the prepared
   * rows is checked once the preparation is right.
   */
  public List<Problem> problems(Table table) {
    var problems = new ArrayList<>(preparation.problems(table));
    if (problems.isEmpty()) {
      var shape = DataShape.of(preparation, table);
      problems.addAll(network.problems(shape.inputs(), preparation.problemType(), shape.classes()));
      problems.addAll(trainingProblems(shape.training(), shape.units(), shape.validation()));
      if (problems.isEmpty()) {
        problems.addAll(memoryProblems(shape, Runtime.getRuntime().maxMemory()));
      }
    }
    return List.copyOf(problems);
  }

  /**
   * What is wrong with the training for so many rows. Where a share of the training rows is used, a
   * batch may be larger: it then has them all.
   *
   * @param trainingRows rows learned from
   * @param units what folds of them cannot part: the rows, or groups or stretches of time
   * @param validationRows rows held out for validation
   */
  public List<Problem> trainingProblems(int trainingRows, int units, int validationRows) {
    var batch = training.batchSize();
    var hasAll =
        preparation.split().usedShare() < 1
            && batch > trainingRows
            && TrainingConfig.BATCH_SIZE.contains(batch);
    return (hasAll ? training.withBatchSize(0) : training)
        .problems(trainingRows, units, validationRows);
  }

  /**
   * What keeps the run from fitting into memory.
   *
   * @param heap bytes that the program may use in all
   */
  public List<Problem> memoryProblems(DataShape shape, long heap) {
    var need = memoryNeed(shape);
    var available = (long) (HEAP_SHARE * heap);
    return need.bytes() <= available
        ? List.of()
        : List.of(
            Problem.of(
                "training.problem.memory",
                need.data() > need.network() ? "preparation.columns" : "network.hidden",
                available / MEGABYTE,
                need.bytes() / MEGABYTE));
  }

  /** Memory that a run will take. */
  public MemoryNeed memoryNeed(DataShape shape) {
    return MemoryNeed.of(network, training, shape, outputs(shape));
  }

  public int outputs(DataShape shape) {
    return network.loss().outputs(preparation.problemType(), shape.classes());
  }
}
