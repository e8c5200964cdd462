package dev.neuralworkbench.walk;

import dev.neuralworkbench.app.OpenWindow;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.ui.common.Dialogs.ChangedElsewhere;
import dev.neuralworkbench.ui.common.Dialogs.Unsaved;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** A user of the real window, by mouse and keys; a dialog gets its answer without showing. */
final class WindowPlayer implements Player {

  private static final Set<String> OPENINGS =
      Set.of("command.openData", "command.openModel", "command.restore");

  /** What is on its way ends within this time, or it hangs. */
  private static final long PATIENCE_NANOS = 40_000_000_000L;

  private final Path folder;
  private final Corpus corpus;
  private final RecordedLog log = new RecordedLog();
  private final Uncaught uncaught = FxThread.call(Uncaught::new);
  private final OpenWindow window;
  private final Workspace workspace;
  private final Hand hand = new Hand();
  private final Controls controls;
  private final Document first;
  private final SeenTogether together;
  private final FilesExpected expected;
  private final List<Path> mayBeWritten = new ArrayList<>();
  private final List<String> wrongAtOnce = new ArrayList<>();
  private List<String> contents;
  private @Nullable Document saving;
  private volatile @Nullable Path opening;
  private boolean failed;

  WindowPlayer(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder.resolve("files"));
    corpus = new Corpus(this.folder);
    contents = Corpus.contents(this.folder);
    window = new OpenWindow(folder, OpenWindow.SMALL);
    workspace = window.workspace();
    controls = new Controls(hand, window);
    first = FxThread.call(() -> workspace.document().get());
    expected = new FilesExpected(first);
    together = FxThread.call(() -> new SeenTogether(workspace));
    FxThread.run(
        () -> {
          window.workbench.trainer().speed().set(Speed.FULL);
          workspace.document().subscribe(this::follow);
        });
  }

  /** What is opened is recognized by its step of undo, which names it. */
  private void follow(Document present) {
    if (OPENINGS.contains(String.valueOf(workspace.undoName().get())) && !expected.knows(present)) {
      expected.opened(present);
      var from = opening;
      if (from != null && "command.openModel".equals(workspace.undoName().get())) {
        expected.openedFrom(from);
      }
    } else {
      expected.sees(present);
    }
  }

  @Override
  public void play(Action action) throws Exception {
    window.dialogs.unsaved = pick(List.of(Unsaved.values()), action);
    window.dialogs.changed = pick(List.of(ChangedElsewhere.values()), action);
    window.dialogs.saved = Optional.of(corpus.targets().get(action.of(4)));
    switch (action.kind()) {
      case OPEN_DATA -> openData(pick(corpus.data, action));
      case OPEN_MODEL -> openModel(pick(corpus.models, action));
      case OPEN_DAMAGED -> {
        var file = pick(corpus.damaged, action);
        if (file.toString().endsWith(".nnw")) {
          openModel(file);
        } else {
          openData(file);
        }
      }
      case OPEN_SAMPLE -> replace(null, () -> controls.sample(action));
      case SAVE -> save(() -> hand.shortcut(KeyCode.S));
      case SAVE_AS -> save(() -> hand.shortcut(KeyCode.SHIFT, KeyCode.S));
      case SAVE_TABLE -> {
        window.dialogs.saved = Optional.of(folder.resolve("rows.csv"));
        save(() -> controls.menu("file", "command.save-table"));
      }
      case UNDO -> hand.shortcut(KeyCode.Z);
      case REDO -> hand.shortcut(KeyCode.SHIFT, KeyCode.Z);
      case FORM -> form(action);
      case ANOTHER_WRITES -> anotherWrites(action);
      case RESTORE -> {} // Needs another start.
      default -> controls.play(action);
    }
    hand.closeLists();
  }

  private void openData(Path file) throws Exception {
    window.dialogs.data = Optional.of(file);
    replace(null, () -> hand.shortcut(KeyCode.O));
  }

  private void openModel(Path file) throws Exception {
    window.dialogs.model = Optional.of(file);
    replace(file, () -> hand.shortcut(KeyCode.SHIFT, KeyCode.O));
  }

  /** One opening at a time, so that it is known which file is read. */
  private void replace(@Nullable Path file, Runnable command) throws Exception {
    if (opening != null || window.dialogs.unsaved == Unsaved.SAVE) {
      save(
          () -> {
            opening = file;
            command.run();
          });
    } else {
      opening = file;
      command.run();
    }
  }

  /** One save at a time, of what the user sees: which document is written is then known. */
  private void save(Runnable command) throws Exception {
    quiet();
    noteSaved();
    opening = null;
    saving = FxThread.call(() -> workspace.document().get());
    mayBeWritten.add(window.dialogs.saved.orElseThrow());
    var file = FxThread.call(() -> Optional.ofNullable(workspace.file().get()));
    file.ifPresent(mayBeWritten::add);
    command.run();
    quiet();
    noteSaved();
  }

  /** What is typed into the form for a row is taken back there, and nowhere else. */
  private void form(Action action) {
    hand.shortcut(KeyCode.DIGIT5);
    hand.frames(2);
    if (hand.enter("#predict-input-0", String.valueOf(action.of(90)))
        && Hand.isTyping(it -> it.startsWith("predict-"))) {
      var before = FxThread.call(() -> workspace.document().get());
      hand.shortcut(KeyCode.Z);
      if (!before.equals(FxThread.call(() -> workspace.document().get()))) {
        wrongAtOnce.add("undo in a form: took back a step of the document");
      }
    }
  }

  /** Another program copies a model over a file, writes nonsense into it, or removes it. */
  private void anotherWrites(Action action) throws Exception {
    quiet();
    noteSaved();
    var file = corpus.targets().get(action.of(4));
    switch (action.of(3)) {
      case 0 -> Files.writeString(file, "another's " + action.choice());
      case 1 -> Files.deleteIfExists(file);
      default -> Files.copy(corpus.models.get(2), file, StandardCopyOption.REPLACE_EXISTING);
    }
    contents = Corpus.contents(folder);
  }

  private static <T> T pick(List<T> from, Action action) {
    return from.get(action.of(from.size()));
  }

  @Override
  public List<String> settle() throws Exception {
    var wrong = new ArrayList<>(wrongAtOnce);
    wrongAtOnce.clear();
    if (!quiet()) {
      wrong.add(
          "something stays busy: "
              + FxThread.call(
                  () ->
                      window.workbench.trainer().state().get()
                          + " "
                          + window.running().stream().map(it -> it.nameKey()).toList()));
    }
    wrong.addAll(noteSaved());
    wrong.addAll(uncaught.told());
    wrong.addAll(together.wrong());
    var file = FxThread.call(() -> Optional.ofNullable(expected.file()));
    wrong.addAll(new WindowLaws(window, hand, log, file.orElse(null)).broken());
    failed = failed || !wrong.isEmpty();
    return wrong;
  }

  /** Which of the files that were named for it was written; what changed beside is told. */
  private List<String> noteSaved() {
    var now = Corpus.contents(folder);
    var changed = new ArrayList<>(now);
    changed.removeAll(contents);
    contents = now;
    var unasked = new ArrayList<String>();
    for (var line : changed) {
      var written =
          mayBeWritten.stream().filter(it -> line.startsWith(it.getFileName() + " ")).findFirst();
      if (written.isEmpty()) {
        unasked.add("file changed unasked: " + line);
      } else if (saving != null && line.contains(".nnw ")) {
        var document = saving;
        FxThread.run(() -> expected.saved(document, written.get()));
      }
    }
    mayBeWritten.clear();
    return unasked;
  }

  /** Until nothing is on its way; a held run may stay held. Whether it came to that. */
  private boolean quiet() {
    var end = System.nanoTime() + PATIENCE_NANOS;
    for (var calm = 0; calm < 3; hand.frames(1)) {
      calm = FxThread.<Boolean>call(this::isQuiet) ? calm + 1 : 0;
      if (System.nanoTime() > end) {
        return false;
      }
    }
    return true;
  }

  private boolean isQuiet() {
    var state = window.workbench.trainer().state().get();
    var jobs = window.running().size();
    return switch (state) {
      case RUNNING, PREPARING -> false;
      case PAUSED -> jobs <= 1 && window.travel().wanted().get() == null;
      case IDLE, FINISHED -> jobs == 0 && window.travel().wanted().get() == null;
    };
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // undo brings back the very documents
  public List<String> end() throws Exception {
    if (FxThread.call(() -> window.workbench.trainer().state().get()) == RunState.PAUSED) {
      hand.press(KeyCode.SHIFT, KeyCode.F5);
      quiet();
    }
    hand.press(KeyCode.ESCAPE);
    FxThread.run(
        () -> {
          while (workspace.hasUnreadable()) {
            workspace.undo();
          }
        });
    var last = FxThread.call(() -> workspace.document().get());
    var lastFile = FxThread.call(() -> Optional.ofNullable(workspace.file().get()));
    var steps = FxThread.<Integer>call(this::undoAll);
    var wrong = new ArrayList<String>();
    if (FxThread.call(() -> workspace.document().get()) != first) {
      wrong.add("all undone: not the first document");
    }
    wrong.addAll(settle());
    FxThread.run(
        () -> {
          for (var step = 0; step < steps; step++) {
            workspace.redo();
          }
        });
    if (FxThread.call(() -> workspace.document().get()) != last
        || !lastFile.equals(FxThread.call(() -> Optional.ofNullable(workspace.file().get())))) {
      wrong.add("all done again: not the last document");
    }
    wrong.addAll(settle());
    if (last.trained() != null) {
      window.dialogs.saved = Optional.of(folder.resolve("end.nnw"));
      save(() -> hand.shortcut(KeyCode.SHIFT, KeyCode.S));
      wrong.addAll(settle());
      if (FxThread.<Boolean>call(() -> workspace.unsaved().get())) {
        wrong.add("saved: but it does not count as saved");
      }
    }
    wrong.addAll(TabLaw.broken(window.scene(), hand));
    failed = failed || !wrong.isEmpty();
    return wrong;
  }

  private int undoAll() {
    var steps = 0;
    while (workspace.undoName().get() != null) {
      workspace.undo();
      steps++;
    }
    return steps;
  }

  /** A freeze counts where nothing worse was found. */
  @Override
  public void close() {
    try {
      window.close();
    } catch (AssertionError e) {
      if (!failed) {
        throw e;
      }
    } finally {
      uncaught.close();
      log.close();
    }
  }
}
