package dev.neuralworkbench.walk;

import dev.neuralworkbench.app.OpenWindow;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.DragSource;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.testing.Uncaught;
import dev.neuralworkbench.ui.common.dialog.Dialogs.ChangedElsewhere;
import dev.neuralworkbench.ui.common.dialog.Dialogs.SavedEpoch;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** A user of the real window, by mouse and keys; a dialog gets its answer without showing. */
final class WindowPlayer implements Player {

  private static final Set<String> OPENINGS =
      Set.of("command.openData", "command.openModel", "command.restore");

  /** No walk has more steps of undo. */
  private static final int MOST = 300;

  /** What is on its way ends within this time, or it hangs. */
  private static final long PATIENCE_NANOS = Patience.LONG.toNanos();

  private final Path folder;
  private final Corpus corpus;
  private final Path left;
  private final RecordedLog log = new RecordedLog();
  private final Uncaught uncaught = FxThread.call(Uncaught::new);
  private final OpenWindow window;
  private final Workspace workspace;
  private final Hand hand = new Hand();
  private final Controls controls;
  private final Document first;
  private final SeenTogether together;
  private final Telling telling = new Telling();
  private final FilesExpected expected;
  private final List<Path> mayBeWritten = new CopyOnWriteArrayList<>();
  private final List<String> wrongAtOnce = new ArrayList<>();
  private List<String> contents;
  private volatile @Nullable Document saving;
  private volatile @Nullable Path opening;
  private boolean failed;

  /**
   * Opens the window.
   *
   * @param restored whether an earlier start has left work
   */
  WindowPlayer(Path folder, boolean restored) throws Exception {
    this.folder = Files.createDirectories(folder.resolve("files"));
    corpus = new Corpus(this.folder);
    contents = Corpus.contents(this.folder);
    left = corpus.models.getFirst();
    if (restored) {
      LeftWork.leave(folder.resolve("unsaved"), left);
    }
    window = new OpenWindow(folder, OpenWindow.SMALL);
    workspace = window.workspace();
    controls = new Controls(hand, window);
    first = FxThread.call(() -> workspace.document().get());
    expected = new FilesExpected(first);
    window.dialogs.savedRows = Optional.of(this.folder.resolve("rows.csv"));
    // A file that arrives after something was changed is asked about late.
    window.dialogs.whenAsked = this::mayWriteItsFile;
    together = FxThread.call(() -> new SeenTogether(workspace));
    FxThread.run(
        () -> {
          window.workbench.trainer().speed().set(Speed.FULL);
          workspace.document().subscribe(this::follow);
        });
  }

  /** What is opened is recognized by its step of undo, which names it. */
  private void follow(Document present) {
    if (OPENINGS.contains(String.valueOf(workspace.undoName.get())) && !expected.knows(present)) {
      expected.opened(present);
      var from = opening;
      if (from != null && "command.openModel".equals(workspace.undoName.get())) {
        expected.openedFrom(from);
      } else if ("command.restore".equals(workspace.undoName.get())) {
        expected.openedFrom(left);
      }
    } else {
      expected.sees(present);
    }
  }

  /** FX thread. */
  private void mayWriteItsFile() {
    var file = workspace.file.get();
    if (file != null) {
      mayBeWritten.add(file);
    }
    if (saving == null) {
      saving = workspace.document().get();
    }
  }

  @Override
  public void play(Action action) throws Exception {
    window.dialogs.unsaved = pick(List.of(Unsaved.values()), action);
    window.dialogs.changed = pick(List.of(ChangedElsewhere.values()), action);
    window.dialogs.epoch = pick(List.of(SavedEpoch.values()), action);
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
      case SAVE_TABLE -> save(() -> controls.menu("file", "command.save-table"));
      case UNDO -> hand.shortcut(KeyCode.Z);
      case REDO -> hand.shortcut(KeyCode.SHIFT, KeyCode.Z);
      case FORM -> form(action);
      case ANOTHER_WRITES -> anotherWrites(action);
      case RESTORE -> restore(action);
      case PAINT -> paint(action);
      case DROP -> drop(action);
      default -> controls.play(action);
    }
    hand.closeLists();
  }

  /** What an earlier start left is restored, or discarded and brought back. */
  private void restore(Action action) throws Exception {
    switch (action.of(4)) {
      case 0 -> hand.click("#recovery-discard");
      case 1 -> hand.click("#recovery-bringBack");
      default -> replace(null, () -> hand.click("#recovery-restore"));
    }
  }

  /** A stroke of points on an empty plane, and then they are the data, or are left. */
  private void paint(Action action) throws Exception {
    hand.shortcut(KeyCode.N);
    hand.frames(2);
    var classes = List.of("A", "B", "C", "D");
    for (var strokes = 0; strokes <= action.of(3); strokes++) {
      var name = "#paint-" + classes.get((action.of(4) + strokes) % 4);
      if (hand.click(name)) {
        hand.drag("#paint-plane", name);
      }
    }
    if (action.of(5) == 0) {
      hand.click("#editor-cancel");
    } else {
      replace(null, () -> hand.click("#editor-use"));
    }
  }

  /** A file from the file manager, or a model with rows for it. */
  private void drop(Action action) throws Exception {
    var files = new ArrayList<>(corpus.data);
    files.addAll(corpus.models);
    files.addAll(corpus.damaged);
    var file = pick(files, action);
    var isModel = file.toString().endsWith(".nnw");
    var dropped = Stream.of(file, pick(corpus.data, action)).limit(isModel ? action.of(2) + 1 : 1);
    try (var _ = new DragSource(1490, 930, dropped.map(Path::toFile).toList())) {
      replace(isModel ? file : null, () -> hand.drag("#drag-source", "#screens"));
    }
    FxThread.run(window.stage::requestFocus);
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
    FxThread.run(this::mayWriteItsFile);
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
                          + window.running().stream().map(it -> it.nameKey).toList()));
    }
    wrong.addAll(noteSaved());
    wrong.addAll(uncaught.told());
    wrong.addAll(together.wrong());
    var document = FxThread.call(() -> window.workspace().document().get());
    var problems = FxThread.call(() -> window.workspace().problems().get());
    wrong.addAll(telling.wrong(document, problems));
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
    mayBeWritten.addAll(window.dialogs.named);
    window.dialogs.named.clear();
    for (var line : changed) {
      var written =
          mayBeWritten.stream().filter(it -> line.startsWith(it.getFileName() + " ")).findFirst();
      var document = saving;
      if (written.isEmpty()) {
        unasked.add("file changed unasked: " + line);
      } else if (document != null && line.contains(".nnw ")) {
        FxThread.run(() -> expected.saved(document, written.get()));
      }
    }
    mayBeWritten.clear();
    saving = null;
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
    if (window.isLookingAtFile()) {
      return false;
    }
    var state = window.workbench.trainer().state().get();
    var jobs = window.running().size();
    return switch (state) {
      case RUNNING, PREPARING -> false;
      case PAUSED -> jobs <= 1 && window.travel().wanted.get() == null;
      case IDLE, FINISHED -> jobs == 0 && window.travel().wanted.get() == null;
    };
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // undo brings back the very documents
  public List<String> end() throws Exception {
    if (FxThread.call(() -> window.workbench.trainer().state().get()) == RunState.PAUSED) {
      hand.press(KeyCode.SHIFT, KeyCode.F5);
      quiet();
    }
    hand.leaveFields();
    for (var steps = 0; steps < MOST && FxThread.<Boolean>call(workspace::hasUnreadable); steps++) {
      hand.shortcut(KeyCode.Z);
    }
    var last = FxThread.call(() -> workspace.document().get());
    var lastFile = FxThread.call(() -> Optional.ofNullable(workspace.file.get()));
    var wrong = new ArrayList<String>();
    var undone = steps(MOST, workspace.undoName, KeyCode.Z);
    if (!FilesExpected.same(FxThread.call(() -> workspace.document().get()), first)) {
      wrong.add("all undone: not the first document, after " + undone + " steps");
    }
    wrong.addAll(settle());
    var redone = steps(undone, workspace.redoName, KeyCode.SHIFT, KeyCode.Z);
    if (!FilesExpected.same(FxThread.call(() -> workspace.document().get()), last)
        || !lastFile.equals(FxThread.call(() -> Optional.ofNullable(workspace.file.get())))) {
      wrong.add(
          "all done again: not the last document, " + undone + " steps back, " + redone + " on");
    }
    wrong.addAll(settle());
    if (last.trained() != null) {
      window.dialogs.saved = Optional.of(folder.resolve("end.nnw"));
      save(() -> hand.shortcut(KeyCode.SHIFT, KeyCode.S));
      wrong.addAll(settle());
      if (FxThread.<Boolean>call(() -> workspace.unsaved.get())) {
        wrong.add("saved: but it does not count as saved");
      }
    }
    wrong.addAll(TabLaw.broken(window.scene(), hand));
    failed = failed || !wrong.isEmpty();
    return wrong;
  }

  /**
   * Presses keys for so many steps, or until none is left, wherever the keyboard gets on the way.
   *
   * @param name of the next step; null for none
   * @return so many
   */
  @SuppressWarnings("ReferenceEquality") // each step leads to another document
  private int steps(int most, ReadOnlyObjectProperty<@Nullable String> name, KeyCode... keys) {
    var steps = 0;
    for (var presses = 0; presses < MOST && steps < most; presses++) {
      if (FxThread.<Boolean>call(() -> name.get() == null)) {
        return steps;
      }
      var before = FxThread.call(() -> workspace.document().get());
      hand.shortcut(keys);
      if (FxThread.call(() -> workspace.document().get()) == before) {
        hand.leaveFields();
      } else {
        steps++;
      }
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
