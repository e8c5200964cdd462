package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.RowRemark.Outcome;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.RemarkGroup;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.text.AnswersWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the answers for many rows come to, in sentences; before there are any, what to do. */
final class RowsWords extends VBox {

  /** Inputs that are named where rows may be dropped. */
  private static final int MOST_NAMED = 3;

  /** There must be room for the answers, too. */
  private static final int MOST_PROBLEMS = 2;

  private static final int MOST_REMARKS = 1;

  private final RowsViewModel model;
  private final Messages messages;
  private final Label empty = line("empty", "muted");
  private final Label working = line("working", "muted");
  private final Label facts = line("facts", "data");
  private final Label score = line("score", "data");
  private final Label note = line("note", "muted");
  private final Label problem = line("problem", "problem");
  private final Label remarks = line("remarks", "muted");

  RowsWords(RowsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    problem.setGraphic(new IconView(Icon.WARNING));
    getStyleClass().add("rows-words");
    getChildren().setAll(empty, working, facts, score, problem, remarks, note);
    bind();
  }

  private void bind() {
    empty.textProperty().bind(messages.text(model.workspace.model, RowsWords::wanted));
    working
        .textProperty()
        .bind(
            messages.text(
                model.work.name,
                (words, name) -> name == null ? "" : words.text("predict.rows.working", name)));
    facts.textProperty().bind(said(AnswersWords::facts));
    score.textProperty().bind(said(AnswersWords::score));
    tell(problem, MOST_PROBLEMS, outcome -> outcome != Outcome.ANSWERED);
    tell(remarks, MOST_REMARKS, outcome -> outcome == Outcome.ANSWERED);
    note.textProperty().bind(said(RowsWords::note));
    OnAnyChange.all(this::show, model.answered, model.work.name);
  }

  private ObservableValue<String> said(BiFunction<RowsAnswer.Given, Words, String> sentence) {
    return messages.text(
        model.answered, (words, given) -> given == null ? "" : sentence.apply(given, words));
  }

  private void show() {
    var given = model.answered.get();
    Visibility.when(empty, given == null && model.work.name.get() == null);
    for (var label : List.of(working, facts, score, problem, remarks, note)) {
      Visibility.when(label, !label.getText().isEmpty());
    }
  }

  private void tell(Label label, int most, Predicate<Outcome> wanted) {
    label.textProperty().bind(said((given, words) -> few(told(given, wanted, words), most, words)));
    var all = new Tooltip();
    all.textProperty().bind(said((given, words) -> String.join("\n", told(given, wanted, words))));
    label.setTooltip(all);
    label.accessibleTextProperty().bind(all.textProperty());
  }

  /** What is to be known; first what is doubtful in the reading, or the units left out in it. */
  private static List<String> told(RowsAnswer.Given given, Predicate<Outcome> wanted, Words words) {
    var reading = given.table().reading();
    var units = wanted.test(Outcome.ANSWERED);
    var read =
        RemarkGroup.of(reading == null ? List.of() : reading.remarks()).stream()
            .filter(
                it ->
                    units
                        ? it.remarks().getFirst().key().equals(ReadingReport.UNIT)
                        : it.doubtful())
            .map(it -> ReadingWords.sentence(it, words));
    return Stream.concat(read, AnswersWords.remarks(given, wanted, words).stream()).toList();
  }

  private static String few(List<String> sentences, int most, Words words) {
    var more = sentences.size() - most;
    var first = String.join("\n", sentences.stream().limit(most).toList());
    return more <= 0
        ? first
        : first + " " + words.text("predict.rows.moreRemarks", Numbers.count(more));
  }

  private static String wanted(Words words, @Nullable Model model) {
    if (model == null) {
      return "";
    }
    if (model.preprocessor().pictureSide() > 0) {
      return words.text("predict.rows.empty.pictures");
    }
    var names = model.preprocessor().inputs().stream().map(InputEncoder::name).toList();
    return words.text("predict.rows.empty", AnswersWords.few(names, MOST_NAMED, words));
  }

  private static String note(RowsAnswer.Given given, Words words) {
    var learned = AnswersWords.trained(given, words);
    var trained =
        given.judgement() == null || learned.isEmpty()
            ? ""
            : words.text("predict.rows.trained", learned);
    var marks =
        given.answers().outside() == 0
            ? ""
            : words.text(
                marksErrors(given) ? "predict.rows.outside.judged" : "predict.rows.outside",
                Numbers.count(given.answers().outside()));
    return Stream.of(marks, trained, AnswersWords.unused(given, words))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static boolean marksErrors(RowsAnswer.Given given) {
    var judgement = given.judgement();
    return judgement != null && judgement.problem() == ProblemType.CLASSIFICATION;
  }

  private static Label line(String name, String style) {
    var label = Labels.sentence("#predict-rows-" + name, style);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
