package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowPart;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything computed for one model. What is asked for is computed on the caller's thread, one
 * caller at a time; what is kept belongs to the FX thread.
 */
final class ModelScores {

  private final Model model;
  private final Supplier<PreparedData> data;
  private final Supplier<Products> products;
  private final Map<RowPart, JudgedPart> judged = new EnumMap<>(RowPart.class);
  private final Set<RowPart> givenUp = EnumSet.noneOf(RowPart.class);
  private final LinearScores linear;

  /**
   * @param prepared the rows as the run has them; null if they are to be prepared
   * @param before the scores of another model, whose linear model is taken over where it is the
   *     same
   */
  ModelScores(
      Model model,
      Table table,
      @Nullable PreparedData prepared,
      Supplier<Products> products,
      @Nullable ModelScores before) {
    this.model = model;
    linear =
        before != null && before.linear.isOf(table, model)
            ? before.linear
            : new LinearScores(table, model);
    this.products = products;
    data = prepared != null ? () -> prepared : () -> model.prepared(table);
  }

  Model model() {
    return model;
  }

  @Nullable JudgedPart judged(RowPart part) {
    return judged.get(part);
  }

  /** What the linear model comes to, if it was kept or given up for this model. */
  @Nullable Linear linear(RowPart part) {
    return givenUp.contains(part) ? Linear.NONE : linear.of(part);
  }

  void keep(JudgedPart result) {
    judged.put(result.part(), result);
  }

  void keep(RowPart part, Linear result) {
    linear.keep(part, result);
  }

  /** Asks no more for the linear model on a part. */
  void giveUp(RowPart part) {
    givenUp.add(part);
  }

  Optional<JudgedPart> judge(RowPart part, Progress progress) {
    var prepared = data.get();
    var rows = prepared.rows(part);
    if (rows.rows() == 0) {
      return Optional.empty();
    }
    var answers = new ModelPredictor(model, products.get()).predict(rows, progress);
    return Optional.of(JudgedPart.of(part, rows, answers, prepared.training()));
  }

  Linear fit(RowPart part) {
    return linear.fit(data.get(), model.preprocessor().target(), part);
  }
}
