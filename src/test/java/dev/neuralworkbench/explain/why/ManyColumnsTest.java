package dev.neuralworkbench.explain.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.why.Explanation.Contribution;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many columns: which of them stand alone, and how much work there is. */
class ManyColumnsTest {

  private final Random random = new Random(41);

  /** A linear model's Shapley values are its terms: w (x − mean of the background). */
  @Test
  void theTwelveLargestTermsOfALinearModelStandAlone() {
    for (var columns : new int[] {15, 16, 40}) {
      var weights = new float[columns];
      for (var i = 0; i < columns; i++) {
        weights[i] = (float) random.nextGaussian();
      }
      var layer = new LayerWeights(columns, 1, weights, new float[] {0.5f});
      var model = model(columns, new NetworkWeights(List.of(layer)));
      var background = background(columns, 20);
      var found = explainer(model, background, 1).explain(row(model, background, 0), Progress.NONE);
      var terms = new double[columns];
      for (var i = 0; i < columns; i++) {
        var column = background.values().column(i);
        var mean = IntStream.range(0, 20).mapToDouble(column::value).average().orElseThrow();
        terms[i] = weights[i] * (column.value(0) - mean);
      }
      var order =
          IntStream.range(0, columns)
              .boxed()
              .sorted((a, b) -> Double.compare(Math.abs(terms[b]), Math.abs(terms[a])))
              .toList();
      var alone = columns == 15 ? order : order.subList(0, 12);
      var explained = found.orElseThrow();
      assertEquals(columns - alone.size(), explained.others().size());
      var expected = new ArrayList<Contribution>();
      alone.stream()
          .sorted()
          .forEach(
              it ->
                  expected.add(
                      new Contribution(
                          "c" + it,
                          Double.toString(background.values().column(it).value(0)),
                          terms[it])));
      if (columns > 15) {
        var rest = order.subList(12, columns).stream().mapToDouble(it -> terms[it]).sum();
        expected.add(new Contribution("", "", rest));
      }
      assertEquals(expected.size(), explained.contributions().size());
      for (var i = 0; i < expected.size(); i++) {
        var contribution = explained.contributions().get(i);
        assertEquals(expected.get(i).column(), contribution.column());
        assertEquals(expected.get(i).value(), contribution.value());
        assertEquals(expected.get(i).amount(), contribution.amount(), 1e-6);
      }
    }
  }

  /** Counted, not measured: a core does more multiplications a second than are reckoned with. */
  @Test
  void fifteenColumnsAreWorkOfTwoSeconds() {
    var model = network(15, 32, 16);
    assertEquals(
        100 * 32768.0 * (32 * (2 + 12) + 16 * (32 + 12) + (16 + 12)),
        Explainer.operations(model, 100));
    assertTrue(Explainer.estimate(model, 100, 2) <= 2);
  }

  /** Of so many columns the row is read a few times as often as there are cells beside it. */
  @Test
  void theWorkGrowsWithTheColumnsNotWithTheirSquare() {
    var model = network(300, 4, 2);
    var background = background(300, 10);
    var of = row(model, background, 0);
    var reads = new int[1];
    var counted =
        new RawRow() {
          @Override
          public double number(int input) {
            reads[0]++;
            return of.number(input);
          }

          @Override
          public @Nullable String text(int input) {
            return of.text(input);
          }
        };
    var explained = explainer(model, background, 1).explain(counted, Progress.NONE);
    assertEquals(288, explained.orElseThrow().others().size());
    assertTrue(reads[0] < 5 * 300 * 10, reads[0] + " reads");
  }

  @Test
  void itEndsSoonAfterItIsGivenUp() {
    var model = network(15, 32, 16);
    var background = background(15, 100);
    var looks = new int[1];
    Progress progress = () -> ++looks[0] > 3;
    assertThrows(
        CancellationException.class,
        () -> explainer(model, background, 2).explain(row(model, background, 0), progress));
    assertEquals(4, looks[0]);
  }

  @Test
  void threadsChangeNoBit() {
    var model = network(15, 8, 4);
    var background = background(15, 10);
    var row = row(model, background, 3);
    assertEquals(
        explainer(model, background, 1).explain(row, Progress.NONE),
        explainer(model, background, 3).explain(row, Progress.NONE));
  }

  private static Explainer explainer(Model model, Background background, int threads) {
    return new Explainer(model, new PortableProducts(), background, threads);
  }

  private static RawRow row(Model model, Background background, int row) {
    return RawRow.of(model.preprocessor(), background.values(), row);
  }

  private Background background(int columns, int rows) {
    var all =
        IntStream.range(0, columns)
            .mapToObj(i -> (Column) NumberColumn.of("c" + i, random.doubles(rows, -2, 2).toArray()))
            .toList();
    return new Background(
        IntStream.rangeClosed(1, rows).boxed().toList(), new Table("t", all, rows));
  }

  private static Model network(int columns, int one, int other) {
    var hidden =
        new DenseDesign[] {
          DenseDesign.of(one, Activation.TANH), DenseDesign.of(other, Activation.TANH)
        };
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, hidden);
    var network = new Network(columns, 1, design, new PortableProducts());
    network.initialize(3);
    return model(columns, network.weights(), hidden);
  }

  private static Model model(int columns, NetworkWeights weights, DenseDesign... hidden) {
    var inputs =
        IntStream.range(0, columns)
            .mapToObj(i -> (InputEncoder) new NumberInput("c" + i, -2, 2, 0, 0, 0, 1))
            .toList();
    var target = new NumberTarget("y", -2, 2, 0, 0, 1);
    var table = Table.of("t", NumberColumn.of("x", 1, 2), NumberColumn.of("y", 1, 2));
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, hidden);
    var training = TrainingConfig.of(Adam.DEFAULT, 1, 1);
    return new Model(
        new Experiment(Preparation.defaults(table), design, training),
        new Preprocessor(inputs, target, MissingValues.MEAN),
        weights,
        new TrainingHistory(),
        null);
  }
}
