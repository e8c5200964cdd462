package dev.neuralworkbench.explain.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The smallest change that flips, beside trying every value one by one. */
class FlipTest {

  /** Training values go from −3 to 3 in every case, so a step is 0.01. */
  private static final int STEPS = 300;

  @Test
  void everyValueTriedOneByOneSaysTheSame() throws IOException {
    var found = new int[2];
    for (var of : WrittenCase.all()) {
      compare(of, found);
    }
    assertTrue(found[0] >= 20, found[0] + " flips");
    assertTrue(found[1] >= 2, found[1] + " of categories");
  }

  @Test
  void aThresholdDecidesWhatFlips() throws IOException {
    var found = new int[2];
    for (var of : WrittenCase.all()) {
      if (of.model().classes() == 2) {
        var decided = of.model().withDecision(new Decision.Threshold(1, 0.8));
        compare(new WrittenCase(of.json(), decided), found);
      }
    }
    assertTrue(found[0] >= 5, found[0] + " flips");
  }

  /** Compares, and counts what was found: all, and those of a category. */
  private static void compare(WrittenCase of, int[] counts) {
    var predictor = new ModelPredictor(of.model(), new PortableProducts());
    if (!(predictor.predict(of.row()) instanceof Prediction.OfClass before)) {
      return;
    }
    var explainer = new Explainer(of.model(), new PortableProducts(), of.background(), 1);
    var explained = explainer.explain(of.row(), Progress.NONE).orElseThrow();
    var found = Flip.find(explainer, of.row(), explained, Progress.NONE);
    var least = least(of, predictor, before.index());
    assertEquals(least, found.map(Flip::share).orElse(Double.POSITIVE_INFINITY), 1e-12);
    found.ifPresent(it -> assertNotEquals(before.index(), it.prediction().index()));
    counts[0] += found.isPresent() ? 1 : 0;
    counts[1] += found.isPresent() && found.get().share() == 1 ? 1 : 0;
  }

  private static double least(WrittenCase of, ModelPredictor predictor, int before) {
    var row = of.row();
    var least = Double.POSITIVE_INFINITY;
    var inputs = of.model().preprocessor().inputs();
    for (var column = 0; column < inputs.size(); column++) {
      var i = column;
      switch (inputs.get(column)) {
        case NumberInput number -> {
          var values = of.background().values().column(column);
          var whole =
              IntStream.range(0, values.rows())
                  .mapToDouble(values::value)
                  .filter(it -> !Double.isNaN(it))
                  .allMatch(it -> it % 1 == 0);
          for (var step = -STEPS; step <= STEPS; step++) {
            var to = step / 100.0;
            var share = Math.abs(to - number.filled(row.number(column))) / 6;
            if (share > 0
                && share < least
                && (!whole || to % 1 == 0)
                && predictor.predict(new Other(row, i, to, null))
                    instanceof Prediction.OfClass after
                && after.index() != before) {
              least = share;
            }
          }
        }
        case CategoryInput category -> {
          for (var to : category.categories()) {
            if (!to.isEmpty()
                && predictor.predict(new Other(row, i, Double.NaN, to))
                    instanceof Prediction.OfClass after
                && after.index() != before) {
              least = Math.min(least, 1);
            }
          }
        }
        default -> {}
      }
    }
    return least;
  }

  private record Other(RawRow row, int column, double number, @Nullable String text)
      implements RawRow {

    @Override
    public double number(int input) {
      return input == column ? number : row.number(input);
    }

    @Override
    public @Nullable String text(int input) {
      return input == column ? text : row.text(input);
    }
  }
}
