package dev.neuralworkbench.ui.chart.plane;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.DragHandle;
import dev.neuralworkbench.ui.chart.Readout;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.ThemedChart.Overlay;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.common.Messages;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** Two quantities against each other; the pointer shows where it is and the answer there. */
public final class PlaneChart extends ThemedChart {

  /**
   * Controls that stand in the place of the names of a plane's axes, for choosing what they are.
   */
  public record AxisNames(Region x, Region y) {

    private static final double MOST = 0.55;

    /** Pixels by which they stand lower, in line with the numbers. */
    private static final double LOWER = 2;

    /** Pixels from left to right that are left free for both names. */
    record Room(double x, double y) {}

    boolean areShown() {
      return x.isVisible();
    }

    Room room(double width) {
      return new Room(
          Math.ceil(Math.min(MOST * width, x.prefWidth(-1))),
          Math.ceil(Math.min(MOST * width, y.prefWidth(-1))));
    }

    void place(double xLeft, double xBottom, Room room) {
      y.resizeRelocate(0, 0, room.y, y.prefHeight(-1));
      x.resize(room.x, x.prefHeight(-1));
      x.relocate(Math.rint(xLeft), Math.rint(xBottom - x.getHeight()) + LOWER);
    }
  }

  private static final int DIGITS = 4;

  private final Readout readout = new Readout();
  private @Nullable Plane plane;
  private @Nullable BiFunction<Double, Double, String> words;
  private @Nullable AxisNames names;
  private @Nullable PlanePicture drawn;

  public PlaneChart() {
    super("plane-chart");
    getChildren().add(readout);
    setOnMouseMoved(this::read);
    setOnMouseExited(_ -> readout.setVisible(false));
  }

  /** Lays a point over the plane that can be dragged; a click takes it there. */
  public PlaneCursor cursor(BiConsumer<Double, Double> wanted) {
    var made =
        new PlaneCursor(
            (x, y) -> {
              readout.setVisible(false);
              wanted.accept(x, y);
            });
    lay(made);
    EventHandler<MouseEvent> seek =
        event -> {
          if (event.isPrimaryButtonDown() && area().contains(event.getX(), event.getY())) {
            made.seek(event.getX(), event.getY());
          }
        };
    setOnMousePressed(seek);
    setOnMouseDragged(seek);
    return made;
  }

  /** Puts controls in the place of the axes' names; a saved picture has the names. */
  public void name(AxisNames controls) {
    names = controls;
    for (var control : List.of(controls.y(), controls.x())) {
      control.setManaged(false);
      control.visibleProperty().subscribe(this::redraw);
      control.needsLayoutProperty().subscribe(this::redraw);
      getChildren().add(control);
    }
  }

  /** Lets something else be said of a place than where it is; nothing for an empty text. */
  public void say(BiFunction<Double, Double, String> ofPlace) {
    words = ofPlace;
  }

  public void show(@Nullable Plane shown) {
    plane = shown;
    redraw();
  }

  public @Nullable Plane shown() {
    return plane;
  }

  public Optional<Point2D> valueAt(double pixelX, double pixelY) {
    return plane != null && area().contains(pixelX, pixelY)
        ? Optional.of(point(pixelX, pixelY))
        : Optional.empty();
  }

  @Override
  protected String sentence(Words words, String heading) {
    return new PlaneSentence(words).of(heading, requireNonNull(plane));
  }

  @Override
  protected boolean isEmpty() {
    return plane == null;
  }

  @Override
  protected ChartPicture picture() {
    var controls = names;
    var made =
        new PlanePicture(
            requireNonNull(plane),
            controls != null && controls.areShown() ? controls.room(getWidth()) : null);
    drawn = made;
    return made;
  }

  @Override
  protected ChartPicture savedPicture() {
    return new PlanePicture(requireNonNull(plane), null);
  }

  @Override
  protected void drawn() {
    if (names != null && names.areShown() && drawn != null) {
      names.place(drawn.xNameLeft, drawn.xNameBottom, names.room(getWidth()));
    }
  }

  private void read(MouseEvent event) {
    if (plane == null || !area().contains(event.getX(), event.getY())) {
      readout.setVisible(false);
      return;
    }
    var point = point(event.getX(), event.getY());
    var answer =
        answer(
            plane,
            (event.getX() - area().getX()) / area().getWidth(),
            (event.getY() - area().getY()) / area().getHeight());
    var isTiled = plane.ground() != null && plane.ground().tiles() != null;
    readout.say(
        words != null
            ? words.apply(point.getX(), point.getY())
            : isTiled
                ? answer.strip()
                : named(plane.xName(), point.getX(), plane.xCategories())
                    + "\n"
                    + named(plane.yName(), point.getY(), plane.yCategories())
                    + answer);
    readout.setVisible(!readout.getText().isEmpty());
    readout.beside(event.getX() - 8, event.getY() - 8, event.getX() + 14, event.getY() + 14);
  }

  private static String answer(Plane plane, double fromLeft, double fromTop) {
    var ground = plane.ground();
    if (ground == null) {
      return "";
    }
    var cell = ground.cell(fromLeft, fromTop);
    var shade = ground.shade(cell);
    return switch (plane.tints()) {
      case Tints.Classes classes ->
          "\n" + named(classes.names().get((int) shade), ground.certainty(cell));
      case Tints.Values values -> {
        var between = ground.between(fromLeft, fromTop);
        yield Double.isNaN(between) ? "" : "\n" + named(values.name(), between);
      }
      case Tints.Signed _ when Float.isNaN(shade) -> "";
      case Tints.Signed signed -> {
        var tiles = ground.tiles();
        if (tiles == null) {
          yield "\n" + named(signed.name(), shade);
        }
        var tile = tiles.at(fromLeft, fromTop);
        yield tile.name() + "\n" + named(tiles.quantity(), shade * tile.scale());
      }
      case Tints.Plain _ -> "";
    };
  }

  private static String named(String name, double value, List<String> categories) {
    var place = (int) Math.rint(value);
    return categories.isEmpty() || place < 0 || place >= categories.size()
        ? named(name, value)
        : name + "  " + categories.get(place);
  }

  private static String named(String name, double value) {
    return name + "  " + Numbers.typeset(Numbers.rounded(value, DIGITS));
  }

  /** A point of the plane to be dragged under a cross-hair; what is outside shows at the edge. */
  public final class PlaneCursor extends Overlay {

    /** Steps of the arrow keys, as parts of the plane. */
    private static final double STEP = 0.01;

    private final Line across = line("chart-cursor");
    private final Line down = line("chart-cursor");
    public final DragHandle knob;
    private final BiConsumer<Double, Double> wanted;
    private double x = Double.NaN;
    private double y = Double.NaN;

    private PlaneCursor(BiConsumer<Double, Double> wanted) {
      this.wanted = wanted;
      knob = new DragHandle(PlaneChart.this, at -> seek(at.getX(), at.getY()), "plane-knob");
      knob.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
      getChildren().setAll(across, down, knob);
      place();
    }

    public void tell(Messages messages, String key) {
      knob.tell(
          () -> {
            return plane == null
                ? messages.now(key)
                : new PlaneSentence(messages.words()).of(messages.now(key), plane, x, y);
          });
    }

    public void show(double x, double y) {
      this.x = x;
      this.y = y;
      place();
      knob.moved();
    }

    @Override
    protected void place() {
      var area = area();
      var there = Double.isFinite(x) && Double.isFinite(y) && area.getWidth() > 0;
      getChildren().forEach(it -> it.setVisible(there));
      if (!there) {
        return;
      }
      var pixel = pixel(x, y);
      var atX = Math.rint(Math.clamp(pixel.getX(), area.getMinX(), area.getMaxX())) + 0.5;
      var atY = Math.rint(Math.clamp(pixel.getY(), area.getMinY(), area.getMaxY())) + 0.5;
      draw(across, area.getMinX(), atY, area.getMaxX(), atY);
      draw(down, atX, area.getMinY(), atX, area.getMaxY());
      knob.center(atX, atY);
    }

    void seek(double pixelX, double pixelY) {
      var area = area();
      var point =
          point(
              Math.clamp(pixelX, area.getMinX(), area.getMaxX()),
              Math.clamp(pixelY, area.getMinY(), area.getMaxY()));
      wanted.accept(point.getX(), point.getY());
    }

    private void press(KeyEvent event) {
      var area = area();
      var pixel = pixel(x, y);
      var right = Math.max(1, STEP * area.getWidth());
      var low = Math.max(1, STEP * area.getHeight());
      switch (event.getCode()) {
        case LEFT -> seek(pixel.getX() - right, pixel.getY());
        case RIGHT -> seek(pixel.getX() + right, pixel.getY());
        case UP -> seek(pixel.getX(), pixel.getY() - low);
        case DOWN -> seek(pixel.getX(), pixel.getY() + low);
        default -> {
          return;
        }
      }
      event.consume();
    }
  }
}
