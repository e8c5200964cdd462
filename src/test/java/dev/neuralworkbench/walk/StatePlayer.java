package dev.neuralworkbench.walk;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.testing.Uncaught;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.Dialogs.ChangedElsewhere;
import dev.neuralworkbench.ui.common.dialog.Dialogs.SavedEpoch;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WeightChanges;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import dev.neuralworkbench.ui.workspace.files.FileListener;
import dev.neuralworkbench.ui.workspace.files.ReadTables;
import dev.neuralworkbench.ui.workspace.files.Requests;
import dev.neuralworkbench.ui.workspace.files.Saving;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user of the state's commands, on one thread and without a window. */
final class StatePlayer implements Player {

  private static final Set<String> OPENINGS =
      Set.of("command.openData", "command.openModel", "command.restore");
  private static final long PATIENCE_NANOS = Patience.LONG.toNanos();

  private final Path folder;
  private final Corpus corpus;
  private final WalkTasks tasks = new WalkTasks();
  private final TestDialogs dialogs = new TestDialogs();
  private final Notices notices = new Notices();
  private final RecordedLog log = new RecordedLog();
  private final Uncaught uncaught = new Uncaught();
  private final Document first = shortly(Document.of(Corpus.sample(0)));
  private final Workspace workspace = new Workspace(first, tasks);
  private final Trainer trainer =
      new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
  private final TimeTravel travel = new TimeTravel(workspace, trainer, tasks, tasks.lane("past"));
  private final Silent listener = new Silent();
  private final WindowServices services =
      new WindowServices(new Messages(Sentences::of, Language.ENGLISH), dialogs, tasks, notices);
  private final Saving saving = new Saving(workspace, trainer, services, listener, "walk");
  private final FileCommands files =
      new FileCommands(
          workspace, new Requests(saving, Runnable::run), new ReadTables(), services, listener);
  private final FilesExpected expected = new FilesExpected(first);
  private final List<Path> mayBeWritten = new ArrayList<>();
  private List<String> contents;
  private @Nullable Document saved;
  private final SeenTogether together = new SeenTogether(workspace);
  private final Telling telling = new Telling();
  private boolean opening;

  StatePlayer(Path folder) throws Exception {
    this.folder = folder;
    corpus = new Corpus(folder);
    contents = Corpus.contents(folder);
    trainer.speed().set(Speed.FULL);
    workspace.document().subscribe(this::follow);
    dialogs.savedRows = Optional.of(folder.resolve("rows.csv"));
    // A file that arrives after something was changed is asked about late.
    dialogs.whenAsked = this::mayWriteItsFile;
  }

  private void mayWriteItsFile() {
    var file = workspace.file.get();
    if (file != null) {
      mayBeWritten.add(file);
    }
  }

  /** What is opened is recognized by its step of undo, which names it. */
  private void follow(Document present) {
    if (OPENINGS.contains(String.valueOf(workspace.undoName.get())) && !expected.knows(present)) {
      expected.opened(present);
      // A save that ends now has a model file too.
      opening = !"command.openData".equals(workspace.undoName.get());
    } else {
      expected.sees(present);
    }
  }

  @Override
  public void play(Action action) throws Exception {
    dialogs.unsaved = pick(List.of(Unsaved.values()), action);
    dialogs.changed = pick(List.of(ChangedElsewhere.values()), action);
    dialogs.epoch = pick(List.of(SavedEpoch.values()), action);
    dialogs.saved = Optional.of(corpus.targets().get(action.of(4)));
    switch (action.kind()) {
      case OPEN_DATA -> replace(() -> open(pick(corpus.data, action)));
      case OPEN_MODEL -> replace(() -> open(pick(corpus.models, action)));
      case OPEN_DAMAGED -> replace(() -> open(pick(corpus.damaged, action)));
      case OPEN_SAMPLE -> replace(() -> files.openSample(Corpus.sample(action.choice())));
      case TRAIN -> trainer.train();
      case PAUSE -> trainer.toggle();
      case STOP -> trainer.stop();
      case STEP_EPOCH -> trainer.stepEpoch();
      case STEP_BATCH -> trainer.stepBatch();
      case RESET -> trainer.reset();
      case UNDO -> workspace.undo();
      case REDO -> workspace.redo();
      case SAVE -> save(saving::save);
      case SAVE_AS -> save(saving::saveAs);
      case SAVE_TABLE -> save(saving::saveTable);
      case SCRUB -> scrub(action);
      case BACK -> travel.back();
      case BRANCH -> travel.branch();
      case WEIGHT -> weight(action);
      case TARGET -> role(action, ColumnRole.TARGET);
      case ROLE -> role(action, pick(List.of(ColumnRole.values()), action));
      case UNITS -> units(action);
      case EPOCHS -> epochs(action);
      case RATE -> rate(action);
      case SEED -> workspace.editDraft("training.seed", it -> changed(it, action));
      case UNREADABLE ->
          workspace.unreadable(
              "training.seed", Problem.of("problem.number", "training.seed", null, "x"));
      case ANOTHER_WRITES -> anotherWrites(action);
      case RESTORE -> restore();
      case SCREEN, LANGUAGE, LOOK, SIZE, PRESENTER -> workspace.settle();
      case PAINT -> replace(() -> files.openTyped(new TypedText("painted", painted(action))));
      case DROP -> replace(() -> drop(action));
      case FIELD, CHOICE, BUTTON, KEYS, FORM, PART -> {} // Controls that only a window has.
    }
  }

  private void open(Path file) {
    files.open(List.of(file));
  }

  private static String painted(Action action) {
    return "x1,x2,class\n0.1,0.2,A\n-0.3," + action.choice() / 1000.0 + ",B\n";
  }

  /** A model alone, or with rows for it. */
  private void drop(Action action) {
    var model = pick(corpus.models, action);
    files.open(action.of(2) == 0 ? List.of(model) : List.of(pick(corpus.data, action), model));
  }

  /** What is open is saved before, if the user answers so. */
  private void replace(Runnable command) throws InterruptedException {
    if (dialogs.unsaved == Unsaved.SAVE) {
      save(command);
    } else {
      command.run();
    }
  }

  /** One save at a time, of what the user sees: which document is written is then known. */
  private void save(Runnable command) throws InterruptedException {
    settleAll();
    opening = false;
    saved = workspace.document().get();
    mayWriteItsFile();
    command.run();
    if (workspace.document().get().trained() == null) {
      settleAll();
    }
  }

  /** Of what is trained: nobody edits weights of a moment of the past. */
  private void weight(Action action) {
    var model = workspace.document().get().trained();
    if (model != null && travel.moment.get() == null) {
      new WeightChanges(workspace, trainer)
          .change(
              new WeightChanges.Trained(model.experiment(), model.preprocessor(), model.weights()),
              0,
              0,
              0,
              action.choice() / 500f - 1);
    }
  }

  private void scrub(Action action) {
    travel.pull();
    var reach = travel.reachable.get();
    if (reach.isAny()) {
      travel.show(reach.first() + action.of(reach.last() - reach.first() + 1));
    }
  }

  /** The seed, or a choice that is seldom made. */
  private static Experiment changed(Experiment draft, Action action) {
    var data = draft.preparation();
    var training = draft.training();
    var which = action.choice() / 9;
    return switch (action.of(9)) {
      case 0 -> draft.withPreparation(Chosen.withRare(data, 1 + which % 3));
      case 1 -> draft.withPreparation(data.withScaling(one(Scaling.values(), which)));
      case 2 -> draft.withPreparation(data.withBalanced(which % 2 == 0));
      case 3 -> draft.withPreparation(data.withSplit(data.split().withUsed(0.5)));
      case 4 -> draft.withPreparation(data.withSplit(data.split().withSeed(which)));
      case 5 -> {
        var kinds = OptimizerConfig.kinds();
        yield draft.withTraining(training.withOptimizer(kinds.get(which % kinds.size())));
      }
      case 6 -> {
        var kinds = LearningRateSchedule.kinds();
        yield draft.withTraining(training.withSchedule(kinds.get(which % kinds.size())));
      }
      case 7 -> {
        var early = training.stopping().withEarlyStopping(EarlyStopping.DEFAULT);
        yield draft.withTraining(training.withStopping(early));
      }
      default -> draft.withTraining(training.withSeed(which));
    };
  }

  private static <T> T one(T[] from, int which) {
    return from[which % from.length];
  }

  private void role(Action action, ColumnRole role) {
    var table = workspace.document().get().data().table();
    if (table != null) {
      var column = action.of(table.columns().size());
      workspace.prepare("form.role", it -> it.withRole(column, role, table));
    }
  }

  private void units(Action action) {
    workspace.editDraft(
        "network.hidden",
        it ->
            it.network().hidden().stream().findFirst().orElse(null) instanceof DenseDesign dense
                ? it.withNetwork(it.network().withHidden(0, dense.withUnits(action.of(9))))
                : it);
  }

  private void epochs(Action action) {
    workspace.typeDocument(
        "training.stopping.epochs",
        "training.stopping.epochs",
        it ->
            it.withDraft(it.draft().withTraining(it.draft().training().withEpochs(action.of(30)))));
  }

  private void rate(Action action) {
    workspace.typeDocument(
        "training.optimizer.learningRate",
        "training.optimizer.learningRate",
        it ->
            it.withDraft(
                it.draft()
                    .withTraining(it.draft().training().withLearningRate(action.of(5) / 100.0))));
    if (action.of(2) == 0) {
      workspace.settle();
    }
  }

  /** Another program copies a model over a file, writes nonsense into it, or removes it. */
  private void anotherWrites(Action action) throws Exception {
    settleAll();
    var file = corpus.targets().get(action.of(4));
    switch (action.of(3)) {
      case 0 -> Files.writeString(file, "another's " + action.choice());
      case 1 -> Files.deleteIfExists(file);
      default -> Files.copy(corpus.models.get(2), file, StandardCopyOption.REPLACE_EXISTING);
    }
    contents = Corpus.contents(folder);
  }

  private void restore() throws Exception {
    settleAll();
    var document = workspace.document().get();
    if (document.trained() != null) {
      var left = Files.createTempDirectory("left").resolve("left.nnw");
      ModelFile.write(left, document, "walk");
      workspace.restore(ModelFile.read(left), corpus.models.getFirst(), null);
      listener.used(corpus.models.getFirst());
    }
  }

  private static <T> T pick(List<T> from, Action action) {
    return from.get(action.of(from.size()));
  }

  /** Runs of a walk are short. */
  private static Document shortly(Document document) {
    var training = document.draft().training();
    return document.withDraft(document.draft().withTraining(training.withEpochs(5)));
  }

  @Override
  public List<String> settle() throws Exception {
    var wrong = new ArrayList<String>();
    if (!settleAll()) {
      wrong.add(
          "something stays busy: "
              + trainer.state().get()
              + " "
              + tasks.running().stream().map(it -> it.nameKey).toList());
    }
    wrong.addAll(new StateLaws(workspace, trainer, travel).wrong());
    if (!Objects.equals(expected.file(), workspace.file.get())) {
      wrong.add(
          "file of the document: expected " + expected.file() + ", is " + workspace.file.get());
    }
    if (!log.faults().isEmpty()) {
      wrong.add(
          "fault logged: "
              + log.faults().stream()
                  .map(
                      it ->
                          it
                              + " "
                              + (it == null
                                  ? ""
                                  : List.of(it.getStackTrace())
                                      .subList(0, Math.min(5, it.getStackTrace().length))))
                  .toList());
    }
    wrong.addAll(uncaught.told());
    wrong.addAll(together.wrong());
    wrong.addAll(telling.wrong(workspace.document().get(), workspace.problems().get()));
    if (tasks.complaints() > 0) {
      wrong.add("fault told");
    }
    wrong.addAll(changedUnasked());
    return wrong;
  }

  private List<String> changedUnasked() {
    var now = Corpus.contents(folder);
    var changed = new ArrayList<>(now);
    changed.removeAll(contents);
    mayBeWritten.addAll(dialogs.named);
    dialogs.named.clear();
    var names = mayBeWritten.stream().map(file -> file.getFileName() + " ").toList();
    var unasked =
        changed.stream().filter(line -> names.stream().noneMatch(line::startsWith)).toList();
    contents = now;
    mayBeWritten.clear();
    saved = null;
    return unasked.isEmpty() ? List.of() : List.of("file changed unasked: " + unasked);
  }

  /** Until nothing is on its way; a held run may stay held. */
  private boolean settleAll() throws InterruptedException {
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      tasks.take();
      travel.pull();
      var state = trainer.state().get();
      var held = state == RunState.PAUSED;
      var going = state == RunState.RUNNING || state == RunState.PREPARING;
      if (!going && !tasks.isBusyBeside(held ? 1 : 0) && travel.wanted.get() == null) {
        return true;
      }
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(0, 200_000);
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // undo brings back the very documents
  public List<String> end() throws Exception {
    var wrong = new ArrayList<String>();
    trainer.stop();
    settleAll();
    workspace.settle();
    while (workspace.hasUnreadable()) {
      workspace.undo();
    }
    var last = workspace.document().get();
    var lastFile = workspace.file.get();
    var steps = 0;
    while (workspace.undoName.get() != null) {
      workspace.undo();
      steps++;
    }
    if (!FilesExpected.same(workspace.document().get(), first)
        || !Objects.equals(workspace.file.get(), expected.file())) {
      wrong.add("all undone: not the first document");
    }
    for (; steps > 0; steps--) {
      workspace.redo();
    }
    if (!FilesExpected.same(workspace.document().get(), last)
        || !Objects.equals(workspace.file.get(), lastFile)) {
      wrong.add("all done again: not the last document");
    }
    wrong.addAll(settle());
    return wrong;
  }

  @Override
  public void close() {
    trainer.reset();
    tasks.take();
    uncaught.close();
    log.close();
  }

  /** Knows what is opened from where, as the window does. */
  private final class Silent implements FileListener {

    @Override
    public void openedLesson() {}

    @Override
    public @Nullable Bookmark bookmark() {
      return null;
    }

    @Override
    public Optional<TypedText> typed() {
      return Optional.empty();
    }

    @Override
    public void opened(FileKind kind) {}

    @Override
    public void preview(Path file, ReadingChoices choices) {}

    @Override
    public void answer(Path file) {}

    @Override
    public List<Path> recent() {
      return corpus.data;
    }

    @Override
    public void used(Path file) {
      var isModel = file.toString().endsWith(".nnw");
      if (isModel && opening) {
        expected.openedFrom(file);
      } else if (isModel) {
        // One that was asked about late is the one that is still open.
        expected.saved(saved == null ? workspace.document().get() : saved, file);
      }
      opening = false;
    }
  }
}
