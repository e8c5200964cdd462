package dev.neuralworkbench.ui.chart.plane;

import java.util.List;

/**
 * Numbers from −1 to 1 for each pair of some things.
 *
 * @param values row by row; NaN where there is none
 */
public record SignedMatrix(String meaning, List<String> names, List<Double> values) {

  public SignedMatrix {
    names = List.copyOf(names);
    values = List.copyOf(values);
    if (values.size() != names.size() * names.size()) {
      throw new IllegalArgumentException(
          "expected a number for each pair of " + names.size() + ", received " + values.size());
    }
  }

  public int size() {
    return names.size();
  }

  public double value(int row, int column) {
    return values.get(row * size() + column);
  }
}
