package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.backprop.walk.Quiz;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

final class QuizPane extends VBox {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final String NUMBER = "0123456789.,-−";

  private final BackpropViewModel model;
  private final Messages messages;
  private final Label question = Labels.sentence("#backprop-question");
  private final TextField number = Styling.as(new TextField(), "#backprop-answer", "quiz-answer");
  private final List<Node> numbers;
  private final Label verdict = Labels.line("#backprop-verdict");
  private final Label score = Labels.line("#backprop-score", "muted");
  private final FlowPane line = Styling.as(new FlowPane(), "quiz-line");

  QuizPane(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#backprop-quiz", "quiz");
    question.setLabelFor(number);
    Tooltips.install(number, messages.text("backprop.quiz.tip"));
    number.setOnAction(
        _ -> Numbers.read(number.getText().replace(',', '.')).ifPresent(model.walker::answer));
    numbers = List.of(number, sign("negative", -1), sign("zero", 0), sign("positive", 1));
    line.getChildren().setAll(numbers);
    line.getChildren().addAll(verdict, score);
    getChildren().setAll(question, line);
    OnAnyChange.all(
        this::refresh,
        model.walker.quiz,
        model.walker.asks,
        model.walker.index,
        model.walker.walk,
        model.decimals,
        messages.language());
  }

  private Button sign(String id, int sign) {
    Runnable answer = () -> model.walker.answerSign(sign);
    var button = Buttons.of(messages, "backprop.quiz." + id, answer, "#backprop-" + id);
    Tooltips.install(button, messages.text("backprop.quiz.sign.tip"));
    return button;
  }

  /** Begins the answer with what is typed, if it is part of a number and a question is open. */
  boolean begin(String typed) {
    var begins = isVisible() && !number.isDisabled() && NUMBER.contains(typed);
    if (begins) {
      number.requestFocus();
      number.appendText(typed);
    }
    return begins;
  }

  void refresh() {
    var asks = model.walker.asks.get();
    Visibility.when(this, asks);
    var quiz = model.walker.quiz.get();
    var open = model.walker.hidesAnswer();
    question.setText(model.rows.subject.get() == null ? "" : messages.now(questionKey()));
    for (var node : numbers) {
      node.setDisable(!open);
    }
    if (open) {
      number.clear();
    }
    verdict.setText(
        switch (quiz.state()) {
          case OPEN -> "";
          case SIGN -> messages.now("backprop.quiz.hint.sign");
          case SMALL -> messages.now("backprop.quiz.hint.small");
          case LARGE -> messages.now("backprop.quiz.hint.large");
          case RIGHT -> messages.now("backprop.quiz.right");
          case WRONG -> messages.now("backprop.quiz.wrong");
          case SHOWN -> messages.now("backprop.quiz.shown");
        });
    verdict.pseudoClassStateChanged(WRONG, quiz.state() == Quiz.State.WRONG || quiz.hints());
    score.setText(messages.now("backprop.quiz.score", quiz.right(), quiz.asked()));
  }

  private String questionKey() {
    var asked = model.walker.question();
    var step = model.walker.step();
    if (asked == null || step == null) {
      return "backprop.quiz.none";
    }
    var isLast = step.parts().getLast().lines().contains(asked);
    return "backprop.quiz.question" + (isLast ? "" : ".first");
  }
}
