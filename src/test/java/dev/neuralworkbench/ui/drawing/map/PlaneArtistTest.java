package dev.neuralworkbench.ui.drawing.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.ui.chart.plane.Ground;
import dev.neuralworkbench.ui.chart.plane.Plane;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlaneArtistTest {

  private Experiment experiment;
  private PreparedData data;
  private DecisionMap map;
  private NetworkWeights weights;

  @Test
  void groundOfCirclesIsOneClassWithinAndTheOtherAround() {
    train(GeneratedSample.of(SampleKind.CIRCLES), 100);
    var ground = ground(0, 1);
    var inner = ground.shade(ground.cell(0.5, 0.5));
    for (var corner : List.of(0.01, 0.99)) {
      assertEquals(1 - inner, ground.shade(ground.cell(corner, corner)));
      assertEquals(1 - inner, ground.shade(ground.cell(corner, 1 - corner)));
    }
    assertTrue(ground.certainty(ground.cell(0.5, 0.5)) > 0.8);
  }

  /** The target of this sample grows along its axes, so the greatest answers are top right. */
  @Test
  void groundIsUprightAndInTheUsersUnits() {
    train(GeneratedSample.of(SampleKind.PLANE), 100);
    var ground = ground(0, 1);
    var target = (NumberTarget) data.preprocessor().target();
    var table = map.table();
    for (var row : new int[] {0, 7, 20}) {
      var x1 = map.values(0, new DecisionMap.Rows(new int[] {row}))[0];
      var x2 = map.values(1, new DecisionMap.Rows(new int[] {row}))[0];
      var plane = plane(0, 1);
      var fromLeft = (x1 - plane.x().least()) / plane.x().length();
      var fromTop = (plane.y().greatest() - x2) / plane.y().length();
      var answer = ground.shade(ground.cell(fromLeft, fromTop));
      var actual = table.column(target.name()).value(row);
      assertEquals(actual, answer, 0.15 * (target.maximum() - target.minimum()));
    }
  }

  @Test
  void oneInputIsFittedByACurve() {
    train(GeneratedSample.of(SampleKind.SINE), 150);
    var plane = new EmptyPlane(map, Sentences.of(Locale.ENGLISH), false).of(0);
    var artist =
        new PlaneArtist.OfLine(map, experiment.network(), 0, plane, new PortableProducts());
    var line = artist.draw(weights, plane).lines().getFirst().points();
    for (var i = 40; i < line.length() - 40; i += 20) {
      assertEquals(Math.sin(line.x(i)), line.y(i), 0.25);
    }
  }

  @Test
  void firstAxesAreThoseThatTellMostOfTheTarget() {
    train(BundledSample.IRIS, 1);
    assertEquals(
        List.of("petal_length_cm", "petal_width_cm"),
        map.firstAxes().stream().map(map::name).toList());
  }

  @Test
  void otherInputsAreHeldAtTheirMeans() {
    train(BundledSample.IRIS, 1);
    var row = MapView.MapGrid.along(data.preprocessor(), 2, new double[] {4});
    for (var input : new int[] {0, 1, 3}) {
      // Standardized, the mean of the training rows is 0.
      assertEquals(0, row.get(0, input), 1e-5);
    }
    assertEquals(map.number(2).encode(4), row.get(0, 2));
  }

  @Test
  void largeNetworksArePaintedCoarsely() {
    assertEquals(112, PlaneArtist.OfGround.cells(65));
    assertTrue(PlaneArtist.OfGround.cells(300_000) < 30);
  }

  private Ground ground(int x, int y) {
    var plane = plane(x, y);
    var artist =
        new PlaneArtist.OfGround(
            map,
            experiment.network(),
            new MapView.Inputs(x, y, new MapView.MapGrid.Means(data.preprocessor().inputs())),
            plane,
            new PortableProducts());
    return artist.draw(weights, plane).ground();
  }

  private Plane plane(int x, int y) {
    return new EmptyPlane(map, Sentences.of(Locale.ENGLISH), false).of(x, y);
  }

  private void train(Sample sample, int epochs) {
    var table = sample.table();
    experiment = Defaults.experiment(table);
    data = PreparedData.of(experiment.preparation(), table);
    var session =
        TrainingSession.start(
            experiment.network(),
            experiment.training().withStopping(Stopping.after(epochs)),
            data.training(),
            data.validation(),
            new PortableProducts());
    for (var epoch = 0; epoch < epochs; epoch++) {
      session.trainEpoch();
    }
    weights = session.weights();
    map =
        new DecisionMap(
            table,
            data.preprocessor(),
            new DecisionMap.Rows(data.training().sourceRows()),
            new DecisionMap.Rows(data.validation().sourceRows()),
            new DecisionMap.Rows(data.test().sourceRows()));
  }
}
