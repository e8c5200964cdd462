package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Readout;
import dev.neuralworkbench.ui.chart.ThemedCanvas;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A network: units as circles, biases as rings, weights as curves of their size and sign. Layers
 * too wide are condensed; hovering, or an arrow key, names a part and its number.
 */
public final class NetworkDrawing extends ThemedCanvas {

  private static final double LEAST_SIZE_IN_EM = 6;

  private final Messages messages;
  private final ColumnTools tools = new ColumnTools();
  private final Signals signals =
      new Signals(this::look, () -> Platform.getPreferences().isReducedMotion());

  private @Nullable NetworkContent content;
  private @Nullable DrawingLook look;
  private PlacedNetwork placed = PlacedNetwork.NOWHERE;
  private final NetworkGestures gestures = new NetworkGestures();
  private boolean sends;
  private boolean sendsBack;
  private int withoutRoom;
  private double smallest = Double.POSITIVE_INFINITY;

  public NetworkDrawing(Messages messages) {
    this.messages = messages;
    Styling.as(this, "network-drawing");
    setFocusTraversable(true);
    getChildren().addAll(signals, tools, gestures.readout);
    messages.language().subscribe(this::redraw);
    focusedProperty().subscribe(this::redraw);
  }

  public void show(@Nullable NetworkContent next) {
    var before = content;
    if (before == null || next == null || !next.shape().equals(before.shape())) {
      gestures.reset();
    }
    content = next;
    redraw();
  }

  public @Nullable NetworkContent content() {
    return content;
  }

  /** How many numbers of lit parts found no room when it was last drawn. */
  public int numbersWithoutRoom() {
    return withoutRoom;
  }

  /** Size of the smallest text that was written when it was last drawn, in pixels. */
  public double smallestText() {
    return smallest;
  }

  /** Sends a signal along the lit weights, forward or back; not where less motion is asked for. */
  public void send(boolean back) {
    sends = true;
    sendsBack = back;
    redraw();
  }

  public boolean isSending() {
    return sends || signals.on;
  }

  public void onChosen(Consumer<NetworkPart> listener) {
    gestures.chosen = listener;
  }

  /** What a click on a part does, said below its name; an empty text for nothing. */
  public void hints(Function<NetworkPart, String> words) {
    gestures.hints = words;
  }

  /** Puts controls at the ends of the units' number of each hidden layer; column 1 is the first. */
  public void columnTools(IntFunction<Region> controls) {
    tools.make(controls);
    redraw();
  }

  /** Where a part is drawn, in this drawing, for what is to appear beside it; null if it is not. */
  public @Nullable Bounds bounds(NetworkPart part) {
    return placed.bounds(part);
  }

  Optional<NetworkPart> partAt(double x, double y) {
    return placed.at(x, y);
  }

  public String describe(NetworkPart part) {
    var drawn = content;
    return drawn == null ? "" : words(drawn).describe(part, drawn.values());
  }

  private NetworkWords words(NetworkContent drawn) {
    return new NetworkWords(drawn.shape(), drawn.layers(), messages.words());
  }

  double em() {
    return emptyFont().getSize();
  }

  @Override
  protected void restyled() {
    look = null;
    redraw();
  }

  private DrawingLook look() {
    var known = look;
    if (known == null) {
      known = new DrawingLook(inks(), emptyFont(), texts);
      look = known;
    }
    return known;
  }

  @Override
  protected boolean isEmpty() {
    return content == null;
  }

  @Override
  protected void layoutChildren() {
    tools.resizeRelocate(0, 0, getWidth(), getHeight());
    super.layoutChildren();
  }

  @Override
  protected void draw(GraphicsContext context, double width, double height) {
    signals.setWidth(width);
    signals.setHeight(height);
    var drawn = content;
    if (drawn == null || Math.min(width, height) < LEAST_SIZE_IN_EM * em()) {
      placed = PlacedNetwork.NOWHERE;
      tools.place(placed.layout(), 0);
    } else {
      smallest = Double.POSITIVE_INFINITY;
      var pen = new NetworkPen(context, look(), size -> smallest = Math.min(smallest, size));
      draw(drawn, pen, width, height);
    }
  }

  private void draw(NetworkContent drawn, NetworkPen pen, double width, double height) {
    var words = words(drawn);
    var room = NetworkRoom.of(words, pen.look(), width, height, drawn);
    var layout = NetworkLayout.of(drawn.shape(), room);
    placed = new PlacedNetwork(layout, WeightCurves.of(layout, drawn.layers(), drawn.lit()), em());
    var painter = new NetworkPainter(pen, placed, drawn);
    painter.weights();
    painter.units();
    withoutRoom = new NumberPainter(pen, placed, room, drawn).draw();
    if (sends) {
      sends = false;
      signals.send(
          placed.edges().all().stream().filter(it -> drawn.lit().contains(it.part())).toList(),
          sendsBack);
    }
    var mark = gestures.marked();
    if (mark != null) {
      painter.mark(mark);
    }
    tools.place(layout, drawn.shape().columns());
    var names = new NamePainter(pen, layout, room, words, tools);
    names.draw();
    names.legend(placed.edges().end());
    var at = gestures.cursor.part;
    setAccessibleText(at == null ? words.summary() : describe(at));
  }

  @Override
  protected double computePrefWidth(double height) {
    return 30 * em();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 22 * em();
  }

  /** Pointer and keyboard in a drawing: what they are at, and a label that names it. */
  private final class NetworkGestures {

    private static final double AWAY = 14;

    final Readout readout = new Readout("network-readout");
    final PartCursor cursor = new PartCursor();
    Consumer<NetworkPart> chosen = _ -> {};
    Function<NetworkPart, String> hints = _ -> "";
    private @Nullable NetworkPart pointed;

    NetworkGestures() {
      setOnMouseMoved(event -> pointAt(part(event).orElse(null), event.getX(), event.getY()));
      setOnMouseExited(_ -> leave());
      setOnMouseClicked(this::click);
      addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    @Nullable NetworkPart marked() {
      return pointed == null && isFocused() ? cursor.part : pointed;
    }

    void reset() {
      cursor.part = null;
      leave();
    }

    private Optional<NetworkPart> part(MouseEvent event) {
      return placed.at(event.getX(), event.getY());
    }

    private void pointAt(@Nullable NetworkPart part, double x, double y) {
      if (!Objects.equals(part, pointed)) {
        pointed = part;
        redraw();
      }
      readout.setVisible(part != null);
      if (part != null) {
        var hint = hints.apply(part);
        readout.say(describe(part) + (hint.isEmpty() ? "" : "\n" + hint));
        var below = y + AWAY;
        readout.relocate(
            Math.max(0, Math.min(x + AWAY, getWidth() - readout.getWidth())),
            below + readout.getHeight() > getHeight() ? y - AWAY / 2 - readout.getHeight() : below);
      }
    }

    private void leave() {
      pointAt(null, 0, 0);
    }

    private void click(MouseEvent event) {
      requestFocus();
      part(event)
          .ifPresent(
              part -> {
                cursor.part = part;
                choose(part);
              });
    }

    private void choose(NetworkPart part) {
      leave();
      chosen.accept(part);
    }

    private void press(KeyEvent event) {
      var part = cursor.part;
      if (cursor.press(event.getCode(), placed.layout())) {
        var next = cursor.part;
        var place = next == null ? null : placed.bounds(next);
        if (place != null) {
          pointAt(next, place.getCenterX(), place.getMaxY());
        }
        redraw();
        event.consume();
      } else if (event.getCode() == KeyCode.ENTER && part != null) {
        choose(part);
        event.consume();
      }
    }
  }
}
