package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.chart.Plane;
import dev.neuralworkbench.ui.chart.PlaneChart;
import dev.neuralworkbench.ui.common.Messages;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a network has learned, over the rows that it learned from: decision regions or a surface
 * over two inputs, a curve over a single one. Used on the FX thread; answers are computed by the
 * executor.
 */
public final class WorldPicture extends VBox {

  /** After each picture the executor rests this many times as long as the picture took. */
  private static final int REST = 2;

  private record Lesson(NetworkDesign design, NetworkWeights weights) {}

  /** What an artist was made for. */
  private record Subject(World world, NetworkDesign design, int x, int y) {}

  private record Work(Subject subject, Artist artist, Plane plane, long nanos) {}

  private final Messages messages;
  private final Executor executor;
  private final Supplier<Products> products;
  private final PlaneChart chart = new PlaneChart();
  private final AxisChooser xChooser;
  private final AxisChooser yChooser;
  private final FlowPane choosers = new FlowPane();
  private final Label rest = new Label();

  private @Nullable World world;
  private @Nullable Plane empty;
  private @Nullable Lesson lesson;
  private @Nullable Work last;
  private boolean drawing;
  private boolean again;
  private long restsUntil = System.nanoTime();

  /**
   * An empty picture.
   *
   * @param executor runs one picture after another, off the FX thread
   * @param products makes the products for the executor's thread
   */
  public WorldPicture(Messages messages, Executor executor, Supplier<Products> products) {
    this.messages = messages;
    this.executor = executor;
    this.products = products;
    xChooser = new AxisChooser("picture-x", "picture.x", messages, this::changeAxes);
    yChooser = new AxisChooser("picture-y", "picture.y", messages, this::changeAxes);
    getStyleClass().add("world-picture");
    chart.setId("picture");
    chart.setMinSize(0, 0);
    rest.setId("picture-rest");
    rest.getStyleClass().add("muted");
    rest.setWrapText(true);
    rest.textProperty().bind(messages.text("picture.rest"));
    rest.setMinHeight(USE_PREF_SIZE);
    choosers.getStyleClass().add("picture-axes");
    choosers.getChildren().setAll(xChooser, yChooser);
    VBox.setVgrow(chart, Priority.ALWAYS);
    getChildren().setAll(chart, choosers, rest);
    messages.language().subscribe(_ -> changeAxes());
    show(null);
  }

  /** The chart, for its texts and for saving it. */
  public PlaneChart chart() {
    return chart;
  }

  /** Shows the rows of a world, without answers; null for nothing. */
  public void show(@Nullable World shown) {
    world = shown;
    lesson = null;
    var axes = shown == null ? List.<Integer>of() : shown.axes();
    seen(choosers, axes.size() > 2);
    seen(rest, shown != null && shown.hasMoreThan(Math.min(axes.size(), 2)));
    if (shown != null) {
      var first = shown.firstAxes();
      xChooser.offer(shown, axes, first.isEmpty() ? null : first.getFirst());
      yChooser.offer(shown, axes, first.isEmpty() ? null : first.getLast());
    }
    changeAxes();
  }

  /** Whether a picture of newer weights would be made at once, or none at all. */
  public boolean isFree() {
    return empty == null || (!drawing && System.nanoTime() - restsUntil > 0);
  }

  /** Draws what a network with these weights answers; it must be one for the world that shows. */
  public void draw(NetworkDesign design, NetworkWeights weights) {
    var next = new Lesson(design, weights);
    if (!next.equals(lesson)) {
      lesson = next;
      work();
    }
  }

  private static void seen(Node node, boolean seen) {
    node.setVisible(seen);
    node.setManaged(seen);
  }

  private void changeAxes() {
    empty = world == null ? null : emptyPlane(world);
    chart.show(empty);
    work();
  }

  private @Nullable Plane emptyPlane(World shown) {
    var planes = new EmptyPlane(shown, messages.words());
    return switch (shown.axes().size()) {
      case 0 -> null;
      case 1 -> planes.of(shown.axes().getFirst());
      default -> planes.of(xChooser.chosen(), yChooser.chosen());
    };
  }

  private void work() {
    var plane = empty;
    var now = lesson;
    if (drawing) {
      again = true;
    } else if (plane != null && now != null && world != null) {
      drawing = true;
      var subject = new Subject(world, now.design, xChooser.chosen(), yChooser.chosen());
      var before = last;
      var known = before != null && before.subject.equals(subject) ? before.artist : null;
      executor.execute(
          () -> {
            var start = System.nanoTime();
            var artist = known == null ? artist(subject, plane) : known;
            var drawn = artist.draw(now.weights, plane);
            var work = new Work(subject, artist, drawn, System.nanoTime() - start);
            Platform.runLater(() -> finish(work, plane));
          });
    }
  }

  /** A picture whose plane was replaced meanwhile is thrown away. */
  private void finish(Work work, Plane plane) {
    drawing = false;
    last = work;
    restsUntil = System.nanoTime() + REST * work.nanos;
    if (Objects.equals(plane, empty) && lesson != null) {
      chart.show(work.plane);
    }
    if (again) {
      again = false;
      work();
    }
  }

  private Artist artist(Subject subject, Plane plane) {
    return subject.world.axes().size() == 1
        ? new LineArtist(
            subject.world, subject.design, subject.world.axes().getFirst(), plane, products.get())
        : new GroundArtist(
            subject.world, subject.design, subject.x, subject.y, plane, products.get());
  }
}
