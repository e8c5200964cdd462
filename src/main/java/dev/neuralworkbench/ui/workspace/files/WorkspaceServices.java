package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import java.util.function.Consumer;

/** The document of a window, and all that works on it: what screens, menu and status share. */
public record WorkspaceServices(
    WindowServices window,
    Workspace workspace,
    Trainer trainer,
    TimeTravel travel,
    Saving saving,
    Requests requests,
    FileCommands files,
    ReadingCommands reading) {

  /** Those of a document; {@code whenFree} calls once nothing is being asked. */
  public static WorkspaceServices of(
      Document document,
      ComputingPreferences computing,
      WindowServices window,
      FileListener listener,
      Consumer<Runnable> whenFree) {
    var tasks = window.tasks();
    var workspace = new Workspace(document, tasks);
    workspace
        .document()
        .subscribe(
            (before, now) -> {
              if (now.dropsDecision(before)) {
                window.tell("decision.dropped");
              }
            });
    var trainer = new Trainer(workspace, tasks, computing);
    trainer.askBeforeEditsGo(window.dialogs());
    var saving = new Saving(workspace, trainer, window, listener, Version.program());
    var requests = new Requests(saving, whenFree);
    var tables = new ReadTables();
    var files = new FileCommands(workspace, requests, tables, window, listener);
    return new WorkspaceServices(
        window,
        workspace,
        trainer,
        new TimeTravel(workspace, trainer, tasks, tasks.lane("past")),
        saving,
        requests,
        files,
        new ReadingCommands(workspace, files, tables, window, listener));
  }

  public Messages messages() {
    return window.messages();
  }
}
