package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.StudyRunsText;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.Interrupt;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.StudyLine;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.study.vary.Study;
import dev.neuralworkbench.study.vary.StudyEstimate;
import dev.neuralworkbench.study.vary.StudyException;
import dev.neuralworkbench.study.vary.StudyFile;
import dev.neuralworkbench.study.vary.StudyRun;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import dev.neuralworkbench.study.vary.StudyRunner;
import dev.neuralworkbench.study.vary.StudySummary;
import dev.neuralworkbench.study.vary.Variation;
import dev.neuralworkbench.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains settings of choices that are varied, each with several seeds, and compares them. */
@Command(name = "search")
final class StudyCommand implements Callable<Integer> {

  /** What has finished is written down this often, in nanoseconds. */
  private static final long KEPT = 1_000_000_000;

  private static final double MEGABYTE = 1e6;

  private final Terminal terminal;
  private final List<StudyRow> rows = new ArrayList<>();
  private StudyFile.Content earlier = StudyFile.Content.NONE;
  private long kept = System.nanoTime();

  @Option(names = "--vary", paramLabel = "NAME=VALUES")
  private List<String> vary = new ArrayList<>();

  @Option(names = "--seeds", paramLabel = "N")
  private int seeds = 5;

  @Option(names = "--random", paramLabel = "N")
  private @Nullable Integer random;

  @Option(names = "--new-rows")
  private boolean redealt;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "RUNS")
  private @Nullable String output;

  @Option(names = "--resume")
  private boolean resume;

  @Option(names = "--json")
  private boolean json;

  @Mixin private TrainOptions options = new TrainOptions();

  StudyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainCommand.checkThreads(options.threads);
    if (resume && output == null) {
      throw CommandFailure.option("cli.study.resume.file", "--resume", null, null);
    }
    var to =
        output == null
            ? null
            : Output.of(output, FileContent.TABLE, List.of(options.data), terminal);
    var reference = CommandInputs.data(options.data, options.reading, terminal);
    var table = CommandInputs.table(reference);
    try {
      if (random != null) {
        CommandFailure.refuse(Study.DRAWN.problems("--random", random));
      }
      var variations = new ArrayList<Variation<?>>();
      for (var text : vary) {
        variations.add(Variation.read(text));
      }
      var base = ChosenExperiment.of(options, reference);
      var settings =
          random == null
              ? Study.grid(variations)
              : Study.random(variations, random, base.training().seed());
      var study = new Study(base, settings, seeds, redealt);
      ChosenExperiment.refuse(study.problems(table));
      var names = variations.stream().map(it -> it.setting().id()).toList();
      var file = new StudyFile(study, names, reference.hash());
      options.tellReading(table, terminal);
      return run(study, file, table, to);
    } catch (StudyException e) {
      throw ChosenExperiment.failure(e.problem());
    }
  }

  private int run(Study study, StudyFile file, Table table, @Nullable Output to)
      throws StudyException {
    if (!resume) {
      refuseToReplace(file);
    }
    earlier = earlier(file);
    rows.addAll(earlier.rows());
    var done = new HashSet<>(rows.stream().map(StudyRow::run).toList());
    var missing = study.runs().stream().filter(run -> !done.contains(run)).toList();
    tellBefore(study, missing, table);
    boolean whole;
    var runner = new StudyRunner(table, options.computing.products(), options.threads);
    try (var _ = new Interrupt(runner::stop)) {
      whole = train(runner, missing, file, to);
      keep(study, file, to, whole);
    }
    var summary = StudySummary.of(rows, study.base().training().seed());
    var text = new StudyRunsText(summary, study.base());
    terminal.result(json, text::json, () -> text.lines(terminal.words()));
    return whole ? 0 : CommandFailure.FAILED;
  }

  private void keep(Study study, StudyFile file, @Nullable Output to, boolean whole) {
    if (to != null) {
      // A file that is gone on with is not replaced: nothing is to be told.
      if (resume) {
        to.keep(text -> file.write(earlier.with(rows), text));
      } else {
        to.write(text -> file.write(earlier.with(rows), text));
      }
      terminal.tell(
          whole ? "cli.study.saved" : "cli.study.interrupted",
          rows.size(),
          study.settings().size() * study.seeds(),
          String.valueOf(to.name()));
    }
    terminal.err().flush();
  }

  /** Hours of work are not replaced because a word was forgotten. */
  private void refuseToReplace(StudyFile file) {
    if (output == null || !Files.isRegularFile(Path.of(output))) {
      return;
    }
    try (var reader = Files.newBufferedReader(Path.of(output))) {
      if (!file.read(reader, Path.of(output)).equals(StudyFile.Content.NONE)) {
        throw CommandFailure.option("cli.study.exists", "--output", null, output);
      }
    } catch (StudyException | IOException _) {
      // Another table, which Output replaces and tells of.
    }
  }

  private StudyFile.Content earlier(StudyFile file) throws StudyException {
    if (!resume || output == null || !Files.exists(Path.of(output))) {
      return StudyFile.Content.NONE;
    }
    try (var reader = Files.newBufferedReader(Path.of(output))) {
      return file.read(reader, Path.of(output));
    } catch (IOException e) {
      throw CommandFailure.of(Problem.at("data.file.denied", Place.file(output), null, null), e);
    }
  }

  private void tellBefore(Study study, List<StudyRun> missing, Table table) {
    if (!rows.isEmpty()) {
      terminal.tell("cli.study.earlier", rows.size(), missing.size());
    }
    if (missing.isEmpty()) {
      return;
    }
    var estimate = StudyEstimate.of(study, table, options.computing.products(), options.threads);
    var share = (double) missing.size() / (study.settings().size() * study.seeds());
    terminal.tell(
        "cli.study.before",
        missing.size(),
        estimate.threads(),
        Numbers.rounded(estimate.seconds() * share, 2),
        Numbers.rounded(estimate.bytes() / MEGABYTE, 2));
    options.threads = estimate.threads();
  }

  /** Whether all runs have finished; an interrupted study keeps those that have. */
  private boolean train(
      StudyRunner runner, List<StudyRun> runs, StudyFile file, @Nullable Output to) {
    try (var progress = new StudyLine(terminal)) {
      runner.run(
          runs,
          outcome -> {
            rows.add(new StudyRow(outcome.run(), outcome.result()));
            if (to != null && System.nanoTime() - kept > KEPT) {
              to.keep(text -> file.write(earlier.with(rows), text));
              kept = System.nanoTime();
            }
          },
          progress);
      return true;
    } catch (CancellationException _) {
      return false;
    }
  }
}
