package dev.neuralworkbench.explain;

import dev.neuralworkbench.nn.Activation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that keeps a run from learning well, with the numbers that show it. */
public sealed interface Diagnosis {

  /** Name of its kind: the key of its sentence in the message bundles is {@code diagnosis.ID}. */
  String id();

  /** The numbers of its sentence, in order. */
  List<Object> evidence();

  /** A change that may help; null where there is none to offer. */
  @Nullable Remedy remedy();

  /** Whether the weights are spoilt, so that the change helps from new ones only. */
  default boolean weightsAreSpoilt() {
    return false;
  }

  /**
   * The loss grew beyond all numbers.
   *
   * @param epochs epochs done by then
   * @param learningRate the rate
   */
  record Diverged(int epochs, double learningRate) implements Diagnosis {
    @Override
    public String id() {
      return "diverged";
    }

    @Override
    public List<Object> evidence() {
      return List.of(epochs, learningRate);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(learningRate / 10);
    }
  }

  /**
   * Inputs differ much in size, or are large.
   *
   * @param smallest size of the smallest prepared input, √mean(x²)
   * @param largest size of the largest
   */
  record InputsNotScaled(double smallest, double largest) implements Diagnosis {
    @Override
    public String id() {
      return "inputsNotScaled";
    }

    @Override
    public List<Object> evidence() {
      return List.of(smallest, largest);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Standardize();
    }
  }

  /**
   * ReLU units answer 0 for every row, so they learn nothing any more.
   *
   * @param layer the layer, counted from 1
   * @param share share of its units
   * @param epochs epochs done when it was measured
   */
  record DeadUnits(int layer, double share, int epochs) implements Diagnosis {
    @Override
    public String id() {
      return "deadUnits";
    }

    @Override
    public List<Object> evidence() {
      return List.of(layer, new Share(share), epochs);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Activations(Activation.RELU, Activation.LEAKY_RELU);
    }
  }

  /**
   * Units are on the flat ends of their curve for nearly every row, so they hardly learn.
   *
   * @param layer the layer, counted from 1
   * @param share share of its units
   * @param epochs epochs done when it was measured
   * @param activation their activation
   */
  record Saturated(int layer, double share, int epochs, Activation activation)
      implements Diagnosis {
    @Override
    public String id() {
      return "saturated";
    }

    @Override
    public List<Object> evidence() {
      return List.of(layer, new Share(share), epochs);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Activations(activation, Activation.RELU);
    }
  }

  /**
   * The gradient fades on its way back to the first layer.
   *
   * @param first length of the gradient of the first layer
   * @param last that of the output layer
   * @param activation activation of the first layer
   */
  record VanishingGradient(double first, double last, Activation activation) implements Diagnosis {
    @Override
    public String id() {
      return "vanishingGradient";
    }

    @Override
    public List<Object> evidence() {
      return List.of(first, last);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Activations(activation, Activation.RELU);
    }
  }

  /**
   * The loss jumps about, or is above that of a constant answer.
   *
   * @param learningRate the rate
   * @param loss mean training loss of the last epochs
   * @param constant loss of the best answer that looks at no input
   */
  record RateTooHigh(double learningRate, double loss, double constant) implements Diagnosis {
    @Override
    public String id() {
      return "rateTooHigh";
    }

    @Override
    public List<Object> evidence() {
      return List.of(learningRate, loss, constant);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(learningRate / 10);
    }
  }

  /**
   * The loss falls in a straight line, and has not come far.
   *
   * @param learningRate the rate
   * @param first training loss of the first epoch
   * @param last that of the last
   */
  record RateTooLow(double learningRate, double first, double last) implements Diagnosis {
    @Override
    public String id() {
      return "rateTooLow";
    }

    @Override
    public List<Object> evidence() {
      return List.of(learningRate, first, last);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(learningRate * 10);
    }
  }

  /**
   * The training rows are learned by heart: the validation loss rises while the training loss
   * falls.
   *
   * @param since epoch of the best validation loss, counted from 1
   * @param best that loss
   * @param validation the validation loss of the last epochs
   * @param training the training loss of the last epochs
   */
  record Overfitting(int since, double best, double validation, double training)
      implements Diagnosis {
    @Override
    public String id() {
      return "overfitting";
    }

    @Override
    public List<Object> evidence() {
      return List.of(since, best, validation, training);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.StopEarly();
    }
  }

  /**
   * The nearest other training rows answer a row better than the network does.
   *
   * @param score accuracy or R² of the network on its training rows
   * @param neighbours that of the five nearest other rows
   */
  record ModelTooSmall(double score, double neighbours) implements Diagnosis {
    @Override
    public String id() {
      return "modelTooSmall";
    }

    @Override
    public List<Object> evidence() {
      return List.of(score, neighbours);
    }

    @Override
    public Remedy remedy() {
      return new Remedy.Larger();
    }
  }

  /**
   * The loss has stood still, near that of a constant answer.
   *
   * @param since epoch since which it has not become better, counted from 1
   * @param loss mean training loss of the last epochs
   * @param constant loss of the best answer that looks at no input
   * @param zeroWeights whether a hidden layer or the one after it started with weights of 0
   */
  record Plateau(int since, double loss, double constant, boolean zeroWeights)
      implements Diagnosis {
    @Override
    public String id() {
      return "plateau";
    }

    @Override
    public List<Object> evidence() {
      return List.of(since, loss, constant);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return zeroWeights ? new Remedy.StartingWeights() : new Remedy.AdamWithNewSeed();
    }
  }

  /**
   * A class is rare: hits alone say little.
   *
   * @param rarest its share of the training rows
   * @param commonest share of the most frequent class
   * @param stratified whether every part of the rows has its share of each class
   */
  record ClassesUnbalanced(double rarest, double commonest, boolean stratified)
      implements Diagnosis {
    @Override
    public String id() {
      return "classesUnbalanced";
    }

    @Override
    public List<Object> evidence() {
      return List.of(new Share(rarest), new Share(commonest));
    }

    @Override
    public @Nullable Remedy remedy() {
      return stratified ? null : new Remedy.Stratify();
    }
  }
}
