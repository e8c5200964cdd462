package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import java.util.stream.IntStream;

/** A few rows, evenly from a data set, that stand for all of them. */
final class ProbeRows {

  private ProbeRows() {}

  static Dataset of(Dataset data, int most) {
    if (data.rows() <= most) {
      return data;
    }
    var rows = IntStream.range(0, most).map(i -> (int) ((long) i * data.rows() / most)).toArray();
    return data.some(rows);
  }
}
