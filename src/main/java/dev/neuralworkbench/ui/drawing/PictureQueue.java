package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.chart.Plane;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Makes one picture after another off the FX thread, from where it is used. Of the wishes that come
 * while one is being made, the last counts.
 */
final class PictureQueue {

  /** After each picture the executor rests as long as the picture took. */
  private static final int REST = 1;

  /**
   * What is to be drawn.
   *
   * @param weights weights of the subject's network
   * @param learned whether the network has learned them, so that its answers are drawn; otherwise
   *     only its units are
   * @param plane the view's axes and rows
   * @param unitName what the answers of the subject's hidden unit are called
   */
  record Wish(
      Subject subject, NetworkWeights weights, boolean learned, Plane plane, String unitName) {

    /** Whether the same artists draw it. */
    boolean isLike(Wish other) {
      return subject.equals(other.subject) && unitName.equals(other.unitName);
    }
  }

  /**
   * What was drawn.
   *
   * @param plane with the answers, where the network has learned
   * @param maps the pictures of its units
   */
  record Result(Wish wish, Plane plane, UnitMaps maps) {}

  /** Those who draw, on the executor alone. */
  private record Artists(Wish of, Artist artist, UnitMapsArtist maps) {}

  private final Executor executor;
  private final Supplier<Products> products;
  private final Consumer<Result> finished;
  private @Nullable Artists last;
  private @Nullable Wish next;
  private boolean drawing;
  private long restsUntil = System.nanoTime();

  /**
   * A queue without a wish.
   *
   * @param executor runs one picture after another
   * @param products makes the products for the executor's thread
   * @param finished told on the FX thread
   */
  PictureQueue(Executor executor, Supplier<Products> products, Consumer<Result> finished) {
    this.executor = executor;
    this.products = products;
    this.finished = finished;
  }

  /** Whether a picture would be made at once. */
  boolean isFree() {
    return !drawing && System.nanoTime() - restsUntil > 0;
  }

  /** Makes this picture next. */
  void want(Wish wish) {
    if (drawing) {
      next = wish;
      return;
    }
    drawing = true;
    var before = last;
    executor.execute(
        () -> {
          var start = System.nanoTime();
          var artists = before != null && before.of.isLike(wish) ? before : artists(wish);
          var drawn = wish.learned ? artists.artist.draw(wish.weights, wish.plane) : wish.plane;
          var result = new Result(wish, drawn, artists.maps.draw(wish.weights));
          var took = System.nanoTime() - start;
          Platform.runLater(() -> finish(artists, result, took));
        });
  }

  /** Leaves out what was wanted next. */
  void forget() {
    next = null;
  }

  private void finish(Artists artists, Result result, long took) {
    drawing = false;
    last = artists;
    restsUntil = System.nanoTime() + REST * took;
    finished.accept(result);
    var wanted = next;
    next = null;
    if (wanted != null) {
      want(wanted);
    }
  }

  private Artists artists(Wish wish) {
    var subject = wish.subject;
    return new Artists(
        wish,
        artist(wish),
        new UnitMapsArtist(subject.world(), subject.design(), subject.view(), wish.plane));
  }

  private Artist artist(Wish wish) {
    var world = wish.subject.world();
    var design = wish.subject.design();
    var view = wish.subject.view();
    var unit = wish.subject.unit();
    if (view instanceof View.Images(var side) && (unit == null || unit.column() == 1)) {
      return new ImageArtist(side, unit);
    } else if (unit != null) {
      return new UnitArtist(world, design, view, unit, wish.unitName, wish.plane);
    }
    return view instanceof View.Line(var x)
        ? new LineArtist(world, design, x, wish.plane, products.get())
        : new GroundArtist(world, design, view, wish.plane, products.get());
  }
}
