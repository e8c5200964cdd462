package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** Asks for the next number or its sign, and keeps the score. */
final class QuizPane extends FlowPane {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** What a number is written with. */
  private static final String NUMBER = "0123456789.,-−";

  private final BackpropViewModel model;
  private final Messages messages;
  private final Label question = new Label();
  private final TextField number = new TextField();
  private final Label verdict = new Label();
  private final Label score = new Label();

  QuizPane(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("backprop-quiz");
    getStyleClass().add("quiz");
    number.setId("backprop-answer");
    number.getStyleClass().add("tool-field");
    number.accessibleTextProperty().bind(messages.text("backprop.quiz.question"));
    Tips.install(number, messages.text("backprop.quiz.tip"));
    number.setOnAction(_ -> answer());
    verdict.setId("backprop-verdict");
    score.setId("backprop-score");
    score.getStyleClass().add("muted");
    getChildren()
        .setAll(
            question,
            number,
            sign("negative", -1),
            sign("zero", 0),
            sign("positive", 1),
            verdict,
            score);
    model.walker().quiz().subscribe(_ -> refresh());
    model.walker().asks().subscribe(_ -> refresh());
    model.walker().index().subscribe(_ -> refresh());
    model.walker().walk().subscribe(_ -> refresh());
    messages.language().subscribe(_ -> refresh());
  }

  private Button sign(String id, int sign) {
    var button = new Button();
    button.setId("backprop-" + id);
    button.setMinWidth(USE_PREF_SIZE);
    button.textProperty().bind(messages.text("backprop.quiz." + id));
    Tips.install(button, messages.text("backprop.quiz.sign.tip"));
    button.setOnAction(_ -> model.walker().answerSign(sign));
    return button;
  }

  private void answer() {
    Numbers.read(number.getText().replace(',', '.')).ifPresent(model.walker()::answer);
  }

  /**
   * Begins the answer with what is typed.
   *
   * @return whether it is part of a number, and a question is open
   */
  boolean begin(String typed) {
    var begins = isVisible() && !number.isDisabled() && NUMBER.contains(typed);
    if (begins) {
      number.requestFocus();
      number.appendText(typed);
    }
    return begins;
  }

  /** Shows where the question stands. */
  void refresh() {
    var asks = model.walker().asks().get();
    setVisible(asks);
    setManaged(asks);
    var quiz = model.walker().quiz().get();
    var step = model.walker().step();
    var several = step != null && step.parts().getFirst().lines().size() > 1;
    question.setText(messages.now("backprop.quiz.question" + (several ? ".first" : "")));
    var open = model.walker().hides();
    if (quiz.state() == Quiz.State.OPEN && !open) {
      question.setText(messages.now("backprop.quiz.none"));
    }
    for (Node node : getChildren()) {
      if (node instanceof Button || number.equals(node)) {
        node.setDisable(!open);
      }
    }
    if (open) {
      number.clear();
    }
    verdict.setText(
        switch (quiz.state()) {
          case OPEN -> "";
          case RIGHT -> messages.now("backprop.quiz.right");
          case WRONG -> messages.now("backprop.quiz.wrong");
          case SHOWN -> messages.now("backprop.quiz.shown");
        });
    verdict.pseudoClassStateChanged(WRONG, quiz.state() == Quiz.State.WRONG);
    score.setText(messages.now("backprop.quiz.score", quiz.right(), quiz.asked()));
  }
}
