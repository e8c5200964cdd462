package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Styling;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

final class NumberTable<R> extends TableView<R> {

  /** Rows by which columns are measured: more than show at once. */
  private static final int MEASURED = 30;

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private List<Head<R>> heads = List.of();

  /** The height of a row, which is in em, for which columns are as broad as their texts. */
  private double fitted;

  NumberTable(String id) {
    Styling.as(this, "#" + id, "data-table", "dense", "number-table");
    setPlaceholder(new Region());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (COPY.match(key)) {
            copy();
            key.consume();
          }
        });
  }

  /** Puts all rows with the names of their columns on the clipboard, for a spreadsheet. */
  void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text()));
  }

  String text() {
    var names = heads.stream().map(Head::name).collect(Collectors.joining("\t"));
    return getItems().stream()
        .map(row -> heads.stream().map(it -> it.copied().apply(row)))
        .map(cells -> cells.collect(Collectors.joining("\t")).replace('−', '-'))
        .collect(Collectors.joining("\n", names + "\n", "\n"));
  }

  /** A column: what a row shows in it, and what is copied of it, which is a number as it is. */
  record Head<R>(String name, Function<R, String> text, Function<R, String> copied) {

    Head(String name, Function<R, String> text) {
      this(name, text, text);
    }

    static <R> Head<R> of(String name, Decimals decimals, ToDoubleFunction<R> number) {
      return new Head<>(
          name,
          row -> decimals.text(number.applyAsDouble(row)),
          row -> Numbers.exact(number.applyAsDouble(row)));
    }
  }

  void heads(List<Head<R>> heads) {
    this.heads = heads;
    fitted = 0;
    var columns = heads.stream().map(head -> column(head, !head.equals(heads.getFirst()))).toList();
    getColumns().setAll(columns);
  }

  void rows(List<R> rows) {
    fitted = 0;
    setItems(FXCollections.observableArrayList(rows));
  }

  @Override
  protected void layoutChildren() {
    if (getFixedCellSize() != fitted) {
      fitted = getFixedCellSize();
      fit(fitted / 2);
    }
    super.layoutChildren();
  }

  /** The toolkit's own measure styles a cell for every text. */
  private void fit(double em) {
    for (var i = 0; i < heads.size(); i++) {
      var text = heads.get(i).text();
      var widest =
          getItems().stream()
              .limit(MEASURED)
              .mapToDouble(row -> width(text.apply(row), FontWeight.NORMAL, em))
              .max()
              .orElse(0);
      var name = width(heads.get(i).name(), FontWeight.BOLD, em);
      getColumns().get(i).setPrefWidth(Math.ceil(Math.max(widest, name) + 1.5 * em));
    }
  }

  private static double width(String text, FontWeight weight, double em) {
    var measured = new Text(text);
    measured.setFont(Font.font(null, weight, em));
    return measured.getLayoutBounds().getWidth();
  }

  private static <R> TableColumn<R, String> column(Head<R> head, boolean number) {
    var column = new TableColumn<R, String>(head.name());
    column.setPrefWidth(1); // Any but the toolkit's own, which asks for its measure.
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(head.text().apply(row.getValue())));
    column.getStyleClass().add(number ? "number-column" : "text-column");
    return column;
  }
}
