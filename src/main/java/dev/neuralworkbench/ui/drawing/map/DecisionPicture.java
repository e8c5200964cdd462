package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.metrics.PrincipalComponents;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.UnitMaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a network or a hidden unit has learned, over its rows: regions or a surface, a curve over a
 * single input, weights as images. Used on the FX thread; the executor computes.
 */
public final class DecisionPicture extends VBox {

  /** Of weights that were not learned only the units are drawn. */
  private record Lesson(NetworkDesign design, NetworkWeights weights, boolean learned) {}

  private final Messages messages;
  private final PictureQueue queue;

  /** The principal components of a map's training rows; null while they are being found. */
  private final Inquiry<DecisionMap, PrincipalComponents> components;

  public final PlaneChart chart = Styling.as(new PlaneChart(), "#picture");
  public final ViewMenu menu;
  private final SliceChooser slice;

  /** The hidden unit whose answers are drawn; null for those of the whole network. */
  public final ReadOnlyObjectWrapper<NetworkPart.@Nullable Unit> unit =
      new ReadOnlyObjectWrapper<>();

  public record Axes(int x, int y) {}

  private Consumer<UnitMaps> mapped = _ -> {};
  private Runnable axesChanged = () -> {};
  private @Nullable DecisionMap map;
  private @Nullable MapView view;
  private @Nullable Plane empty;
  private @Nullable Lesson lesson;
  private @Nullable RawRow entered;

  /** The executor runs one picture after another, off the FX thread. */
  public DecisionPicture(
      Messages messages, BackgroundTasks tasks, Executor executor, Supplier<Products> products) {
    this.messages = messages;
    var task = LatestTask.unseen(tasks, executor, "components");
    components =
        new Inquiry<DecisionMap, PrincipalComponents>(tasks, task).telling(_ -> changeView());
    queue = new PictureQueue(tasks, executor, products, this::arrive);
    menu = new ViewMenu(messages, this::changeView);
    slice = new SliceChooser(messages, this::changeView);
    getStyleClass().add("decision-picture");
    chart.setMinSize(0, 0);
    chart.name(new PlaneChart.AxisNames(slice.x, slice.y));
    getChildren().setAll(Space.tall(chart));
    messages.language().subscribe(_ -> changeView());
    show(null);
  }

  /** Tells of the small pictures of the hidden units, made together with each large one. */
  public void onMaps(Consumer<UnitMaps> listener) {
    mapped = listener;
  }

  public Region others() {
    return slice.others;
  }

  public void enlarge(NetworkPart.@Nullable Unit hidden) {
    unit.set(hidden);
    if (hidden == null) {
      chart.show(empty);
    }
    work();
  }

  /** Shows the rows of a map, without answers; null for nothing. */
  public void show(@Nullable DecisionMap shown) {
    map = shown;
    lesson = null;
    entered = null;
    unit.set(null);
    menu.offer(shown);
    slice.offer(shown);
    changeView();
  }

  /** Holds the inputs that are no axis at those of a row, until another map shows. */
  public void hold(RawRow row) {
    slice.enterElsewhere();
    entered = row;
    if (map != null && view instanceof MapView.Inputs) {
      view = view(map);
      work();
    }
  }

  /** The inputs along both axes; empty where the axes are something else. */
  public Optional<Axes> axes() {
    return view instanceof MapView.Inputs(var x, var y, var _)
        ? Optional.of(new Axes(x, y))
        : Optional.empty();
  }

  public void onAxes(Runnable listener) {
    axesChanged = listener;
  }

  /** Whether a picture of newer weights would be made at once, or none at all. */
  public boolean isFree() {
    return empty == null || queue.isFree();
  }

  public void draw(NetworkDesign design, NetworkWeights weights) {
    draw(new Lesson(design, weights, true));
  }

  /** Draws the units of a network that has learned nothing yet; the picture stays without. */
  public void drawStart(NetworkDesign design, NetworkWeights weights) {
    draw(new Lesson(design, weights, false));
  }

  /** Weights of another map may still be on their way. */
  private void draw(Lesson next) {
    if (!next.equals(lesson) && (map == null || fits(next, map.preprocessor()))) {
      lesson = next;
      work();
    }
  }

  private static boolean fits(Lesson next, Preprocessor preprocessor) {
    return next.weights.fits(
        next.design,
        preprocessor.inputCount(),
        PlaneArtist.GridAnswers.outputs(next.design, preprocessor.target()));
  }

  private void changeView() {
    slice.show(menu.kind.get() == ViewMenu.Kind.INPUTS);
    view = map == null ? null : view(map);
    empty =
        map == null || view == null
            ? null
            : new EmptyPlane(map, messages.words(), menu.withTest()).of(view);
    var images = menu.kind.get() == ViewMenu.Kind.IMAGES;
    chart.emptyText().bind(messages.text(images ? "picture.empty.images" : "picture.empty"));
    chart.show(images ? null : empty);
    axesChanged.run();
    work();
  }

  private @Nullable MapView view(DecisionMap shown) {
    var axes = shown.axes();
    if (axes.isEmpty()) {
      return null;
    } else if (axes.size() == 1) {
      return new MapView.Line(axes.getFirst());
    }
    return switch (menu.kind.get()) {
      case INPUTS ->
          new MapView.Inputs(
              slice.x.chosen(), slice.y.chosen(), entered == null ? slice.held(shown) : entered);
      case IMAGES ->
          new MapView.Images(
              shown.preprocessor().pixels().map(Pixels::side).orElse(0), messages.words());
      case COMPONENTS -> {
        components.ask(shown, _ -> PrincipalComponents.of(shown.prepared(shown.training())));
        var known = components.get();
        yield known == null ? null : new MapView.Components(known);
      }
    };
  }

  private void work() {
    var plane = empty;
    var now = lesson;
    var from = view;
    var shown = map;
    if (plane == null || now == null || from == null || shown == null) {
      queue.forget();
      return;
    }
    var hidden = hidden(now.design);
    var name =
        hidden == null ? "" : messages.now("drawing.unit", hidden.column(), hidden.unit() + 1);
    var subject = new PictureQueue.Subject(shown, now.design, from, hidden);
    queue.want(new PictureQueue.Order(subject, now.weights, now.learned, plane, name));
  }

  private NetworkPart.@Nullable Unit hidden(NetworkDesign design) {
    var wanted = unit.get();
    if (wanted == null) {
      return null;
    }
    var layers = design.hiddenDense();
    var exists =
        wanted.column() <= layers.size() && wanted.unit() < layers.get(wanted.column() - 1).units();
    if (!exists) {
      unit.set(null);
    }
    return exists ? wanted : null;
  }

  /** A picture whose plane was replaced meanwhile is thrown away. */
  private void arrive(PictureQueue.Result result) {
    if (Objects.equals(result.order().plane(), empty) && lesson != null) {
      mapped.accept(result.maps());
      if (lesson.learned && Objects.equals(unit.get(), result.order().subject().unit())) {
        chart.show(result.plane());
      }
    }
  }

  /** Chooses from where a map is looked at, and with which rows; not there without a choice. */
  static final class ViewMenu extends MenuButton {

    enum Kind {
      INPUTS,
      COMPONENTS,
      IMAGES
    }

    private final List<RadioMenuItem> kinds;
    private final SeparatorMenuItem line = new SeparatorMenuItem();
    private final CheckMenuItem test = Styling.as(new CheckMenuItem(), "#picture-test");
    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.INPUTS);

    ViewMenu(Messages messages, Runnable chosen) {
      Styling.as(this, "#picture-view", "flat", "small");
      setMinWidth(USE_PREF_SIZE);
      textProperty().bind(messages.text("picture.view"));
      Tooltips.install(this, messages.text("picture.view.tip"));
      kinds =
          Buttons.choices(
              List.of(Kind.values()),
              it -> messages.text("picture.view." + Ids.of(it)),
              it -> "picture-view-" + Ids.of(it),
              kind,
              it -> {
                kind.set(it);
                chosen.run();
              });
      Buttons.tellChosen(this, kinds, messages.text("picture.view"), messages);
      Buttons.item(test, messages.text("picture.withTest"), chosen);
      managedProperty().bind(visibleProperty());
      offer(null);
    }

    void offer(@Nullable DecisionMap map) {
      var offered = map == null ? List.<Kind>of() : kinds(map);
      kind.set(offered.isEmpty() ? Kind.INPUTS : offered.getFirst());
      var items = new ArrayList<MenuItem>();
      var all = List.of(Kind.values());
      offered.forEach(it -> items.add(kinds.get(all.indexOf(it))));
      var hasTest = map != null && map.test().rows().length > 0;
      addIf(hasTest && !items.isEmpty(), line, items);
      addIf(hasTest, test, items);
      getItems().setAll(items);
      setVisible(!items.isEmpty());
    }

    private static void addIf(boolean added, MenuItem item, List<MenuItem> items) {
      if (added) {
        items.add(item);
      }
    }

    /** The first is what a map is looked at by at first; none where there is only one. */
    private static List<Kind> kinds(DecisionMap map) {
      if (map.axes().size() < 2 || !map.hasMoreThan(2)) {
        return List.of();
      }
      return map.preprocessor().pixels().isPresent()
          ? List.of(Kind.IMAGES, Kind.INPUTS, Kind.COMPONENTS)
          : List.of(Kind.INPUTS, Kind.COMPONENTS);
    }

    boolean withTest() {
      return test.isSelected();
    }
  }
}
