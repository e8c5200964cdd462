package dev.neuralworkbench.explain.diagnosis;

import java.util.List;

/**
 * How the layers of a network fare at one moment of a run.
 *
 * @param epochs epochs done by then
 * @param layers the dense layers from input to output
 */
public record Vitals(int epochs, List<LayerVitals> layers) {

  public Vitals {
    layers = List.copyOf(layers);
  }
}
