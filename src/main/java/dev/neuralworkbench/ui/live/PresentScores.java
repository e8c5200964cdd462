package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Losses and scores of an edited or stepped network, in no history. Belongs to the FX thread. */
final class PresentScores {

  private final LatestTask task;
  private final Supplier<Products> products;
  private @Nullable Model asked;
  private @Nullable EpochResult found;

  PresentScores(BackgroundTasks tasks, Supplier<Products> products) {
    task = LatestTask.seen(tasks, "live.job.scores");
    this.products = products;
  }

  /** The numbers of a model on the rows of its document; null until they are known. */
  @Nullable EpochResult of(Document document, Model model) {
    var table = document.data().table();
    if (!Same.is(model, asked) && table != null) {
      asked = model;
      found = null;
      task.ask(
          _ -> scores(new ModelPredictor(model, products.get()), model.prepared(table)),
          result -> found = result,
          _ -> {});
    }
    return Same.is(model, asked) ? found : null;
  }

  private static EpochResult scores(ModelPredictor predictor, PreparedData rows) {
    return new EpochResult(
        predictor.loss(rows.training()),
        predictor.loss(rows.validation()),
        score(predictor, rows.training()),
        score(predictor, rows.validation()),
        Double.NaN,
        Double.NaN);
  }

  private static double score(ModelPredictor predictor, Dataset rows) {
    if (rows.rows() == 0) {
      return Double.NaN;
    }
    return switch (Scores.of(predictor, rows)) {
      case Scores.OfClasses classes -> classes.report().accuracy();
      case Scores.OfNumbers numbers -> numbers.report().r2();
    };
  }
}
