package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import java.util.stream.Stream;

/**
 * Small networks with given weights, to be worked out by hand in a lecture: the numbers of each are
 * printed elsewhere, so that a class can compare. Their loss is the squared error without the
 * textbooks' ½, which makes every gradient twice as large: half their learning rate takes the same
 * step. The first row is the printed one; a second one, of ours, has another target, so that there
 * is something to learn.
 */
@SuppressWarnings("ImmutableEnumChecker") // Nothing of it is changed or handed out.
public enum WorkedNetwork {
  /**
   * 2-2-1 with sigmoids: inputs 0.05 and 0.10, target 0.01, rate 0.25. Weights and first output of
   * M. Mazur, <i>A Step by Step Backpropagation Example</i> (2015), there with ½ and a rate of 0.5.
   */
  TWO_TWO_ONE(
      Activation.SIGMOID,
      Activation.SIGMOID,
      0.25,
      new double[][] {{0.05, 0.1, 0.01}, {0.1, 0.05, 0.99}},
      layer(new float[][] {{0.15f, 0.25f}, {0.2f, 0.3f}}, 0.35f, 0.35f),
      layer(new float[][] {{0.4f}, {0.45f}}, 0.6f)),
  /**
   * 3-2-1 with sigmoids: inputs 1, 0 and 1, target 1, rate 0.45. Example 9.1 of J. Han, M. Kamber
   * and J. Pei, <i>Data Mining: Concepts and Techniques</i> (3rd edition, 2012), there with ½ and a
   * rate of 0.9.
   */
  THREE_TWO_ONE(
      Activation.SIGMOID,
      Activation.SIGMOID,
      0.45,
      new double[][] {{1, 0, 1, 1}, {0, 1, 0, 0}},
      layer(new float[][] {{0.2f, -0.3f}, {0.4f, 0.1f}, {-0.5f, 0.2f}}, -0.4f, 0.2f),
      layer(new float[][] {{-0.3f}, {-0.2f}}, 0.1f)),
  /**
   * Exclusive or, solved by two ReLU: no row has an error, so that no weight changes. Section 6.1
   * of I. Goodfellow, Y. Bengio and A. Courville, <i>Deep Learning</i> (2016).
   */
  SOLVED_XOR(
      Activation.RELU,
      Activation.IDENTITY,
      0.1,
      new double[][] {{0, 0, 0}, {0, 1, 1}, {1, 0, 1}, {1, 1, 0}},
      layer(new float[][] {{1, 1}, {1, 1}}, 0, -1),
      layer(new float[][] {{1}, {-2}}, 0));

  private final Activation hidden;
  private final Activation output;
  private final double rate;

  private final double[][] rows;

  private final NetworkWeights weights;

  WorkedNetwork(
      Activation hidden,
      Activation output,
      double rate,
      double[][] rows,
      LayerWeights first,
      LayerWeights second) {
    this.hidden = hidden;
    this.output = output;
    this.rate = rate;
    this.rows = rows;
    weights = new NetworkWeights(List.of(first, second));
  }

  private static LayerWeights layer(float[][] rows, float... bias) {
    return LayerWeights.ofRows(bias.length, List.of(rows), bias);
  }

  public String id() {
    return Ids.of(this);
  }

  public String nameKey() {
    return "worked." + id();
  }

  /** Its table with its choices and weights, before the first step. */
  public Document document(String name) {
    var table = table(name);
    var last = table.columns().size() - 1;
    var preparation =
        Preparation.defaults(table)
            .withKind(last, ColumnKind.NUMBER)
            .withScaling(Scaling.NONE)
            .withSplit(Split.NONE);
    var units = weights.layer(0).units();
    var network =
        NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(units, hidden))
            .withOutputActivation(output);
    var training = TrainingConfig.of(Sgd.DEFAULT.withLearningRate(rate), 1, 100);
    var experiment = new Experiment(preparation, network, training);
    var preprocessor = PreparedData.of(preparation, table).preprocessor();
    return new Document(
        DataReference.ofTyped(table),
        experiment,
        new Model(experiment, preprocessor, weights, new TrainingHistory(), null));
  }

  private Table table(String name) {
    var inputs = rows[0].length - 1;
    var columns = new NumberColumn[inputs + 1];
    for (var i = 0; i <= inputs; i++) {
      var column = i;
      var values = Stream.of(rows).mapToDouble(row -> row[column]).toArray();
      columns[i] = NumberColumn.of(i < inputs ? "x" + (i + 1) : "y", values);
    }
    return Table.of(name, columns);
  }
}
