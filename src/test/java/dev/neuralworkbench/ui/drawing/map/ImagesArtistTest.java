package dev.neuralworkbench.ui.drawing.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.diagnosis.VitalsProbe;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.Tiles;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of digits' 64 pixels: which units are drawn, on which scale, and how many are dead. */
class ImagesArtistTest {

  private static final Table DIGITS = BundledSample.DIGITS.table();
  private static final int PIXELS = 64;
  private static final Sentences WORDS = Sentences.of(Locale.ENGLISH);

  private final Experiment experiment = Defaults.experiment(DIGITS);
  private final PreparedData data = PreparedData.of(experiment.preparation(), DIGITS);

  @ParameterizedTest
  @CsvSource({
    "16, TANH, 16 units",
    "36, TANH, 36 units",
    "37, TANH, '36 of 37 units, largest weight norms'",
    "37, RELU, '36 of 37 units, largest weight norms · dead ReLUs: 0'",
    "1, RELU, 1 unit · dead ReLUs: 0"
  })
  void saysHowManyUnitsShow(int units, Activation activation, String said) {
    var plane = draw(weights(units, 1), units, activation, null);
    assertEquals(said, plane.yName());
    assertEquals(Math.min(36, units), tiles(plane).size());
  }

  /** Weights are 1/1000 of the unit's number: of 40 units the last 36 have the longest vectors. */
  @Test
  void theLongestVectorsShowInTheOrderOfTheLayer() {
    var plane = draw(weights(40, 1), 40, Activation.TANH, null);
    assertEquals(
        IntStream.rangeClosed(5, 40).mapToObj(unit -> "hidden 1, unit " + unit).toList(),
        tiles(plane));
  }

  @Test
  void eachImageHasAScaleOfItsOwnAndTellsTheWeightsThemselves() {
    var plane = draw(weights(4, 1), 4, Activation.TANH, null);
    var tiles = all(plane);
    assertEquals(1, ((Tints.Signed) plane.tints()).end());
    for (var unit = 0; unit < 4; unit++) {
      var fromLeft = unit % 2 / 2.0;
      var fromTop = unit < 2 ? 0 : 0.5;
      var ground = plane.ground();
      // The upper left pixel has the largest weight, the next one its opposite by half.
      assertEquals(1, ground.shade(ground.cell(fromLeft, fromTop)));
      assertEquals(
          -0.5, ground.shade(ground.cell(fromLeft + 1.5 / 9 / 2, fromTop)), 1e-6, "unit " + unit);
      assertEquals((unit + 1) / 1000f, tiles.all().get(unit).scale(), 1e-9);
    }
  }

  @Test
  void aUnitAloneIsDrawnOnTheScaleOfItsWeights() {
    var plane = draw(weights(4, 1), 4, Activation.RELU, new NetworkPart.Unit(1, 2));
    assertEquals("hidden 1, unit 3", plane.yName());
    assertEquals(0.003, ((Tints.Signed) plane.tints()).end(), 1e-9);
    assertEquals(1, tiles(plane).size());
    assertEquals(0.003f, plane.ground().shade(0));
    assertEquals(1, all(plane).all().getFirst().scale());
  }

  /** A bias far below what any row adds up to: the unit answers 0 to all of them. */
  @Test
  void deadUnitsAreCountedAndComeLast() {
    var units = 40;
    var bias = new float[units];
    bias[39] = -1e6f;
    bias[38] = -1e6f;
    var plane = draw(weights(units, 1, bias), units, Activation.RELU, null);
    assertTrue(plane.yName().endsWith("dead ReLUs: 2"), plane.yName());
    assertEquals(
        IntStream.rangeClosed(3, 38).mapToObj(unit -> "hidden 1, unit " + unit).toList(),
        tiles(plane));
    var tanh = draw(weights(units, 1, bias), units, Activation.TANH, null);
    assertEquals("36 of 40 units, largest weight norms", tanh.yName());
  }

  /** 1,527 training rows: of so many both look at the same 256. */
  @Test
  void deadUnitsAreThoseOfTheVitals() {
    var design = design(64, Activation.RELU);
    var network = new Network(PIXELS, 10, design, new PortableProducts());
    network.initialize(1);
    var layers = network.weights().layers();
    // Biases so low that some units answer a few rows only, others none.
    var bias = new float[64];
    for (var unit = 0; unit < bias.length; unit++) {
      bias[unit] = -unit / 16f;
    }
    var first = new LayerWeights(PIXELS, 64, layers.getFirst().weights(), bias);
    var weights = new NetworkWeights(List.of(first, layers.getLast()));
    var session =
        TrainingSession.startFrom(
            weights,
            List.of(),
            design,
            experiment.training().withFolds(0),
            data.training(),
            data.validation(),
            new PortableProducts());
    var probe = new VitalsProbe(design, 10, data.training(), new PortableProducts());
    var vitals = probe.measure(session.checkpoint(), new TrainingHistory(), experiment.training());
    var dead = Math.round(64 * vitals.layers().getFirst().deadShare());
    assertTrue(dead > 3 && dead < 61, dead + "");
    assertTrue(draw(weights, 64, Activation.RELU, null).yName().endsWith("dead ReLUs: " + dead));
  }

  /** Each unit's weights are its number in thousandths, then minus half of that, then 0. */
  private static NetworkWeights weights(int units, int outputs) {
    return weights(units, outputs, new float[units]);
  }

  private static NetworkWeights weights(int units, int outputs, float[] bias) {
    var weights = new float[PIXELS * units];
    for (var unit = 0; unit < units; unit++) {
      weights[unit] = (unit + 1) / 1000f;
      weights[units + unit] = -(unit + 1) / 2000f;
    }
    return new NetworkWeights(
        List.of(
            new LayerWeights(PIXELS, units, weights, bias),
            new LayerWeights(units, outputs, new float[units * outputs], new float[outputs])));
  }

  private NetworkDesign design(int units, Activation activation) {
    return experiment.network().withHidden(List.of(DenseDesign.of(units, activation)));
  }

  private Plane draw(
      NetworkWeights weights, int units, Activation activation, NetworkPart.Unit alone) {
    var map =
        DecisionMap.of(DIGITS, data.preprocessor(), RowSplit.of(experiment.preparation(), DIGITS));
    var view = new MapView.Images(8, WORDS);
    var empty = new EmptyPlane(map, WORDS, false).of(view);
    return new ImagesArtist(map, design(units, activation), view, alone).draw(weights, empty);
  }

  private static List<String> tiles(Plane plane) {
    return all(plane).all().stream().map(Tiles.Tile::name).toList();
  }

  private static Tiles all(Plane plane) {
    return Objects.requireNonNull(Objects.requireNonNull(plane.ground()).tiles());
  }
}
