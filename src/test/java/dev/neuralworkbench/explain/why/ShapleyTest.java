package dev.neuralworkbench.explain.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.why.Explanation.Contribution;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Shapley values of 100 random networks, beside NumPy's over all orders or coalitions. */
class ShapleyTest {

  private static final double CLOSE = 1e-8;

  @Test
  void bruteForceSaysTheSame() throws IOException {
    var cases = WrittenCase.all();
    assertEquals(100, cases.size());
    for (var i = 0; i < cases.size(); i++) {
      var of = cases.get(i);
      var explainer = new Explainer(of.model(), new PortableProducts(), of.background(), 1 + i % 3);
      var found = explainer.explain(of.row(), Progress.NONE).orElseThrow();
      var name = "network " + i;
      var scale = Math.max(1, Math.abs(of.number("output")));
      assertEquals(
          (int) of.number("class"),
          found.prediction() instanceof Prediction.OfClass it ? it.index() : -1,
          name);
      assertEquals(of.number("output"), found.output(), CLOSE * scale, name);
      assertEquals(of.number("base"), found.base(), CLOSE * scale, name);
      var expected = of.json().getAsJsonArray("contributions");
      assertEquals(expected.size(), found.contributions().size(), name);
      for (var column = 0; column < expected.size(); column++) {
        assertEquals(
            expected.get(column).getAsDouble(),
            found.contributions().get(column).amount(),
            CLOSE * scale,
            name + " column " + column);
      }
      var sum = found.contributions().stream().mapToDouble(Contribution::amount).sum();
      assertEquals(found.output(), found.base() + sum, 1e-12 * scale, name);
      assertTrue(found.others().isEmpty(), name);
    }
  }
}
