package dev.neuralworkbench.app;

import dev.neuralworkbench.app.start.LogFile;
import dev.neuralworkbench.app.start.OneWindow;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.settings.SettingsFile;
import dev.neuralworkbench.ui.workspace.settings.UserFolder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program with its window. */
public final class WorkbenchApp extends Application {

  private static final Logger LOG = System.getLogger(WorkbenchApp.class.getName());

  private @Nullable OneWindow one;

  @Override
  public void start(Stage stage) {
    var folder = UserFolder.ofSystem();
    var log = new LogFile(folder);
    log.start();
    TextLayouts.keepApart();
    var settings = new SettingsFile(folder.resolve("settings.json"));
    var workbench =
        new Workbench(
            stage,
            settings,
            new UnsavedFolder(folder.resolve("unsaved")),
            Sentences::of,
            Optional.empty(),
            () -> getHostServices().showDocument(log.file().toUri().toString()));
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (_, error) -> {
              LOG.log(Level.ERROR, "in the window", error);
              workbench.complain();
            });
    stage.getIcons().setAll(WindowIcons.all());
    workbench.show(getParameters().getUnnamed().stream().map(Path::of).toList());
    one = OneWindow.listen(folder, files -> Platform.runLater(() -> workbench.come(files)));
  }

  @Override
  public void stop() {
    if (one != null) {
      one.close();
    }
  }
}
