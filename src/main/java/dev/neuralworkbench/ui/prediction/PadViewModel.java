package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.Drawing;
import dev.neuralworkbench.data.encode.Drawing.Point;
import dev.neuralworkbench.data.encode.ImageStyle;
import dev.neuralworkbench.data.encode.Picture;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What is drawn on the pad, and the image that it makes. It is stored nowhere. */
final class PadViewModel {

  /** A side of 28 pixels is shifted by three of them, others by as much of it. */
  private static final double SHIFT = 3.0 / 28;

  /** Pixels to the right and down by which the image is not in its place. */
  record Shift(int right, int down) {

    static final Shift NONE = new Shift(0, 0);
  }

  private record Question(Model model, boolean hasTable) {}

  final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.EMPTY);
  final ReadOnlyObjectWrapper<Shift> shift = new ReadOnlyObjectWrapper<>(Shift.NONE);
  final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final Deque<Drawing> past = new ArrayDeque<>();
  private final Supplier<double @Nullable []> entered;
  private final Consumer<double @Nullable []> enter;
  private final Inquiry<Question, ImageStyle> style;
  private @Nullable Pixels pixels;

  /** What is shifted; null while nothing is. */
  private double @Nullable [] unshifted;

  /**
   * @param entered the image that is entered, or null
   * @param enter enters an image, or none
   */
  PadViewModel(
      BackgroundTasks tasks,
      Supplier<double @Nullable []> entered,
      Consumer<double @Nullable []> enter) {
    this.entered = entered;
    this.enter = enter;
    style =
        new Inquiry<Question, ImageStyle>(
                tasks, LatestTask.unseen(tasks, tasks.lane("image style"), "image style"))
            .lasting();
    style.subscribe(_ -> enterDrawing());
  }

  /** Draws for a model from now on; its training rows say how images look. */
  void follow(@Nullable Model model, DataReference data) {
    var before = pixels;
    pixels = model == null ? null : model.preprocessor().pixels().orElse(null);
    var seen = pixels;
    if (model == null || seen == null || (before != null && before.side() != seen.side())) {
      past.clear();
      show(Drawing.EMPTY);
    }
    if (model == null || seen == null) {
      style.forget();
    } else {
      style.ask(
          new Question(model, data.table() != null),
          _ ->
              ImageStyle.of(
                  seen, Background.of(model, data).map(Background::numbers).orElse(List.of())));
    }
  }

  /** Begins a stroke, which one undo takes back. */
  void begin(Point at) {
    past.push(drawing.get());
    show(drawing.get().begun(at));
    enterDrawing();
  }

  void draw(Point to) {
    if (!drawing.get().isEmpty()) {
      show(drawing.get().drawn(to));
      enterDrawing();
    }
  }

  void undo() {
    if (!past.isEmpty()) {
      show(past.pop());
      enter.accept(null);
      enterDrawing();
    }
  }

  void clear() {
    leave();
    enter.accept(null);
  }

  /** Enters what a picture shows, scaled and centered like a drawing. */
  void open(Picture picture) {
    var known = style.get();
    if (known != null && pixels != null) {
      leave();
      enter.accept(known.image(pixels, picture));
    }
  }

  /** Something else is entered: what is drawn can be taken back only. */
  void leave() {
    if (!drawing.get().isEmpty()) {
      past.push(drawing.get());
    }
    show(Drawing.EMPTY);
  }

  /** How many pixels a shift moves the image. */
  int step() {
    var seen = pixels;
    return seen == null ? 1 : (int) Math.max(1, Math.rint(SHIFT * seen.side()));
  }

  /** Moves the image from where it is, without centering it again. */
  void shift(int right, int down) {
    var image = unshifted == null ? entered.get() : unshifted;
    var seen = pixels;
    var known = style.get();
    if (image == null || seen == null || known == null) {
      return;
    }
    var most = seen.side();
    var next =
        new Shift(
            Math.clamp(shift.get().right + (long) right * step(), -most, most),
            Math.clamp(shift.get().down + (long) down * step(), -most, most));
    enter.accept(known.shifted(seen, image, next.right, next.down));
    unshifted = image;
    shift.set(next);
  }

  private void show(Drawing next) {
    unshifted = null;
    shift.set(Shift.NONE);
    drawing.set(next);
    canUndo.set(!past.isEmpty());
  }

  private void enterDrawing() {
    var known = style.get();
    var seen = pixels;
    if (known != null && seen != null && !drawing.get().isEmpty()) {
      enter.accept(known.image(seen, drawing.get()));
    }
  }
}
