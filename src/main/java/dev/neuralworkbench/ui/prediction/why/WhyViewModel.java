package dev.neuralworkbench.ui.prediction.why;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.explain.why.Explainer;
import dev.neuralworkbench.explain.why.Explanation;
import dev.neuralworkbench.explain.why.Flip;
import dev.neuralworkbench.explain.why.NearestRows;
import dev.neuralworkbench.explain.why.NearestRows.Near;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Explains the prediction of the row that is entered, while that is asked for. */
public final class WhyViewModel {

  /** Training rows that are shown, and one for the row itself, where it is among them. */
  static final int NEAREST = 3;

  private final Supplier<Products> products;

  /** What was found; nothing in it where there is no background, or no prediction. */
  final Inquiry<Question, Found> found;

  /** How long the answer under way takes, in seconds, about. */
  final ReadOnlyDoubleWrapper seconds = new ReadOnlyDoubleWrapper();

  public final BooleanProperty open = new SimpleBooleanProperty();
  private @Nullable Question last;

  /** Belongs to the lane. */
  private @Nullable Known known;

  /** A row that is asked about, and the model and its data. */
  public record Question(Model model, DataReference data, RawRow row) {}

  /**
   * What there is to say.
   *
   * @param explanation none without a background, or without a prediction
   * @param nearest none where the table is not at hand
   */
  record Found(
      Question question,
      Optional<Background> background,
      Optional<Explanation> explanation,
      Optional<Flip> flip,
      List<Near> nearest,
      List<Near> other) {}

  private record Known(
      Model model, Optional<Background> background, @Nullable NearestRows nearest) {}

  public WhyViewModel(BackgroundTasks tasks, Supplier<Products> products) {
    this.products = products;
    found =
        new Inquiry<Question, Found>(tasks, LatestTask.unseen(tasks, tasks.lane("why"), "why"))
            .lasting();
    open.subscribe(this::askAgain);
  }

  /** Asks about a row, now or once it shows; null where nothing is entered. */
  public void ask(@Nullable Question next) {
    last = next;
    askAgain();
  }

  private void askAgain() {
    var next = last;
    if (next == null || !open.get()) {
      found.forget();
      return;
    }
    var threads = Runtime.getRuntime().availableProcessors();
    var rows = Math.min(Background.MOST_ROWS, next.data.rows());
    seconds.set(Explainer.seconds(next.model, rows, threads));
    found.ask(next, progress -> find(next, threads, progress));
  }

  private Found find(Question next, int threads, Progress progress) {
    var of = known(next, progress);
    var row = next.row;
    var explainer = of.background.map(it -> new Explainer(next.model, products.get(), it, threads));
    var explanation = explainer.flatMap(it -> it.explain(row, progress));
    var predicted = explanation.map(Explanation::prediction).orElse(null);
    var isClass = predicted instanceof Prediction.OfClass;
    return new Found(
        next,
        of.background,
        explanation,
        isClass
            ? Flip.find(explainer.orElseThrow(), row, explanation.orElseThrow(), progress)
            : Optional.empty(),
        of.nearest == null ? List.of() : of.nearest.nearest(row, NEAREST + 1),
        of.nearest != null && predicted instanceof Prediction.OfClass than
            ? of.nearest.nearestOther(row, than)
            : List.of());
  }

  private Known known(Question next, Progress progress) {
    var now = known;
    var table = next.data.table();
    if (now == null || !Same.is(now.model, next.model) || (now.nearest == null && table != null)) {
      var predictor = new ModelPredictor(next.model, products.get());
      now =
          new Known(
              next.model,
              Background.of(next.model, next.data),
              table == null ? null : new NearestRows(next.model, predictor, table, progress));
      known = now;
    }
    return now;
  }
}
