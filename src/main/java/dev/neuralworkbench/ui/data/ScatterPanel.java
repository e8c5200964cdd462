package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.ModelChoice;
import dev.neuralworkbench.ui.data.DataViewModel.Axes;
import dev.neuralworkbench.ui.data.DataViewModel.TableContent;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Any two columns against each other, coloured by the target. */
final class ScatterPanel extends VBox {

  private static final double WIDE_IN_EM = 26;
  private static final double LEAST_IN_EM = 14;
  private static final double MOST_IN_WIDTHS = 1.1;

  private final DataViewModel model;
  private final Messages messages;
  private final PlaneChart chart = Styling.as(new PlaneChart(), "#scatter");
  private final Label thinned = Labels.wrapped("#scatter-thinned", "muted");
  private final Button outliers = Styling.as(new Button(), "#scatter-outliers", "flat", "small");
  private final GridPane choosers = Styling.as(new GridPane(), "choosers");
  private final Label nameOfY;
  private final ChoiceField<String> y;
  private boolean isWide;

  ScatterPanel(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    var x = column("scatter.x", Axes::x, it -> model.choose(it, model.axes.get().y()));
    y = column("scatter.y", Axes::y, it -> model.choose(model.axes.get().x(), it));
    nameOfY = Labels.whole(messages.text("scatter.y"));
    nameOfY.setLabelFor(y);
    var nameOfX = Labels.whole(messages.text("scatter.x"));
    nameOfX.setLabelFor(x);
    choosers.addRow(0, nameOfX, x);
    choosers.addRow(1, nameOfY, y);
    getStyleClass().add("panel");
    var heading = Labels.line(messages.text("scatter.heading"), "panel-heading");
    widthProperty().subscribe(_ -> Platform.runLater(this::arrange));
    chart.tell(messages, () -> messages.now("scatter.tip"));
    Tooltips.install(outliers, messages.text("scatter.outliers.tip"));
    outliers.setOnAction(_ -> model.allInScatter.set(!model.allInScatter.get()));
    getChildren().setAll(heading, choosers, chart, outliers, thinned);
    model.scatter.subscribe(this::show);
    messages.language().subscribe(_ -> show(model.scatter.get()));
  }

  /**
   * Takes so much height with all that belongs to it, or the least that is readable; no more than
   * suits the width of what it is in, which does not change with a scroll bar.
   */
  void fit(double height, double width) {
    var em = thinned.getFont().getSize();
    var around = prefHeight(getWidth()) - chart.prefHeight(-1);
    var least = LEAST_IN_EM * em;
    var most = Math.max(least, MOST_IN_WIDTHS * width);
    chart.setPrefHeight(Math.rint(Math.clamp(height - around, least, most)));
    chart.setMinHeight(least);
  }

  private void arrange() {
    var wide = getWidth() > WIDE_IN_EM * thinned.getFont().getSize();
    if (wide != isWide) {
      isWide = wide;
      GridPane.setConstraints(nameOfY, wide ? 2 : 0, wide ? 0 : 1);
      GridPane.setConstraints(y, wide ? 3 : 1, wide ? 0 : 1);
    }
  }

  /** A field for the column of an axis, by its name; empty while there is no such column. */
  private ChoiceField<String> column(String key, ToIntFunction<Axes> axis, IntConsumer choose) {
    var names = model.content.map(ScatterPanel::names).orElse(List.of());
    var chosen =
        Bindings.createObjectBinding(
            () -> {
              var index = axis.applyAsInt(model.axes.get());
              var all = names.getValue();
              return index >= 0 && index < all.size() ? all.get(index) : "";
            },
            names,
            model.axes);
    var choice =
        new ModelChoice<>(key, chosen, name -> choose.accept(names.getValue().indexOf(name)));
    var field = new ChoiceField<>(choice, names, SimpleStringProperty::new);
    field.setPrefWidth(0);
    GridPane.setHgrow(field, Priority.ALWAYS);
    Tooltips.install(field, messages.text(key + ".tip"));
    return Styling.as(field, "#" + Fields.id(key), "data");
  }

  private static List<String> names(TableContent content) {
    return content.cells().table.columns().stream().map(Column::name).toList();
  }

  private void show(@Nullable Scatter scatter) {
    chart.show(scatter == null ? null : scatter.plane());
    var some = scatter != null && scatter.shown() < scatter.rows();
    Visibility.when(thinned, some);
    Visibility.when(outliers, scatter != null && scatter.outliers() > 0);
    if (scatter != null) {
      var key = model.allInScatter.get() ? "scatter.outliers.leave" : "scatter.outliers";
      outliers.setText(messages.now(key, Numbers.count(scatter.outliers())));
      thinned.setText(
          messages.now(
              "scatter.thinned", Numbers.count(scatter.shown()), Numbers.count(scatter.rows())));
    }
  }
}
