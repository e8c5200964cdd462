package dev.neuralworkbench.walk;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;

/** Scores on Live and Evaluate are those of the model that shows, on the rows they name. */
final class ScoreLaw {

  private final Model model;
  private final Table table;
  private final List<String> wrong = new ArrayList<>();

  /** Of a model and its rows. */
  ScoreLaw(Model model, Table table) {
    this.model = model;
    this.table = table;
  }

  /** Scores that are not so. Not on the FX thread: it takes time. */
  List<String> broken() {
    live();
    Stream.of("training", "validation", "test")
        .filter(it -> FxThread.<Boolean>call(() -> isChosen("evaluate-" + it)))
        .findFirst()
        .ifPresent(this::evaluate);
    return wrong;
  }

  /** The validation scores are those of the network in use. */
  private void live() {
    var own = OwnScores.of(model, table, RowPart.VALIDATION);
    var folds = model.experiment().training().foldCount() > 0;
    var byFolds = folds ? ofFolds(TrainingHistory::validationScore) : Bounds.NONE;
    var isClass = model.classes() > 0;
    var loss = folds ? ofFolds(TrainingHistory::validationLoss) : own.get("loss");
    var score = folds ? byFolds : own.get(isClass ? "accuracy" : "r2");
    if (folds && isChanged()) {
      // Folds have not judged the network as it is now.
      return;
    }
    text("live-validation-loss")
        .ifPresent(it -> compare("live loss", it, loss, significant(loss.value(), 3)));
    // Three decimals, and three digits where it is far below 0: the cell has one width.
    var digit = Math.abs(score.value()) < 100 ? 0.001 : significant(score.value(), 3);
    text("live-validation-score").ifPresent(it -> compare("live score", it, score, digit));
  }

  /** Whether the network is no longer that of the end of an epoch. */
  private boolean isChanged() {
    var checkpoint = model.checkpoint();
    var epochs = model.history().epochs();
    return checkpoint == null
        || checkpoint.batch() > 0
        || model.history().interventions().stream().anyMatch(it -> it.epoch() >= epochs);
  }

  /** Folds left their numbers of every epoch behind; that in use is the best one or the last. */
  private Bounds ofFolds(ToDoubleBiFunction<TrainingHistory, Integer> number) {
    var history = model.history();
    var rule = model.experiment().training().stopping().earlyStopping();
    var ended = history.stopReason() != null && rule != null && rule.restoreBest();
    var epoch = ended && rule.best(history) >= 0 ? rule.best(history) : history.epochs() - 1;
    return epoch < 0 ? Bounds.NONE : Bounds.exact(number.applyAsDouble(history, epoch));
  }

  private void evaluate(String part) {
    var own = OwnScores.of(model, table, RowPart.valueOf(part.toUpperCase(Locale.ROOT)));
    if (own.rows() == 0) {
      return;
    }
    for (var metric : List.of("accuracy", "log_loss", "auc", "mcc", "r2", "mape")) {
      text("evaluate-" + metric)
          .ifPresent(it -> compare("evaluate " + metric, it, own.get(metric), 0.001));
    }
    for (var metric : List.of("rmse", "mae")) {
      var score = own.get(metric);
      text("evaluate-" + metric)
          .ifPresent(it -> compare("evaluate " + metric, it, score, significant(score.value(), 4)));
    }
  }

  /** The value of a number's last digit, if it shows so many. */
  private static double significant(double number, int digits) {
    return Math.pow(10, Math.floor(Math.log10(Math.abs(number))) + 1 - digits);
  }

  /** Half of the last digit shown may be rounded away, and float products differ a little. */
  private void compare(String what, String shown, Bounds score, double lastDigit) {
    var number = number(shown);
    var near = score.mayBe(number, 1e-5, 0.51 * lastDigit);
    if ((Double.isFinite(number) || Double.isFinite(score.value())) && !near) {
      wrong.add("score: " + what + " " + shown + ", should be " + score.value());
    }
  }

  private static double number(String shown) {
    try {
      return Double.parseDouble(shown.replace(",", "").replace('\u2212', '-'));
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private static boolean isChosen(String id) {
    return Showing.nodes().stream()
        .filter(Showing.withId("#" + id))
        .anyMatch(it -> it instanceof ToggleButton button && button.isSelected());
  }

  private static Optional<String> text(String id) {
    return FxThread.call(
        () ->
            Showing.nodes().stream()
                .filter(Showing.withId("#" + id))
                .map(Showing::text)
                .filter(it -> !it.isEmpty())
                .findFirst());
  }
}
