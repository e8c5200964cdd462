package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.BackgroundTasks;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Screen;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The predict screen: what the trained model answers for what is entered. */
public final class PredictView extends StackPane implements Screen {

  private static final double FORM_PERCENT = 58;

  private final PredictViewModel model;
  private final Messages messages;
  private final Label outdated = new Label();
  private final AnswerPane answer;
  private final VBox filled = new VBox();
  private final VBox empty = new VBox();

  /** A view of a view-model. */
  public PredictView(PredictViewModel model, BackgroundTasks tasks, Messages messages) {
    this.model = model;
    this.messages = messages;
    answer = new AnswerPane(messages);
    setId("predict");
    layOutEmpty();
    layOutFilled(new FormPane(model, tasks, messages));
    bind();
  }

  @Override
  public String id() {
    return "predict";
  }

  @Override
  public String titleKey() {
    return "predict.title";
  }

  @Override
  public Node view() {
    return this;
  }

  @Override
  public void shown() {}

  @Override
  public void hidden() {}

  private void layOutEmpty() {
    var sentence = new Label();
    sentence.setId("predict-empty");
    sentence.setWrapText(true);
    sentence.textProperty().bind(messages.text("predict.empty"));
    var train = new Button();
    train.setId("predict-train");
    train.textProperty().bind(messages.text("predict.train"));
    train.setOnAction(_ -> model.train());
    empty.getStyleClass().add("empty-state");
    empty.getChildren().setAll(sentence, train);
  }

  private void layOutFilled(FormPane form) {
    outdated.setId("predict-outdated");
    outdated.getStyleClass().add("notice");
    outdated.setWrapText(true);
    outdated.setMinHeight(USE_PREF_SIZE);
    outdated.setMaxWidth(Double.MAX_VALUE);
    var columns = new GridPane();
    columns.getStyleClass().add("predict-columns");
    columns.addRow(0, form, answer);
    columns.getColumnConstraints().setAll(percent(FORM_PERCENT), percent(100 - FORM_PERCENT));
    GridPane.setVgrow(form, Priority.ALWAYS);
    VBox.setVgrow(columns, Priority.ALWAYS);
    filled.getStyleClass().add("screen");
    filled.getChildren().setAll(outdated, columns);
    getChildren().setAll(empty, filled);
  }

  private static ColumnConstraints percent(double width) {
    var column = new ColumnConstraints();
    column.setPercentWidth(width);
    return column;
  }

  private void bind() {
    outdated.textProperty().bind(messages.text("predict.outdated"));
    model
        .outdated()
        .subscribe(
            it -> {
              outdated.setVisible(it);
              outdated.setManaged(it);
            });
    model
        .form()
        .subscribe(
            form -> {
              filled.setVisible(form != null);
              empty.setVisible(form == null);
            });
    model.answer().subscribe(it -> answer.show(it));
    model.actual().subscribe(it -> answer.show(it));
  }
}
