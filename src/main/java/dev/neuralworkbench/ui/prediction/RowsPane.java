package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.model.answer.AnswersFile;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Many rows at once: where they come from, what the answers come to, and the answers. */
final class RowsPane extends VBox {

  private final Messages messages;
  private final RowsTable table;
  private final ToggleButton wrong =
      Styling.as(new ToggleButton(), "#predict-rows-wrong", "small", "rows-wrong");

  RowsPane(
      RowsViewModel model,
      Messages messages,
      Node export,
      BiConsumer<RowsAnswer.Given, Integer> chosen) {
    this.messages = messages;
    table = new RowsTable(model, messages, wrong.selectedProperty(), chosen);
    Styling.as(this, "#predict-rows", "rows-pane");
    getChildren()
        .setAll(
            head(model),
            seldom(model),
            new MappingPane(model, messages, "predict.mapping.answer"),
            new RowsWords(model, messages),
            export,
            Space.tall(table));
    model.answered.subscribe(it -> Visibility.when(export, it == null));
    // A question has the room of the answers.
    OnAnyChange.all(
        () -> Visibility.when(table, model.answered.get() != null && model.mapping.get() == null),
        model.answered,
        model.mapping);
  }

  boolean hasAnswers() {
    return table.isManaged();
  }

  private HBox head(RowsViewModel model) {
    var heading = Labels.whole(messages.text("predict.rows"), "panel-heading");
    var open = button("open", Icon.OPEN, model::openFile);
    var data = button("data", Icon.SAMPLES, model::answerOpenData);
    seenWhen(data, model.hasOpenData());
    var save = button("save", Icon.SAVE, model::save);
    seenWhen(save, model.answered.map(_ -> true));
    offerWrong(model);
    wrong.setMinWidth(USE_PREF_SIZE);
    return Styling.as(new HBox(heading, wrong, Space.between(), open, data, save), "rows-head");
  }

  /** A line of its own for what few tables need: the one above is as wide as the column. */
  private HBox seldom(RowsViewModel model) {
    var categories =
        Buttons.of(
            messages,
            "predict.rows.categories",
            model::askForCategories,
            "#predict-rows-categories",
            "small");
    seenWhen(categories, model.unknown().map(unknown -> !unknown.isEmpty()));
    var guard =
        Styling.as(
            Buttons.name(new CheckBox(), messages, "predict.rows.guard"), "#predict-rows-guard");
    guard.selectedProperty().bindBidirectional(model.guarded);
    seenWhen(guard, model.answered.map(given -> AnswersFile.hasFormulas(given.table())));
    var line = Styling.as(new HBox(categories, Space.between(), guard), "rows-head");
    Visibility.when(line, Bindings.or(categories.managedProperty(), guard.managedProperty()));
    return line;
  }

  private void offerWrong(RowsViewModel model) {
    var count = model.answered.map(RowsContent::wrong).orElse(0);
    wrong
        .textProperty()
        .bind(messages.text(count, (words, n) -> words.text("predict.rows.wrong", n)));
    Tooltips.install(wrong, messages.text("predict.rows.wrong.tip"));
    count.subscribe(
        n -> {
          Visibility.when(wrong, n > 0);
          if (n == 0) {
            wrong.setSelected(false);
          }
        });
  }

  private Button button(String name, Icon icon, Runnable action) {
    return Buttons.of(icon, messages, "predict.rows." + name, action, "#predict-rows-" + name);
  }

  /** Shows a part while a value is true, and not while it is absent. */
  private void seenWhen(Region part, ObservableValue<Boolean> seen) {
    seen.orElse(false).subscribe(now -> Visibility.when(part, now));
  }
}
