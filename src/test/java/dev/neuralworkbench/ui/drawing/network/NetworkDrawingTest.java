package dev.neuralworkbench.ui.drawing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.testing.FxCost;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.FxWatchdog;
import dev.neuralworkbench.testing.MouseEvents;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDrawingTest {

  private static final NetworkShape SMALL =
      new NetworkShape(
          List.of("petal_length", "petal_width"),
          List.of("setosa", "virginica"),
          NetworkDesign.of(
              Loss.CATEGORICAL_CROSS_ENTROPY,
              DenseDesign.of(3, Activation.TANH),
              new DropoutDesign(0.5)));

  private static final NetworkWeights WEIGHTS =
      new NetworkWeights(
          List.of(
              new LayerWeights(
                  2, 3, new float[] {1, -0.4312f, 0, 1.5f, 0.25f, -2}, new float[] {1, 0, -1}),
              new LayerWeights(3, 2, new float[] {2, -2, 1, -1, 0.5f, 0}, new float[] {0, 0.5f})));

  private final UserRobot robot = new UserRobot();
  private final List<NetworkPart> chosen = new ArrayList<>();
  private NetworkDrawing drawing;
  private Stage stage;

  @AfterEach
  void close() {
    FxThread.run(stage::close);
  }

  @Test
  void partsAreNamedWithTheirNumbers() {
    open(SMALL, WEIGHTS, 600, 400);
    assertEquals(
        "Weight from petal_length to hidden 1, unit 2: −0.4312",
        describe(new NetworkPart.Weight(0, 0, 1)));
    assertEquals("Bias of output virginica: 0.5", describe(new NetworkPart.Bias(1, 1)));
    assertEquals("Input petal_width", describe(new NetworkPart.Unit(0, 1)));
    var values = new UnitValues(new double[][] {{5, 0.25}, {-1, 0, 1}, {}}, new double[0]);
    change(it -> it.withValues(values));
    assertEquals("Input petal_width = 0.25", describe(new NetworkPart.Unit(0, 1)));
    assertEquals(
        "Hidden 1, unit 1 = −1\nBias of hidden 1, unit 1: 1", describe(new NetworkPart.Unit(1, 0)));
    change(it -> it.withLayers(List.of()));
    assertEquals(
        "Weight from petal_length to hidden 1, unit 2, initialized when training starts",
        describe(new NetworkPart.Weight(0, 0, 1)));
  }

  @Test
  void pointerShowsTheNumberAndAClickChooses() {
    open(SMALL, WEIGHTS, 600, 400);
    var weight = new NetworkPart.Weight(0, 0, 1);
    move(weight, false);
    assertEquals("Weight from petal_length to hidden 1, unit 2: −0.4312", readout().getText());
    assertTrue(readout().isVisible());
    move(weight, true);
    assertEquals(List.of(weight), chosen);
    assertFalse(readout().isVisible());
    move(new NetworkPart.Unit(1, 2), true);
    assertEquals(new NetworkPart.Unit(1, 2), chosen.getLast());
  }

  @Test
  void unitWithAMapIsHitUpToItsCornersAndItsFrameIsTheBias() {
    open(SMALL, WEIGHTS, 600, 400);
    var cells = new float[] {1, -1, 0.5f, 0};
    var column = new UnitMaps.Column(1, 2, 2, List.of(cells, cells, cells));
    change(it -> it.withMaps(new UnitMaps(List.of(column))));
    robot.frames(2);
    var unit = new NetworkPart.Unit(1, 0);
    var bounds = FxThread.call(() -> drawing.bounds(unit));
    var inner = 0.8 * bounds.getWidth() / 2;
    assertEquals(Optional.of(unit), part(bounds, -inner, -inner));
    var frame = bounds.getWidth() / 2;
    var bias = new NetworkPart.Bias(0, 0);
    assertEquals(Optional.of(bias), part(bounds, -frame, -frame));
    assertEquals(Optional.of(bias), part(bounds, 0, frame));
  }

  @Test
  void mapOfOneInputHasOneColourFromTopToBottom() {
    open(SMALL, WEIGHTS, 600, 400);
    var shares = new float[18];
    for (var i = 0; i < shares.length; i++) {
      shares[i] = i < 9 ? -1 : 1;
    }
    var column = new UnitMaps.Column(1, 18, 1, List.of(shares, shares, shares));
    change(it -> it.withMaps(new UnitMaps(List.of(column))));
    robot.frames(2);
    var unit = new NetworkPart.Unit(1, 1);
    var negative = colorAt(unit, -0.3, 0);
    var positive = colorAt(unit, 0.3, 0);
    assertTrue(negative.getBlue() > negative.getGreen() + 0.2, negative.toString());
    assertTrue(positive.getGreen() > positive.getRed() + 0.2, positive.toString());
    for (var down = -0.4; down < 0.41; down += 0.05) {
      assertEquals(negative, colorAt(unit, -0.3, down), "at " + down);
      assertEquals(positive, colorAt(unit, 0.3, down), "at " + down);
    }
  }

  private Optional<NetworkPart> part(Bounds unit, double right, double down) {
    return FxThread.call(() -> drawing.partAt(unit.getCenterX() + right, unit.getCenterY() + down));
  }

  private void change(UnaryOperator<NetworkContent> change) {
    FxThread.run(() -> drawing.show(change.apply(drawing.content())));
  }

  @Test
  void arrowKeysLeadThroughUnitsAndWeights() {
    open(SMALL, WEIGHTS, 600, 400);
    FxThread.run(drawing::requestFocus);
    assertTrue(spoken().startsWith("Network diagram: Inputs 2; Hidden 1 3 × Tanh"));
    robot.press(KeyCode.DOWN);
    assertEquals("Input petal_length", spoken());
    robot.press(KeyCode.RIGHT);
    assertEquals("Weight from petal_length to hidden 1, unit 1: 1", spoken());
    robot.press(KeyCode.DOWN);
    assertEquals("Weight from petal_length to hidden 1, unit 2: −0.4312", spoken());
    robot.press(KeyCode.ENTER);
    assertEquals(List.of(new NetworkPart.Weight(0, 0, 1)), chosen);
    robot.press(KeyCode.RIGHT);
    assertTrue(spoken().startsWith("Hidden 1, unit 2"));
    robot.press(KeyCode.LEFT);
    robot.press(KeyCode.DOWN);
    assertEquals("Weight from petal_width to hidden 1, unit 2: 0.25", spoken());
    robot.press(KeyCode.LEFT);
    robot.press(KeyCode.LEFT);
    assertEquals("Input petal_width", spoken());
  }

  @Test
  void signOfAWeightIsItsColour() {
    open(SMALL, WEIGHTS, 600, 400);
    var positive = colorAt(new NetworkPart.Weight(0, 1, 0));
    var negative = colorAt(new NetworkPart.Weight(0, 1, 2));
    assertTrue(positive.getGreen() > positive.getRed() + 0.2, positive.toString());
    assertTrue(negative.getBlue() > negative.getGreen() + 0.2, negative.toString());
  }

  @Test
  void onlyLitPartsKeepTheirColours() {
    open(SMALL, WEIGHTS, 600, 400);
    var lit = new NetworkPart.Weight(0, 1, 2);
    var other = new NetworkPart.Weight(0, 1, 0);
    var before = colorAt(lit);
    change(it -> it.lighting(List.of(lit)));
    robot.frames(2);
    assertEquals(before, colorAt(lit));
    assertTrue(colorAt(other).getSaturation() < 0.25);
    change(it -> it.lighting(List.of()));
    robot.frames(2);
    assertTrue(colorAt(other).getSaturation() > 0.5);
  }

  @Test
  void weightsOfAnotherShapeAreNotDrawn() {
    open(SMALL, WEIGHTS, 600, 400);
    var wider =
        new NetworkShape(
            SMALL.inputs(),
            SMALL.outputs(),
            SMALL.design().withHidden(0, DenseDesign.of(4, Activation.TANH)));
    FxThread.run(() -> drawing.show(NetworkContent.of(wider).withWeights(WEIGHTS)));
    assertTrue(describe(new NetworkPart.Weight(0, 0, 3)).endsWith("training starts"));
    FxThread.run(() -> drawing.show(null));
    robot.frames(2);
    assertNull(FxThread.call(() -> drawing.bounds(new NetworkPart.Unit(0, 0))));
  }

  @Test
  void colorsFollowTheTheme() {
    open(SMALL, WEIGHTS, 600, 400);
    var light = colorAt(new NetworkPart.Unit(0, 0));
    FxThread.run(() -> new Theme(Appearance.DARK).dress(stage.getScene()));
    robot.frames(3);
    var dark = colorAt(new NetworkPart.Unit(0, 0));
    assertTrue(light.getBrightness() > 0.9 && dark.getBrightness() < 0.3);
    FxThread.run(() -> new Theme(Appearance.LIGHT).dress(stage.getScene()));
  }

  /** In a small window the curves stand close: none runs behind the words. */
  @Test
  void howManyUnitsAreLeftOutIsReadApartFromTheCurves() {
    var shape = NetworkLayoutTest.shape(2, 2, 16, 16);
    open(shape, weights(shape), 300, 260);
    var first = 0;
    while (isShown(first + 1)) {
      first++;
    }
    var next = first + 1;
    while (!isShown(next)) {
      next++;
    }
    var above = bounds(first);
    var middle = (above.getCenterY() + bounds(next).getCenterY()) / 2;
    var em = FxThread.call(() -> drawing.em());
    var place = new Point2D(above.getCenterX(), middle);
    assertTrue(saturation(place, -1.6 * em, 1.6 * em) < 0.3, "a curve runs through the words");
    assertTrue(saturation(place, 2.2 * em, 3.6 * em) > 0.3, "words cover the curves");
  }

  /** Numbers on the units need room, that an image takes none of. */
  @Test
  void imageIsSeenWholeInANarrowDrawingWithNumbers() {
    var line = NetworkLayoutTest.shape(64, 10, 128);
    var shape = new NetworkShape(line.inputs(), line.outputs(), line.design(), 8);
    open(shape, weights(shape), 412, 390);
    change(it -> it.withNumbers(new PartNumbers(true, Map.of(), Set.of())));
    robot.frames(2);
    var least = FxThread.call(() -> drawing.bounds(new NetworkPart.Unit(0, 0)).getMinX());
    assertTrue(least >= 0, "the first pixel begins at " + least);
  }

  @Test
  void litUnitOfACrowdedColumnGrowsAwayFromItsName() {
    var shape = NetworkLayoutTest.shape(12, 12, 16);
    open(shape, weights(shape), 412, 390);
    for (var column : List.of(0, 2)) {
      var unit = new NetworkPart.Unit(column, column / 2);
      var text = new PartNumbers.Text("x", "1", List.of("1", "1", "1"), 1);
      var values = new double[][] {new double[12], new double[16], new double[12]};
      values[column][column / 2] = 1;
      change(
          it ->
              it.withValues(new UnitValues(values, new double[] {1, 1, 1}))
                  .withNumbers(new PartNumbers(true, Map.of(unit, text), Set.of()))
                  .lighting(List.of(unit)));
      robot.frames(2);
      assertEquals(0, FxThread.call(drawing::numbersWithoutRoom), "the first has room, too");
      var bounds = FxThread.call(() -> drawing.bounds(unit));
      var middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
      var reach = bounds.getWidth() / 2;
      var edges =
          column == 0 ? new double[] {-reach - 6, -reach - 3} : new double[] {reach + 3, reach + 6};
      assertTrue(saturation(middle, edges[0], edges[1]) < 0.3, "covers its name: column " + column);
    }
  }

  /** Named in full where the drawing has the room: beside columns that stand far enough apart. */
  @ParameterizedTest
  @ValueSource(ints = {574, 1200})
  void nameOfAnInputHasTheRoomThereIs(int width) {
    var name = "Flipper Length (mm)";
    var few = NetworkLayoutTest.shape(2, 3, 16);
    var shape = new NetworkShape(List.of(name, "x"), few.outputs(), few.design());
    open(shape, weights(shape), width, 390);
    var bounds = FxThread.call(() -> drawing.bounds(new NetworkPart.Unit(0, 0)));
    var em = FxThread.call(() -> drawing.em());
    var begins =
        (int)
            (bounds.getMinX()
                - 0.5 * em
                - FxThread.call(() -> new Text(name)).getLayoutBounds().getWidth()
                    * em
                    / Font.getDefault().getSize());
    var pixels = FxThread.call(() -> drawing.snapshot(null, null)).getPixelReader();
    assertTrue(
        IntStream.range(begins - 2, begins + 3)
            .filter(x -> x >= 0)
            .anyMatch(
                x ->
                    IntStream.range(-5, 6)
                        .anyMatch(
                            y ->
                                pixels.getColor(x, (int) bounds.getCenterY() + y).getBrightness()
                                    < 0.6)),
        "the name does not begin at " + begins);
  }

  /** The strongest colour in a strip beside a place. */
  private double saturation(Point2D place, double from, double to) {
    var em = FxThread.call(() -> drawing.em());
    var pixels = FxThread.call(() -> drawing.snapshot(null, null)).getPixelReader();
    var most = 0.0;
    for (var across = from; across <= to; across++) {
      for (var down = -0.3 * em; down <= 0.3 * em; down++) {
        var color = pixels.getColor((int) (place.getX() + across), (int) (place.getY() + down));
        most = Math.max(most, color.getSaturation());
      }
    }
    return most;
  }

  private Bounds bounds(int unit) {
    return FxThread.call(() -> drawing.bounds(new NetworkPart.Unit(1, unit)));
  }

  private boolean isShown(int unit) {
    return FxThread.call(() -> drawing.bounds(new NetworkPart.Unit(1, unit)) != null);
  }

  @Test
  void oneDrawingTakesLittleTime() {
    var shape = NetworkLayoutTest.shape(2, 2, 16, 16);
    open(shape, weights(shape), 600, 400);
    var millis = millis(shape);
    assertTrue(millis < 5, millis + " ms");
  }

  @Test
  void largeNetworkHoldsTheWindowForAMomentOnly() {
    var shape = NetworkLayoutTest.shape(784, 10, 512, 256);
    try (var _ = new FxWatchdog()) {
      open(shape, weights(shape), 900, 600);
      var millis = millis(shape);
      assertTrue(millis < 100, millis + " ms");
    }
  }

  /** What new weights cost until they are drawn. */
  private double millis(NetworkShape shape) {
    var weights = weights(shape);
    return FxCost.millis(
        () -> {
          drawing.show(drawing.content().withWeights(weights));
          drawing.layout();
        });
  }

  private static NetworkWeights weights(NetworkShape shape) {
    var network =
        new Network(
            shape.inputs().size(), shape.outputs().size(), shape.design(), new PortableProducts());
    network.initialize(1);
    return network.weights();
  }

  private String describe(NetworkPart part) {
    return FxThread.call(() -> drawing.describe(part));
  }

  private String spoken() {
    robot.frames(2);
    return FxThread.call(drawing::getAccessibleText);
  }

  private Label readout() {
    return (Label) drawing.lookup(".network-readout");
  }

  /** Moves the pointer to a part, or clicks it. */
  private void move(NetworkPart part, boolean click) {
    FxThread.run(
        () -> {
          var bounds = drawing.bounds(part);
          MouseEvents.fire(
              drawing, MouseEvent.MOUSE_MOVED, bounds.getCenterX(), bounds.getCenterY());
          if (click) {
            MouseEvents.fire(
                drawing, MouseEvent.MOUSE_CLICKED, bounds.getCenterX(), bounds.getCenterY());
          }
        });
    robot.frames(2);
  }

  private Color colorAt(NetworkPart part) {
    return colorAt(part, 0, 0);
  }

  /** Colour beside the middle of a part, in shares of its width and height. */
  private Color colorAt(NetworkPart part, double right, double down) {
    return FxThread.call(
        () -> {
          var bounds = drawing.bounds(part);
          return drawing
              .snapshot(null, null)
              .getPixelReader()
              .getColor(
                  (int) (bounds.getCenterX() + right * bounds.getWidth()),
                  (int) (bounds.getCenterY() + down * bounds.getHeight()));
        });
  }

  private void open(NetworkShape shape, NetworkWeights weights, double width, double height) {
    FxThread.run(
        () -> {
          var messages = new Messages(Sentences::of, Language.ENGLISH);
          drawing = new NetworkDrawing(messages);
          drawing.onChosen(chosen::add);
          drawing.show(NetworkContent.of(shape).withWeights(weights));
          stage = new Stage();
          var scene = new Scene(new StackPane(drawing), width, height);
          new Theme(Appearance.LIGHT).dress(scene);
          stage.setScene(scene);
          stage.show();
        });
    robot.frames(3);
  }
}
