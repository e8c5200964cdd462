package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Any two columns against each other, coloured by the target. */
final class ScatterPanel extends VBox {

  private static final double WIDE_IN_EM = 26;

  private final DataViewModel model;
  private final Messages messages;
  private final PlaneChart chart = Styling.as(new PlaneChart(), "#scatter", "data-scatter");
  private final Label thinned = Labels.wrapped("#scatter-thinned", "muted");
  private final GridPane choosers = Styling.as(new GridPane(), "choosers");
  private final ColumnChooser x;
  private final ColumnChooser y;
  private boolean isWide;

  ScatterPanel(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    x = new ColumnChooser("scatter-x", "scatter.x", messages, this::choose);
    y = new ColumnChooser("scatter-y", "scatter.y", messages, this::choose);
    getStyleClass().add("panel");
    var heading = Labels.line(messages.text("scatter.heading"), "panel-heading");
    x.place(choosers, 0, 0);
    y.place(choosers, 0, 1);
    widthProperty().subscribe(_ -> Platform.runLater(this::arrange));
    chart.tell(messages, () -> messages.now("scatter.tip"));
    getChildren().setAll(heading, choosers, chart, thinned);
    model.scatter.subscribe(this::show);
    messages.language().subscribe(_ -> show(model.scatter.get()));
    OnAnyChange.all(this::offer, model.axes, model.content);
  }

  private void arrange() {
    var wide = getWidth() > WIDE_IN_EM * thinned.getFont().getSize();
    if (wide != isWide) {
      isWide = wide;
      y.place(choosers, wide ? 2 : 0, wide ? 0 : 1);
    }
  }

  private void choose() {
    model.choose(x.chosen(), y.chosen());
  }

  private void offer() {
    var content = model.content.get();
    var axes = model.axes.get();
    if (content != null && axes.x() >= 0 && axes.y() >= 0) {
      x.offer(content.cells().table(), axes.x());
      y.offer(content.cells().table(), axes.y());
    }
  }

  private void show(@Nullable Scatter scatter) {
    chart.show(scatter == null ? null : scatter.plane());
    var some = scatter != null && scatter.shown() < scatter.rows();
    Visibility.when(thinned, some);
    if (scatter != null) {
      thinned.setText(
          messages.now(
              "scatter.thinned", Numbers.count(scatter.shown()), Numbers.count(scatter.rows())));
    }
  }

  private static final class ColumnChooser {

    private final Label name = new Label();
    private final ComboBox<Integer> columns = Styling.as(new ComboBox<>(), "data", "choice-field");
    private @Nullable Table table;
    private boolean offering;

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
    void offer(Table next, int chosen) {
      offering = true;
      if (!Same.is(next, table)) {
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
}
