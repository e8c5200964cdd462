package dev.neuralworkbench.study.vary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.vary.StudyRun.StudyOutcome;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import dev.neuralworkbench.testing.MachineSpeed;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.train.Stopping;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyRunnerTest {

  private static final Table IRIS = BundledSample.IRIS.table();
  private static final List<String> NAMES = List.of("learning-rate", "hidden");
  private static final Path FILE = Path.of("runs.csv");

  /** 3 × 3 × 5 runs. */
  private static Study study() throws StudyException {
    var base = Defaults.experiment(IRIS);
    var brief = base.withTraining(base.training().withStopping(Stopping.after(3)));
    List<Variation<?>> variations =
        List.of(
            Variation.read("learning-rate=0.001,0.01,0.1"), Variation.read("hidden=none;3;4,2"));
    return new Study(brief, Study.grid(variations), 5, false);
  }

  private static List<StudyOutcome> train(List<StudyRun> runs, int threads, Progress progress) {
    var outcomes = new ArrayList<StudyOutcome>();
    try {
      new StudyRunner(IRIS, new PortableProducts(), threads).run(runs, outcomes::add, progress);
    } catch (CancellationException _) {
      assertTrue(progress.cancelled());
    }
    return outcomes;
  }

  /** Everything but the time. */
  private static List<Object> bits(StudyOutcome outcome) {
    var result = outcome.result();
    return List.of(
        outcome.run(),
        outcome.model().weights(),
        outcome.curve(),
        new RunResult(
            result.epochs(),
            result.used(),
            result.trainingLoss(),
            result.validationLoss(),
            result.trainingScore(),
            result.validationScore(),
            0,
            result.stopReason()));
  }

  private static List<Object> bits(List<StudyOutcome> outcomes) {
    return outcomes.stream()
        .sorted((a, b) -> Integer.compare(a.run().index(), b.run().index()))
        .<Object>map(StudyRunnerTest::bits)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void theBitsDoNotDependOnTheThreads(int threads) throws StudyException {
    var runs = study().runs();
    assertEquals(bits(train(runs, 1, Progress.NONE)), bits(train(runs, threads, Progress.NONE)));
  }

  @Test
  void goesOnFromItsFileAsIfNeverInterrupted() throws StudyException, IOException {
    var study = study();
    var file = new StudyFile(study, NAMES, "data");
    var cancelled = new AtomicBoolean();
    var first = new ArrayList<StudyOutcome>();
    Consumer<StudyOutcome> count =
        outcome -> {
          first.add(outcome);
          cancelled.set(first.size() > 6);
        };
    assertThrows(
        CancellationException.class,
        () ->
            new StudyRunner(IRIS, new PortableProducts(), 2)
                .run(study.runs(), count, cancelled::get));
    assertTrue(first.size() > 6 && first.size() < 45, first.size() + " runs");
    var saved = text(file, first);
    var kept = file.read(new StringReader(saved), FILE).rows();
    assertEquals(first.size(), kept.size());
    var done = kept.stream().map(StudyRow::run).toList();
    var missing = study.runs().stream().filter(run -> !done.contains(run)).toList();
    var all = new ArrayList<>(kept);
    train(missing, 2, Progress.NONE).forEach(it -> all.add(new StudyRow(it.run(), it.result())));
    var whole = train(study.runs(), 1, Progress.NONE);
    assertEquals(withoutTime(text(file, whole)), withoutTime(text(file, all.stream())));
  }

  private static String text(StudyFile file, List<StudyOutcome> outcomes) throws IOException {
    return text(file, outcomes.stream().map(it -> new StudyRow(it.run(), it.result())));
  }

  private static String text(StudyFile file, Stream<StudyRow> rows) throws IOException {
    var text = new StringWriter();
    file.write(StudyFile.Content.NONE.with(rows.toList()), text);
    return text.toString();
  }

  private static List<String> withoutTime(String csv) {
    return csv.lines().map(line -> line.replaceAll(",[^,]*,([a-z_]*)$", ",$1")).toList();
  }

  @Test
  void aPauseChangesNoBit() throws StudyException, InterruptedException {
    var runs = study().runs();
    var runner = new StudyRunner(IRIS, new PortableProducts(), 2);
    var outcomes = new ArrayList<StudyOutcome>();
    var held = new AtomicBoolean();
    var thread =
        Thread.ofPlatform()
            .start(
                () ->
                    runner.run(
                        runs,
                        outcome -> {
                          outcomes.add(outcome);
                          if (held.compareAndSet(false, true)) {
                            runner.pause();
                          }
                        },
                        Progress.NONE));
    // Threads also wait for one another for a moment: only what lasts is a pause.
    var looks = new AtomicInteger();
    Patience.until(
        "held",
        () ->
            (held.get() && rests(StudyRunner.class) ? looks.incrementAndGet() : looks.getAndSet(0))
                >= 20);
    var before = outcomes.size();
    Thread.sleep(200);
    assertEquals(before, outcomes.size());
    assertTrue(before < 45, "held before the end");
    runner.resume();
    thread.join();
    assertEquals(bits(train(runs, 1, Progress.NONE)), bits(outcomes));
  }

  /** Whether every thread that is in a class waits there. */
  private static boolean rests(Class<?> where) {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            it ->
                Stream.of(it.getValue())
                    .anyMatch(frame -> frame.getClassName().equals(where.getName())))
        .map(it -> it.getKey().getState())
        .allMatch(it -> it == Thread.State.WAITING || it == Thread.State.TIMED_WAITING);
  }

  @Test
  void refusesTheFileOfAnotherStudy() throws StudyException, IOException {
    var study = study();
    var file = new StudyFile(study, NAMES, "data");
    var csv = text(file, train(study.runs().subList(0, 2), 1, Progress.NONE));
    var base = study.base();
    var other =
        new Study(base.withTraining(base.training().withBatchSize(7)), study.settings(), 5, false);
    assertRefused("study.problem.otherStudy", new StudyFile(other, NAMES, "data"), csv);
    assertRefused("study.problem.otherStudy", new StudyFile(study, NAMES, "other"), csv);
    assertRefused("study.problem.file", new StudyFile(study, List.of("l2", "hidden"), "data"), csv);
    assertRefused("study.problem.file", file, "");
    assertRefused("study.problem.file", file, "a,\"b\n");
    assertRefused("study.problem.line", file, csv.replaceFirst(",completed", ",complet"));
    assertRefused("study.problem.line", file, csv.substring(0, csv.length() - 12) + "\n");
    assertRefused("study.problem.line", file, csv.replaceFirst(",3,", ",x,"));
  }

  private static void assertRefused(String key, StudyFile file, String csv) {
    var failure = assertThrows(StudyException.class, () -> file.read(new StringReader(csv), FILE));
    assertEquals(key, failure.problem().key());
  }

  /** What a full disk leaves: the run of the last line is done again. */
  @Test
  void aLineThatWasCutIsAsIfNotThere() throws StudyException, IOException {
    var study = study();
    var file = new StudyFile(study, NAMES, "data");
    var csv = text(file, train(study.runs().subList(0, 3), 1, Progress.NONE));
    var cut = csv.substring(0, csv.length() - 5);
    assertEquals(2, file.read(new StringReader(cut), FILE).rows().size());
  }

  @Test
  void moreSeedsLeaveWhatThereIs() throws StudyException, IOException {
    var study = study();
    var file = new StudyFile(study, NAMES, "data");
    var csv = text(file, train(study.runs().subList(0, 3), 1, Progress.NONE));
    var more = new Study(study.base(), study.settings(), 7, false);
    var content = new StudyFile(more, NAMES, "data").read(new StringReader(csv), FILE);
    assertEquals(List.of(0, 1, 2), content.rows().stream().map(it -> it.run().index()).toList());
    assertEquals(List.of(), content.others());
    var fewer = new Study(study.base(), study.settings(), 2, false);
    var least = new StudyFile(fewer, NAMES, "data");
    var written = new StringWriter();
    least.write(least.read(new StringReader(csv), FILE), written);
    assertEquals(csv, written.toString());
  }

  @Test
  void saysBeforehandWhatItTakes() throws StudyException {
    var estimate = StudyEstimate.of(study(), IRIS, BlasProducts.best(), 2);
    assertEquals(2, estimate.threads());
    var most = 60 * MachineSpeed.measure().clock();
    assertTrue(estimate.seconds() > 0 && estimate.seconds() < most, estimate.toString());
    assertTrue(estimate.bytes() > 10_000 && estimate.bytes() < 10_000_000, estimate.toString());
  }

  /** A fault in a run is not passed over. */
  @Test
  void aFaultIsTold() throws StudyException {
    var runs = study().runs();
    var other = GeneratedSample.of(SampleKind.CIRCLES).table();
    // The first to fail may have left before the second has begun.
    for (var i = 0; i < 200; i++) {
      assertTimeoutPreemptively(
          Patience.LONG,
          () ->
              assertThrows(
                  IllegalStateException.class,
                  () ->
                      new StudyRunner(other, new PortableProducts(), 2)
                          .run(runs, _ -> {}, Progress.NONE)));
    }
  }
}
