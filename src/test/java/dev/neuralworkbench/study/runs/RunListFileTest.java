package dev.neuralworkbench.study.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.StopReason;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunListFileTest {

  private static final Experiment FIRST = Document.of(BundledSample.IRIS).draft();

  private static LoggedRun run(int number, String data, Experiment experiment, Integer from) {
    var result = new RunResult(5, 4, 0.1 + 0.2, null, 1.0, 1e-9, 0.25, StopReason.NO_IMPROVEMENT);
    return new LoggedRun(
        new RunRecord(
            number, data, experiment, true, from, result, RunCurve.NONE, List.of(), null, null),
        null);
  }

  private static LoggedRun run(int number, Experiment experiment) {
    return run(number, "rows", experiment, null);
  }

  private static Experiment seed(Experiment of, long seed) {
    return of.withTraining(of.training().withSeed(seed));
  }

  private static List<List<String>> lines(Map<Integer, RunMark> marks, LoggedRun... runs)
      throws IOException {
    var text = new StringWriter();
    new RunListFile(List.of(runs), marks).write(text);
    assertFalse(text.toString().contains("\r"));
    try (var reader = CsvReader.builder().ofCsvRecord(text.toString())) {
      return reader.stream().map(line -> line.getFields()).toList();
    }
  }

  private static List<String> column(List<List<String>> lines, String head) {
    var at = lines.getFirst().indexOf(head);
    return lines.stream().skip(1).map(line -> line.get(at)).toList();
  }

  @Test
  void oneRunHasNoColumnOfAChoice() throws IOException {
    var run = run(7, seed(FIRST, 3));
    assertEquals(
        List.of(
            List.of(
                ("run,group,seed,validation_accuracy,test_accuracy,validation_loss,"
                     + "training_accuracy,training_loss,best_epoch,epochs,seconds,end,pinned,note")
                    .split(",")),
            List.of(
                "7,1,3,1.0E-9,0.5,,1.0,0.30000000000000004,4,5,0.25,no_improvement,false,"
                    .split(",", -1))),
        lines(Map.of(), new LoggedRun(Records.with(run.record(), "testScore", 0.5), null)));
  }

  /** In the order of the lines; seeds alone make no other group. */
  @Test
  void groupsAndChoicesAreToldApart() throws IOException {
    var layers = List.of(DenseDesign.of(9, Activation.RELU), new DropoutDesign(0.25));
    var wide = FIRST.withNetwork(FIRST.network().withHidden(layers));
    var bare = FIRST.withNetwork(FIRST.network().withHidden(List.of()));
    var all = FIRST.withTraining(FIRST.training().withBatchSize(0).withLearningRate(0.125));
    var lines =
        lines(Map.of(), run(4, seed(wide, 2)), run(1, bare), run(3, seed(wide, 1)), run(2, all));
    assertEquals(List.of("4", "1", "3", "2"), column(lines, "run"));
    assertEquals(List.of("1", "2", "1", "3"), column(lines, "group"));
    var hidden = column(lines, "network.hidden");
    assertEquals("none", hidden.get(1));
    assertEquals(hidden.getFirst(), hidden.get(2));
    assertEquals("9 relu he_uniform, dropout 0.25", hidden.getFirst());
    assertEquals("allRows", column(lines, "training.batchSize").getLast());
    assertEquals("0.125", column(lines, "training.optimizer.learningRate").getLast());
    assertFalse(lines.getFirst().contains("training.seed"));
  }

  @Test
  void whatARunBeganWithAndOtherRowsAreToldWhereTheyDiffer() throws IOException {
    var lines = lines(Map.of(), run(1, FIRST), run(2, "others", FIRST, 1));
    assertEquals(List.of("new", "goes_on"), column(lines, "start"));
    assertEquals(List.of("", "1"), column(lines, "from"));
    assertEquals(List.of("rows", "others"), column(lines, "data"));
    assertEquals(List.of("1", "2"), column(lines, "group"));
  }

  /** Quotes are doubled, and what a spreadsheet would run stands behind an apostrophe. */
  @Test
  void notesAreTexts() throws IOException {
    var marks =
        Map.of(
            1, new RunMark(true, false, "=1+1"),
            2, new RunMark(false, false, "a \"note\", of\ntwo lines"),
            3, new RunMark(false, false, "-3"));
    var lines = lines(marks, run(1, FIRST), run(2, seed(FIRST, 8)), run(3, seed(FIRST, 9)));
    assertEquals(List.of("'=1+1", "a \"note\", of\ntwo lines", "-3"), column(lines, "note"));
    assertEquals(List.of("true", "false", "false"), column(lines, "pinned"));
  }

  /** The name of the user's column stands in the head, that of a choice in the cell. */
  @Test
  void choicesOfColumnsAndWordsAreNamedAlikeInEveryLanguage() throws IOException {
    var table = BundledSample.IRIS.table();
    var fewer = FIRST.preparation().withRole(0, ColumnRole.IGNORED, table);
    var other = FIRST.withPreparation(fewer.withScaling(Scaling.NONE));
    var lines = lines(Map.of(), run(1, FIRST), run(2, other));
    assertEquals(
        List.of("input", "ignored"),
        column(lines, "preparation.columns.role[" + table.column(0).name() + "]"));
    assertEquals(
        List.of(Ids.of(FIRST.preparation().scaling()), "none"),
        column(lines, "preparation.scaling"));
  }
}
