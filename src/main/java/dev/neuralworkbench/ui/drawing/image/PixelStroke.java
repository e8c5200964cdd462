package dev.neuralworkbench.ui.drawing.image;

/** Told of the pixels that are drawn over. */
@FunctionalInterface
public interface PixelStroke {

  /**
   * A pixel is drawn over.
   *
   * @param pixel from 0 on, row by row from the upper left
   * @param wipes whether it is wiped out
   */
  void at(int pixel, boolean wipes);
}
