package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TypicalCategory;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.map.DecisionMap;
import dev.neuralworkbench.ui.drawing.map.DecisionMapFinder;
import dev.neuralworkbench.ui.prediction.why.WhyViewModel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.entry.RowForm;
import dev.neuralworkbench.ui.workspace.entry.RowInput;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Answers for one row, which is entered in a form, by the document's trained model. */
public final class PredictViewModel {

  final Workspace workspace;
  final Trainer trainer;
  private final Supplier<Products> products;
  final ReadOnlyObjectWrapper<@Nullable RowForm> form = new ReadOnlyObjectWrapper<>();

  /** The answer for what is entered; null before the first, and while a field cannot be read. */
  final Inquiry<Asking, Answer> answer;

  final ReadOnlyObjectWrapper<@Nullable Actual> actual = new ReadOnlyObjectWrapper<>();

  /** What is entered; null while there are no fields, or one cannot be read. */
  final ReadOnlyObjectWrapper<@Nullable Entered> entered = new ReadOnlyObjectWrapper<>();

  /** The row of the open table that is entered, counted from 1; 0 where something else is. */
  final ReadOnlyIntegerWrapper row = new ReadOnlyIntegerWrapper();

  /** Why the answer is what it is, once that is asked for. */
  final WhyViewModel why;

  /** The rows that tell the usual categories; null while they are not drawn, or not needed. */
  private final Inquiry<RowForm, Optional<Background>> background;

  /**
   * Whether the form holds what it was made with: what comes later may not change what is typed.
   */
  private boolean isUntouched;

  /** Whether the inputs are an image and none is entered. */
  final ReadOnlyBooleanWrapper blank = new ReadOnlyBooleanWrapper();

  final PadViewModel pad;

  /** Whether all fields are being filled, which is one change. */
  private boolean filling;

  private final DecisionMapFinder maps;
  final ObservableValue<@Nullable DecisionMap> map;
  private @Nullable Model model;

  /** Belongs to the executor. */
  private @Nullable Asked last;

  /**
   * What the model answers.
   *
   * @param units what the first layer adds up, of an image
   */
  record Answer(TargetEncoder target, Prediction prediction, List<UnitSum> units) {}

  /** A row of the table from 1 on, its target or null, and the names of inputs missing in it. */
  record Actual(int row, @Nullable String text, List<String> missing) {}

  record Entered(List<InputEncoder> inputs, RawRow row) {

    boolean isOf(DecisionMap map) {
      return map.preprocessor().inputs().equals(inputs);
    }
  }

  record Asking(Model model, RawRow row) {}

  private record Asked(Model model, ModelPredictor predictor) {}

  /** The executor computes one answer after another, off the FX thread. */
  public PredictViewModel(
      Workspace workspace,
      Trainer trainer,
      BackgroundTasks tasks,
      Executor executor,
      Supplier<Products> products) {
    this.workspace = workspace;
    this.trainer = trainer;
    answer =
        new Inquiry<Asking, Answer>(tasks, LatestTask.unseen(tasks, executor, "answer").lively())
            .lasting();
    this.products = products;
    background =
        new Inquiry<RowForm, Optional<Background>>(
                tasks, LatestTask.unseen(tasks, executor, "typical values"))
            .telling(this::enterUsual);
    why = new WhyViewModel(tasks, products);
    pad = new PadViewModel(tasks, this::image, this::enter);
    maps = new DecisionMapFinder(tasks);
    map = maps.map();
    workspace.model.subscribe(this::follow);
    OnAnyChange.all(this::find, workspace.model, workspace.document());
  }

  /** Rows of the open table; 0 where there is none. */
  ObservableValue<Integer> rows() {
    return workspace
        .document()
        .map(document -> document.data().table() == null ? 0 : document.data().rows());
  }

  ObservableValue<Boolean> training() {
    return trainer.state().map(state -> state.isActive());
  }

  /** What is entered as an image; null where the inputs are none, or nothing can be read. */
  ObservableValue<@Nullable RowImage> shownImage() {
    return entered.map(
        it -> pixels().map(pixels -> new RowImage(pixels, it.row()::number)).orElse(null));
  }

  /** The numbers of the image that is entered; null while none is. */
  private double @Nullable [] image() {
    var given = entered.get();
    return given == null ? null : given.row.numbers(given.inputs.size());
  }

  /** Whether the inputs are the pixels of an image, to be drawn rather than typed. */
  ObservableValue<Boolean> isImage() {
    return form.map(_ -> pixels().isPresent()).orElse(false);
  }

  void reset() {
    var present = form.get();
    if (present != null) {
      var rows = background.get();
      present.reset(rows == null ? null : rows.orElse(null));
    }
  }

  /** Enters a row of the open table, counted from 1; does nothing where there is none. */
  public void fill(int row) {
    var table = openTable();
    if (table != null && row >= 1 && row <= table.rows()) {
      fill(table, row - 1);
    }
  }

  void fill(Table table, int index) {
    var present = form.get();
    var asked = model;
    if (present != null && asked != null) {
      var read = asked.preprocessor().cleaned(table);
      filling = true;
      present.fill(read, index);
      filling = false;
      changed();
      var column = read.column(asked.preprocessor().target().name());
      actual.set(
          new Actual(
              index + 1,
              column == null || column.isMissing(index) ? null : column.text(index),
              missing(asked, read, index)));
      row.set(Same.is(table, openTable()) ? index + 1 : 0);
    }
  }

  private @Nullable Table openTable() {
    return workspace.document().get().data().table();
  }

  private static List<String> missing(Model asked, Table table, int index) {
    return asked.preprocessor().inputs().stream()
        .map(input -> table.column(input.name()))
        .filter(column -> column != null && column.isMissing(index))
        .map(Column::name)
        .toList();
  }

  private void follow(@Nullable Model shown) {
    if (Same.is(shown, model)) {
      return;
    }
    model = shown;
    if (model == null) {
      answer.forget();
      form.set(null);
      entered.set(null);
      actual.set(null);
      why.ask(null);
      return;
    }
    var encoders = model.preprocessor().inputs();
    var present = form.get();
    if (present == null || !present.isFor(encoders)) {
      var next = RowForm.ofAnything(model.preprocessor(), "predict");
      // A mean of all images is nothing to draw on.
      pixels().ifPresent(it -> next.fill(it.paper()));
      blank.set(pixels().isPresent());
      next.onChange(this::changed);
      answer.forget();
      actual.set(null);
      row.set(0);
      form.set(next);
      findUsual(model, next);
    }
    ask();
  }

  private void changed() {
    if (!filling) {
      isUntouched = false;
      blank.set(false);
      pad.leave();
      actual.set(null);
      row.set(0);
      ask();
    }
  }

  private void findUsual(Model of, RowForm made) {
    background.forget();
    isUntouched = true;
    var data = workspace.document().get().data();
    var table = data.table();
    var isNeeded =
        made.encoders().stream()
            .anyMatch(it -> it instanceof CategoryInput input && TypicalCategory.needsRows(input));
    // The rows that are open may be others', which lack its columns.
    if (isNeeded && (table == null || of.preprocessor().absent(table).isEmpty())) {
      background.ask(made, _ -> Background.of(of, data));
    }
  }

  private void enterUsual(Optional<Background> found) {
    if (isUntouched && found.isPresent()) {
      reset();
    }
  }

  private void find() {
    var shown = workspace.model.getValue();
    pad.follow(shown, workspace.document().get().data());
    var table = openTable();
    var given = entered.get();
    if (given != null && Same.is(shown, model)) {
      why(shown, given.row()); // The table may have been opened meanwhile.
    }
    maps.find(
        shown == null || table == null
            ? null
            : new DecisionMapFinder.Subject(
                table, shown.experiment().preparation(), shown.preprocessor()));
  }

  /** Enters an image at once, as one change; without one, nothing is predicted. */
  private void enter(double @Nullable [] image) {
    blank.set(image == null);
    var present = form.get();
    if (present != null && image != null) {
      filling = true;
      present.fill(image);
      filling = false;
    }
    actual.set(null);
    row.set(0);
    ask();
  }

  private Optional<Pixels> pixels() {
    return model == null ? Optional.empty() : model.preprocessor().pixels();
  }

  /** Enters the number of an input, rounded to what its range tells apart. */
  void enter(int input, double value) {
    var present = form.get();
    if (present != null && present.inputs().get(input) instanceof RowInput.OfNumber number) {
      number.enterRounded(value);
    }
  }

  private void ask() {
    var present = form.get();
    var asked = model;
    if (present == null || asked == null) {
      return;
    }
    if (blank.get() || !present.isReadable()) {
      entered.set(null);
      answer.forget();
      why.ask(null);
      return;
    }
    var given = present.row();
    entered.set(new Entered(present.encoders(), given));
    why(asked, given);
    answer.ask(
        new Asking(asked, given),
        _ ->
            new Answer(
                asked.preprocessor().target(),
                predictor(asked).predict(given),
                asked
                    .preprocessor()
                    .pixels()
                    .map(_ -> UnitSum.of(asked, given))
                    .orElse(List.of())));
  }

  private void why(@Nullable Model asked, RawRow given) {
    if (asked != null) {
      why.ask(new WhyViewModel.Question(asked, workspace.document().get().data(), given));
    }
  }

  private ModelPredictor predictor(Model of) {
    var known = last;
    if (known == null || !Same.is(known.model, of)) {
      known = new Asked(of, new ModelPredictor(of, products.get()));
      last = known;
    }
    return known.predictor;
  }
}
