package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Any two columns against each other, coloured by the target. */
final class ScatterPanel extends VBox {

  private static final double WIDE_IN_EM = 26;

  private final DataScreenViewModel model;
  private final Messages messages;
  private final PlaneChart chart = Styled.as(new PlaneChart(), "#scatter", "data-scatter");
  private final Label thinned = Labels.line("#scatter-thinned", "muted");
  private final GridPane choosers = Styled.as(new GridPane(), "choosers");
  private final ColumnChooser x;
  private final ColumnChooser y;
  private boolean isWide;

  ScatterPanel(DataScreenViewModel model, Messages messages) {
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
    thinned.setWrapText(true);
    getChildren().setAll(heading, choosers, chart, thinned);
    model.scatter().subscribe(this::show);
    messages.language().subscribe(_ -> show(model.scatter().get()));
    Follow.all(this::offer, model.xColumn(), model.yColumn(), model.content());
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
    var content = model.content().get();
    if (content != null && model.xColumn().get() >= 0 && model.yColumn().get() >= 0) {
      x.offer(content.cells().table(), model.xColumn().get());
      y.offer(content.cells().table(), model.yColumn().get());
    }
  }

  private void show(@Nullable Scatter scatter) {
    chart.show(scatter == null ? null : scatter.plane());
    var some = scatter != null && scatter.shown() < scatter.rows();
    Shown.when(thinned, some);
    if (scatter != null) {
      thinned.setText(
          messages.now(
              "scatter.thinned", Numbers.count(scatter.shown()), Numbers.count(scatter.rows())));
    }
  }
}
