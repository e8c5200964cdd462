package dev.neuralworkbench.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.ui.chart.band.BandChart;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.runs.RunComparison.Compared;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

/** What the list of runs and the chart of scores show of runs whose numbers are all different. */
class ShownRunsTest {

  private final InlineTasks tasks = new InlineTasks();
  private final Messages messages = new Messages(Sentences::of, Language.ENGLISH);
  private final Document document = document();

  /** Two seeds at a rate of 0.125, one at 0.25. */
  private static Document document() {
    var document = Document.of(BundledSample.IRIS);
    var training = document.draft().training().withFolds(0);
    var log = RunLog.NONE;
    var numbers = new double[][] {{0.5, 1.5, 0.6, 0.7}, {0.4, 1.25, 0.65, 0.9}, {0.3, 2, 1, 0.8}};
    for (var i = 0; i < 3; i++) {
      var of = numbers[i];
      var own = training.withLearningRate(i < 2 ? 0.125 : 0.25).withSeed(i % 2);
      var result = new RunResult(40 + i, 30, of[0], of[1], of[2], of[3], 1, StopReason.COMPLETED);
      var experiment = document.draft().withTraining(own);
      var hash = document.data().hash();
      var record =
          new RunRecord(
              i + 1, hash, experiment, true, null, result, RunCurve.NONE, List.of(), null, null);
      log =
          log.with(new LoggedRun(i == 2 ? Records.with(record, "testScore", 0.55) : record, null));
    }
    return document.withRuns(log);
  }

  @Test
  void numbersOfTheListStandBelowTheirHeads() {
    FxThread.run(
        () -> {
          var workspace = new Workspace(document, tasks);
          var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
          var model = new RunsViewModel(workspace, trainer, tasks);
          model.seen(true);
          var list = new RunList(model, messages);
          list.refreshRows();
          assertEquals(List.of("0.125", "0.25"), column(list, "training.optimizer.learningRate"));
          assertEquals(
              List.of("0.8 ± 0.14", "0.8"),
              column(list, "runs.column.validationScore.classification"));
          assertEquals(List.of("–", "0.55"), column(list, "runs.column.testScore.classification"));
          assertEquals(List.of("1.375 ± 0.18", "2"), column(list, "runs.column.validationLoss"));
          assertEquals(List.of("41", "42"), column(list, "runs.column.epochs"));
        });
  }

  private List<String> column(RunList list, String key) {
    var head = messages.now(key);
    var column =
        list.getColumns().stream()
            .filter(it -> it.getText().equals(head))
            .map(RunTableColumn.class::cast)
            .findFirst()
            .orElseThrow();
    return list.getItems().stream().map(column::textOf).toList();
  }

  @Test
  void theBandLiesADeviationBelowAndAboveTheMean() {
    FxThread.run(
        () -> {
          var files =
              new ChartFiles(
                  new WindowServices(messages, new TestDialogs(), tasks, new Notices()), () -> "x");
          var pane = new ScorePane(files, _ -> {}, () -> {});
          var runs = Compared.of(document.runs().present(), document.data().hash());
          pane.show(runs, runs.table().luck());
          var chart = (BandChart) new Scene(pane).lookup("#runs-scores");
          var series = chart.shown().series().getFirst();
          var lower = Objects.requireNonNull(series.low());
          var upper = Objects.requireNonNull(series.high());
          var deviation = Math.sqrt(0.02);
          assertEquals(0.8, series.line().y(0), 1e-12);
          assertEquals(0.8 - deviation, lower.y(0), 1e-12);
          assertEquals(0.8 + deviation, upper.y(0), 1e-12);
          assertEquals(0.8, upper.y(1), 1e-12);
          assertEquals(List.of("0.125", "0.25"), chart.shown().names());
        });
  }
}
