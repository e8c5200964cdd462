package dev.neuralworkbench.ui.live;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.UnreadableNumber;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A card beside a weight or bias, in which its number is edited. */
final class WeightEditor extends VBox {

  private final NetworkPaneViewModel model;
  private final NetworkDrawing drawing;
  private final Messages messages;
  private final Label name = Labels.wrapped("#weight-name");
  private final TextField field = Styling.as(new TextField(), "#weight-field", "number-field");
  private final Button set;
  private final Button pause;
  private final Label note = Labels.wrapped("#weight-note", "muted");
  private @Nullable NetworkPart part;
  private String written = "";

  WeightEditor(NetworkPaneViewModel model, NetworkDrawing drawing, Messages messages) {
    this.model = model;
    this.drawing = drawing;
    this.messages = messages;
    Styling.as(this, "#weight-editor", "chart-readout", "weight-editor");
    setManaged(false);
    setVisible(false);
    name.setLabelFor(field);
    Tooltips.install(field, messages.text("live.weight.field.tip"));
    set = Buttons.of(messages, "live.weight.set", this::apply, "#weight-set", Styles.SMALL);
    pause =
        Buttons.of(
            messages, "live.weight.pause", model.trainer::pause, "#weight-pause", Styles.SMALL);
    var line = Styling.as(new HBox(field, set, pause), "field-line");
    getChildren().setAll(name, line, note);
    field.setOnAction(_ -> apply());
    // What was said of a text goes with the text.
    field.textProperty().subscribe(_ -> note.setText(note(model.editing.get())));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    OnAnyChange.all(this::refresh, model.editing, messages.language());
  }

  void open(NetworkPart next) {
    part = next;
    setVisible(true);
    refresh();
    write();
    field.requestFocus();
    field.selectAll();
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      part = null;
      drawing.requestFocus();
    }
  }

  void refresh() {
    var present = part;
    if (present == null) {
      return;
    }
    var place = drawing.bounds(present);
    if (place == null || model.number(present).isEmpty()) {
      close();
      return;
    }
    var editing = model.editing.get();
    var possible = editing == NetworkPaneViewModel.Editing.POSSIBLE;
    if (!possible) {
      write();
    }
    name.setText(drawing.describe(present));
    field.setDisable(!possible);
    Visibility.when(set, possible);
    Visibility.when(pause, editing == NetworkPaneViewModel.Editing.WHEN_PAUSED);
    note.setText(note(editing));
    var away = field.getFont().getSize();
    relocate(place.getMaxX() + away, place.getMaxY() + away / 2);
    requestLayout();
  }

  /** As large as its words, which may be others or larger now, and within the drawing. */
  @Override
  protected void layoutChildren() {
    autosize();
    relocate(
        Math.clamp(getLayoutX(), 0, Math.max(0, drawing.getWidth() - getWidth())),
        Math.clamp(getLayoutY(), 0, Math.max(0, drawing.getHeight() - getHeight())));
    super.layoutChildren();
  }

  private String note(NetworkPaneViewModel.Editing editing) {
    return messages.now(
        switch (editing) {
          case POSSIBLE -> "live.weight.help";
          case WHEN_PAUSED -> "live.weight.running";
          case IN_THE_PRESENT -> "live.weight.past";
          case WITHOUT_PROBLEMS -> "live.weight.problems";
          case IMPOSSIBLE -> "live.state.preparing";
        });
  }

  /** Why the text is no number of a weight: a decimal comma, too large, or none at all. */
  private String unreadable(String text) {
    var problem = UnreadableNumber.text(text, "weight", Range.ANY);
    if (Numbers.read(text).isPresent()) {
      var large = Problem.of("problem.number.large.any", "weight", null, problem.found());
      return messages.words().sentence(large);
    }
    return problem.key().equals("problem.number.any")
        ? messages.now("live.weight.unreadable")
        : messages.words().sentence(problem);
  }

  private void write() {
    var present = part;
    if (present != null) {
      model.number(present).ifPresent(it -> written = Float.toString(it));
      field.setText(written);
    }
  }

  private void apply() {
    var present = part;
    var read = Numbers.read(field.getText());
    if (present == null || field.getText().equals(written)) {
      close();
      return;
    }
    if (read.isEmpty() || !Float.isFinite((float) read.getAsDouble())) {
      note.setText(unreadable(field.getText()));
      return;
    }
    model.change(present, (float) read.getAsDouble());
    close();
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      event.consume();
    }
  }
}
