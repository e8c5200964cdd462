package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses a column of the table. */
final class ColumnChooser {

  private final Label name = new Label();
  private final ComboBox<Integer> columns = Styled.as(new ComboBox<>(), "data", "choice-field");
  private @Nullable Table table;
  private boolean offering;

  /** {@code key.tip} is the key of its tooltip. */
  ColumnChooser(String id, String key, Messages messages, Runnable chosen) {
    name.textProperty().bind(messages.text(key));
    name.setLabelFor(columns);
    name.setMinWidth(Label.USE_PREF_SIZE);
    columns.setId(id);
    columns.setMaxWidth(Double.MAX_VALUE);
    columns.setPrefWidth(0);
    Tooltips.install(columns, messages.text(key + ".tip"));
    columns.setConverter(new NameOfColumn());
    columns
        .valueProperty()
        .subscribe(
            value -> {
              if (value != null && !offering) {
                chosen.run();
              }
            });
  }

  void place(GridPane form, int column, int row) {
    form.getChildren().removeAll(name, columns);
    form.add(name, column, row);
    form.add(columns, column + 1, row);
    GridPane.setHgrow(columns, Priority.ALWAYS);
  }

  /** The chosen one may still be a column of a wider table before: then none is. */
  @SuppressWarnings("ReferenceEquality")
  void offer(Table next, int chosen) {
    offering = true;
    if (next != table) {
      columns.setValue(null);
      columns.getItems().clear();
      table = next;
      columns.getItems().setAll(IntStream.range(0, next.columns().size()).boxed().toList());
    }
    columns.setValue(chosen < next.columns().size() ? chosen : null);
    offering = false;
  }

  /** The chosen column; 0 before there is one. */
  int chosen() {
    var value = columns.getValue();
    return value == null ? 0 : value;
  }

  private final class NameOfColumn extends StringConverter<Integer> {

    @Override
    public String toString(@Nullable Integer column) {
      return column == null || table == null ? "" : table.column(column).name();
    }

    @Override
    public @Nullable Integer fromString(String text) {
      return null;
    }
  }
}
