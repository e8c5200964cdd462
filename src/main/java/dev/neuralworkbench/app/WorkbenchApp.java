package dev.neuralworkbench.app;

import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.workspace.SettingsFile;
import dev.neuralworkbench.ui.workspace.UserFolder;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/** The program with its window. */
public final class WorkbenchApp extends Application {

  @Override
  public void start(Stage stage) {
    var settings = new SettingsFile(UserFolder.ofSystem().resolve("settings.json"));
    var workbench =
        new Workbench(
            stage, settings, language -> Sentences.of(language.locale()), Optional.empty());
    workbench.show(getParameters().getUnnamed().stream().map(Path::of).toList());
  }
}
