package dev.neuralworkbench.ui.workspace.backup;

import dev.neuralworkbench.app.start.LogFile;
import dev.neuralworkbench.app.start.OneWindow;
import dev.neuralworkbench.data.read.source.PipeSource;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.Strangers;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.backup.UnsavedWork.KeptWork;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A program of its own that keeps all that Neural Workbench may keep, prints each path with its
 * mode, and ends. Its system's temporary files are in a folder of the one that it is given.
 */
public final class KeepingProgram {

  private KeepingProgram() {}

  public static void main(String[] arguments) throws IOException {
    var home = Path.of(arguments[0]);
    var own = OwnFolder.ofSystem();
    var log = new LogFile(own);
    log.start();
    Logger.getLogger("dev.neuralworkbench").log(Level.FINE, "something");
    var settings = new PreferencesFile(own);
    settings.write(Preferences.DEFAULT);
    if (settings.exists()) {
      Files.writeString(OwnPlace.SETTINGS.in(own), "broken");
      settings.read();
      settings.write(Preferences.DEFAULT);
    }
    var _ = OneWindow.begin(own, List.of()).orElseThrow();
    if (!own.off()) {
      keep(new UnsavedFolder(own.in(OwnPlace.UNSAVED.names)));
    }
    for (var place : List.of(OwnPlace.FIRST_RUN, OwnPlace.SAVING_CHECK, OwnPlace.WINDOW_CHECK)) {
      place.makeFolder();
    }
    try (var rows = PipeSource.of(InputStream.nullInputStream(), 1, Progress.NONE)) {
      rows.named("rows").size();
      print(home);
    }
    System.out.flush();
    // As a crash would: nothing is told of what ends.
    Runtime.getRuntime().halt(0);
  }

  private static void keep(UnsavedFolder folder) throws IOException {
    var document = Document.of(BundledSample.IRIS);
    var work = folder.create();
    work.about(KeptWork.of(document, "iris"), null, null);
    work.write(document, "test", Progress.NONE);
    var trained = folder.create();
    trained.about(KeptWork.of(document, "iris"), null, null);
    trained.write(document.withTrained(TestModels.untrained(document)), "test", Progress.NONE);
  }

  private static void print(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      for (var file : files.filter(it -> !it.equals(home)).toList()) {
        System.out.println(
            (Files.isDirectory(file) ? "d" : "f") + Strangers.mode(file) + " " + file);
      }
    }
  }
}
