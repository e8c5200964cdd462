package dev.neuralworkbench.study.vary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.StopReason;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyFileTest {

  /** Numbers of which no two are alike: three seeds of one setting, one of the other. */
  @Test
  void everyNumberStandsBelowItsHeadAndIsReadFromThere() throws Exception {
    var base = Defaults.experiment(BundledSample.IRIS.table());
    var settings = Study.grid(List.of(Variation.read("learning-rate=0.1,0.2")));
    var study = new Study(base, settings, 3, false);
    var rows = new ArrayList<StudyRow>();
    for (var index : List.of(3, 2, 0, 1)) {
      var result =
          new RunResult(
              40 + index,
              30 + index,
              0.5 + index,
              0.6 + index,
              0.7 + index / 100.0,
              0.8 + index / 100.0,
              0.125 * index,
              StopReason.STOPPED);
      rows.add(new StudyRow(study.runs().get(index), result));
    }
    var file = new StudyFile(study, List.of("learning-rate"), "data");
    var text = new StringWriter();
    file.write(StudyFile.Content.NONE.with(rows), text);
    var lines = text.toString().lines().map(it -> List.of(it.split(",", -1))).toList();
    var head = lines.getFirst();
    var seeds = study.runs().stream().map(it -> String.valueOf(it.seed())).toList();
    for (var index = 0; index < 4; index++) {
      var line = lines.get(index + 1);
      var expected =
          List.of(
              index < 3 ? "0.1" : "0.2",
              seeds.get(index),
              String.valueOf(0.8 + index / 100.0),
              String.valueOf(0.6 + index),
              String.valueOf(0.7 + index / 100.0),
              String.valueOf(0.5 + index),
              String.valueOf(30 + index),
              String.valueOf(40 + index),
              String.valueOf(0.125 * index),
              "stopped");
      assertEquals(
          expected,
          List.of(
                  "learning-rate",
                  "seed",
                  "validation_accuracy",
                  "validation_loss",
                  "training_accuracy",
                  "training_loss",
                  "best_epoch",
                  "epochs",
                  "seconds",
                  "end")
              .stream()
              .map(name -> line.get(head.indexOf(name)))
              .toList());
    }
    var read = file.read(new StringReader(text.toString()), Path.of("x.csv")).rows();
    assertEquals(rows.stream().sorted((a, b) -> a.run().index() - b.run().index()).toList(), read);
  }

  /**
   * A study that was begun before there were max-norm and corrected probabilities is gone on with:
   * its mark is that of then.
   */
  @Test
  void settingsThatCameLaterDoNotChangeTheMarkOfAStudy() throws Exception {
    var base = Defaults.experiment(BundledSample.IRIS.table());
    var limited = base.withTraining(Chosen.withMaxNorm(base.training(), 2));
    var balanced = base.withPreparation(base.preparation().withBalanced(true));
    var corrected =
        balanced.withPreparation(Chosen.withPriorCorrected(balanced.preparation(), true));
    assertEquals("eff42dc035fd", mark(base));
    assertNotEquals(mark(base), mark(limited));
    assertNotEquals(mark(balanced), mark(corrected));
  }

  private static String mark(Experiment base) throws Exception {
    var study = new Study(base, Study.grid(List.of(Variation.read("learning-rate=0.1"))), 2, false);
    var result = new RunResult(40, 30, 0.5, 0.6, 0.7, 0.8, 1, StopReason.COMPLETED);
    var row = new StudyRow(study.runs().getFirst(), result);
    var text = new StringWriter();
    new StudyFile(study, List.of("learning-rate"), "data")
        .write(StudyFile.Content.NONE.with(List.of(row)), text);
    return text.toString().lines().toList().get(1).split(",", -1)[0];
  }

  /** What a file says of runs is not believed because it is a number. */
  @ParameterizedTest
  @CsvSource({
    "validation_accuracy, 1.7",
    "validation_accuracy, -0.1",
    "validation_accuracy, NaN",
    "training_accuracy, 2",
    "validation_loss, -3",
    "training_loss, Infinity",
    "best_epoch, 0",
    "best_epoch, 41",
    "epochs, -1",
    "epochs, 2000000000",
    "seconds, -0.5",
  })
  void aNumberThatNoRunComesToIsRefusedWithItsLineAndColumn(String column, String number)
      throws Exception {
    var base = Defaults.experiment(BundledSample.IRIS.table());
    var study = new Study(base, Study.grid(List.of(Variation.read("learning-rate=0.1"))), 2, false);
    var result = new RunResult(40, 30, 0.5, 0.6, 0.7, 0.8, 1, StopReason.COMPLETED);
    var rows = study.runs().stream().map(run -> new StudyRow(run, result)).toList();
    var file = new StudyFile(study, List.of("learning-rate"), "data");
    var text = new StringWriter();
    file.write(StudyFile.Content.NONE.with(rows), text);
    var lines = text.toString().lines().toList();
    var cells = new ArrayList<>(List.of(lines.getLast().split(",")));
    cells.set(List.of(lines.getFirst().split(",")).indexOf(column), number);
    var damaged = lines.get(0) + "\n" + lines.get(1) + "\n" + String.join(",", cells) + "\n";
    var refusal =
        assertThrows(
            StudyException.class, () -> file.read(new StringReader(damaged), Path.of("x.csv")));
    assertEquals("study.problem.result", refusal.problem().key());
    assertEquals(new Place("x.csv", 3, column, null, 0), refusal.problem().place());
    assertEquals(Double.valueOf(number), refusal.problem().found());
  }
}
