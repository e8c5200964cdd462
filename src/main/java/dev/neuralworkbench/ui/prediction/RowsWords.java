package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.InputEncoder;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.ProblemLabel;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the answers for many rows come to, in sentences; before there are any, what to do. */
final class RowsWords extends VBox {

  private final RowsViewModel model;
  private final Messages messages;
  private final Label empty = line("empty", "muted");
  private final Label working = line("working", "muted");
  private final Label facts = line("facts", "data");
  private final Label score = line("score", "data");
  private final Label note = line("note", "muted");
  private final ProblemLabel problem;

  RowsWords(RowsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    problem = new ProblemLabel(messages);
    problem.setId("predict-rows-problem");
    getStyleClass().add("rows-words");
    getChildren().setAll(empty, working, facts, score, problem, note);
    bind();
  }

  private void bind() {
    empty.textProperty().bind(messages.text(model.model(), RowsWords::wanted));
    working
        .textProperty()
        .bind(
            messages.text(
                model.working(),
                (words, name) -> name == null ? "" : words.text("predict.rows.working", name)));
    facts.textProperty().bind(said(RowsText::facts));
    score.textProperty().bind(said(RowsText::score));
    note.textProperty().bind(said(this::note));
    model.answered().subscribe(_ -> show());
    model.working().subscribe(_ -> show());
  }

  private ObservableValue<String> said(BiFunction<RowsAnswer.Given, Words, String> sentence) {
    return messages.text(
        model.answered(), (words, given) -> given == null ? "" : sentence.apply(given, words));
  }

  private void show() {
    var given = model.answered().get();
    see(empty, given == null && model.working().get() == null);
    problem.show(given == null ? List.of() : named(given));
    for (var label : List.of(working, facts, score, note)) {
      see(label, !label.getText().isEmpty());
    }
  }

  private static List<Problem> named(RowsAnswer.Given given) {
    return given.problems().stream()
        .map(problem -> problem.at(problem.place().in(given.table().name())))
        .toList();
  }

  private static String wanted(Words words, @Nullable Model model) {
    if (model == null) {
      return "";
    }
    var names = model.preprocessor().inputs().stream().map(InputEncoder::name).toList();
    return words.text("predict.rows.empty", RowsText.few(names, words));
  }

  private String note(RowsAnswer.Given given, Words words) {
    var trained =
        given.score() != null && model.isOpenData(given.table())
            ? words.text("predict.rows.trained")
            : "";
    var unused =
        given.unused().isEmpty()
            ? ""
            : words.text("predict.rows.unused", RowsText.few(given.unused(), words));
    return (trained + " " + unused).strip();
  }

  private static Label line(String name, String style) {
    var label = new Label();
    label.setId("predict-rows-" + name);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private static void see(Node node, boolean seen) {
    node.setVisible(seen);
    node.setManaged(seen);
  }
}
