package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TypicalCategory;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
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
  final ObservableValue<Integer> row = actual.map(it -> it.isOpen() ? it.row() : 0).orElse(0);

  /** Why the answer is what it is, once that is asked for. */
  final WhyViewModel why;

  /** The rows that tell the usual categories, and how images look; null while not needed. */
  private final Inquiry<Usual, Optional<Background>> background;

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

  /** The fields that usual values are for, and the table that may tell them. */
  private record Usual(RowForm form, @Nullable Table table) {}

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
        new Inquiry<Usual, Optional<Background>>(
                tasks, LatestTask.unseen(tasks, executor, "typical values"))
            .telling(this::use);
    why = new WhyViewModel(tasks, products);
    pad = new PadViewModel(entered, this::enter);
    maps = new DecisionMapFinder(tasks);
    map = maps.map();
    OnAnyChange.all(this::follow, workspace.model, workspace.document());
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
      fill(() -> present.fill(read, index));
      changed();
      var isOpen = Same.is(table, openTable());
      actual.set(Actual.of(asked.preprocessor(), read, index, isOpen));
    }
  }

  /** Fills all fields, as one change. */
  private void fill(Runnable fields) {
    filling = true;
    fields.run();
    filling = false;
  }

  private DataReference data() {
    return workspace.document().get().data();
  }

  private @Nullable Table openTable() {
    return data().table();
  }

  private void follow() {
    var shown = workspace.model.getValue();
    if (!Same.is(shown, model)) {
      take(shown);
    }
    var table = openTable();
    var given = entered.get();
    if (given != null && shown != null) {
      why.ask(new WhyViewModel.Question(shown, data(), given.row())); // A table may be open now.
    }
    findUsual();
    maps.find(
        shown == null || table == null
            ? null
            : new DecisionMapFinder.Subject(
                table, shown.experiment().preparation(), shown.preprocessor()));
  }

  private void take(@Nullable Model shown) {
    model = shown;
    // What another program's images go from and to is not known.
    var isElsewhere = workspace.document().get().data().source() instanceof DataSource.Elsewhere;
    var pixels = shown == null || isElsewhere ? null : shown.preprocessor().pixels().orElse(null);
    pad.follow(pixels, shown);
    var present = form.get();
    if (shown == null) {
      form.set(null);
      actual.set(null);
    } else if (present == null || !present.isFor(shown.preprocessor().inputs())) {
      var next = RowForm.ofAnything(shown.preprocessor(), "predict");
      if (pixels != null) {
        next.fill(pixels.paper()); // A mean of all images is nothing to draw on.
      }
      blank.set(pixels != null);
      next.onChange(this::changed);
      answer.forget();
      actual.set(null);
      background.forget();
      isUntouched = true;
      form.set(next);
    }
    ask();
  }

  private void changed() {
    if (!filling) {
      isUntouched = false;
      blank.set(false);
      pad.leave();
      actual.set(null);
      ask();
    }
  }

  private void findUsual() {
    var asked = model;
    var present = form.get();
    if (asked != null && present != null && (pad.isImage.get() || needsRows(present))) {
      var data = data();
      background.ask(new Usual(present, data.table()), _ -> Background.of(asked, data));
    }
  }

  private static boolean needsRows(RowForm form) {
    return form.encoders().stream()
        .anyMatch(it -> it instanceof CategoryInput input && TypicalCategory.needsRows(input));
  }

  private void use(Optional<Background> found) {
    if (pad.isImage.get()) {
      pad.imitate(found.map(Background::numbers).orElse(List.of()));
    } else if (isUntouched && found.isPresent()) {
      reset();
    }
  }

  /** Enters an image at once, as one change; without one, nothing is predicted. */
  private void enter(double @Nullable [] image) {
    blank.set(image == null);
    var present = form.get();
    if (present != null && image != null) {
      fill(() -> present.fill(image));
    }
    actual.set(null);
    ask();
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
    if (present == null || asked == null || blank.get() || !present.isReadable()) {
      entered.set(null);
      answer.forget();
      why.ask(null);
      return;
    }
    var given = present.row();
    entered.set(new Entered(present.encoders(), given));
    why.ask(new WhyViewModel.Question(asked, data(), given));
    answer.ask(new Asking(asked, given), _ -> Answer.of(asked, predictor(asked), given));
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
