package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.nn.function.Activation;
import java.util.List;

/** What the units and gradients of the layers tell. */
public sealed interface LayerDiagnosis extends Diagnosis {

  /**
   * ReLU units answer 0 for every row, so they learn nothing any more.
   *
   * @param layer the layer, counted from 1
   * @param share share of its units
   * @param epochs epochs done when it was measured
   */
  record DeadUnits(int layer, double share, int epochs) implements LayerDiagnosis {
    @Override
    public String id() {
      return "deadUnits";
    }

    @Override
    public List<Object> evidence() {
      return List.of(layer, new Percentage(share), epochs);
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
   * ReLU units answer 0 for every row, and steps as long as these throw units there.
   *
   * @param layer the layer, counted from 1
   * @param share share of its units
   * @param epochs epochs done when it was measured
   * @param learningRate the rate
   * @param lower a rate to try
   */
  record KilledUnits(int layer, double share, int epochs, double learningRate, double lower)
      implements LayerDiagnosis {
    @Override
    public String id() {
      return "killedUnits";
    }

    @Override
    public List<Object> evidence() {
      return List.of(layer, new Percentage(share), epochs, learningRate);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }

    @Override
    public Remedy remedy() {
      return new Remedy.LearningRate(lower);
    }
  }

  /**
   * Units are on the flat ends of their curve for nearly every row, so they hardly learn.
   *
   * @param layer the layer, counted from 1
   * @param share share of its units
   * @param epochs epochs done when it was measured
   * @param remedy what may help, by what threw them there
   */
  record Saturated(int layer, double share, int epochs, Remedy remedy) implements LayerDiagnosis {
    @Override
    public String id() {
      return "saturated";
    }

    @Override
    public List<Object> evidence() {
      return List.of(layer, new Percentage(share), epochs);
    }

    @Override
    public boolean weightsAreSpoilt() {
      return true;
    }
  }

  /**
   * The gradient fades on its way back to the first layer.
   *
   * @param first length of the gradient of the first layer
   * @param last that of the output layer
   * @param activation activation of the first layer
   */
  record VanishingGradient(double first, double last, Activation activation)
      implements LayerDiagnosis {
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
}
