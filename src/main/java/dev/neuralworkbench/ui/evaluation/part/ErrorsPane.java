package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.explain.inputs.LargestErrors;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel;
import dev.neuralworkbench.ui.evaluation.JudgedPart;
import dev.neuralworkbench.ui.evaluation.Listed.SomeRows;
import dev.neuralworkbench.ui.evaluation.RowColumns;
import dev.neuralworkbench.ui.evaluation.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows with the largest errors and their values; one that is chosen is listed. */
public final class ErrorsPane extends VBox {

  static final String JOB = "job.errors";

  private static final int DIGITS = 3;

  private final EvaluateViewModel model;
  private final Messages messages;
  private final Inquiry<JudgedPart, List<Integer>> worst;
  private final TableView<Integer> table =
      Styling.as(new TableView<>(), "#evaluate-errors", "data-table", "dense");

  public ErrorsPane(EvaluateViewModel model, BackgroundTasks tasks, Messages messages) {
    this.model = model;
    this.messages = messages;
    worst = new Inquiry<>(tasks, LatestTask.seen(tasks, JOB));
    table.setPlaceholder(new Region());
    table.accessibleTextProperty().bind(messages.text("evaluate.errors"));
    var note = Labels.sentence(messages.text("evaluate.errors.note"), "score-note");
    var section = new Section("evaluate.errors", messages, note, Space.tall(table));
    getChildren().setAll(Space.tall(section.explained(messages.text("evaluate.errors.what"))));
    Styling.as(this, "cell-rows", "errors-pane");
    table.getSelectionModel().selectedItemProperty().subscribe(this::list);
    model.judged.subscribe(this::ask);
    OnAnyChange.all(this::show, worst, messages.language());
  }

  private void ask(@Nullable JudgedPart judged) {
    if (judged == null) {
      worst.forget();
    } else {
      worst.ask(
          judged,
          _ ->
              Arrays.stream(LargestErrors.rows(judged.answers(), judged.data().targets()))
                  .boxed()
                  .toList());
    }
  }

  private void show() {
    var rows = worst.get();
    var judged = model.judged.get();
    table.getItems().clear();
    if (rows == null || judged == null) {
      return;
    }
    var all = new RowColumns(judged, messages);
    var columns = new ArrayList<>(List.of(all.number()));
    columns.addAll(all.truth());
    var head =
        judged.answers().classes().isEmpty() ? "evaluate.errors.distance" : "evaluate.errors.loss";
    columns.add(all.of(head, row -> error(judged, row), true));
    all.inputs().forEach(columns::add);
    table.getColumns().setAll(List.copyOf(columns));
    table.getItems().setAll(rows);
  }

  private static String error(JudgedPart judged, int row) {
    return Numbers.rounded(
        LargestErrors.of(judged.answers(), judged.data().targets(), row), DIGITS);
  }

  /** Lists the row below scores and matrix, as a cell of the matrix lists its rows. */
  private void list(@Nullable Integer row) {
    var judged = model.judged.get();
    if (row != null && judged != null) {
      var number = Numbers.count(judged.data().sourceRows()[row] + 1L);
      model.select(
          new SomeRows((words, _) -> words.text("evaluate.errors.row", number), List.of(row)));
    }
  }
}
