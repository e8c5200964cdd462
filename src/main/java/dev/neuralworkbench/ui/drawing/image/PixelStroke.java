package dev.neuralworkbench.ui.drawing.image;

/** Told of the places that are drawn over. */
@FunctionalInterface
public interface PixelStroke {

  /**
   * A place is drawn over.
   *
   * @param column from the left, in pixels of the image
   * @param row from the top
   * @param wipes whether it is wiped out
   */
  void at(double column, double row, boolean wipes);
}
