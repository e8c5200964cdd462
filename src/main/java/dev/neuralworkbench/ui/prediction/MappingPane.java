package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.model.answer.ColumnMapping;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks which columns of a file stand for those that a model asks for under other names. */
final class MappingPane extends VBox {

  private final RowsViewModel model;
  private final Messages messages;
  private final GridPane fields = Styled.as(new GridPane(), "mapping-fields");
  private final Map<String, ObjectProperty<String>> chosen = new LinkedHashMap<>();
  private final Label twice;
  private final Button answer;

  MappingPane(RowsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styled.as(this, "#predict-mapping", "mapping");
    twice = Labels.sentence(messages.text("predict.mapping.twice"), "#predict-mapping-twice");
    answer =
        Buttons.of(messages, "predict.mapping.answer", this::answer, "#predict-mapping-answer");
    var cancel =
        Buttons.of(messages, "dialog.cancel", model::dropMapping, "#predict-mapping-cancel");
    // However many there are, the buttons stay in sight.
    var scrolled = Styled.as(new ScrollPane(fields), "mapping-scrolled");
    scrolled.setFitToWidth(true);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren()
        .setAll(
            Labels.sentence(
                messages.text(
                    model.mapping(),
                    (words, question) ->
                        question == null
                            ? ""
                            : words.text("predict.mapping", question.table().name())),
                "mapping-title"),
            scrolled,
            twice,
            Styled.as(new HBox(answer, cancel), "mapping-foot"));
    model.mapping().subscribe(this::show);
  }

  private void show(@Nullable MappingQuestion question) {
    Shown.when(this, question != null);
    fields.getChildren().clear();
    chosen.clear();
    if (question == null) {
      return;
    }
    question.inputs().forEach(name -> add(name, question, messages.text(_ -> name)));
    if (!question.target().isEmpty()) {
      var name = question.target();
      add(name, question, messages.text("predict.mapping.target", name));
    }
    check(question);
  }

  private void add(String name, MappingQuestion question, ObservableValue<String> label) {
    var value = new SimpleObjectProperty<>(question.likely().columns().getOrDefault(name, ""));
    chosen.put(name, value);
    List<String> offered = new ArrayList<>();
    offered.add("");
    offered.addAll(question.offered());
    var field =
        Styled.as(
            new ChoiceField<String>(
                new PropertyChoice<>("mapping", value),
                new SimpleObjectProperty<>(offered),
                it ->
                    it.isEmpty()
                        ? messages.text(none(name, question))
                        : new SimpleStringProperty(it)),
            "#predict-mapping-" + (chosen.size() - 1),
            "data");
    field.accessibleTextProperty().bind(label);
    value.subscribe(_ -> check(question));
    var shown = Labels.line(label, "data");
    shown.setLabelFor(field);
    fields.addRow(fields.getRowCount(), shown, field);
  }

  /** What an input without a column is. */
  private static String none(String name, MappingQuestion question) {
    return question.canLack() && !name.equals(question.target())
        ? "predict.mapping.missing"
        : "predict.mapping.none";
  }

  /** Each input needs a column where none may be missing, and none stands for two. */
  private void check(MappingQuestion question) {
    var taken = chosen.values().stream().map(ObjectProperty::get).filter(it -> !it.isEmpty());
    var columns = taken.toList();
    var hasAll =
        question.inputs().stream()
            .allMatch(
                it ->
                    question.canLack()
                        || (chosen.containsKey(it) && !chosen.get(it).get().isEmpty()));
    var isTwice = columns.stream().distinct().count() < columns.size();
    Shown.when(twice, isTwice);
    var hasSome =
        question.hasSome()
            || question.inputs().stream()
                .anyMatch(it -> chosen.containsKey(it) && !chosen.get(it).get().isEmpty());
    answer.setDisable(!hasAll || !hasSome || isTwice);
  }

  private void answer() {
    var question = model.mapping().get();
    if (question != null) {
      Map<String, String> columns = new HashMap<>();
      chosen.forEach(
          (name, value) -> {
            if (!value.get().isEmpty() || question.inputs().contains(name)) {
              columns.put(name, value.get());
            }
          });
      model.answer(question, new ColumnMapping(columns));
    }
  }
}
