package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.Drawing;
import dev.neuralworkbench.data.encode.Drawing.Point;
import dev.neuralworkbench.data.encode.ImageStyle;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.ui.drawing.image.PictureFile;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.prediction.PredictViewModel.Entered;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is drawn on the pad, and the image that it makes. It is stored nowhere. */
final class PadViewModel {

  /** Pixels to the right and down by which the image is not in its place. */
  record Shift(int right, int down) {

    static final Shift NONE = new Shift(0, 0);

    Shift and(int more, int below) {
      return new Shift(right + more, down + below);
    }
  }

  /** A side of 28 pixels is shifted by three of them, others by as much of it. */
  private static final double SHIFT = 3.0 / 28;

  final ReadOnlyObjectWrapper<Drawing> drawing = new ReadOnlyObjectWrapper<>(Drawing.EMPTY);

  /** What was drawn before, for undo. */
  final ObservableList<Drawing> past = FXCollections.observableArrayList();

  /** Pixels to the right and down by which the image is not in its place. */
  final ReadOnlyObjectWrapper<Shift> shift = new ReadOnlyObjectWrapper<>(Shift.NONE);

  /**
   * The images that are drawn, and how they look.
   *
   * @param areWhole whether they are pictures as they were, which are not scaled by what they show
   */
  record Seen(Pixels pixels, ImageStyle style, boolean areWhole) {}

  final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();

  /** Whether the inputs are the pixels of an image, to be drawn rather than typed. */
  final BooleanBinding isImage = seen.isNotNull();

  /** What is entered as an image; null where the inputs are none, or nothing can be read. */
  final ObservableValue<@Nullable RowImage> image;

  private final ObservableValue<@Nullable Entered> entered;
  private final Consumer<double @Nullable []> enter;

  /** What is shifted, from its place. */
  private double[] unshifted = {};

  /** Enters images, or none. */
  PadViewModel(ObservableValue<@Nullable Entered> entered, Consumer<double @Nullable []> enter) {
    this.entered = entered;
    this.enter = enter;
    image = entered.map(it -> image(it, seen.get()));
  }

  private static @Nullable RowImage image(Entered of, @Nullable Seen as) {
    return as == null ? null : new RowImage(as.pixels, of.row()::number);
  }

  /** Draws the images of a model from now on; null where its inputs are none. */
  void follow(@Nullable Pixels next, @Nullable Model model) {
    var before = seen.get();
    if (next == null || before == null || next.side() != before.pixels.side()) {
      past.clear();
      show(Drawing.EMPTY);
      before = null;
    }
    seen.set(
        next == null
            ? null
            : new Seen(
                next,
                before == null ? ImageStyle.of(next, List.of()) : before.style,
                next.isGray() && hasNamedClasses(model)));
  }

  /** Classes of digits in a table are numbers, those of a folder of pictures are its names. */
  private static boolean hasNamedClasses(@Nullable Model model) {
    return model != null
        && model.preprocessor().target() instanceof ClassTarget classes
        && !classes.numbers();
  }

  /** Draws as such images look. */
  void imitate(List<double[]> images) {
    var as = seen.get();
    if (as != null) {
      seen.set(new Seen(as.pixels, ImageStyle.of(as.pixels, images), as.areWhole));
    }
    if (!drawing.get().isEmpty()) {
      draw(drawing.get());
    }
  }

  /** Begins a stroke, which one undo takes back. */
  void begin(Point at) {
    past.add(drawing.get());
    draw(drawing.get().begun(at));
  }

  void draw(Point to) {
    if (!drawing.get().isEmpty()) {
      draw(drawing.get().drawn(to));
    }
  }

  void undo() {
    if (!past.isEmpty()) {
      draw(past.removeLast());
    }
  }

  void clear() {
    leave();
    draw(Drawing.EMPTY);
  }

  /**
   * The image that a picture becomes: all of it, as those were that the model was trained on, or
   * what it shows, scaled and centered like a drawing. On any thread.
   */
  static double[] read(Path file, Seen as) throws TableFormatException {
    return as.areWhole
        ? PictureFile.whole(file, as.pixels.side())
        : as.style.image(as.pixels, PictureFile.read(file));
  }

  void open(double[] image) {
    leave();
    enter.accept(image);
  }

  /** Something else is entered: what is drawn can be taken back only. */
  void leave() {
    if (!drawing.get().isEmpty()) {
      past.add(drawing.get());
    }
    show(Drawing.EMPTY);
  }

  /** How many pixels a shift moves the image. */
  int step() {
    var as = seen.get();
    return as == null ? 1 : (int) Math.max(1, Math.rint(SHIFT * as.pixels.side()));
  }

  /** Moves the image from where it is, without centering it again, until nothing of it shows. */
  void shift(int right, int down) {
    var row = entered.getValue();
    var as = seen.get();
    if (row == null || as == null) {
      return;
    }
    if (shift.get().equals(Shift.NONE)) {
      unshifted = row.row().numbers(row.inputs().size());
    }
    var next = shift.get().and(right * step(), down * step());
    if (Math.max(Math.abs(next.right), Math.abs(next.down)) < as.pixels.side() + step()) {
      var moved = as.style.shifted(as.pixels, unshifted, next.right, next.down);
      enter.accept(moved);
      shift.set(next);
    }
  }

  private void show(Drawing next) {
    shift.set(Shift.NONE);
    drawing.set(next);
  }

  private void draw(Drawing next) {
    show(next);
    if (next.isEmpty()) {
      enter.accept(null);
    } else {
      enter(next);
    }
  }

  private void enter(ImageStyle.Inked inked) {
    var as = seen.get();
    if (as != null) {
      enter.accept(as.style.image(as.pixels, inked));
    }
  }
}
