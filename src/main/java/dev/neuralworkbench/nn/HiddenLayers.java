package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes of all hidden layers of a network at once. What is not changed stays as it is in the
 * first hidden layer.
 */
public final class HiddenLayers {

  private HiddenLayers() {}

  /** The units of each hidden layer that has weights. */
  public static List<Integer> units(NetworkDesign design) {
    return design.hiddenDense().stream().map(DenseDesign::units).toList();
  }

  /**
   * The same network with hidden layers of so many units, alike otherwise: tanh where there was no
   * layer.
   */
  public static NetworkDesign withUnits(NetworkDesign design, List<Integer> units) {
    var dense = design.hiddenDense();
    var first = dense.isEmpty() ? DenseDesign.of(1, Activation.TANH) : dense.getFirst();
    return with(design, units.stream().map(first::withUnits).toList(), dropout(design));
  }

  /** The rate of the first dropout; 0 for none. */
  public static double dropout(NetworkDesign design) {
    return design.hidden().stream()
        .filter(DropoutDesign.class::isInstance)
        .mapToDouble(it -> ((DropoutDesign) it).rate())
        .findFirst()
        .orElse(0);
  }

  /** The same network with dropout after every hidden layer; without any for a rate of 0. */
  public static NetworkDesign withDropout(NetworkDesign design, double rate) {
    return with(design, design.hiddenDense(), rate);
  }

  private static NetworkDesign with(NetworkDesign design, List<DenseDesign> dense, double dropout) {
    var hidden = new ArrayList<LayerDesign>();
    for (var layer : dense) {
      hidden.add(layer);
      if (dropout != 0) {
        hidden.add(new DropoutDesign(dropout));
      }
    }
    return design.withHidden(hidden);
  }

  /** The activation of the first hidden layer; tanh where there is none. */
  public static Activation activation(NetworkDesign design) {
    var dense = design.hiddenDense();
    return dense.isEmpty() ? Activation.TANH : dense.getFirst().activation();
  }

  /** The same network with another activation, and the first weights that suit it. */
  public static NetworkDesign withActivation(NetworkDesign design, Activation activation) {
    return changed(design, layer -> DenseDesign.of(layer.units(), activation));
  }

  /** The same network with other first weights, those of the output layer too. */
  public static NetworkDesign withInitializer(NetworkDesign design, Initializer initializer) {
    return changed(design, layer -> layer.withInitializer(initializer))
        .withOutputInitializer(initializer);
  }

  /** The same network with every hidden layer that has weights changed. */
  public static NetworkDesign changed(NetworkDesign design, UnaryOperator<DenseDesign> change) {
    return design.withHidden(
        design.hidden().stream()
            .map(layer -> layer instanceof DenseDesign dense ? change.apply(dense) : layer)
            .toList());
  }
}
