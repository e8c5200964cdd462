package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.AnswersFile;
import dev.neuralworkbench.model.answer.CategoryMapping;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Known;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Answers for many rows at once; what cannot be answered gets a sentence, earlier answers stay. */
public final class RowsViewModel {

  final Workspace workspace;
  final WindowServices services;
  private final Messages messages;
  private final Supplier<Products> products;
  public final ReadOnlyObjectWrapper<RowsAnswer.@Nullable Given> answered =
      new ReadOnlyObjectWrapper<>();
  final ReadOnlyObjectWrapper<@Nullable MappingQuestion> mapping = new ReadOnlyObjectWrapper<>();

  /** Whether what a spreadsheet would take for a formula is saved as a text; to be set. */
  final BooleanProperty guarded = new SimpleBooleanProperty();

  private final ObjectProperty<@Nullable Categories> categories = new SimpleObjectProperty<>();
  final RowsWork work;
  private @Nullable ObservableValue<String> complaint;
  private @Nullable Model model;
  private @Nullable Asked asked;
  private String mappedHash = ""; // the data of the document when the mapping was asked for
  private boolean seen;

  /** A null file is for the open data; a question does not outlive the document's data. */
  private record Asked(Table table, @Nullable Path file, String dataHash) {}

  /** Rows with the names they came with; nothing is chosen where nothing was told yet. */
  private record Categories(
      Table table, List<CategoryMapping.Unknown> unknown, List<String> chosen) {}

  /** The rows as the open model's own data; null if those are not needed, or others. */
  private record Read(Path file, Table table, @Nullable DataReference itsData) {}

  public RowsViewModel(Workspace workspace, WindowServices services, Supplier<Products> products) {
    this.workspace = workspace;
    this.services = services;
    messages = services.messages();
    this.products = products;
    work = new RowsWork(services.tasks());
    OnAnyChange.all(this::follow, workspace.document(), workspace.model);
  }

  ObservableValue<List<CategoryMapping.Unknown>> unknown() {
    return categories.map(Categories::unknown).orElse(List.of());
  }

  ObservableValue<Boolean> hasOpenData() {
    return workspace.document().map(document -> document.data().table() != null);
  }

  private DataReference data() {
    return workspace.document().get().data();
  }

  public void openFile() {
    var dialogs = services.dialogs();
    (data().isFolder() ? dialogs.openPictures() : dialogs.openData()).ifPresent(this::answer);
  }

  /** Answers the rows of a file. Does nothing while there is no model. */
  public void answer(Path file) {
    if (model == null) {
      return;
    }
    var data = data();
    var choices = data.source().choices();
    var isItsFile = data.name().equals(String.valueOf(file.getFileName()));
    var reader =
        TableReader.forPrediction()
            .withText(model.preprocessor().isText())
            .withUsualDecimal(data.source().usualDecimal())
            .withPictures(model.preprocessor().pictureSide())
            .with(isItsFile ? choices : choices.ofCells());
    work.begin(
        work.reading,
        String.valueOf(file.getFileName()),
        progress -> {
          ModelFile.refuseAsTable(file);
          var table = reader.read(file, progress);
          return new Read(
              file, table, mayBeItsData(data, table) ? itsData(file, data, progress) : null);
        },
        this::read,
        this::failed);
  }

  void answer(MappingQuestion question, List<String> chosen) {
    mapping.set(null);
    ask(
        question.table().name(),
        question.file(),
        () -> question.chosen().apply(chosen),
        question.unknown().isEmpty()
            ? null
            : new Categories(question.table(), question.unknown(), chosen));
  }

  void askForCategories() {
    var of = categories.get();
    if (of != null) {
      var file = asked == null ? null : asked.file();
      ask(MappingQuestion.ofCategories(of.unknown, of.chosen, of.table, file));
    }
  }

  private void ask(MappingQuestion question) {
    mappedHash = data().hash();
    mapping.set(question);
  }

  void dropMapping() {
    mapping.set(null);
  }

  void answerOpenData() {
    var table = data().table();
    if (table != null) {
      ask(table, null);
    }
  }

  void save() {
    var given = answered.get();
    if (given != null) {
      var name =
          messages.now("predict.rows.suggested", FileKind.withoutEnding(given.table().name()));
      services.dialogs().saveTable(name).ifPresent(file -> saveUnlessOverRows(given, file));
    }
  }

  /** Tells whether the screen is seen: a new model answers only then. */
  void seen(boolean now) {
    seen = now;
    refresh();
  }

  /** Answers are fewer than the rows' file holds: it is never replaced by them. */
  private void saveUnlessOverRows(RowsAnswer.Given given, Path file) {
    if (asked != null && asked.file() != null && isSame(asked.file(), file)) {
      complain(messages.text("predict.rows.over", String.valueOf(file.getFileName())));
    } else {
      save(given, file);
    }
  }

  private static boolean isSame(Path rows, Path file) {
    try {
      return Files.exists(file) && Files.isSameFile(rows, file);
    } catch (IOException _) {
      return false;
    }
  }

  private void save(RowsAnswer.Given given, Path file) {
    var all = guarded.get();
    services
        .tasks()
        .submit(
            "job.writeAnswers",
            progress -> {
              AtomicFile.write(
                  file, text -> AnswersFile.write(given.answers(), text, all, progress));
              return file;
            },
            _ ->
                services.tell(
                    "predict.rows.saved", Numbers.count(given.table().rows()), file.getFileName()),
            this::failed);
  }

  private static boolean mayBeItsData(DataReference data, Table table) {
    return data.table() == null
        && data.rows() == table.rows()
        && data.columns().size() == table.columns().size();
  }

  /** As it was read to learn from: columns that are not used were numbers then. */
  private static DataReference itsData(Path file, DataReference data, Progress progress)
      throws TableFormatException {
    var choices = data.source().choices();
    var reader = new TableReader().with(choices).withText(data.textColumns()::contains);
    return DataReference.ofFile(reader.read(file, progress), choices);
  }

  private void read(Read read) {
    // Whoever brings the model's own table can train on with it, too.
    if (read.itsData() != null) {
      workspace.bring(read.itsData());
    }
    ask(read.table(), read.file());
  }

  private void ask(Table table, @Nullable Path file) {
    ask(table.name(), file, () -> table, null);
  }

  private void ask(
      String name, @Nullable Path file, Supplier<Table> rows, @Nullable Categories told) {
    var asking = model;
    if (asking == null) {
      return;
    }
    var hash = data().hash();
    work.begin(
        work.answering,
        name,
        progress -> {
          var predictor = new ModelPredictor(asking, products.get());
          return RowsAnswer.of(asking, hash, predictor, rows.get(), progress);
        },
        answer -> answered(new Asked(answer.table(), file, hash), answer, told),
        this::failed);
  }

  private void answered(Asked question, RowsAnswer answer, @Nullable Categories told) {
    switch (answer) {
      case RowsAnswer.Given given -> {
        mapping.set(null);
        asked = question;
        var unknown = given.answers().unknown();
        categories.set(told == null ? new Categories(given.table(), unknown, List.of()) : told);
        answered.set(given);
        dismissOwn();
      }
      case RowsAnswer.Refused refused -> refused(question, refused);
    }
  }

  /** Columns that are called otherwise can be told, where they are not too many to look through. */
  private void refused(Asked question, RowsAnswer.Refused refused) {
    var asking = model;
    var lacking =
        asking == null ? List.<String>of() : asking.preprocessor().absent(question.table());
    if (asking == null || lacking.isEmpty() || lacking.size() > MappingQuestion.MOST) {
      mapping.set(null);
      complain(messages.sentence(refused.problem()));
    } else {
      dismissOwn();
      ask(MappingQuestion.ofColumns(asking.preprocessor(), question.table(), question.file()));
    }
  }

  private void complain(ObservableValue<String> sentence) {
    complaint = sentence;
    services.notices().complain(sentence);
  }

  /** What was said of other files meanwhile stays: an answer is no reason to take it back. */
  private void dismissOwn() {
    if (complaint != null && complaint.equals(services.notices().error.get())) {
      services.notices().dismiss();
    }
    complaint = null;
  }

  private void failed(Exception e) {
    complain(
        e instanceof Known known
            ? messages.sentence(known.problem())
            : messages.text("error.unexpected"));
  }

  /** Another model answers the same question, if it still stands. */
  private void follow() {
    var shown = workspace.model.getValue();
    var hash = data().hash();
    var before = asked;
    if (before != null && !before.dataHash().equals(hash)) {
      asked = null;
    }
    var open = mapping.get();
    if (open != null && open.file() == null && !mappedHash.equals(hash)) {
      mapping.set(null);
    }
    if (!Same.is(shown, model)) {
      mapping.set(null);
      model = shown;
      if (!work.reading.busy().get()) {
        work.cancel();
      }
      if (model == null || asked == null) {
        answered.set(null);
        categories.set(null);
      } else {
        refresh();
      }
    }
  }

  private void refresh() {
    var question = asked;
    var given = answered.get();
    var isDone = given != null && Same.is(given.model(), model);
    if (seen && question != null && model != null && !isDone && work.isIdle()) {
      if (model.preprocessor().columnProblems(question.table()).isEmpty()) {
        ask(question.table(), question.file());
      } else {
        asked = null;
        answered.set(null);
      }
    }
  }
}
