package dev.neuralworkbench.app;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.ui.workspace.backup.Autosave;
import dev.neuralworkbench.ui.workspace.backup.Recovery;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Unsaved work kept for the case of a crash, and what an earlier start left of such. */
record Backups(
    UnsavedFolder unsaved,
    WorkspaceServices services,
    Autosave autosave,
    Recovery recovery,
    AutosaveClock clock) {

  /** Those of a document. */
  static Backups of(UnsavedFolder unsaved, WorkspaceServices services, Executor writer) {
    var window = services.window();
    var saving = services.saving();
    var autosave =
        new Autosave(
            services.workspace(),
            services.trainer(),
            window.tasks(),
            unsaved,
            writer,
            saving::name,
            Version.program(),
            () ->
                window
                    .notices()
                    .complain(
                        window.messages().text("error.notKept", unsaved.folder()),
                        saving.elsewhere()));
    var recovery =
        new Recovery(
            services.workspace(),
            services.files().missing,
            services.requests(),
            autosave,
            unsaved,
            window);
    return new Backups(
        unsaved, services, autosave, recovery, new AutosaveClock(autosave, window.tasks()));
  }

  /**
   * Begins to keep work, and removes halves of files from folders where this user saves, beside the
   * window: what killed programs left there nobody would look for.
   */
  void start(List<Path> folders) {
    clock.start();
    var all = new ArrayList<>(folders);
    all.addAll(recovery.folders());
    all.add(unsaved.folder());
    var tasks = services.window().tasks();
    tasks.beside(
        tasks.lane("left-overs"),
        "left-overs",
        () -> all.stream().distinct().filter(Files::isDirectory).forEach(AtomicFile::sweep));
  }

  /** The program ends in order: what was kept is not needed. */
  void close() {
    clock.stop();
    recovery.close();
    autosave.close();
  }

  /** Ends as a crash would: what was kept belongs to the next start. */
  void abandon() {
    clock.stop();
    recovery.close();
    autosave.abandon();
  }
}
