package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The head of the screen, of one height whatever it says: the epoch that shows and its numbers in
 * cells of fixed widths; beside them where the run is, and what was changed or how to leave the
 * past. Where the screen is narrow, the numbers of the training rows give way to the words.
 */
final class Headline extends HBox {

  /** Width, in em, from which all numbers and a sentence have room. */
  private static final double WIDE_IN_EM = 64;

  private final LiveViewModel model;
  private final Messages messages;
  private final NumberCell trainingLoss;
  private final NumberCell validationLoss;
  private final NumberCell trainingScore;
  private final NumberCell validationScore;
  private final Label state = Labels.line("#live-state");

  Headline(LiveViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    trainingLoss = new NumberCell("live-training-loss", messages.text("headline.loss.training"));
    validationLoss = new NumberCell("live-validation-loss", judged("headline.loss"));
    trainingScore = new NumberCell("live-training-score", score("training"));
    validationScore = new NumberCell("live-validation-score", judgedScore());
    Styled.as(this, "#live-headline", "headline");
    var place = new EpochPlace(model);
    var words = words(place);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .setAll(
            new EpochCell(place, messages),
            trainingLoss,
            validationLoss,
            trainingScore,
            validationScore,
            words);
    model.reading().subscribe(this::show);
    var wide =
        widthProperty().map(it -> it.doubleValue() >= WIDE_IN_EM * state.getFont().getSize());
    Shown.when(trainingLoss, wide);
    Shown.when(trainingScore, wide);
  }

  /** Where the run is. */
  ObservableValue<String> state() {
    return state.textProperty();
  }

  private VBox words(EpochPlace place) {
    state.setMinSize(0, 0);
    state.setWrapText(true);
    state.textProperty().bind(messages.text(model.state(), (words, phrase) -> phrase.in(words)));
    Tooltips.install(state, state.textProperty());
    var travel = place.travel();
    var back = Buttons.of(messages, "scrubber.end", travel::back, "#scrubber-end", "small");
    var branch =
        Buttons.of(messages, "scrubber.branch", travel::branch, "#scrubber-branch", "small");
    branch.disableProperty().bind(travel.moment().isNull());
    var past = Styled.as(new HBox(back, branch), "headline-past");
    var isPast = travel.moment().isNotNull().or(travel.wanted().isNotNull());
    past.visibleProperty().bind(isPast);
    var comparison = comparison();
    var said = Styled.as(new Label(), "#live-no-picture", "muted");
    said.textProperty().bind(messages.text(this::remark, model.reading(), model.noPicture()));
    Tooltips.install(said, said.textProperty());
    var speaks = said.textProperty().isNotEmpty();
    said.visibleProperty().bind(speaks.and(isPast.not()));
    comparison.visibleProperty().bind(speaks.or(isPast).not());
    var below = new StackPane(comparison, said, past);
    below.setMinHeight(USE_PREF_SIZE);
    Shown.when(below, isPast.or(speaks).or(comparison.textProperty().isNotEmpty()));
    var box = Styled.as(new VBox(state, below), "headline-words");
    VBox.setVgrow(state, Priority.SOMETIMES);
    box.setMinWidth(0);
    return box;
  }

  /** What was changed since the run whose curves show as ghosts; empty without one. */
  private Label comparison() {
    var label = Styled.as(new Label(), "#live-comparison", "muted");
    label.setMinWidth(0);
    label.setMaxWidth(Double.MAX_VALUE);
    label
        .textProperty()
        .bind(
            messages.text(
                words -> {
                  var found = Comparison.of(model.previous().get(), model.present().get());
                  return found == null ? "" : found.in(words);
                },
                model.previous(),
                model.present(),
                model.state()));
    Tooltips.install(label, label.textProperty());
    return label;
  }

  /** What there is to say besides: that the network was changed, or why there is no picture. */
  private String remark(Words words) {
    var said = model.reading().get().remark();
    var why = model.noPicture().getValue();
    return said != null ? said.in(words) : why == null ? "" : words.text(why);
  }

  private ObservableValue<String> judged(String key) {
    return messages.text(
        model.present(),
        (words, run) -> {
          var folds = run == null ? 0 : run.experiment().training().foldCount();
          return folds == 0 ? words.text(key + ".validation") : words.text(key + ".folds", folds);
        });
  }

  private ObservableValue<String> score(String rows) {
    return messages.text(
        model.problem(), (words, problem) -> words.text(scoreKey(problem) + "." + rows));
  }

  private ObservableValue<String> judgedScore() {
    return messages.text(
        words -> {
          var run = model.present().get();
          var folds = run == null ? 0 : run.experiment().training().foldCount();
          var key = scoreKey(model.problem().getValue());
          return folds == 0 ? words.text(key + ".validation") : words.text(key + ".folds", folds);
        },
        model.present(),
        model.problem());
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
