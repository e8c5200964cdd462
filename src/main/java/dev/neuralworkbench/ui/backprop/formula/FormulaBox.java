package dev.neuralworkbench.ui.backprop.formula;

import dev.neuralworkbench.ui.common.Styling;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/** A piece of a formula with its place: it stands on a line, reaching above and below it. */
abstract sealed class FormulaBox {

  double width;
  double ascent;
  double descent;

  /** What it is made of; the first is as large as the whole. */
  final List<FormulaBox> parts;

  FormulaBox(List<FormulaBox> parts) {
    this.parts = List.copyOf(parts);
  }

  abstract void measure();

  abstract void place(double x, double baseline);

  List<Node> nodes() {
    return parts.stream().flatMap(part -> part.nodes().stream()).toList();
  }

  double em() {
    return parts.getFirst().em();
  }

  static final class Leaf extends FormulaBox {

    private final Text text;
    private final double scale;

    /**
     * @param scale 1, or less for indices and exponents. Scaled about its own left end on the line:
     *     the style sheet's sizes would be relative to a font that may not be known yet.
     */
    Leaf(Text text, double scale) {
      super(List.of());
      this.text = text;
      this.scale = scale;
      if (scale != 1) {
        text.getTransforms().add(new Scale(scale, scale));
      }
    }

    @Override
    List<Node> nodes() {
      return List.of(text);
    }

    @Override
    void measure() {
      var bounds = text.getLayoutBounds();
      width = bounds.getWidth() * scale;
      ascent = 0.8 * em();
      descent = 0.25 * em();
    }

    @Override
    void place(double x, double baseline) {
      text.setLayoutX(x);
      text.setLayoutY(baseline);
    }

    @Override
    double em() {
      return text.getFont().getSize() * scale;
    }
  }

  static final class Row extends FormulaBox {

    private final double gap;

    /** The gap between two pieces is in em. */
    Row(List<FormulaBox> pieces, double gap) {
      super(pieces);
      this.gap = gap;
    }

    @Override
    void measure() {
      width = 0;
      ascent = 0;
      descent = 0;
      for (var piece : parts) {
        piece.measure();
        width += piece.width + (width > 0 ? gap * em() : 0);
        ascent = Math.max(ascent, piece.ascent);
        descent = Math.max(descent, piece.descent);
      }
    }

    @Override
    void place(double x, double baseline) {
      var at = x;
      for (var piece : parts) {
        piece.place(at, baseline);
        at += piece.width + gap * em();
      }
    }
  }

  /** A symbol with something small below its line, above it, or both. */
  static final class Scripts extends FormulaBox {

    private static final double LOWER = 0.22;
    private static final double RAISE = 0.42;

    private final FormulaBox base;
    private final List<FormulaBox> below;
    private final List<FormulaBox> above;

    Scripts(FormulaBox base, List<FormulaBox> below, List<FormulaBox> above) {
      super(Stream.of(List.of(base), below, above).flatMap(List::stream).toList());
      this.base = base;
      this.below = List.copyOf(below);
      this.above = List.copyOf(above);
    }

    @Override
    void measure() {
      parts.forEach(FormulaBox::measure);
      var wider = parts.stream().skip(1).mapToDouble(box -> box.width).max().orElse(0);
      width = base.width + wider + 0.04 * em();
      ascent = base.ascent;
      descent = base.descent;
      above.forEach(box -> ascent = Math.max(ascent, raise() + box.ascent));
      below.forEach(box -> descent = Math.max(descent, LOWER * em() + box.descent));
    }

    /** Above a tall base, such as one in brackets, a little higher. */
    private double raise() {
      return Math.max(RAISE * em(), base.ascent - 0.45 * em());
    }

    @Override
    void place(double x, double baseline) {
      base.place(x, baseline);
      var after = x + base.width + 0.04 * em();
      below.forEach(box -> box.place(after, baseline + LOWER * em()));
      above.forEach(box -> box.place(after, baseline - raise()));
    }
  }

  /** One above the other, with a bar between them or without. */
  static final class Stack extends FormulaBox {

    private static final double AXIS = 0.28;

    private final FormulaBox top;
    private final FormulaBox bottom;
    private final List<Line> bar;
    private final double share;

    /** No bar for none; {@code share} of the spare room is left of the narrower one. */
    Stack(FormulaBox top, FormulaBox bottom, List<Line> bar, double share) {
      super(List.of(top, bottom));
      this.top = top;
      this.bottom = bottom;
      this.bar = List.copyOf(bar);
      this.share = share;
    }

    @Override
    List<Node> nodes() {
      return Stream.concat(super.nodes().stream(), bar.stream()).toList();
    }

    @Override
    void measure() {
      top.measure();
      bottom.measure();
      width = Math.max(top.width, bottom.width) + 2 * side();
      ascent = AXIS * em() + gap() + top.descent + top.ascent;
      descent = gap() + bottom.ascent + bottom.descent - AXIS * em();
    }

    private double gap() {
      return 0.12 * em();
    }

    private double side() {
      return 0.15 * em();
    }

    @Override
    void place(double x, double baseline) {
      var axis = baseline - AXIS * em();
      top.place(x + side() + share * (width - 2 * side() - top.width), axis - gap() - top.descent);
      bottom.place(
          x + side() + share * (width - 2 * side() - bottom.width), axis + gap() + bottom.ascent);
      for (var line : bar) {
        line.setStartX(x + 0.05 * em());
        line.setEndX(x + width - 0.05 * em());
        line.setStartY(Math.round(axis) + 0.5);
        line.setEndY(Math.round(axis) + 0.5);
      }
    }
  }

  /** Between signs that grow with what they enclose: brackets, bars, a root, a brace. */
  static final class Enclosed extends FormulaBox {

    private final GrowingSign left;
    private final GrowingSign right;
    private final FormulaBox content;

    Enclosed(GrowingSign left, FormulaBox content, GrowingSign right) {
      super(List.of(content));
      this.left = left;
      this.content = content;
      this.right = right;
    }

    @Override
    List<Node> nodes() {
      return Stream.of(left.nodes(), super.nodes(), right.nodes()).flatMap(List::stream).toList();
    }

    @Override
    void measure() {
      content.measure();
      ascent = content.ascent + left.head() * em();
      descent = content.descent;
      width = left.width() * em() + content.width + right.width() * em();
    }

    @Override
    void place(double x, double baseline) {
      var from = x + left.width() * em();
      content.place(from, baseline);
      left.place(x, baseline - ascent, baseline + descent, em(), content.width);
      right.place(from + content.width, baseline - ascent, baseline + descent, em(), 0);
    }
  }

  /** A sign beside something that grows with it, drawn as a stroke. */
  record GrowingSign(Kind kind, Path path) {

    enum Kind {
      OPEN,
      CLOSE,
      BAR,
      ROOT,
      BRACE,
      NONE
    }

    GrowingSign(Kind kind) {
      this(kind, Styling.as(new Path(), "maths-rule"));
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
}
