package dev.neuralworkbench.explain.diagnosis;

import java.util.List;

/**
 * How the layers of a network fare at one moment of a run.
 *
 * @param epochs epochs done by then
 * @param layers the dense layers from input to output
 */
public record Vitals(int epochs, List<Layer> layers) {

  public Vitals {
    layers = List.copyOf(layers);
  }

  /**
   * How a dense layer fares on some training rows. A number that does not exist is NaN.
   *
   * @param gradientNorm ‖∇‖: √Σg² over its weights and biases, of the mean loss without penalties
   * @param weightNorm ‖w‖: √Σw² over its weights and biases
   * @param stepRatio ‖Δw‖ / ‖w‖: how far the optimizer's next step on these rows would move the
   *     weights and biases, as a share of their own length
   * @param deadShare share of its units that answer 0 for every row; NaN unless it is of ReLUs
   * @param saturatedShare share of its units that are flat, {@link VitalsProbe#FLAT}, for nine in
   *     ten rows; NaN unless it is of sigmoids or tanhs
   */
  public record Layer(
      int units,
      double gradientNorm,
      double weightNorm,
      double stepRatio,
      double deadShare,
      double saturatedShare) {}
}
