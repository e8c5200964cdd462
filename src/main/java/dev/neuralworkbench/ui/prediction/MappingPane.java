package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks which columns or categories of a file stand for those that a model knows by other names. */
public final class MappingPane extends VBox {

  private final RowsViewModel model;
  private final Messages messages;
  private final GridPane fields = Styling.as(new GridPane(), "mapping-fields");
  private final List<ObjectProperty<String>> chosen = new ArrayList<>();
  private final Label twice;
  private final Button answer;

  /**
   * @param answerKey what is done with the rows then
   */
  public MappingPane(RowsViewModel model, Messages messages, String answerKey) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#predict-mapping", "mapping");
    twice = Labels.sentence(messages.text("predict.mapping.twice"), "#predict-mapping-twice");
    answer = Buttons.of(messages, answerKey, this::answer, "#predict-mapping-answer");
    var cancel =
        Buttons.of(messages, "dialog.cancel", model::dropMapping, "#predict-mapping-cancel");
    // However many there are, the buttons stay in sight.
    var scrolled = Styling.as(new ScrollPane(fields), "mapping-scrolled");
    scrolled.setFitToWidth(true);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    var asked =
        messages.text(
            model.mapping,
            (words, it) -> it == null ? "" : words.text(it.key(), it.table().name()));
    var foot = Styling.as(new HBox(answer, cancel), "mapping-foot");
    getChildren().setAll(Labels.sentence(asked, "mapping-title"), scrolled, twice, foot);
    model.mapping.subscribe(this::show);
  }

  private void show(@Nullable MappingQuestion question) {
    Visibility.when(this, question != null);
    fields.getChildren().clear();
    chosen.clear();
    if (question != null) {
      question.items().forEach(item -> add(item, question));
      check(question);
    }
  }

  private void add(MappingQuestion.Item item, MappingQuestion question) {
    var value = new SimpleObjectProperty<>(item.likely());
    var label = messages.text(item.name());
    chosen.add(value);
    List<String> offered = new ArrayList<>();
    offered.add("");
    offered.addAll(item.offered());
    var field =
        Styling.as(
            new ChoiceField<String>(
                new PropertyChoice<>("mapping", value),
                new SimpleObjectProperty<>(offered),
                it -> it.isEmpty() ? messages.text(item.noneKey()) : new SimpleStringProperty(it)),
            "#predict-mapping-" + (chosen.size() - 1),
            "data");
    value.subscribe(_ -> check(question));
    var shown = Labels.line(label, "data");
    shown.setLabelFor(field);
    fields.addRow(fields.getRowCount(), shown, field);
  }

  /** Each input needs a column where none may be missing, and none stands for two. */
  private void check(MappingQuestion question) {
    if (chosen.size() < question.items().size()) {
      return;
    }
    var values = values();
    var taken = values.stream().filter(it -> !it.isEmpty()).toList();
    var isTwice = question.isUnique() && taken.stream().distinct().count() < taken.size();
    Visibility.when(twice, isTwice);
    var lacksNone = true;
    var hasSome = question.hasSome();
    for (var i = 0; i < values.size(); i++) {
      var item = question.items().get(i);
      lacksNone &= !item.isNeeded() || !values.get(i).isEmpty();
      hasSome |= item.isInput() && !values.get(i).isEmpty();
    }
    answer.setDisable(!lacksNone || !hasSome || isTwice);
  }

  private List<String> values() {
    return chosen.stream().map(ObjectProperty::get).toList();
  }

  private void answer() {
    var question = model.mapping.get();
    if (question != null) {
      model.answer(question, values());
    }
  }
}
