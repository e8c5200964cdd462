package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.print.TrainingText;
import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.cli.terminal.FileContent;
import dev.neuralworkbench.cli.terminal.Interrupt;
import dev.neuralworkbench.cli.terminal.Output;
import dev.neuralworkbench.cli.terminal.ProgressLine;
import dev.neuralworkbench.cli.terminal.Terminal;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.TrainingSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "train")
final class TrainCommand implements Runnable {

  private static final Range THREADS = Range.whole(1, 1024);

  private static final String TRAINING = "training.";

  private final Terminal terminal;
  private final RunControl control = new RunControl();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL",
      required = true)
  private String output = "";

  @Option(names = "--resume", paramLabel = "MODEL")
  private @Nullable String resume;

  @Mixin private TrainOptions options = new TrainOptions();

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    checkThreads(options.threads);
    var to = Output.of(output, FileContent.MODEL, List.of(options.data), terminal);
    var reference = CommandInputs.data(options.data, options.reading, terminal);
    var table = CommandInputs.table(reference);
    var document =
        resume == null
            ? new Document(reference, ChosenExperiment.of(options, reference), null)
            : resumed(CommandInputs.document(resume), reference, options);
    try (var _ = new Interrupt(control::stop)) {
      var trained = train(document, table);
      var reason = Objects.requireNonNull(trained.trained()).history().stopReason();
      if (reason == StopReason.DIVERGED && Files.exists(Path.of(output))) {
        throw CommandFailure.of(Problem.at("cli.train.diverged", Place.file(output), null, null));
      }
      to.told(() -> ModelFile.write(Path.of(output), trained, Version.program()));
      terminal.tell("cli.train.saved", output);
    }
  }

  private Document train(Document document, Table table) {
    var plan = resume == null ? TrainingPlan.of(document) : plan(document);
    var prepared = PreparedData.of(plan.experiment().preparation(), table);
    for (var problem : plan.problems(prepared.training().rows())) {
      throw CommandFailure.of(problem);
    }
    var text = new TrainingText(terminal.words());
    options.tellReading(table, terminal);
    tell(text.before(plan.experiment().preparation(), table, prepared));
    var session = plan.session(prepared, options.computing.products());
    session.threads(options.threads);
    run(session, plan.experiment());
    var model = plan.model(session, prepared);
    tell(text.after(model, prepared, options.computing.products()));
    return document.withDraft(model.lastChoices()).withTrained(model);
  }

  private void tell(List<String> lines) {
    lines.forEach(terminal.err()::println);
    terminal.err().flush();
  }

  static void checkThreads(int threads) {
    CommandFailure.refuse(THREADS.problems("--threads", threads));
  }

  private void run(TrainingSession session, Experiment experiment) {
    var epochs = experiment.training().stopping().epochs();
    var line = ProgressLine.start(terminal, session.history(), epochs);
    var reason = session.run(control);
    line.close();
    tellEnd(session.history(), reason, RunResult.used(experiment, session.history()));
  }

  /** The loss is that of the epoch whose weights stay. */
  private void tellEnd(TrainingHistory history, StopReason reason, int used) {
    var epochs = history.epochs();
    terminal.tell("cli.train.end", terminal.words().text("stopReason." + Ids.of(reason)), epochs);
    if (used < epochs) {
      terminal.tell("cli.train.restored", used);
    }
    if (epochs > 0) {
      terminal.tell(
          "cli.train.loss",
          Numbers.rounded(history.trainingLoss(used - 1), 4),
          Numbers.rounded(history.seconds(epochs - 1), 3),
          Numbers.rounded(history.seconds(epochs - 1) / epochs, 3));
    }
  }

  /**
   * The saved document on its data, with the end that the options ask for.
   *
   * @throws CommandFailure if the data has another content, there is nothing to go on from, or an
   *     option would change more than the end
   */
  private static Document resumed(Document saved, DataReference data, TrainOptions options) {
    CommandInputs.refuseOther(data, data.name(), saved);
    var model = CommandInputs.trained(saved);
    if (model.checkpoint() == null && !model.isSetByHand()) {
      throw CommandFailure.of("cli.resume.none", null, null);
    }
    var before = model.experiment();
    var training = before.training();
    var changed = options.settings.change(before, it -> it.component().startsWith(TRAINING));
    if (!changed.training().continues(training)
        || options.choosesColumns()
        || options.settings.hasAny(it -> !it.component().startsWith(TRAINING))) {
      throw CommandFailure.option("cli.resume.changed", "--resume", null, null);
    }
    var draft = before.withTraining(training.withStopping(changed.training().stopping()));
    ChosenExperiment.refuse(draft.problems(CommandInputs.table(data)));
    return new Document(data, draft, model).withRuns(saved.runs());
  }

  private static TrainingPlan plan(Document document) {
    var model = CommandInputs.trained(document);
    var checkpoint = model.checkpoint();
    if (checkpoint == null) { // Of another program: its weights are where this training begins.
      return TrainingPlan.keeping(document);
    }
    Experiment draft = document.draft();
    var stopping = draft.training().stopping();
    return new TrainingPlan(
        draft, TrainingStart.Continued.of(model, checkpoint, stopping, stopping.epochs()));
  }
}
