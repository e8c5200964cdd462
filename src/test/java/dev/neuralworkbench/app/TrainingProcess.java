package dev.neuralworkbench.app;

import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.dialog.Dialogs.ChangedElsewhere;
import dev.neuralworkbench.ui.workspace.Speed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;

/**
 * The whole program in a process of its own, which restores what the one before left, trains, saves
 * now and then, and says all of it, until it is killed.
 */
final class TrainingProcess implements AutoCloseable {

  private static final String RESTORED = "restored";
  private static final String NOTHING = "nothing";
  private static final String EPOCH = "epoch";
  private static final String SAVED = "saved";

  private final Process process;
  private final BufferedReader said;

  private TrainingProcess(Process process) {
    this.process = process;
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * What one said until it was killed.
   *
   * @param epochs how far it had come, at which time
   * @param saves what stood in the file after each save
   * @param begin nanoseconds on a clock that all processes share, when it began to train
   * @param end the same, when it was killed
   */
  record Life(List<Epoch> epochs, List<Save> saves, long begin, long end) {

    /** Seconds of work after so many epochs. */
    double secondsAfter(int kept) {
      var since =
          epochs.stream().filter(it -> it.number() > kept).mapToLong(Epoch::nanos).findFirst();
      return (end - since.orElse(end)) / 1e9;
    }
  }

  /** So many epochs were done at a time. */
  record Epoch(int number, long nanos) {}

  /** A save that was said to be done: the epochs in the file, and the stamp of its bytes. */
  record Save(int epochs, int hash) {}

  /** Starts one, with settings and backups in a folder. */
  static TrainingProcess start(Path home, Path model, long seed) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new TrainingProcess(
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingProcess.class.getName(),
                home.toString(),
                model.toString(),
                Long.toString(seed))
            .redirectErrorStream(true)
            .start());
  }

  /** The program. */
  public static void main(String[] arguments) throws Exception {
    var home = Path.of(arguments[0]);
    var model = Path.of(arguments[1]);
    var isFirst = !Files.exists(home.resolve("settings.json"));
    var window =
        isFirst ? new OpenWindow(home, OpenWindow.SMALL, model) : new OpenWindow(home, null);
    window.dialogs.saved = Optional.of(model);
    window.dialogs.changed = ChangedElsewhere.REPLACE;
    window.robot.waitForText("#status-facts", "circles");
    window.robot.waitUntil("opened", () -> !isFirst || window.workspace().file.get() != null);
    say(restore(window));
    System.in.read();
    train(window);
    goOn(window, model, new Random(Long.parseLong(arguments[2])));
  }

  /** Takes what the start before left; the epochs of that. */
  private static String restore(OpenWindow window) {
    if (!window.robot.shows("#recovery-restore")) {
      return NOTHING;
    }
    window.robot.click("#recovery-restore");
    window.robot.waitForText("#status-message", "Restored");
    return RESTORED + " " + FxThread.call(() -> epochs(window));
  }

  private static int epochs(OpenWindow window) {
    var trained = window.workspace().document().get().trained();
    return trained == null ? 0 : trained.history().epochs();
  }

  private static void train(OpenWindow window) {
    FxThread.run(
        () -> {
          window.workspace().editDraft("x", TrainingProcess::endless);
          window.workbench.trainer().speed().set(Speed.EPOCH_A_FRAME);
        });
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Training");
  }

  private static Experiment endless(Experiment draft) {
    var training = draft.training().withEpochs(1_000_000);
    return draft.withTraining(training.withStopping(training.stopping().withEarlyStopping(null)));
  }

  private static void goOn(OpenWindow window, Path model, Random random)
      throws InterruptedException, ModelFormatException, IOException {
    var stamp = FileStamp.of(model);
    var history = window.workbench.trainer().run().get().history();
    while (true) {
      TimeUnit.MILLISECONDS.sleep(20);
      say(EPOCH + " " + history.epochs() + " " + System.nanoTime());
      if (random.nextInt(15) == 0) {
        window.robot.shortcut(KeyCode.S);
      }
      if (!FileStamp.of(model).equals(stamp)) {
        stamp = FileStamp.of(model);
        say(SAVED + " " + epochs(model) + " " + hash(model));
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Epochs of the model in a file, which is read to its end. */
  static int epochs(Path model) throws ModelFormatException {
    return ModelFile.read(model).trained().history().epochs();
  }

  /** Tells one content from another. */
  static int hash(Path model) throws IOException {
    return Files.readString(model).hashCode();
  }

  /** Waits until it is there; the epochs of the work that it restored, −1 where it found none. */
  int awaitStart() throws IOException {
    while (true) {
      var line = next();
      if (line.equals(NOTHING)) {
        return -1;
      } else if (line.startsWith(RESTORED)) {
        return Integer.parseInt(line.split(" ", -1)[1]);
      }
    }
  }

  /** Lets it train for so long and kills it at once, as {@code kill -9} does. */
  Life trainFor(long millis) throws IOException, InterruptedException {
    try (var go = process.outputWriter()) {
      go.write('\n');
    }
    var first = next();
    while (!first.startsWith(EPOCH)) {
      first = next();
    }
    var begin = System.nanoTime();
    var end = begin + TimeUnit.MILLISECONDS.toNanos(millis);
    var killer = ProcessHandle.of(process.pid()).orElseThrow();
    var epochs = new ArrayList<Epoch>();
    var saves = new ArrayList<Save>();
    var killed = 0L;
    for (var line = first; line != null; line = said.readLine()) {
      var words = line.split(" ", -1);
      if (words[0].equals(EPOCH)) {
        epochs.add(new Epoch(Integer.parseInt(words[1]), Long.parseLong(words[2])));
      } else if (words[0].equals(SAVED) && words.length == 3) {
        saves.add(new Save(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
      } else {
        throw new IOException(line);
      }
      if (killed == 0 && System.nanoTime() >= end) {
        // Not the process's own method, which would close what it has said as well.
        killed = System.nanoTime();
        killer.destroyForcibly();
      }
    }
    return new Life(epochs, saves, begin, killed);
  }

  private String next() throws IOException {
    var line = said.readLine();
    if (line == null) {
      throw new IOException("it has ended");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
