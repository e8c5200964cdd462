package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Networks with their training that a course begins with, chosen as one. A preset is a rule from
 * problem type and shape, like {@link Defaults}, and leaves the preparation as it is.
 *
 * <p>A file is opened with {@link #RECOMMENDED}; a sample with the preset of its lesson, {@link
 * #of(Sample)}, because one table may stand for two lessons: the textbook's logistic regression,
 * which must fail on its rows, and the textbook's network, which must not. No preset but the
 * recommended one has a penalty or a mean of weights: a lesson shows what they do by adding them.
 */
@SuppressWarnings("ImmutableEnumChecker") // Functions of a shape have no state.
public enum Preset {
  /** The choices of {@link Defaults}; on few rows, such as XOR's, their rule for few rows. */
  RECOMMENDED((_, _) -> true, Defaults::network, Defaults::training),
  /** The recommended network, trained without penalty and mean of weights. */
  PLAIN((_, shape) -> !Defaults.hasFewRows(shape), Defaults::network, Defaults::plain),
  /**
   * No hidden layer, for a number, by gradient descent at a rate of 1/(2 · inputs), at most 0.1.
   */
  LINEAR_REGRESSION(
      (problem, _) -> problem == ProblemType.REGRESSION,
      (problem, shape) -> usual(problem, shape),
      shape -> gradientDescent(shape, 0.1, 0.5)),
  /** No hidden layer, for two classes, by gradient descent at a rate of 4/inputs, at most 0.5. */
  LOGISTIC_REGRESSION(
      (problem, shape) -> problem == ProblemType.CLASSIFICATION && shape.classes() <= 2,
      (problem, shape) -> usual(problem, shape),
      shape -> gradientDescent(shape, 0.5, 4)),
  /** No hidden layer, for more classes, by gradient descent at a rate of 2/inputs, at most 0.5. */
  SOFTMAX_REGRESSION(
      (problem, shape) -> problem == ProblemType.CLASSIFICATION && shape.classes() > 2,
      (problem, shape) -> usual(problem, shape),
      shape -> gradientDescent(shape, 0.5, 2)),
  /**
   * One hidden layer of 4 tanh units, which a drawing shows whole, with output weights of the usual
   * size.
   */
  SMALL_NETWORK(
      (_, _) -> true,
      (problem, shape) -> usual(problem, shape, DenseDesign.of(4, Activation.TANH)),
      shape ->
          Defaults.hasFewRows(shape)
              ? Defaults.plain(shape)
              : Defaults.plain(shape).withLearningRate(0.03)),
  /**
   * Two hidden layers of 32 ReLU units, for borders with many turns. Trained half as long again as
   * is recommended and without early stopping, since such a border shows late.
   */
  TWO_LAYERS(
      (_, shape) -> !Defaults.hasFewRows(shape),
      (problem, shape) ->
          usual(
              problem,
              shape,
              DenseDesign.of(32, Activation.RELU),
              DenseDesign.of(32, Activation.RELU)),
      shape -> {
        var training = Defaults.plain(shape);
        return training.withStopping(Stopping.after(training.stopping().epochs() * 3 / 2));
      }),
  /** The textbook's network for few rows: 5 ReLU units, SGD row by row at 0.1, 2,000 epochs. */
  TEXTBOOK_NETWORK(
      (problem, shape) -> problem == ProblemType.CLASSIFICATION && Defaults.hasFewRows(shape),
      (problem, shape) -> usual(problem, shape, DenseDesign.of(5, Activation.RELU)),
      _ -> TrainingConfig.of(Sgd.DEFAULT, 1, 2_000));

  private final BiPredicate<ProblemType, DataShape> fits;

  private final BiFunction<ProblemType, DataShape, NetworkDesign> network;

  private final Function<DataShape, TrainingConfig> training;

  Preset(
      BiPredicate<ProblemType, DataShape> fits,
      BiFunction<ProblemType, DataShape, NetworkDesign> network,
      Function<DataShape, TrainingConfig> training) {
    this.fits = fits;
    this.network = network;
    this.training = training;
  }

  /** The presets that fit such data, the recommended one first. */
  public static List<Preset> fitting(ProblemType problem, DataShape shape) {
    return Stream.of(values()).filter(preset -> preset.fits(problem, shape)).toList();
  }

  /** The preset whose choices an experiment has, whatever its preparation and seed, if any. */
  public static Optional<Preset> chosen(Experiment experiment, DataShape shape) {
    var problem = experiment.preparation().problemType();
    return fitting(problem, shape).stream()
        .filter(preset -> preset.change(experiment, shape).equals(experiment))
        .findFirst();
  }

  /**
   * What data that are prepared in a given way begin with, in the window and on the command line: a
   * sample with the preset of its lesson, or with one alike, other data with the recommended one.
   */
  public static Experiment experiment(DataReference data, Preparation preparation, Table table) {
    var experiment = Defaults.experiment(preparation, table);
    if (!preparation.problems(table).isEmpty()) {
      return experiment;
    }
    var shape = DataShape.of(preparation, table);
    return data.source()
        .knownSample()
        .map(it -> of(it).orAlike(preparation.problemType(), shape).change(experiment, shape))
        .orElse(experiment);
  }

  /** How the rows of data are held out at first: of a sample that teaches, as by the textbook. */
  public static Preparation divided(DataReference data, Preparation preparation) {
    var isTaught = data.source().knownSample().filter(Sample::teaches).isPresent();
    return isTaught && !preparation.split().equals(Split.NONE)
        ? preparation.withSplit(Split.DEFAULT)
        : preparation;
  }

  /** The preset a sample is opened with: that of its lesson, otherwise {@link #RECOMMENDED}. */
  public static Preset of(Sample sample) {
    return switch (sample) {
      case GeneratedSample recipe -> recipe.kind() == SampleKind.SPIRAL ? TWO_LAYERS : PLAIN;
      case BundledSample bundled ->
          switch (bundled) {
            case TEXTBOOK_LINEAR -> LINEAR_REGRESSION;
            case TEXTBOOK_LOGISTIC -> LOGISTIC_REGRESSION;
            case TEXTBOOK_NETWORK -> TEXTBOOK_NETWORK;
            case IRIS, DIGITS -> PLAIN;
            case XOR, WINE, BREAST_CANCER, DIABETES -> RECOMMENDED;
          };
    };
  }

  /**
   * This preset where it fits such data; otherwise, of one without hidden layers, the regression
   * that does, and of any other the recommended one.
   */
  public Preset orAlike(ProblemType problem, DataShape shape) {
    return fits(problem, shape)
        ? this
        : Stream.of(LINEAR_REGRESSION, LOGISTIC_REGRESSION, SOFTMAX_REGRESSION)
            .filter(it -> network(problem, shape).hidden().isEmpty() && it.fits(problem, shape))
            .findFirst()
            .orElse(RECOMMENDED);
  }

  public boolean fits(ProblemType problem, DataShape shape) {
    return fits.test(problem, shape);
  }

  public TrainingConfig training(DataShape shape) {
    return training.apply(shape);
  }

  /** The network, with the usual loss. */
  public NetworkDesign network(ProblemType problem, DataShape shape) {
    return network.apply(problem, shape);
  }

  private static NetworkDesign usual(ProblemType problem, DataShape shape, LayerDesign... hidden) {
    return NetworkDesign.of(Loss.usual(problem, shape.classes()), hidden);
  }

  /**
   * The experiment with this preset's network and training; its preparation and seed stay.
   *
   * @param shape the shape that the preparation gives its table
   */
  public Experiment change(Experiment experiment, DataShape shape) {
    var problem = experiment.preparation().problemType();
    return experiment
        .withNetwork(network(problem, shape))
        .withTraining(training(shape).withSeed(experiment.training().seed()));
  }

  /** Name in files and on the command line: {@code small_network}. */
  public String id() {
    return Ids.of(this);
  }

  /**
   * Gradient descent over all rows at once, or, from the number on at which an epoch has many
   * steps, over batches. The rate keeps it stable: standardized inputs and the bias have second
   * derivatives whose sum is 2 · (inputs + 1) for squared error, a quarter of inputs + 1 for binary
   * and at most half of it for categorical cross-entropy, and descent is stable below 2 / the
   * largest.
   */
  private static TrainingConfig gradientDescent(DataShape shape, double most, double perInput) {
    var rate = Defaults.oneDigit(Math.min(most, perInput / shape.inputs()));
    var sgd = Sgd.DEFAULT.withLearningRate(rate);
    return Defaults.hasManyRows(shape)
        ? TrainingConfig.of(sgd, Defaults.batchSize(shape), 50)
        : TrainingConfig.of(sgd, 0, 500);
  }
}
