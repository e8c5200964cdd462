package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The head of the screen, of one height whatever it says: the epoch that shows and its numbers in
 * cells of fixed widths, and beside them where the run is. Where the screen is narrow, numbers give
 * way to the words: first those of training, or of rows that judge where there are none.
 */
final class Headline extends HBox {

  /** Width, in em, from which all numbers and a sentence have room. */
  private static final double WIDE_IN_EM = 62;

  /** The same for the numbers of the rows that judge, or of training where it alone has some. */
  private static final double MEDIUM_IN_EM = 52;

  private static final double SMALL = 0.857;

  private final LiveViewModel model;
  private final Messages messages;
  private final NumberCell trainingLoss;
  private final NumberCell validationLoss;
  private final NumberCell trainingScore;
  private final NumberCell validationScore;
  private final Label state = Labels.line("#live-state", "headline-words");

  Headline(LiveViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    trainingLoss =
        new NumberCell("live-training-loss", learned("headline.loss"))
            .with(learned("headline.tip"));
    validationLoss = new NumberCell("live-validation-loss", judged("headline.loss"));
    trainingScore =
        new NumberCell("live-training-score", learnedScore()).with(learned("headline.tip"));
    validationScore = new NumberCell("live-validation-score", judgedScore());
    Styled.as(this, "#live-headline", "headline");
    var place = new EpochPlace(model);
    HBox.setHgrow(state, Priority.ALWAYS);
    state.setMinSize(0, 0);
    state.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    state.setWrapText(true);
    state.textProperty().bind(messages.text(model.state(), (words, phrase) -> phrase.in(words)));
    Tooltips.install(state, state.textProperty());
    getChildren()
        .setAll(
            new EpochCell(place, messages),
            trainingLoss,
            validationLoss,
            trainingScore,
            validationScore,
            state);
    model.reading().subscribe(this::show);
    Shown.when(trainingLoss, from(0, false));
    Shown.when(validationLoss, from(0, true));
    Shown.when(trainingScore, from(MEDIUM_IN_EM, false));
    Shown.when(validationScore, from(MEDIUM_IN_EM, true));
  }

  /** Whether the screen is so wide, in em, or has room for all; the words' font is smaller. */
  private ObservableValue<Boolean> from(double least, boolean judges) {
    var width = model.judged().map(judged -> judged == judges ? least : WIDE_IN_EM);
    return Bindings.createBooleanBinding(
        () -> getWidth() >= width.getValue() * state.getFont().getSize() / SMALL,
        widthProperty(),
        state.fontProperty(),
        width);
  }

  private ObservableValue<String> judged(String key) {
    return messages.text(model.byFolds(), (words, byFolds) -> words.text(key + judge(byFolds)));
  }

  /** The network's own number, or while a run goes on that of its last epoch, as the curve. */
  private ObservableValue<String> learned(String key) {
    return messages.text(
        model.reading(),
        (words, reading) -> words.text(key + (reading.learning() ? ".learning" : ".training")));
  }

  private ObservableValue<String> learnedScore() {
    return messages.text(
        model.reading(),
        (words, reading) ->
            words.text(
                scoreKey(reading.problem()) + (reading.learning() ? ".learning" : ".training")));
  }

  private ObservableValue<String> judgedScore() {
    return messages.text(
        words ->
            words.text(scoreKey(model.problem().getValue()) + judge(model.byFolds().getValue())),
        model.byFolds(),
        model.problem());
  }

  private static String judge(boolean byFolds) {
    return byFolds ? ".folds" : ".validation";
  }

  private static String scoreKey(ProblemType problem) {
    return problem == ProblemType.REGRESSION ? "headline.r2" : "headline.accuracy";
  }

  private void show(Reading reading) {
    trainingLoss.showLoss(reading.trainingLoss());
    validationLoss.showLoss(reading.validationLoss());
    trainingScore.showScore(reading.trainingScore());
    validationScore.showScore(reading.validationScore());
  }
}
