package dev.neuralworkbench.ui.backprop.formula;

import dev.neuralworkbench.ui.common.Styling;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;

/** A sign beside something that grows with it, drawn as a stroke. */
final class GrowingSign {

  enum Kind {
    OPEN,
    CLOSE,
    BAR,
    ROOT,
    BRACE,
    NONE
  }

  private final Kind kind;
  private final Path path = Styling.as(new Path(), "maths-rule");

  GrowingSign(Kind kind) {
    this.kind = kind;
  }

  List<Node> nodes() {
    return kind == Kind.NONE ? List.of() : List.of(path);
  }

  double width() {
    return switch (kind) {
      case OPEN, CLOSE -> 0.36;
      case BAR -> 0.3;
      case ROOT -> 0.62;
      case BRACE -> 0.55;
      case NONE -> 0;
    };
  }

  /** Room above what it encloses, in em. */
  double head() {
    return kind == Kind.ROOT ? 0.12 : 0;
  }

  void place(double x, double top, double bottom, double em, double content) {
    var middle = (top + bottom) / 2;
    path.getElements().clear();
    switch (kind) {
      case OPEN -> curve(x + 0.28 * em, x + 0.02 * em, top, middle, bottom);
      case CLOSE -> curve(x + 0.08 * em, x + 0.34 * em, top, middle, bottom);
      case BAR -> line(x + 0.15 * em, top, x + 0.15 * em, bottom);
      case ROOT -> {
        line(x + 0.08 * em, middle + 0.1 * em, x + 0.2 * em, middle + 0.02 * em);
        path.getElements()
            .addAll(
                new LineTo(x + 0.36 * em, bottom),
                new LineTo(x + 0.56 * em, top),
                new LineTo(x + width() * em + content, top));
      }
      case BRACE -> {
        line(x + 0.42 * em, top, x + 0.3 * em, top + 0.12 * em);
        path.getElements()
            .addAll(
                new LineTo(x + 0.3 * em, middle - 0.14 * em),
                new LineTo(x + 0.16 * em, middle),
                new LineTo(x + 0.3 * em, middle + 0.14 * em),
                new LineTo(x + 0.3 * em, bottom - 0.12 * em),
                new LineTo(x + 0.42 * em, bottom));
      }
      case NONE -> {}
    }
  }

  private void line(double x1, double y1, double x2, double y2) {
    path.getElements().addAll(new MoveTo(x1, y1), new LineTo(x2, y2));
  }

  private void curve(double outer, double inner, double top, double middle, double bottom) {
    path.getElements()
        .addAll(
            new MoveTo(outer, top),
            new QuadCurveTo(inner, (top + middle) / 2, inner, middle),
            new QuadCurveTo(inner, (middle + bottom) / 2, outer, bottom));
  }
}
