package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.ValueTargets;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/** A few rows, evenly from a data set, that stand for all of them. */
final class ProbeRows {

  private ProbeRows() {}

  /** At most so many rows. */
  static Dataset of(Dataset data, int most) {
    if (data.rows() <= most) {
      return data;
    }
    var rows = IntStream.range(0, most).map(i -> (int) ((long) i * data.rows() / most)).toArray();
    return some(data, rows);
  }

  /** No row of a data set. */
  static Dataset none(Dataset data) {
    return some(data, new int[0]);
  }

  private static Dataset some(Dataset data, int[] rows) {
    var targets =
        switch (data.targets()) {
          case ClassTargets all ->
              new ClassTargets(
                  IntStream.of(rows).map(row -> all.classes()[row]).toArray(), all.classCount());
          case ValueTargets(var all) -> new ValueTargets(pick(all, rows));
        };
    var sources = IntStream.of(rows).map(row -> data.sourceRows()[row]).toArray();
    return new Dataset(pick(data.inputs(), rows), targets, sources);
  }

  private static FMatrixRMaj pick(FMatrixRMaj from, int[] rows) {
    var columns = from.numCols;
    var picked = new FMatrixRMaj(rows.length, columns);
    for (var i = 0; i < rows.length; i++) {
      System.arraycopy(from.data, rows[i] * columns, picked.data, i * columns, columns);
    }
    return picked;
  }
}
