package dev.neuralworkbench.study.vary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.study.Spread;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import dev.neuralworkbench.train.StopReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudySummaryTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "study");

  private static List<List<String>> cells(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  /** As pandas' groupby finds it in the exported file. */
  @Test
  void meanAndDeviationAreThoseOfPandas() throws IOException {
    var runs = cells("runs.csv");
    var spread = cells("spread.csv");
    assertEquals(4, spread.size() - 1);
    for (var expected : spread.subList(1, spread.size())) {
      for (var column : List.of("validation_accuracy", "validation_loss", "training_loss")) {
        var at = runs.getFirst().indexOf(column);
        Function<String, Double> of =
            end -> Double.valueOf(expected.get(spread.getFirst().indexOf(column + end)));
        var found =
            Spread.of(
                runs.stream()
                    .filter(run -> run.subList(1, 3).equals(expected.subList(0, 2)))
                    .mapToDouble(run -> Double.parseDouble(run.get(at))));
        assertEquals(of.apply("_mean"), found.mean(), 1e-12);
        assertEquals(of.apply("_std"), found.deviation(), 1e-12);
        assertEquals(of.apply("_count"), found.count());
      }
    }
  }

  private static StudyRow row(Study study, int index, Double score) {
    var reason = score == null ? StopReason.DIVERGED : StopReason.COMPLETED;
    var result = new RunResult(1, 1, 1.0, null, 0.1, score, 0, reason);
    return new StudyRow(study.runs().get(index), result);
  }

  /** A setting that diverged once is not called the best for the runs that went well. */
  @Test
  void aSettingThatDivergesIsNotRanked() throws StudyException {
    var study =
        new Study(
            Defaults.experiment(BundledSample.IRIS.table()),
            Study.grid(List.of(Variation.read("learning-rate=0.1,0.2,0.3"))),
            3,
            false);
    var scores = new Double[] {0.5, 0.52, 0.51, 0.7, 0.71, 0.72, 0.9, null, 0.92};
    var rows = new ArrayList<StudyRow>();
    IntStream.range(0, 9).forEach(i -> rows.addFirst(row(study, i, scores[i])));
    var summary = StudySummary.of(rows, 0);
    assertEquals(3, summary.settings().size());
    assertFalse(summary.settings().getLast().isRanked());
    assertEquals(2, summary.settings().getLast().score().count());
    assertEquals(1, summary.luck().best());
    assertEquals(0.2, summary.luck().lead(), 1e-12);
    assertEquals(List.of(0.5, 0.52, 0.51), summary.settings().getFirst().scores());
  }
}
