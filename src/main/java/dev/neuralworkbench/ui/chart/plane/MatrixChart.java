package dev.neuralworkbench.ui.chart.plane;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Readout;
import dev.neuralworkbench.ui.chart.ThemedChart;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
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
}
