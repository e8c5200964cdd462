package dev.neuralworkbench.explain.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.workspace.TestModels;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nearest rows beside all rows sorted; iris has equal rows, so there are ties. */
class NearestRowsTest {

  @Test
  void allRowsSortedSayTheSame() {
    var document = Document.of(BundledSample.IRIS);
    var model = TestModels.untrained(document);
    var table = Objects.requireNonNull(document.data().table());
    var predictor = new ModelPredictor(model, new PortableProducts());
    var nearest = new NearestRows(model, predictor, table, Progress.NONE);
    var training = model.prepared(table).training().sourceRows();
    var inputs = model.preprocessor().encode(table, IntStream.range(0, table.rows()).toArray());
    var others = 0;
    for (var row = 0; row < table.rows(); row++) {
      var raw = RawRow.of(model.preprocessor(), table, row);
      var of = row;
      var sorted =
          IntStream.of(training)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      it ->
                          IntStream.range(0, inputs.numCols)
                              .mapToDouble(k -> (double) inputs.get(it, k) - inputs.get(of, k))
                              .map(d -> d * d)
                              .sum()))
              .limit(4)
              .map(it -> it + 1)
              .toList();
      var found = nearest.nearest(raw, 4);
      assertEquals(sorted, found.stream().map(NearestRows.Near::row).toList(), "row " + row);
      assertEquals(
          0, nearest.nearest(raw, 1).getFirst().distance(), contains(training, row) ? 0 : 9);
      var own = (Prediction.OfClass) predictor.predict(raw);
      for (var near : found) {
        assertEquals(table.named("species").text(near.row() - 1), near.truth());
        assertEquals(table.column(2).value(near.row() - 1), near.cells().number(2));
      }
      for (var other : nearest.nearestOther(raw, own)) {
        others++;
        assertNotEquals(own.index(), ((Prediction.OfClass) other.prediction()).index());
        assertEquals(
            predictor.predict(RawRow.of(model.preprocessor(), table, other.row() - 1)),
            other.prediction());
      }
    }
    assertTrue(others > 0);
  }

  private static boolean contains(int[] rows, int row) {
    return IntStream.of(rows).anyMatch(it -> it == row);
  }
}
