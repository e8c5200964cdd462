package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** The epoch and its numbers in cells of fixed widths, which give way where it is narrow; words. */
final class Headline extends HBox {

  /** Width, in em, from which all numbers have room. */
  private static final double WIDE_IN_EM = 58;

  /** The same for the numbers of the rows that judge, or of training where it alone has some. */
  private static final double MEDIUM_IN_EM = 36;

  private static final double NUMBER = 1.143;

  private final LiveViewModel model;
  private final Messages messages;
  private final NumberCell trainingLoss;
  private final NumberCell validationLoss;
  private final NumberCell trainingScore;
  private final NumberCell validationScore;

  Headline(LiveViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    trainingLoss = learned("live-training-loss", () -> "headline.loss");
    validationLoss = judged("live-validation-loss", () -> "headline.loss");
    trainingScore = learned("live-training-score", this::scoreKey);
    validationScore = judged("live-validation-score", this::scoreKey);
    Styling.as(this, "#live-headline", "headline");
    // Which numbers show follows from the width, which must not follow from them.
    setMinWidth(0);
    var place = new EpochPlace(model);
    getChildren()
        .setAll(
            new EpochCell(place, messages),
            trainingLoss,
            validationLoss,
            trainingScore,
            validationScore);
    model.reading.subscribe(this::show);
    Visibility.when(trainingLoss, from(0, false));
    Visibility.when(validationLoss, from(0, true));
    Visibility.when(trainingScore, from(MEDIUM_IN_EM, false));
    Visibility.when(validationScore, from(MEDIUM_IN_EM, true));
  }

  /** Whether the screen is so wide, in em, or has room for all; the numbers' font is larger. */
  private ObservableValue<Boolean> from(double least, boolean judges) {
    var font = trainingLoss.number.fontProperty();
    var width = model.judged.map(judged -> judged == judges ? least : WIDE_IN_EM);
    return Bindings.createBooleanBinding(
        () -> getWidth() >= width.getValue() * font.get().getSize() / NUMBER,
        widthProperty(),
        font,
        width);
  }

  private NumberCell learned(String id, Supplier<String> key) {
    var name = name(words -> learned(words, key.get()));
    return new NumberCell(id, CurveRole.TRAINING, name, name(this::tip));
  }

  private NumberCell judged(String id, Supplier<String> key) {
    var name = name(words -> judged(words, key.get()));
    var tip = name(words -> judged(words, "headline.tip"));
    return new NumberCell(id, CurveRole.VALIDATION, name, tip);
  }

  private ObservableValue<String> name(Function<Words, String> said) {
    return messages.text(said, model.reading, model.present, model.folds, model.problem);
  }

  private String judged(Words words, String key) {
    var folds = model.folds.getValue();
    return folds > 0 ? words.text(key + ".folds", folds) : words.text(key + ".validation");
  }

  /** The network's own number, or while a run goes on that of its last epoch, as the curve. */
  private String learned(Words words, String key) {
    return words.text(key + (model.reading.get().learning() ? ".learning" : ".training"));
  }

  /**
   * The number is the network's own, or while a run goes on that of its last epoch, as the curve;
   * beside that of the weights on their way there may be one of their mean.
   */
  private String tip(Words words) {
    var run = model.present.get();
    return words.text(
        !model.reading.get().learning()
            ? "headline.tip.training"
            : run != null && run.isAveraged() ? "headline.tip.averaged" : "headline.tip.learning");
  }

  private String scoreKey() {
    var isNumber = model.problem.getValue() == ProblemType.REGRESSION;
    return isNumber ? "headline.r2" : "headline.accuracy";
  }

  private void show(LiveNumbers reading) {
    var result = reading.result();
    trainingLoss.number.setText(NumberCell.loss(result.trainingLoss()));
    validationLoss.number.setText(NumberCell.loss(result.validationLoss()));
    trainingScore.number.setText(NumberCell.score(result.trainingScore()));
    validationScore.number.setText(NumberCell.score(result.validationScore()));
  }

  /** A number under its name, in a cell whose width is the same whatever the number. */
  static final class NumberCell extends VBox {

    private static final MathContext DIGITS = new MathContext(3);
    private static final int DECIMALS = 3;
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e5;
    private static final double KEY = 16;

    /** Size of the name's font at 100 %. */
    private static final double USUAL = 12;

    private final Label number;

    /** The name stands beside the line that the curves have in that role. */
    NumberCell(
        String id, CurveRole role, ObservableValue<String> name, ObservableValue<String> tip) {
      Tooltips.install(this, tip);
      number = Labels.whole("#" + id, "headline-number");
      getStyleClass().add("headline-cell");
      var named = Labels.whole(name, "#" + id + "-name", "headline-name");
      var key = Styling.as(new Line(), "headline-key");
      named
          .fontProperty()
          .subscribe(
              font -> {
                var times = font.getSize() / USUAL;
                key.setEndX(KEY * times);
                key.setStrokeWidth(2 * times);
                key.getStrokeDashArray().clear();
                for (var length : role.dash()) {
                  key.getStrokeDashArray().add(length * times);
                }
              });
      named.setGraphic(key);
      getChildren().setAll(named, number);
      Styling.as(this, "#" + id + "-cell");
    }

    /** Three digits, the last ones too where they are 0. */
    static String loss(double loss) {
      var size = Math.abs(loss);
      if (!Double.isFinite(loss) || (size != 0 && (size < LEAST_PLAIN || size >= MOST_PLAIN))) {
        return Double.isNaN(loss)
            ? "–"
            : Numbers.typeset(Numbers.rounded(loss, DIGITS.getPrecision()));
      }
      var rounded = new BigDecimal(loss).round(DIGITS);
      var decimals = DIGITS.getPrecision() - (rounded.precision() - rounded.scale());
      return Numbers.typeset(rounded.setScale(Math.max(0, decimals)).toPlainString());
    }

    /** Three decimals, unless it is far below 0, as R² may be. */
    static String score(double score) {
      return Double.isFinite(score) && Math.abs(score) < 100
          ? Numbers.typeset(
              new BigDecimal(score).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString())
          : loss(score);
    }
  }

  /** Which epoch's network shows, and a step to the one before or after it. */
  private static final class EpochCell extends VBox {

    /** Of so many epochs there is room for the one that shows; the tooltip has both numbers. */
    private static final int MANY = 100_000;

    private final EpochPlace place;
    private final Messages messages;

    EpochCell(EpochPlace place, Messages messages) {
      this.place = place;
      this.messages = messages;
      Styling.as(this, "#live-scrubber", "headline-cell", "epoch-cell");
      var name =
          Labels.whole(
              messages.text(this::name, place.sources()), "#scrubber-name", "headline-name");
      var count =
          Labels.line(
              messages.text(this::count, place.sources()), "#scrubber-place", "headline-number");
      count.setMinWidth(0);
      count.setMaxWidth(Double.MAX_VALUE);
      Tooltips.install(count, messages.text(this::tip, place.sources()));
      var before = step("before", Icon.LEFT, -1);
      var after = step("after", Icon.RIGHT, 1);
      before.disableProperty().bind(Bindings.not(can(-1)));
      after.disableProperty().bind(Bindings.not(can(1)));
      var steps = Styling.as(new HBox(before, Space.wide(count), after), "epoch-steps");
      getChildren().setAll(name, steps, progress());
    }

    /** How far the run is, while it is under way. */
    private ProgressBar progress() {
      var bar = Styling.as(new ProgressBar(), "#live-progress", "epoch-progress");
      bar.setFocusTraversable(false);
      bar.progressProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () -> place.of() == 0 ? 0 : (double) place.done() / place.of(), place.sources()));
      return bar;
    }

    private Button step(String id, Icon icon, int by) {
      Runnable go = () -> place.show(place.shown() + by);
      String[] names = {"#scrubber-" + id, "flat", "small", "epoch-step"};
      return Buttons.icon(icon, messages, "scrubber." + id, go, names);
    }

    private BooleanBinding can(int by) {
      return Bindings.createBooleanBinding(
          () -> place.canShow(place.shown() + by), place.sources());
    }

    private String name(Words words) {
      return words.text("scrubber.name." + place.kind().id());
    }

    private String tip(Words words) {
      return switch (place.kind()) {
        case NONE -> words.text("scrubber.place.none.tip");
        case KEPT -> words.text("scrubber.place.kept.tip", words.text("command.train-anew"));
        default -> words.text("scrubber.place.tip", place(words));
      };
    }

    private String count(Words words) {
      return switch (place.kind()) {
        case NONE -> "–";
        default -> place.of() < MANY ? place(words) : Numbers.count(shown());
      };
    }

    private String place(Words words) {
      return words.text("scrubber.place", Numbers.count(shown()), Numbers.count(place.of()));
    }

    private int shown() {
      return place.shown() + (place.kind() == EpochPlace.Kind.WITHIN ? 1 : 0);
    }
  }
}
