package dev.neuralworkbench.app;

import dev.neuralworkbench.app.start.LogFile;
import dev.neuralworkbench.app.start.OneWindow;
import dev.neuralworkbench.app.start.PartByPart;
import dev.neuralworkbench.app.start.ProcessAge;
import dev.neuralworkbench.app.start.Uncaught;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;

public class WorkbenchApp extends Application {

  private static final Logger LOG = System.getLogger(WorkbenchApp.class.getName());

  /** Seconds in which the window says whether it takes the files of a later start. */
  private static final int PATIENCE = 5;

  // JavaFX makes the application object by itself.
  private static volatile OwnFolder folder = OwnFolder.ofSystem();
  private static volatile CompletableFuture<Optional<OneWindow>> begun =
      CompletableFuture.completedFuture(Optional.empty());

  /**
   * Opens the window, unless there is one that takes the files. That is found out while the toolkit
   * gets ready, and so is made what the window asks for first.
   *
   * @param kind the program, or a trial of it
   * @param own the folder for settings and the log
   */
  static void launch(Class<? extends WorkbenchApp> kind, OwnFolder own, String... files) {
    folder = own;
    beside(
        "beforehand",
        () -> {
          Navigation.first();
          Sentences.of(Locale.getDefault());
          settings().read(); // What reading takes is there then.
        });
    var paths = Stream.of(files).map(Path::of).toList();
    var one = new CompletableFuture<Optional<OneWindow>>();
    beside("one window", () -> one.complete(OneWindow.begin(own, paths)));
    begun = one;
    Application.launch(kind, files);
  }

  private static PreferencesFile settings() {
    return new PreferencesFile(folder);
  }

  private static void beside(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  @Override
  public void start(Stage stage) {
    var one = begun.join();
    if (one.isEmpty()) {
      Platform.exit();
      return;
    }
    var log = new LogFile(folder);
    log.start();
    TextLayouts.keepApart();
    var workbench =
        new Workbench(
            stage,
            settings(),
            new UnsavedFolder(folder.in(OwnPlace.UNSAVED.names)),
            Sentences::of,
            Optional.empty(),
            log.file(),
            file -> getHostServices().showDocument(file.toUri().toString()));
    new Uncaught(workbench::complainLater).install();
    // Its turn comes when the first picture is there, and whatever was clicked since is heard;
    // begun before the parts of the window, so that it does not wait for the second of them.
    new PartByPart(List.of(() -> answers(stage, workbench, ProcessAge.now()))).start();
    workbench.show(
        getParameters().getUnnamed().stream().map(Path::of).toList(),
        () -> LOG.log(Level.DEBUG, "all parts show after {0} ms", ProcessAge.now().toMillis()));
    one.get().takeBy(files -> isTaken(workbench, files));
  }

  /** The window answers. Its icons are not waited for: a system shows its own for the moment. */
  void answers(Stage stage, Workbench workbench, Duration age) {
    LOG.log(Level.DEBUG, "the window answers after {0} ms", age.toMillis());
    stage.getIcons().setAll(WindowIcons.all());
  }

  @Override
  public void stop() {
    begun.join().ifPresent(OneWindow::close);
  }

  /** Asks the window itself: one that hangs has taken nothing. */
  private static boolean isTaken(Workbench workbench, List<Path> files) {
    var answer = new FutureTask<>(() -> workbench.come(files));
    Platform.runLater(answer);
    try {
      return answer.get(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      answer.cancel(false);
      LOG.log(Level.DEBUG, "a later start was not heard", e);
      return false;
    }
  }

  /** The program's icon in all its sizes, for the window's frame and the task bar. */
  static final class WindowIcons {

    private WindowIcons() {}

    static List<Image> all() {
      return IntStream.of(16, 24, 32, 48, 64, 128, 256).mapToObj(WindowIcons::ofSize).toList();
    }

    private static Image ofSize(int size) {
      var name = "/dev/neuralworkbench/icons/neural-workbench-" + size + ".png";
      try (var in = WindowIcons.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the program lacks its file " + name);
        }
        return new Image(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
