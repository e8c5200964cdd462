package dev.neuralworkbench.study.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.study.Spread;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.Stopping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the list says of a group, against pandas on the files that the window saves: two settings
 * with three seeds each, of weights and of rows, really trained, in products that have the same
 * bits on every machine; a run that was started twice, and one that has not ended, which stand
 * alone. Where the files of today are others than those in the resources, they lie in {@code
 * target/runs}, to be looked at, copied, and given to {@code src/test/python/runs.py}.
 */
class RunFilesTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "runs");
  private static final Path FOUND = Path.of("target", "runs");
  private static final List<LoggedRun> RUNS = new ArrayList<>();
  private static final int EPOCHS = 600;

  @BeforeAll
  static void train() {
    // Choices that stay as they are when those for a new table change.
    var usual = OwnTable.of(BundledSample.IRIS).draft();
    var draft =
        usual
            .withNetwork(usual.network().withOutputInitializer(Initializer.GLOROT_UNIFORM))
            .withTraining(usual.training().withPenalty(new Penalty(0, 0.006)));
    var stopping =
        new Stopping(EPOCHS, null, new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 5, true), null);
    var base = draft.withTraining(draft.training().withStopping(stopping));
    for (var rate : new double[] {0.001, 0.004}) {
      for (var seed = 1; seed <= 3; seed++) {
        var training = base.training().withLearningRate(rate).withSeed(seed);
        RUNS.add(trained(redealt(base, seed).withTraining(training), EPOCHS));
      }
    }
    RUNS.add(trained(RUNS.get(1).record().experiment(), EPOCHS));
    var training = base.training().withLearningRate(0.001).withSeed(4);
    RUNS.add(trained(base.withTraining(training), 7));
  }

  /** Other rows are dealt to it: so accuracies differ too. */
  private static Experiment redealt(Experiment experiment, long seed) {
    var preparation = experiment.preparation();
    return experiment.withPreparation(preparation.withSplit(preparation.split().withSeed(seed)));
  }

  /** A run of the next number, with seconds that are the same everywhere. */
  private static LoggedRun trained(Experiment experiment, int epochs) {
    var plan =
        new TrainingPlan(experiment, new TrainingStart.Anew(TrainingStart.Reason.FIRST, EPOCHS));
    var data = PreparedData.of(experiment.preparation(), BundledSample.IRIS.table());
    var session = plan.session(data, new PortableProducts());
    if (epochs == EPOCHS) {
      session.run(new RunControl());
    }
    while (epochs < EPOCHS && session.epoch() < epochs) {
      session.trainEpoch();
    }
    var model = plan.model(session, data);
    var result = RunResult.of(model);
    var number = RUNS.size() + 1;
    return new LoggedRun(
        new RunRecord(
            number,
            "rows",
            experiment,
            true,
            null,
            new RunResult(
                result.epochs(),
                result.used(),
                result.trainingLoss(),
                result.validationLoss(),
                result.trainingScore(),
                result.validationScore(),
                number / 8.0,
                result.stopReason()),
            RunCurve.of(model.history()),
            List.of(),
            null,
            null),
        null);
  }

  private static List<RunGroup> groups() {
    return RunTable.of(RUNS).groups().stream().filter(RunGroup::isSeveral).toList();
  }

  private static void write(String name, AtomicFile.Content content) throws IOException {
    Files.createDirectories(FOUND);
    AtomicFile.write(FOUND.resolve(name), content);
  }

  private static void isAsKept(String name) throws IOException {
    assertEquals(Files.readString(FOLDER.resolve(name)), Files.readString(FOUND.resolve(name)));
  }

  private static List<List<String>> cells(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .map(line -> List.of(line.split(",", -1)))
        .toList();
  }

  private static double number(List<String> head, List<String> line, String column) {
    var text = line.get(head.indexOf(column));
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }

  @Test
  void theFilesAreThoseThatPandasRead() throws IOException {
    var marks = Map.of(2, new RunMark(true, false, "=SUM(A1), \"quoted\""));
    write("runs.csv", new RunListFile(RUNS, marks)::write);
    write("curves.csv", new RunCurvesFile(RUNS)::write);
    isAsKept("runs.csv");
    isAsKept("curves.csv");
  }

  @Test
  void meanAndDeviationOfAGroupAreThoseOfPandas() throws IOException {
    Map<String, Function<RunRecord, Double>> numbers =
        Map.of(
            "validation_accuracy", run -> run.result().validationScore(),
            "validation_loss", run -> run.result().validationLoss(),
            "training_loss", run -> run.result().trainingLoss());
    var lines = cells("groups.csv");
    var head = lines.getFirst();
    assertEquals(groups().size(), lines.size() - 1);
    for (var line : lines.subList(1, lines.size())) {
      var group = groups().get((int) number(head, line, "group") - 1);
      numbers.forEach(
          (name, of) -> {
            var found = group.spread(of);
            assertEquals(number(head, line, name + "_mean"), found.mean(), 1e-12);
            assertEquals(number(head, line, name + "_std"), found.deviation(), 1e-12);
            assertEquals(number(head, line, name + "_count"), found.count());
          });
      assertEquals(3, group.counted().size());
    }
  }

  @Test
  void theBandOfAGroupIsThatOfPandas() throws IOException {
    var lines = cells("bands.csv");
    var head = lines.getFirst();
    for (var loss : List.of("training_loss", "validation_loss")) {
      for (var i = 0; i < groups().size(); i++) {
        Map<Integer, Spread> expected = new HashMap<>();
        for (var line : lines.subList(1, lines.size())) {
          if (number(head, line, "group") == i + 1) {
            expected.put(
                (int) number(head, line, "epoch"),
                new Spread(
                    number(head, line, loss + "_mean"), number(head, line, loss + "_std"), 3));
          }
        }
        var band =
            RunBand.of(
                groups().get(i).counted().stream().map(RunRecord::curve),
                loss.equals("validation_loss"));
        assertTrue(band.epochs().size() > 50, band.epochs() + "");
        for (var place = 0; place < band.epochs().size(); place++) {
          var pandas = expected.get(band.epochs().get(place));
          var found = band.spreads().get(place);
          assertEquals(pandas.mean(), found.mean(), 1e-12);
          assertEquals(pandas.deviation(), found.deviation(), 1e-12);
          assertEquals(3, found.count());
        }
        assertEquals(
            expected.keySet().stream().max(Integer::compare).orElseThrow(),
            band.epochs().getLast());
      }
    }
  }
}
