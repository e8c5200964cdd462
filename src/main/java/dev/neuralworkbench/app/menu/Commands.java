package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import dev.neuralworkbench.ui.workspace.files.ReadingCommands;
import dev.neuralworkbench.ui.workspace.files.Saving;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

public final class Commands {

  private final Workspace workspace;
  private final Trainer trainer;
  private final FileCommands files;
  private final ReadingCommands reading;
  private final Saving saving;
  private final Messages messages;
  private final Runnable typeTable;
  private final Runnable saveReport;

  public Commands(WorkspaceServices services, Runnable typeTable, Runnable saveReport) {
    workspace = services.workspace();
    trainer = services.trainer();
    files = services.files();
    reading = services.reading();
    saving = services.saving();
    messages = services.messages();
    this.typeTable = typeTable;
    this.saveReport = saveReport;
  }

  public Command openData() {
    return always("open-data", Icon.OPEN, "Shortcut+O", files::openData);
  }

  public Command previewData() {
    return always("preview-data", null, null, reading::previewData);
  }

  public Command pasteTable() {
    return always("paste-table", null, "Shortcut+Shift+V", this::openClipboard);
  }

  private void openClipboard() {
    var text = Clipboard.getSystemClipboard().getString();
    files.openTyped(new TypedText(messages.now("paste.name"), text == null ? "" : text));
  }

  public Command openPictures() {
    return always("open-pictures", null, null, files::openPictures);
  }

  public Command newTable() {
    return always("new-table", Icon.ADD, "Shortcut+N", typeTable);
  }

  public Command openModel() {
    return always("open-model", Icon.MODEL, "Shortcut+Shift+O", files::openModel);
  }

  public Command save() {
    return command("save", Icon.SAVE, "Shortcut+S", this::cannotSave, saving::save);
  }

  public Command saveAs() {
    return command("save-as", null, "Shortcut+Shift+S", this::cannotSave, saving::saveAs);
  }

  public Command saveTable() {
    return command(
        "save-table",
        null,
        null,
        document -> document.data().table() == null ? messages.now("why.noTable") : "",
        saving::saveTable);
  }

  public Command report() {
    return command("save-report", null, null, this::cannotSave, saveReport);
  }

  /** Writes the model as a file of another program. */
  public Command export(String format, Runnable action) {
    return command("export-" + format, null, null, this::cannotExport, action);
  }

  public Command undo() {
    var name = workspace.undoName;
    return new Command(
        "undo",
        text(() -> undoText(name.get()), name, workspace.problems()),
        messages.text("command.undo.tip"),
        icon(null),
        KeyCombination.valueOf("Shortcut+Z"),
        text(
            () ->
                name.get() == null && !workspace.hasUnreadable()
                    ? messages.now("why.nothingToUndo")
                    : "",
            name,
            workspace.problems()),
        trainer::undo);
  }

  public Command redo() {
    var name = workspace.redoName;
    return new Command(
        "redo",
        messages.text(name, (words, _) -> named("command.redo", name.get())),
        messages.text("command.redo.tip"),
        icon(null),
        KeyCombination.valueOf("Shortcut+Shift+Z"),
        text(() -> whyNotRedo(name.get()), name, trainer.state()),
        trainer::redo);
  }

  private String whyNotRedo(@Nullable String name) {
    if (name == null) {
      return messages.now("why.nothingToRedo");
    }
    return trainer.canRedo() ? "" : messages.now("why.redoEndsRun");
  }

  /** One key, and the first button: train, hold, go on. */
  public Command toggle() {
    return new Command(
        "toggle",
        byState(state -> messages.now(toggleKey(state))),
        byState(state -> messages.now(toggleKey(state) + ".tip")),
        trainer.state().map(state -> isGoing(state) ? Icon.PAUSE : Icon.TRAIN),
        KeyCombination.valueOf("F5"),
        text(this::cannotStep, trainer.state(), workspace.problems()),
        trainer::toggle);
  }

  private static String toggleKey(RunState state) {
    return switch (state) {
      case IDLE, FINISHED -> "command.train";
      case PREPARING, RUNNING -> "command.pause";
      case PAUSED -> "command.resume";
    };
  }

  private static boolean isGoing(RunState state) {
    return state.isActive() && state != RunState.PAUSED;
  }

  public Command stop() {
    return command(
        "stop",
        Icon.STOP,
        "Shift+F5",
        _ -> trainer.state().get().isActive() ? "" : messages.now("why.noRun"),
        trainer::stop);
  }

  /** Train from the first weights, whatever was learned. */
  public Command trainAnew() {
    return command("train-anew", null, "Shortcut+F5", _ -> cannotStart(), trainer::trainAnew);
  }

  /** Train from the present weights where Train would start from the first ones. */
  public Command trainKept() {
    return command(
        "train-kept", null, "Shortcut+Shift+F5", this::cannotKeep, trainer::trainWithTheseWeights);
  }

  private String cannotKeep(Document document) {
    var cannotStart = cannotStart();
    if (isGoing(trainer.state().get())) {
      return messages.now("why.notPaused");
    } else if (!cannotStart.isEmpty()) {
      return cannotStart;
    } else if (document.trained() == null) {
      return messages.now("why.notTrained");
    } else if (TrainingPlan.canKeep(document)) {
      return "";
    }
    return TrainingPlan.of(document).start() instanceof TrainingStart.Anew anew
        ? messages.now("plan." + Ids.of(anew.reason()), Numbers.count(anew.totalEpochs()))
        : messages.now("why.keptAnyway");
  }

  public Command stepEpoch() {
    return command("step-epoch", Icon.STEP_EPOCH, "F6", _ -> cannotStep(), trainer::stepEpoch);
  }

  public Command stepBatch() {
    return command("step-batch", Icon.STEP_BATCH, "F7", _ -> cannotStep(), trainer::stepBatch);
  }

  public Command reset() {
    return command(
        "reset",
        Icon.RESET,
        null,
        document -> isTrained(document) ? "" : messages.now("why.notTrained"),
        trainer::reset);
  }

  public Command always(String id, @Nullable Icon icon, @Nullable String keys, Runnable action) {
    return command(id, icon, keys, _ -> "", action);
  }

  private Command command(
      String id,
      @Nullable Icon icon,
      @Nullable String keys,
      Function<Document, String> whyNot,
      Runnable action) {
    var document = workspace.document();
    return new Command(
        id,
        messages.text("command." + id),
        messages.text("command." + id + ".tip"),
        icon(icon),
        keys == null ? null : KeyCombination.valueOf(keys),
        text(() -> whyNot.apply(document.get()), trainer.state(), workspace.problems(), document),
        action);
  }

  private String cannotStart() {
    var problems = workspace.problems().get();
    return problems.isEmpty()
        ? ""
        : messages.now(
            "why.cannotStart", ProblemLabel.named(problems.getFirst(), messages.words()));
  }

  private String cannotStep() {
    return trainer.state().get().isActive() ? "" : cannotStart();
  }

  /** A network that was never trained is saved with the weights that its training begins with. */
  private String cannotSave(Document document) {
    return isTrained(document) ? "" : cannotStart();
  }

  private String cannotExport(Document document) {
    return isTrained(document) ? "" : messages.now("export.none");
  }

  private boolean isTrained(Document document) {
    return document.trained() != null || trainer.state().get().isActive();
  }

  private String undoText(@Nullable String name) {
    return workspace.hasUnreadable()
        ? messages.now("command.undo.typed")
        : named("command.undo", name);
  }

  private String named(String key, @Nullable String name) {
    return name == null ? messages.now(key) : messages.now(key + ".named", messages.now(name));
  }

  private ObservableValue<String> byState(Function<RunState, String> write) {
    return messages.text(trainer.state(), (_, state) -> write.apply(state));
  }

  private ObservableValue<String> text(Supplier<String> write, Observable... values) {
    return messages.text(_ -> write.get(), values);
  }

  private static ObservableValue<@Nullable Icon> icon(@Nullable Icon icon) {
    return new SimpleObjectProperty<>(icon);
  }
}
