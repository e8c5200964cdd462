package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network as a user designs it. The data fix the number of inputs, the problem type and the loss
 * fix the number of outputs; without hidden layers it is linear, logistic or softmax regression.
 *
 * @param hidden hidden layers from input to output; none is allowed
 * @param outputActivation activation of the output layer; {@link Activation#IDENTITY} under a loss
 *     that owns its output function
 * @param outputInitializer how the weights of the output layer start
 * @param loss what training makes small
 * @param labelSmoothing α, the share of each target that training spreads evenly over the classes,
 *     in {@link #LABEL_SMOOTHING}; under a cross-entropy alone; null for none
 */
public record NetworkDesign(
    List<LayerDesign> hidden,
    Activation outputActivation,
    Initializer outputInitializer,
    Loss loss,
    @Nullable Double labelSmoothing) {

  /** Allowed number of hidden layers: 256 with the output layer, as a model file holds. */
  public static final Range HIDDEN_LAYERS = Range.whole(0, 255);

  /** Allowed number of weights and biases: what can be trained can be saved and opened again. */
  public static final Range PARAMETERS = Range.whole(1, 20_000_000);

  /** Allowed shares of a target that are spread over the classes. */
  public static final Range LABEL_SMOOTHING = Range.below(0, 1);

  /** Copies the list; a share of 0 is none. */
  public NetworkDesign {
    hidden = List.copyOf(hidden);
    labelSmoothing = labelSmoothing != null && labelSmoothing == 0 ? null : labelSmoothing;
  }

  /** A network with a plain output layer, identity and Glorot, whose training smooths no labels. */
  public static NetworkDesign of(Loss loss, LayerDesign... hidden) {
    return new NetworkDesign(
        List.of(hidden), Activation.IDENTITY, Initializer.GLOROT_UNIFORM, loss, null);
  }

  public NetworkDesign withHidden(List<? extends LayerDesign> hidden) {
    return new NetworkDesign(
        List.copyOf(hidden), outputActivation, outputInitializer, loss, labelSmoothing);
  }

  public NetworkDesign withHidden(int index, LayerDesign layer) {
    var changed = new ArrayList<>(hidden);
    changed.set(index, layer);
    return withHidden(changed);
  }

  public NetworkDesign withOutputActivation(Activation outputActivation) {
    return new NetworkDesign(hidden, outputActivation, outputInitializer, loss, labelSmoothing);
  }

  public NetworkDesign withOutputInitializer(Initializer outputInitializer) {
    return new NetworkDesign(hidden, outputActivation, outputInitializer, loss, labelSmoothing);
  }

  /**
   * The same network with another loss; one that owns its output function gets identity, and
   * another one no smoothed labels.
   */
  public NetworkDesign withLoss(Loss loss) {
    var activation = loss.ownsOutputFunction() ? Activation.IDENTITY : outputActivation;
    var smoothing = loss.ownsOutputFunction() ? labelSmoothing : null;
    return new NetworkDesign(hidden, activation, outputInitializer, loss, smoothing);
  }

  /** The share of each target that training spreads over the classes; 0 for none. */
  public double smoothing() {
    return labelSmoothing == null ? 0 : labelSmoothing;
  }

  /** All layers in order: the hidden ones, then the output layer with so many units. */
  public List<LayerDesign> layers(int outputs) {
    var layers = new ArrayList<>(hidden);
    layers.add(new DenseDesign(outputs, outputActivation, outputInitializer));
    return List.copyOf(layers);
  }

  /** The hidden layers that have weights. */
  public List<DenseDesign> hiddenDense() {
    return dense(hidden);
  }

  /** All layers that have weights, the output layer with so many units the last. */
  public List<DenseDesign> dense(int outputs) {
    return dense(layers(outputs));
  }

  private static List<DenseDesign> dense(List<LayerDesign> layers) {
    return layers.stream()
        .filter(DenseDesign.class::isInstance)
        .map(DenseDesign.class::cast)
        .toList();
  }

  /** Number of weights and biases: Σ (inputs + 1) · units over dense layers. */
  public long parameterCount(int inputs, int outputs) {
    long count = 0;
    long width = inputs;
    for (var layer : dense(outputs)) {
      count += (width + 1) * layer.units();
      width = layer.units();
    }
    return count;
  }

  /**
   * Everything that is wrong with this network for such data; empty if it can be trained.
   *
   * @param inputs number of prepared inputs
   * @param classes number of classes; ignored for regression
   */
  public List<Problem> problems(int inputs, ProblemType problem, int classes) {
    var problems = new ArrayList<Problem>();
    if (inputs < 1) {
      problems.add(Problem.of("network.problem.noInputs", "network", 1, inputs));
    }
    if (!HIDDEN_LAYERS.contains(hidden.size())) {
      problems.add(
          Problem.of(
              "network.problem.tooManyLayers",
              "network.hidden",
              (long) HIDDEN_LAYERS.most(),
              hidden.size()));
    }
    for (var i = 0; i < hidden.size(); i++) {
      problems.addAll(hidden.get(i).problems("network.hidden[" + i + "]"));
    }
    problems.addAll(lossProblems(problem, classes));
    var parameters = parameterCount(inputs, loss.outputs(problem, classes));
    if (parameters > PARAMETERS.most()) {
      problems.add(
          Problem.of(
              "network.problem.tooManyParameters",
              "network.hidden",
              (long) PARAMETERS.most(),
              parameters));
    }
    return List.copyOf(problems);
  }

  private List<Problem> lossProblems(ProblemType problem, int classes) {
    var problems = new ArrayList<Problem>();
    if (!loss.fits(problem, classes)) {
      var key =
          switch (problem) {
            case REGRESSION -> "network.problem.lossNeedsClasses";
            case CLASSIFICATION ->
                loss == Loss.BINARY_CROSS_ENTROPY
                    ? "network.problem.lossNeedsTwoClasses"
                    : "network.problem.lossNeedsNumber";
          };
      problems.add(Problem.of(key, "network.loss", 2, classes));
    }
    if (loss.ownsOutputFunction() && outputActivation != Activation.IDENTITY) {
      problems.add(
          Problem.of(
              "network.problem.outputActivation",
              "network.outputActivation",
              Ids.of(Activation.IDENTITY),
              Ids.of(outputActivation)));
    }
    problems.addAll(LABEL_SMOOTHING.problems("network.labelSmoothing", smoothing()));
    if (smoothing() > 0 && !loss.ownsOutputFunction()) {
      problems.add(
          Problem.of(
              "network.problem.smoothingNeedsCrossEntropy",
              "network.labelSmoothing",
              0,
              smoothing()));
    }
    return problems;
  }
}
