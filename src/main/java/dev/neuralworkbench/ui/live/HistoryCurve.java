package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.Curve;
import java.util.function.IntToDoubleFunction;

/** One number of each epoch as a curve over the epochs, counted from 1 as people do. */
record HistoryCurve(TrainingHistory history, IntToDoubleFunction number) implements Curve {

  @Override
  public int length() {
    return history.epochs();
  }

  @Override
  public double x(int index) {
    return index + 1.0;
  }

  @Override
  public double y(int index) {
    return number.applyAsDouble(index);
  }
}
