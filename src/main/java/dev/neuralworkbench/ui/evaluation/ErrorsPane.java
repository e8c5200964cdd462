package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.explain.inputs.LargestErrors;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.evaluation.Listed.SomeRows;
import dev.neuralworkbench.ui.evaluation.ScoresPane.Kind;
import java.util.Arrays;
import java.util.function.IntConsumer;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows with the largest errors and their values. */
public final class ErrorsPane extends VBox {

  static final String JOB = "job.errors";

  private final Inquiry<JudgedPart, SomeRows> worst;

  /** Tells which row of the table is opened, counted from 1. */
  public ErrorsPane(
      EvaluateViewModel model, BackgroundTasks tasks, ChartFiles files, IntConsumer opened) {
    var messages = files.messages();
    worst = new Inquiry<>(tasks, LatestTask.seen(tasks, JOB));
    // Before the rows follow: none is of another part.
    model.judged.subscribe(this::ask);
    var said =
        messages.text(
            model.kind,
            (words, kind) ->
                words.text(
                    "evaluate.errors.note." + (kind == Kind.NUMBERS ? "numbers" : "classes")));
    var rows = new CellRows(model.judged, worst, "evaluate-errors", files, opened);
    var note = Labels.sentence(said, "score-note");
    var section =
        new Section("evaluate.errors", messages, note, Space.tall(rows)).withTool(rows.save);
    getChildren().setAll(Space.tall(section.explained(messages.text("evaluate.errors.what"))));
    Styling.as(this, "errors-pane");
  }

  private void ask(@Nullable JudgedPart judged) {
    if (judged == null) {
      worst.forget();
    } else {
      worst.ask(judged, _ -> found(judged));
    }
  }

  private static SomeRows found(JudgedPart judged) {
    var rows = LargestErrors.rows(judged.answers(), judged.data().targets());
    return new SomeRows((_, _) -> "", Arrays.stream(rows).boxed().toList());
  }
}
