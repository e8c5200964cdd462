package dev.neuralworkbench.ui.chart.plane;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Pen;
import dev.neuralworkbench.ui.chart.Readout;
import dev.neuralworkbench.ui.chart.RoundAxis;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.MatrixChart.SignedMatrix;
import dev.neuralworkbench.ui.common.Shortened;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** A matrix as a grid of colours; pointer and arrow keys tell of cells, a click chooses. */
public final class MatrixChart extends ThemedChart {

  /** Numbers from −1 to 1 for each pair of some things, row by row; NaN where there is none. */
  public record SignedMatrix(String meaning, List<String> names, List<Double> values) {

    public SignedMatrix {
      names = List.copyOf(names);
      values = List.copyOf(values);
      if (values.size() != names.size() * names.size()) {
        throw new IllegalArgumentException(
            "expected a number for each pair of " + names.size() + ", received " + values.size());
      }
    }

    public int size() {
      return names.size();
    }

    public double value(int row, int column) {
      return values.get(row * size() + column);
    }
  }

  private static final double AWAY = 14;

  private final Readout readout = new Readout();
  private BiFunction<Integer, Integer, String> words = (_, _) -> "";
  private BiConsumer<Integer, Integer> chosen = (_, _) -> {};
  private @Nullable SignedMatrix matrix;
  private @Nullable MatrixPicture drawn;
  private int litRow = -1;
  private int litColumn = -1;

  public MatrixChart() {
    super("matrix-chart");
    setFocusTraversable(true);
    getChildren().add(readout);
    setOnMouseMoved(this::point);
    setOnMouseExited(_ -> light(-1, -1));
    setOnMouseClicked(this::click);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /** Shows a matrix, and in words what a cell says, by row and column; null for nothing. */
  public void show(@Nullable SignedMatrix shown, BiFunction<Integer, Integer, String> words) {
    matrix = shown;
    this.words = words;
    litRow = -1;
    litColumn = -1;
    readout.setVisible(false);
    redraw();
  }

  public void whenChosen(BiConsumer<Integer, Integer> action) {
    chosen = action;
  }

  public @Nullable SignedMatrix shown() {
    return matrix;
  }

  @Override
  protected String sentence(Words words, String heading) {
    return new PlaneSentence(words).of(heading, requireNonNull(matrix));
  }

  @Override
  protected boolean isEmpty() {
    return matrix == null || matrix.size() == 0;
  }

  @Override
  protected ChartPicture picture() {
    var made = new MatrixPicture(requireNonNull(matrix), litRow, litColumn);
    drawn = made;
    return made;
  }

  @Override
  protected ChartPicture savedPicture() {
    return new MatrixPicture(requireNonNull(matrix), -1, -1);
  }

  @Override
  protected void drawn() {
    if (drawn != null && litRow >= 0) {
      var cell = drawn.cell(litRow, litColumn);
      readout.beside(
          cell.getMinX() - AWAY,
          cell.getMinY() - AWAY,
          cell.getMaxX() + AWAY,
          cell.getMaxY() + AWAY);
    }
  }

  private void point(MouseEvent event) {
    var picture = drawn;
    if (picture == null || isEmpty()) {
      return;
    }
    var row = picture.row(event.getY());
    var column = picture.column(event.getX());
    light(column < 0 ? -1 : row, row < 0 ? -1 : column);
  }

  private void click(MouseEvent event) {
    requestFocus();
    point(event);
    choose();
  }

  private void choose() {
    if (litRow >= 0 && litColumn >= 0) {
      chosen.accept(litRow, litColumn);
    }
  }

  private void press(KeyEvent key) {
    var shown = matrix;
    if (shown == null || isEmpty()) {
      return;
    }
    var last = shown.size() - 1;
    var row = Math.max(litRow, 0);
    var column = Math.max(litColumn, 0);
    switch (key.getCode()) {
      case LEFT -> light(row, Math.max(0, column - 1));
      case RIGHT -> light(row, Math.min(last, column + 1));
      case UP -> light(Math.max(0, row - 1), column);
      case DOWN -> light(Math.min(last, row + 1), column);
      case ENTER -> choose();
      case ESCAPE -> light(-1, -1);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void light(int row, int column) {
    if (row == litRow && column == litColumn) {
      return;
    }
    litRow = row;
    litColumn = column;
    readout.setVisible(row >= 0);
    if (row >= 0) {
      readout.say(words.apply(row, column));
      setAccessibleHelp(readout.getText());
      drawn();
    }
    redraw();
  }

  /** Draws a matrix: cells as large as there is room, with numbers where these have room. */
  static final class MatrixPicture extends ChartPicture {

    private static final double NAMES_LEFT = 0.26;
    private static final double NAMES_ABOVE = 0.26;

    /** A cell is at most so many times as broad as it is high. */
    private static final double BROADEST = 2;

    private static final int LONGEST_NAME = 28;
    private static final int SHORTEST_NAME = 5;
    private static final double GAP = 6;
    private static final double WRITTEN_IN_EM = 2.6;
    private static final double LINE_IN_EM = 1.3;

    /** How far below the middle of a line its letters stand. */
    private static final double LOWER_IN_EM = 0.35;

    /** From this strength on the colour is dark, and what is written on it light. */
    private static final double STRONG = 0.55;

    private final SignedMatrix matrix;
    private final int litRow;
    private final int litColumn;
    private double left;
    private double top;
    private double broad = 1;
    private double high = 1;

    MatrixPicture(SignedMatrix matrix, int litRow, int litColumn) {
      var span = new Span(0, Math.max(1, matrix.size()));
      super(new RoundAxis(span, true), new RoundAxis(span, true));
      this.matrix = matrix;
      this.litRow = litRow;
      this.litColumn = litColumn;
    }

    @Override
    protected void compose(Pen pen) {
      var legend = new Legend(matrix.meaning(), pen.look());
      var palette = palette(pen);
      legend.addScale(palette.color(-1), palette.color(0), palette.color(1), "\u22121 \u2026 1");
      putAbove(legend);
      plot.getDomainAxis().setVisible(false);
      plot.getRangeAxis().setVisible(false);
      plot.setRangeGridlinesVisible(false);
      plot.setInsets(new RectangleInsets(2, 0, 2, 2));
    }

    private Palette palette(Pen pen) {
      return new Palette(new Tints.Signed(matrix.meaning(), 1), pen.look());
    }

    @Override
    protected void finish(Pen pen) {
      var room = area();
      var beside = names(pen, NAMES_LEFT * room.getWidth());
      var above = names(pen, NAMES_ABOVE * room.getHeight());
      left = Math.rint(room.getX() + longest(pen, beside) + GAP);
      top = Math.rint(room.getY() + longest(pen, above) + GAP);
      var perRow = (room.getMaxY() - top) / matrix.size();
      var perColumn = (room.getMaxX() - left) / matrix.size();
      high = Math.max(1, Math.floor(Math.min(perRow, perColumn)));
      broad = Math.max(1, Math.floor(Math.min(perColumn, BROADEST * high)));
      drawCells(pen);
      writeNames(pen, beside, above);
      if (litRow >= 0 && litColumn >= 0) {
        pen.draw(pen.ink(Ink.TEXT), new BasicStroke(2), cell(litRow, litColumn));
      }
    }

    private void drawCells(Pen pen) {
      var palette = palette(pen);
      var written = broad >= WRITTEN_IN_EM * pen.em() && high >= LINE_IN_EM * pen.em();
      var hair = high > 8 ? 1 : 0;
      var grid = pen.ink(Ink.GRID);
      // Lines between the cells, and around them: zero is as pale as what lies about them.
      var size = matrix.size();
      pen.fill(grid, new Rectangle2D.Double(left - 1, top - 1, broad * size + 1, high * size + 1));
      for (var row = 0; row < size; row++) {
        for (var column = 0; column < size; column++) {
          var value = matrix.value(row, column);
          var cell = cell(row, column);
          pen.fill(
              palette.color(Double.isNaN(value) ? 0 : (float) value),
              new Rectangle2D.Double(
                  cell.getX(), cell.getY(), cell.getWidth() - hair, cell.getHeight() - hair));
          if (Double.isNaN(value)) {
            pen.draw(
                grid,
                new BasicStroke(1),
                new Line2D.Double(cell.getX(), cell.getMaxY(), cell.getMaxX(), cell.getY()));
          }
          if (written) {
            write(pen, value, cell);
          }
        }
      }
    }

    private static void write(Pen pen, double value, Rectangle2D cell) {
      var text =
          Double.isNaN(value)
              ? "\u2013"
              : Numbers.typeset(String.format(Locale.ROOT, "%.2f", value + 0.0));
      pen.write(
          pen.ink(Math.abs(value) > STRONG ? Ink.BACKGROUND : Ink.TEXT),
          text,
          Math.rint(cell.getCenterX() - pen.width(text) / 2),
          Math.rint(cell.getCenterY() + LOWER_IN_EM * pen.em()));
    }

    /** Names that would lie over each other are left out but for those of the cell pointed at. */
    private void writeNames(Pen pen, List<String> beside, List<String> above) {
      var lower = LOWER_IN_EM * pen.em();
      for (var i = 0; i < matrix.size(); i++) {
        if (high >= pen.em() || i == litRow) {
          pen.write(
              pen.ink(i == litRow ? Ink.TEXT : Ink.MUTED),
              beside.get(i),
              left - GAP - pen.width(beside.get(i)),
              Math.rint(top + (i + 0.5) * high + lower));
        }
        if (broad >= pen.em() || i == litColumn) {
          var before = pen.graphics().getTransform();
          pen.graphics().translate(Math.rint(left + (i + 0.5) * broad + lower), top - GAP);
          pen.graphics().rotate(-Math.PI / 2);
          pen.write(pen.ink(i == litColumn ? Ink.TEXT : Ink.MUTED), above.get(i), 0, 0);
          pen.graphics().setTransform(before);
        }
      }
    }

    private static double longest(Pen pen, List<String> names) {
      return names.stream().mapToDouble(pen::width).max().orElse(0);
    }

    /** The names, all different, as long as fits. */
    private List<String> names(Pen pen, double most) {
      return IntStream.iterate(LONGEST_NAME, it -> it >= SHORTEST_NAME, it -> it - 1)
          .mapToObj(length -> Shortened.apart(matrix.names(), length))
          .filter(names -> longest(pen, names) <= most)
          .findFirst()
          .orElseGet(() -> Shortened.apart(matrix.names(), SHORTEST_NAME));
    }

    Rectangle2D cell(int row, int column) {
      return new Rectangle2D.Double(left + column * broad, top + row * high, broad, high);
    }

    int row(double y) {
      return index((y - top) / high);
    }

    int column(double x) {
      return index((x - left) / broad);
    }

    private int index(double place) {
      return place >= 0 && place < matrix.size() ? (int) place : -1;
    }
  }
}
