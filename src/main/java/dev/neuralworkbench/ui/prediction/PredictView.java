package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The predict screen: what the trained model answers for what is entered. */
public final class PredictView extends StackPane implements ScreenView {

  private final PredictViewModel model;
  private final RowsViewModel rowsModel;
  private final Messages messages;
  private final Label outdated = Labels.sentence("#predict-outdated", "notice");
  private final AnswerPane answer;
  private final RowsPane rows;
  private final VBox filled = Styling.as(new VBox(), "screen");
  private final VBox empty = Styling.as(new VBox(), "empty-state");

  public PredictView(
      PredictViewModel model,
      RowsViewModel rowsModel,
      BackgroundTasks tasks,
      Messages messages,
      DecisionPicture picture) {
    this.model = model;
    this.rowsModel = rowsModel;
    this.messages = messages;
    answer = new AnswerPane(messages);
    rows = new RowsPane(rowsModel, messages, (given, row) -> model.fill(given.table(), row));
    setId("predict");
    layOutEmpty();
    layOutFilled(
        new FormPane(model, tasks, messages),
        new RowPicture(model, messages, picture),
        new RowPad(model, messages));
    bind();
  }

  @Override
  public void shown() {
    rowsModel.seen(true);
  }

  @Override
  public void hidden() {
    rowsModel.seen(false);
  }

  public Node rowsArea() {
    return rows;
  }

  private void layOutEmpty() {
    var said =
        messages.text(
            model.training(),
            (words, training) -> words.text(training ? "predict.training" : "predict.empty"));
    var sentence = Labels.line(said, "#predict-empty");
    sentence.setWrapText(true);
    var train = Buttons.of(messages, "predict.train", model::train, "#predict-train");
    model.training().subscribe(training -> Visibility.when(train, !training));
    train.disableProperty().bind(model.problems().map(problems -> !problems.isEmpty()));
    var problem = ProblemLabel.elsewhere(messages);
    problem.setId("predict-train-problem");
    model.problems().subscribe(problem::show);
    empty.getChildren().setAll(sentence, train, problem);
  }

  private void layOutFilled(FormPane form, RowPicture picture, RowPad pad) {
    outdated.setMaxWidth(Double.MAX_VALUE);
    var parts = new PredictLayout(form, answer, rows, picture, pad);
    VBox.setVgrow(parts, Priority.ALWAYS);
    filled.getChildren().setAll(outdated, parts);
    getChildren().setAll(empty, filled);
  }

  private void bind() {
    outdated.textProperty().bind(messages.text("predict.outdated"));
    model.outdated().subscribe(it -> Visibility.when(outdated, it));
    var isEmpty = model.form.isNull();
    filled.visibleProperty().bind(isEmpty.not());
    empty.visibleProperty().bind(isEmpty);
    model.answer.subscribe(it -> answer.show(it));
    model.actual.subscribe(it -> answer.show(it));
  }
}
