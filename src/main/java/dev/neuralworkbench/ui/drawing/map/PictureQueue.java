package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.UnitMaps;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Makes pictures off the FX thread; of the orders that come meanwhile, the last counts. */
final class PictureQueue {

  /** After each picture the executor rests as long as the picture took. */
  private static final int REST = 1;

  /** What cannot be drawn is not tried again at once, though a run may ask at every frame. */
  private static final long REST_AFTER_FAILURE = 10_000_000_000L;

  /** The unit is a hidden one; null for the whole network. */
  record Subject(
      DecisionMap map, NetworkDesign design, MapView view, NetworkPart.@Nullable Unit unit) {}

  /** Only units are drawn where nothing is learned; the name is of what the unit answers. */
  record Order(
      Subject subject, NetworkWeights weights, boolean learned, Plane plane, String unitName) {

    boolean isLike(Order other) {
      return subject.equals(other.subject) && unitName.equals(other.unitName);
    }
  }

  /** The plane has the answers, where the network has learned. */
  record Result(Order order, Plane plane, UnitMaps maps) {}

  private record Artists(Order of, PlaneArtist artist, UnitMapsArtist maps) {}

  private record Drawn(Result result, long took) {}

  private final BackgroundTasks tasks;
  private final LatestTask wish;
  private final Supplier<Products> products;
  private final Consumer<Result> finished;
  private long restsUntil = System.nanoTime();

  /** Belongs to the executor. */
  private @Nullable Artists last;

  /** Tells on the FX thread what is finished. */
  PictureQueue(
      BackgroundTasks tasks,
      Executor executor,
      Supplier<Products> products,
      Consumer<Result> finished) {
    this.tasks = tasks;
    wish = LatestTask.unseen(tasks, executor, "picture").lively();
    this.products = products;
    this.finished = finished;
  }

  boolean isFree() {
    return !wish.busy().get() && System.nanoTime() - restsUntil > 0;
  }

  void want(Order order) {
    wish.ask(
        _ -> draw(order),
        drawn -> {
          restsUntil = System.nanoTime() + REST * drawn.took;
          finished.accept(drawn.result);
        },
        tasks.complainAfter(() -> restsUntil = System.nanoTime() + REST_AFTER_FAILURE));
  }

  void forget() {
    wish.forget();
  }

  private Drawn draw(Order order) {
    var start = System.nanoTime();
    var artists = last;
    if (artists == null || !artists.of.isLike(order)) {
      var of = order.subject;
      var maps = new UnitMapsArtist(of.map(), of.design(), of.view(), order.plane);
      artists = new Artists(order, artist(order), maps);
      last = artists;
    }
    var plane = order.learned ? artists.artist.draw(order.weights, order.plane) : order.plane;
    var result = new Result(order, plane, artists.maps.draw(order.weights));
    return new Drawn(result, System.nanoTime() - start);
  }

  private PlaneArtist artist(Order order) {
    var map = order.subject.map();
    var design = order.subject.design();
    var view = order.subject.view();
    var unit = order.subject.unit();
    if (view instanceof MapView.Images images && (unit == null || unit.column() == 1)) {
      return new ImagesArtist(map, design, images, unit);
    } else if (unit != null) {
      return new PlaneArtist.OfUnit(map, design, view, unit, order.unitName, order.plane);
    }
    return view instanceof MapView.Line(var x)
        ? new PlaneArtist.OfLine(map, design, x, order.plane, products.get())
        : new PlaneArtist.OfGround(map, design, view, order.plane, products.get());
  }

  /** Draws what each hidden unit of a small network answers all over a view. One owner thread. */
  static final class UnitMapsArtist {

    private static final int CELLS = 18;
    private static final long MOST_PARAMETERS = 20_000;

    /** Units of a column that is narrow enough to be shown one by one, or nearly. */
    private static final int MOST_UNITS = 64;

    private final NetworkDesign design;
    private final MapView view;
    private final FMatrixRMaj inputs;
    private final int rows;
    private final boolean small;

    UnitMapsArtist(DecisionMap map, NetworkDesign design, MapView view, Plane plane) {
      this.design = design;
      this.view = view;
      rows = view instanceof MapView.Line ? 1 : CELLS;
      var target = map.preprocessor().target();
      small =
          design.parameterCount(
                      map.preprocessor().inputCount(),
                      PlaneArtist.GridAnswers.outputs(design, target))
                  <= MOST_PARAMETERS
              && design.hiddenDense().stream().allMatch(layer -> layer.units() <= MOST_UNITS);
      inputs = small ? view.grid(map, plane, CELLS, rows) : new FMatrixRMaj(0, 0);
    }

    UnitMaps draw(NetworkWeights weights) {
      if (view instanceof MapView.Images(var side, var _)) {
        return weights.layers().size() > 1 ? images(weights, side) : UnitMaps.NONE;
      } else if (!small) {
        return UnitMaps.NONE;
      }
      var columns = new ArrayList<UnitMaps.Column>();
      for (var values : HiddenValues.of(inputs, design, weights, Integer.MAX_VALUE)) {
        columns.add(new UnitMaps.Column(columns.size() + 1, CELLS, rows, cells(values)));
      }
      return new UnitMaps(columns);
    }

    private static List<float[]> cells(FMatrixRMaj values) {
      return IntStream.range(0, values.numCols)
          .mapToObj(unit -> scaled(HiddenValues.of(unit, values)))
          .toList();
    }

    private static UnitMaps images(NetworkWeights weights, int side) {
      var layer = weights.layer(0);
      var values = new FMatrixRMaj(side * side, layer.units(), true, layer.weights());
      return new UnitMaps(List.of(new UnitMaps.Column(1, side, side, cells(values))));
    }

    /** As shares of the largest size; modified. */
    private static float[] scaled(float[] values) {
      var end = HiddenValues.end(values);
      for (var i = 0; i < values.length; i++) {
        values[i] /= end;
      }
      return values;
    }
  }
}
