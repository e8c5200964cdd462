package dev.neuralworkbench.app;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.workspace.Run;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The data and network in numbers, the progress of whatever takes time, and the last message. */
final class StatusBar extends HBox {

  /** Numbers that change more often than this cannot be read. */
  private static final long READABLE_NANOS = 200_000_000;

  /** A longer name of a file leaves no room for the rest of the window. */
  private static final int LONGEST_NAME = 32;

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final Label facts = Labels.line("#status-facts");
  private final Label progressName = Labels.line("#status-progress-name");
  private final ProgressBar bar = new ProgressBar();
  private final Label progressText = Labels.line("#status-progress-text");
  private final Button cancel;
  private final HBox progress;
  private final Label message = Labels.line("#status-message");
  private @Nullable ObservableValue<String> told;
  private Subject toldOf = new Subject(0, "");
  private final RunProgress runProgress = new RunProgress();
  private final AnimationTimer timer =
      new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
          if (now - last > READABLE_NANOS) {
            last = now;
            pull();
          }
        }
      };

  StatusBar(WorkspaceServices services) {
    workspace = services.workspace();
    trainer = services.trainer();
    tasks = services.window().tasks();
    messages = services.messages();
    Styling.as(this, "#status", "status");
    String[] names = {"#status-cancel", Styles.SMALL, Styles.FLAT};
    cancel = Buttons.of(messages, "command.cancel", () -> job().ifPresent(Job::cancel), names);
    progress =
        Styling.as(
            new HBox(progressName, bar, progressText, cancel),
            "#status-progress",
            "status-progress");
    layOut();
    facts.textProperty().bind(messages.text(this::facts, workspace.document(), workspace.facts()));
    services.window().notices().message.subscribe(this::tell);
    workspace.stretch.subscribe(_ -> showMessage());
    workspace.document().map(it -> it.data().hash()).subscribe(_ -> showMessage());
    trainer.state().subscribe(_ -> follow());
    trainer.speed().subscribe(runProgress::restart);
    tasks.running().addListener((ListChangeListener<Job>) _ -> follow());
  }

  private void layOut() {
    Tooltips.install(message, message.textProperty());
    progress.managedProperty().bind(progress.visibleProperty());
    getChildren().setAll(facts, progress, Space.between(), message);
    for (var label : new Label[] {facts, progressName, progressText}) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    nameEngine();
  }

  /** Adds what computes the products. To name it loads it, which the window does not wait for. */
  private void nameEngine() {
    tasks.beside(
        tasks.lane("engine"),
        "engine",
        _ -> trainer.products(),
        _ -> getChildren().add(engineLabel()),
        _ -> {});
  }

  private void tell(@Nullable ObservableValue<String> text) {
    told = text;
    toldOf = subject();
    showMessage();
  }

  /** What a message is told of: a document, and its rows, of which a rule may have made others. */
  private record Subject(int stretch, String rows) {}

  private Subject subject() {
    return new Subject(workspace.stretch.get(), workspace.document().get().data().hash());
  }

  /** The last message, where it was told of the rows that are open. */
  private void showMessage() {
    message.textProperty().unbind();
    if (told == null || !toldOf.equals(subject())) {
      message.setText("");
    } else {
      message.textProperty().bind(told);
    }
  }

  private Optional<Job> job() {
    return tasks.running().stream().filter(it -> !it.nameKey.equals(Trainer.JOB)).findFirst();
  }

  private void follow() {
    var busy = trainer.state().get().isActive() || job().isPresent();
    progress.setVisible(busy);
    if (busy) {
      timer.start();
      pull();
    } else {
      timer.stop();
    }
  }

  private void pull() {
    var job = job();
    var run = trainer.run().get();
    Visibility.when(cancel, job.filter(Job::isStoppable).isPresent());
    if (job.isPresent()) {
      showJob(job.get());
    } else if (run != null && trainer.state().get().isActive()) {
      showRun(run);
    }
  }

  private void showJob(Job job) {
    progressName.setText(messages.now(job.nameKey));
    bar.setProgress(job.progress.get());
    progressText.setText(left(job.secondsLeft.get()));
  }

  private void showRun(Run run) {
    var epochs = run.history().epochs();
    switch (trainer.state().get()) {
      case RUNNING -> runProgress.look(run, System.nanoTime());
      case IDLE, PREPARING, PAUSED, FINISHED -> runProgress.restart();
    }
    // The live screen says it itself.
    progressName.setText(
        trainer.drawing().get()
            ? ""
            : messages.now("status.epoch", Numbers.count(epochs), Numbers.count(run.epochs())));
    bar.setProgress((double) epochs / run.epochs());
    var speed = runProgress.samplesPerSecond;
    progressText.setText(
        Double.isNaN(speed)
            ? ""
            : join(messages.now("status.speed", readable(speed)), left(runProgress.secondsLeft)));
  }

  /** Three digits: more change too fast to be read. */
  private static String readable(double number) {
    return Numbers.count(new BigDecimal(number).round(new MathContext(3)).longValue());
  }

  private static String join(String one, String other) {
    return other.isEmpty() ? one : one + "  \u00b7  " + other;
  }

  private String left(double seconds) {
    if (Double.isNaN(seconds)) {
      return "";
    }
    var whole = Math.max(1, Math.round(seconds));
    return whole < 100
        ? messages.now("status.seconds", whole)
        : messages.now("status.minutes", Math.round(whole / 60.0));
  }

  private String facts(Words words) {
    var document = workspace.document().get();
    var shape = workspace.facts().get().shape();
    var draft = document.draft();
    var rows = Numbers.count(document.data().rows());
    var name = Shortened.middle(document.data().name(), LONGEST_NAME);
    if (!workspace.facts().get().known()) {
      return words.text("status.data", name, rows);
    }
    var parameters = draft.network().parameterCount(shape.inputs(), draft.outputs(shape));
    return words.text("status.facts", name, rows, Numbers.count(parameters));
  }

  /** What computes the matrix products: the library's name, the rest of it in the tip. */
  private Label engineLabel() {
    ObservableValue<String> description =
        trainer.computing().map(it -> it.engine().products().description());
    var label = Labels.whole(description.map(it -> it.split(" ", 2)[0]), "#status-engine", "data");
    Tooltips.install(
        label, messages.text(description, (words, it) -> words.text("status.engine.tip", it)));
    return label;
  }

  /**
   * How far and how fast a run goes, looked at from outside a few times a second. The speed is that
   * of training, waiting for the eye left out; the time left is what a clock on the wall will show.
   */
  static final class RunProgress {

    private static final double WINDOW_SECONDS = 1;

    private @Nullable Run run;
    private int firstEpoch;
    private long firstNanos;
    private int lastEpoch;

    /** Rows trained in a second; NaN before that can be said. */
    private double samplesPerSecond = Double.NaN;

    /** Seconds to the end of the run; NaN before that can be said. */
    private double secondsLeft = Double.NaN;

    void look(Run looked, long nanos) {
      var history = looked.history();
      var epochs = history.epochs();
      if (!looked.equals(run)) {
        run = looked;
        firstEpoch = epochs;
        firstNanos = nanos;
        lastEpoch = epochs;
        samplesPerSecond = Double.NaN;
        secondsLeft = Double.NaN;
      }
      if (epochs > lastEpoch) {
        var from = epochs - 1;
        var end = history.seconds(epochs - 1);
        while (from > 0 && end - history.seconds(from - 1) < WINDOW_SECONDS && from > firstEpoch) {
          from--;
        }
        var seconds = end - (from == 0 ? 0 : history.seconds(from - 1));
        if (seconds > 0) {
          samplesPerSecond = (double) (epochs - from) * looked.trainingRows() / seconds;
        }
        var perEpoch = (nanos - firstNanos) / 1e9 / (epochs - firstEpoch);
        secondsLeft = perEpoch * (looked.epochs() - epochs);
        lastEpoch = epochs;
      }
    }

    /** Starts to measure afresh: the run was held, or its speed changed. */
    void restart() {
      run = null;
      samplesPerSecond = Double.NaN;
      secondsLeft = Double.NaN;
    }
  }
}
