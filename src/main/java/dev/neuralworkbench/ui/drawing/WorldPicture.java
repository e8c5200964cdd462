package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.data.Preprocessor;
import dev.neuralworkbench.metrics.PrincipalComponents;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.chart.Plane;
import dev.neuralworkbench.ui.chart.PlaneChart;
import dev.neuralworkbench.ui.common.Messages;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a network, or one of its hidden units, has learned, over the rows that it learned from:
 * decision regions or a surface over two inputs or two principal components, a curve over a single
 * input, the weights of the first layer as images. Used on the FX thread; answers are computed by
 * the executor.
 */
public final class WorldPicture extends VBox {

  /** After each picture the executor rests as long as the picture took. */
  private static final int REST = 1;

  /**
   * What is to be drawn.
   *
   * @param answers whether the network has learned these weights, so that its answers are drawn
   */
  private record Lesson(NetworkDesign design, NetworkWeights weights, boolean answers) {}

  private record Work(
      Subject subject, Artist artist, UnitMapsArtist maps, Plane plane, long nanos) {}

  private final Messages messages;
  private final Executor executor;
  private final Supplier<Products> products;
  private final PlaneChart chart = new PlaneChart();
  private final ViewChooser chooser;
  private final ReadOnlyObjectWrapper<NetworkPart.@Nullable Unit> unit =
      new ReadOnlyObjectWrapper<>(this, "unit");

  private Consumer<UnitMaps> mapped = _ -> {};
  private @Nullable World world;
  private @Nullable PrincipalComponents components;
  private @Nullable View view;
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
    chooser = new ViewChooser(messages, this::changeView);
    getStyleClass().add("world-picture");
    chart.setId("picture");
    chart.setMinSize(0, 0);
    VBox.setVgrow(chart, Priority.ALWAYS);
    chooser.setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(chart, chooser);
    messages.language().subscribe(_ -> changeView());
    show(null);
  }

  /** The chart, for its texts and for saving it. */
  public PlaneChart chart() {
    return chart;
  }

  /** Tells of the small pictures of the hidden units, made together with each large one. */
  public void onMaps(Consumer<UnitMaps> listener) {
    mapped = listener;
  }

  /** The hidden unit whose answers are drawn; null for those of the whole network. */
  public ReadOnlyObjectProperty<NetworkPart.@Nullable Unit> unit() {
    return unit.getReadOnlyProperty();
  }

  /** Draws the answers of a hidden unit; null for those of the whole network. */
  public void enlarge(NetworkPart.@Nullable Unit hidden) {
    unit.set(hidden);
    if (hidden == null) {
      chart.show(empty);
    }
    work();
  }

  /** Shows the rows of a world, without answers; null for nothing. */
  public void show(@Nullable World shown) {
    world = shown;
    lesson = null;
    components = null;
    unit.set(null);
    chooser.offer(shown);
    changeView();
  }

  /** Whether a picture of newer weights would be made at once, or none at all. */
  public boolean isFree() {
    return empty == null || (!drawing && System.nanoTime() - restsUntil > 0);
  }

  /** Draws what a network with these weights answers; it must be one for the world that shows. */
  public void draw(NetworkDesign design, NetworkWeights weights) {
    draw(new Lesson(design, weights, true));
  }

  /** Draws the units of a network that has learned nothing yet; the picture stays without. */
  public void drawStart(NetworkDesign design, NetworkWeights weights) {
    draw(new Lesson(design, weights, false));
  }

  /** Weights of another world may still be on their way. */
  private void draw(Lesson next) {
    if (!next.equals(lesson) && (world == null || fits(next, world.preprocessor()))) {
      lesson = next;
      work();
    }
  }

  private static boolean fits(Lesson next, Preprocessor preprocessor) {
    return next.weights.fits(
        next.design,
        preprocessor.inputCount(),
        GridAnswers.outputs(next.design, preprocessor.target()));
  }

  private void changeView() {
    view = world == null ? null : view(world);
    empty = world == null || view == null ? null : new EmptyPlane(world, messages.words()).of(view);
    chart.show(view instanceof View.Images ? null : empty);
    work();
  }

  /** The view that is chosen; null while it is not ready, or where there is none. */
  private @Nullable View view(World shown) {
    var axes = shown.axes();
    if (axes.isEmpty()) {
      return null;
    } else if (axes.size() == 1) {
      return new View.Line(axes.getFirst());
    }
    return switch (chooser.kind()) {
      case INPUTS -> new View.Inputs(chooser.x(), chooser.y(), chooser.row());
      case IMAGES -> new View.Images(shown.imageSide());
      case COMPONENTS -> {
        var known = components;
        if (known == null) {
          findComponents(shown);
        }
        yield known == null ? null : new View.Components(known);
      }
    };
  }

  @SuppressWarnings("ReferenceEquality")
  private void findComponents(World shown) {
    executor.execute(
        () -> {
          var found = PrincipalComponents.of(shown.prepared(shown.training()));
          Platform.runLater(
              () -> {
                if (shown == world) {
                  components = found;
                  changeView();
                }
              });
        });
  }

  private void work() {
    var plane = empty;
    var now = lesson;
    var from = view;
    if (drawing) {
      again = true;
    } else if (plane != null && now != null && world != null && from != null) {
      drawing = true;
      var subject = new Subject(world, now.design, from, hidden(now.design));
      var before = last;
      var known = before != null && before.subject.equals(subject) ? before : null;
      executor.execute(
          () -> {
            var start = System.nanoTime();
            var artist = known == null ? artist(subject, plane) : known.artist;
            var maps =
                known == null
                    ? new UnitMapsArtist(subject.world(), now.design, from, plane)
                    : known.maps;
            var drawn = now.answers ? artist.draw(now.weights, plane) : plane;
            var units = maps.draw(now.weights);
            var work = new Work(subject, artist, maps, drawn, System.nanoTime() - start);
            Platform.runLater(() -> finish(work, plane, units));
          });
    }
  }

  /** The unit that is enlarged, if such a network has it. */
  private NetworkPart.@Nullable Unit hidden(NetworkDesign design) {
    var wanted = unit.get();
    if (wanted == null) {
      return null;
    }
    var layers = design.hidden().stream().filter(DenseDesign.class::isInstance).toList();
    var exists =
        wanted.column() <= layers.size()
            && layers.get(wanted.column() - 1) instanceof DenseDesign dense
            && wanted.unit() < dense.units();
    if (!exists) {
      unit.set(null);
    }
    return exists ? wanted : null;
  }

  /** A picture whose plane was replaced meanwhile is thrown away. */
  private void finish(Work work, Plane plane, UnitMaps units) {
    drawing = false;
    last = work;
    restsUntil = System.nanoTime() + REST * work.nanos;
    if (Objects.equals(plane, empty) && lesson != null) {
      mapped.accept(units);
      if (lesson.answers && Objects.equals(unit.get(), work.subject.unit())) {
        chart.show(work.plane);
      }
    }
    if (again) {
      again = false;
      work();
    }
  }

  private Artist artist(Subject subject, Plane plane) {
    var shown = subject.world();
    var design = subject.design();
    var from = subject.view();
    var hidden = subject.unit();
    if (from instanceof View.Images(var side) && (hidden == null || hidden.column() == 1)) {
      return new ImageArtist(side, hidden);
    } else if (hidden != null) {
      var name = messages.words().text("drawing.unit", hidden.column(), hidden.unit() + 1);
      return new UnitArtist(shown, design, from, hidden, name, plane);
    }
    return from instanceof View.Line(var x)
        ? new LineArtist(shown, design, x, plane, products.get())
        : new GroundArtist(shown, design, from, plane, products.get());
  }
}
