package dev.neuralworkbench.bench;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * A training of fixed size: classes, softmax and cross-entropy, shuffled every epoch. The small
 * ones train on the samples of their names, inputs at mean 0 and spread 1. The large ones stand for
 * sets of images that are not part of the program: their rows are made up, points around one centre
 * a class, since speed depends on shapes and not on what the numbers mean.
 *
 * @param name what it is called on the command line
 * @param rows training rows
 * @param inputs inputs of the network
 * @param hidden units of the hidden layers
 * @param classes classes of the target
 * @param batch rows of a batch
 * @param epochs epochs of a run
 * @param activation of the hidden layers
 * @param optimizer the rule that changes the weights
 */
public record Workload(
    String name,
    int rows,
    int inputs,
    List<Integer> hidden,
    int classes,
    int batch,
    int epochs,
    Activation activation,
    OptimizerConfig optimizer) {

  /** Wide rows have many numbers to tell classes by, so each may tell little. */
  private static final float SPREAD = 3;

  private static final OptimizerConfig MOMENTUM = new Sgd(0.01, 0.9, false);

  /** The workloads that other programs are compared on. */
  public static final List<Workload> ALL =
      List.of(
          of("spiral", 500, 2, List.of(8, 8), 2, 10, 50),
          of("iris", 150, 4, List.of(10), 3, 16, 200),
          of("digits", 1_797, 64, List.of(100), 10, 64, 20),
          of("mnist", 20_000, 784, List.of(128), 10, 128, 2),
          of("wide", 10_000, 784, List.of(512, 512), 10, 128, 2));

  public Workload {
    hidden = List.copyOf(hidden);
  }

  private static Workload of(
      String name, int rows, int inputs, List<Integer> hidden, int classes, int batch, int epochs) {
    return new Workload(
        name, rows, inputs, hidden, classes, batch, epochs, Activation.RELU, MOMENTUM);
  }

  /** The workload of that name; empty if there is none. */
  public static Optional<Workload> named(String name) {
    return ALL.stream().filter(workload -> workload.name.equals(name)).findFirst();
  }

  /** Rows that pass through the network in a run. */
  public long samples() {
    return (long) rows * epochs;
  }

  /** Additions and multiplications of a run's products; the first layer has no input gradient. */
  public double operations() {
    var weights = 0.0;
    var width = inputs;
    for (var units : hidden) {
      weights += (double) width * units;
      width = units;
    }
    weights += (double) width * classes;
    return 2.0 * samples() * (3 * weights - (double) inputs * hidden.getFirst());
  }

  public NetworkDesign design() {
    return NetworkDesign.of(
        Loss.CATEGORICAL_CROSS_ENTROPY,
        hidden.stream()
            .map(units -> DenseDesign.of(units, activation))
            .toArray(LayerDesign[]::new));
  }

  public TrainingConfig training() {
    return TrainingConfig.of(optimizer, batch, epochs);
  }

  /** The rows, the same every time. */
  public Dataset data() {
    return Sample.named(name.split("-", 2)[0])
        .map(Workload::sampleRows)
        .orElseGet(this::madeUpRows);
  }

  private static Dataset sampleRows(Sample sample) {
    var table = sample.table();
    var all = Preparation.defaults(table).withSplit(new Split(0, 0, false, 0));
    return PreparedData.of(all, table).training();
  }

  private Dataset madeUpRows() {
    var random = RandomSource.of(1, Purpose.GENERATED_DATA);
    var centres = new float[classes * inputs];
    for (var i = 0; i < centres.length; i++) {
      centres[i] = (float) random.nextGaussian();
    }
    var values = new FMatrixRMaj(rows, inputs);
    var targets = new int[rows];
    for (var row = 0; row < rows; row++) {
      targets[row] = row % classes;
      for (var input = 0; input < inputs; input++) {
        values.data[row * inputs + input] =
            centres[targets[row] * inputs + input] + SPREAD * (float) random.nextGaussian();
      }
    }
    return new Dataset(
        values, new ClassTargets(targets, classes), IntStream.range(0, rows).toArray());
  }

  /** No rows, of the same kind. */
  public Dataset none() {
    return new Dataset(
        new FMatrixRMaj(0, inputs), new ClassTargets(new int[0], classes), new int[0]);
  }

  public static List<String> names() {
    return ALL.stream().map(Workload::name).toList();
  }
}
