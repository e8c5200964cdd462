package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.entry.RowForm;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row for each input, added a few at a time, so that hundreds do not hold the window. */
final class FormPane extends VBox {

  private static final int AT_ONCE = 16;

  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Fields fields;
  private final InputGrid rows = new InputGrid();
  private @Nullable RowForm shown;

  FormPane(PredictViewModel model, BackgroundTasks tasks, Messages messages) {
    this.tasks = tasks;
    this.messages = messages;
    fields = new Fields(messages);
    getStyleClass().add("form");
    var scroll = Styled.as(new ScrollPane(rows), "#predict-inputs", "edge-to-edge");
    scroll.setFitToWidth(true);
    scroll.setMinViewportHeight(0);
    scroll.prefViewportHeightProperty().bind(rows.heightProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(new RowFiller(model, messages), scroll);
    model.form().subscribe(this::show);
  }

  private void show(@Nullable RowForm form) {
    shown = form;
    rows.getChildren().clear();
    if (form != null) {
      add(form);
    }
  }

  private void add(RowForm form) {
    if (!form.equals(shown)) {
      return;
    }
    var from = rows.rows();
    var to = Math.min(from + AT_ONCE, form.inputs().size());
    for (var i = from; i < to; i++) {
      new InputRow(form.inputs().get(i), fields, messages).addTo(rows);
    }
    if (to < form.inputs().size()) {
      tasks.later(() -> add(form));
    }
  }
}
