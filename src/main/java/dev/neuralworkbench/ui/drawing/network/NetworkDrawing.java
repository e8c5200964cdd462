package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * A network drawn with its weights: units as circles, biases as rings around them, weights as
 * curves whose width is their size and whose colour is their sign. Layers too wide for the room are
 * shown by their first and last units, with the number of the others. Hovering names a part and its
 * number, as do the arrow keys while the drawing has the focus. Drawn at most once a frame, however
 * often it is told something new.
 *
 * <p>To walk through a network, {@linkplain #light light} the parts of each step: they keep their
 * colours, all others turn pale.
 */
public final class NetworkDrawing extends Region {

  private static final double LEAST_SIZE_IN_EM = 6;

  private final Messages messages;
  private final Canvas canvas = new Canvas();
  private final Label empty = new Label();
  private final ColumnTools tools = new ColumnTools();
  private final Signals signals =
      new Signals(this::look, () -> Platform.getPreferences().isReducedMotion());
  private final NetworkGestures gestures = new NetworkGestures(this);
  private final Pane overlay = new Pane(gestures.readout());
  private final DrawingInks inks = new DrawingInks(this, this::redraw);

  private @Nullable NetworkShape shape;
  private List<Optional<LayerWeights>> weights = List.of();
  private UnitValues values = UnitValues.NONE;
  private UnitMaps maps = UnitMaps.NONE;
  private Set<Integer> squares = Set.of();
  private @Nullable RowImage example;
  private Set<NetworkPart> lit = Set.of();
  private PartNumbers numbers = PartNumbers.NONE;
  private NetworkLayout layout = NetworkLayout.EMPTY;
  private WeightCurves edges = new WeightCurves(List.of(), 1);
  private boolean stale = true;
  private boolean sends;
  private boolean sendsBack;
  private int withoutRoom;

  public NetworkDrawing(Messages messages) {
    this.messages = messages;
    getStyleClass().add("network-drawing");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    empty.getStyleClass().add("chart-empty");
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    empty.fontProperty().subscribe(this::dress);
    overlay.setMouseTransparent(true);
    getChildren().addAll(canvas, signals, empty, tools, overlay);
    messages.language().subscribe(this::redraw);
    focusedProperty().subscribe(this::redraw);
  }

  // What is drawn.

  /** Draws another network, without weights; null for none. */
  public void show(@Nullable NetworkShape shown) {
    if (shown == null ? shape == null : shown.equals(shape)) {
      return;
    }
    shape = shown;
    weights = none();
    values = UnitValues.NONE;
    lit = Set.of();
    gestures.reset();
    redraw();
  }

  /**
   * Draws weights and biases; null for none. A layer whose shape is not the drawn network's is
   * drawn without.
   */
  public void weights(@Nullable NetworkWeights next) {
    layers(next == null ? none() : next.layers().stream().map(Optional::of).toList());
  }

  /** Draws weights and biases of those layers that have them, one entry a dense layer. */
  public void layers(List<Optional<LayerWeights>> next) {
    var drawn = shape;
    if (drawn != null) {
      weights = none();
      for (var layer = 0; layer < Math.min(weights.size(), next.size()); layer++) {
        var inputs = drawn.units(layer);
        var units = drawn.units(layer + 1);
        weights.set(
            layer, next.get(layer).filter(it -> it.inputs() == inputs && it.units() == units));
      }
      redraw();
    }
  }

  private List<Optional<LayerWeights>> none() {
    var layers = shape == null ? 0 : shape.layers().size();
    return new ArrayList<>(Collections.nCopies(layers, Optional.empty()));
  }

  /**
   * Fills the units with the colours of values, such as the activations of one row, each column on
   * a scale of its own.
   *
   * @param columns values by column (0 for the inputs) and unit; a column may be empty, a value NaN
   *     for a plain unit. Kept, not copied; none for plain units
   */
  public void values(double[][] columns) {
    values(columns, new double[0]);
  }

  /**
   * Fills the units with the colours of values, on scales that do not end below a number, one a
   * column: so that a small value is pale though it is the largest of its column.
   */
  public void values(double[][] columns, double[] least) {
    values = new UnitValues(columns, least);
    redraw();
  }

  /**
   * Shows the row that the network is looked at by, where its inputs are the pixels of an image;
   * null for none.
   */
  public void image(@Nullable RowImage row) {
    if (!Objects.equals(row, example)) {
      example = row;
      redraw();
    }
  }

  /**
   * Writes numbers into units that are large enough, beside those that are lit, and onto lit
   * weights. With them units are as large as there is room.
   */
  public void numbers(PartNumbers next) {
    if (!numbers.equals(next)) {
      numbers = next;
      redraw();
    }
  }

  public PartNumbers numbers() {
    return numbers;
  }

  /** How many numbers of lit parts found no room when it was last drawn. */
  public int numbersWithoutRoom() {
    return withoutRoom;
  }

  /** Draws the units of some columns as squares with a picture in each; none for circles. */
  public void maps(UnitMaps pictures) {
    maps = pictures;
    squares = shape == null ? Set.of() : pictures.columns(shape);
    redraw();
  }

  /** Other pictures are on their way: units stay squares until they come, so that nothing moves. */
  public void awaitMaps() {
    maps = UnitMaps.NONE;
    redraw();
  }

  /**
   * Lights these parts and turns all others pale; none to draw everything alike. A weight does not
   * light the units at its ends: name these too where they belong to the step.
   */
  public void light(Collection<? extends NetworkPart> parts) {
    lit = Set.copyOf(parts);
    redraw();
  }

  /**
   * Sends a signal along the weights that are lit, once they are drawn: forward, or back as an
   * error goes. Nothing where less motion is asked for.
   */
  public void send(boolean back) {
    sends = true;
    sendsBack = back;
    redraw();
  }

  /** Whether a signal is on its way. */
  public boolean isSending() {
    return sends || signals.isOn();
  }

  /** The sentence shown while there is no network. */
  public StringProperty emptyText() {
    return empty.textProperty();
  }

  // What the user does.

  /** Tells which part is clicked, or chosen by Enter. */
  public void onChosen(Consumer<NetworkPart> listener) {
    gestures.onChosen(listener);
  }

  /**
   * Says below the name of a part that is pointed at what a click does; an empty text for nothing.
   */
  public void hints(Function<NetworkPart, String> words) {
    gestures.hints(words);
  }

  /**
   * Puts controls on both sides of the number of units of each hidden layer.
   *
   * @param controls makes those of a column, which are laid around its text: one at each end;
   *     column 1 is the first hidden layer
   */
  public void columnTools(IntFunction<Region> controls) {
    tools.make(controls);
    redraw();
  }

  /** Where a part is drawn, in this drawing, for what is to appear beside it; null if it is not. */
  public @Nullable Bounds bounds(NetworkPart part) {
    return PartBounds.of(part, layout, edges);
  }

  Optional<NetworkPart> partAt(double x, double y, double near) {
    return new PartFinder(layout, edges, near).at(x, y);
  }

  boolean moves(PartCursor cursor, KeyCode key) {
    return cursor.press(key, layout);
  }

  /** A part with its number, in words. */
  public String describe(NetworkPart part) {
    var drawn = shape;
    return drawn == null
        ? ""
        : new NetworkWords(drawn, weights, messages.words())
            .describe(part, part instanceof NetworkPart.Unit unit ? values.of(unit) : Double.NaN);
  }

  // How it is drawn.

  StyleableObjectProperty<Color> ink(DrawingInk ink) {
    return inks.of(ink);
  }

  private void dress() {
    inks.forget();
    redraw();
  }

  double em() {
    return empty.getFont().getSize();
  }

  void redraw() {
    stale = true;
    requestLayout();
  }

  private DrawingLook look() {
    return inks.look(empty.getFont());
  }

  @Override
  protected void layoutChildren() {
    var width = Math.floor(getWidth());
    var height = Math.floor(getHeight());
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      signals.setWidth(width);
      signals.setHeight(height);
      stale = true;
    }
    empty.resizeRelocate(0, 0, width, height);
    tools.resizeRelocate(0, 0, width, height);
    overlay.resizeRelocate(0, 0, width, height);
    if (stale) {
      stale = false;
      var drawn = shape;
      empty.setVisible(drawn == null);
      canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
      if (drawn == null || Math.min(width, height) < LEAST_SIZE_IN_EM * look().em()) {
        layout = NetworkLayout.EMPTY;
        edges = new WeightCurves(List.of(), 1);
        tools.place(layout, 0);
      } else {
        draw(drawn, width, height);
      }
    }
  }

  private void draw(NetworkShape drawn, double width, double height) {
    var dress = look();
    var words = new NetworkWords(drawn, weights, messages.words());
    var room = NetworkRoom.of(words, dress, width, height, squares(drawn), numbers.areWanted());
    layout = NetworkLayout.of(drawn, room);
    edges = WeightCurves.of(layout, weights, lit);
    var context = canvas.getGraphicsContext2D();
    var painter = new NetworkPainter(context, dress, layout);
    painter.weights(edges, this::isLit);
    painter.units(weights, edges.end(), values, maps.fitting(drawn), this::isLit);
    layout.columns().stream()
        .filter(NetworkLayout.Column::isImage)
        .forEach(it -> new PixelPainter(context, dress, it).draw(example, values, this::isLit));
    withoutRoom =
        new NumberPainter(context, dress, layout, room, numbers, values, this::isLitAlone)
            .draw(edges);
    if (sends) {
      sends = false;
      var ways = edges.all().stream().filter(edge -> lit.contains(edge.part())).toList();
      signals.send(ways, sendsBack);
    }
    var mark = gestures.marked();
    if (mark != null) {
      painter.mark(mark, edges);
    }
    tools.place(layout, drawn.columns());
    new NamePainter(context, dress, layout, words, tools).draw(room);
    new WeightLegend(dress, messages.words()).draw(context, width, height, edges.end());
    var cursor = gestures.cursor();
    setAccessibleText(cursor == null ? words.summary() : describe(cursor));
  }

  /** Hidden columns that have pictures, or had them a moment ago. */
  private Set<Integer> squares(NetworkShape drawn) {
    return squares.stream().filter(it -> it < drawn.columns() - 1).collect(Collectors.toSet());
  }

  private boolean isLitAlone(NetworkPart part) {
    return lit.contains(part);
  }

  private boolean isLit(NetworkPart part) {
    return lit.isEmpty() || lit.contains(part);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 30 * empty.getFont().getSize();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 22 * empty.getFont().getSize();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return DrawingInk.WITH_REGION;
  }
}
