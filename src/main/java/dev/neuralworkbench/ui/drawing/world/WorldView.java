package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.metrics.PrincipalComponents;

/** Where a world is looked at from. */
sealed interface WorldView {

  /** Along one input. */
  record Line(int x) implements WorldView {}

  /**
   * Over two inputs.
   *
   * @param x input along the horizontal axis
   * @param y input along the vertical axis
   * @param held where the other inputs are held
   */
  record Inputs(int x, int y, WorldGrid.Held held) implements WorldView {}

  /** Over the two directions in which the training rows differ most. */
  record Components(PrincipalComponents components) implements WorldView {}

  /**
   * At the weights of the first layer, as images.
   *
   * @param side pixels of an image from left to right
   */
  record Images(int side) implements WorldView {}
}
