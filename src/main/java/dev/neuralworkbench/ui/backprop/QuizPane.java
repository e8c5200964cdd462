package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.backprop.walk.Quiz;
import dev.neuralworkbench.ui.backprop.walk.Quiz.QuizQuestion;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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
  private final Label explanation = Labels.sentence("#backprop-explanation");
  private @Nullable QuizQuestion asked;

  QuizPane(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#backprop-quiz", "quiz");
    question.setLabelFor(number);
    Tooltips.install(number, messages.text("backprop.quiz.tip"));
    number.setOnAction(
        _ -> Numbers.read(number.getText().replace(',', '.')).ifPresent(model.walker::answer));
    numbers = List.of(number, sign("negative", -1), sign("zero", 0), sign("positive", 1));
    getChildren().setAll(question, line, explanation);
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
    var begins =
        isVisible() && number.getParent() != null && !number.isDisabled() && NUMBER.contains(typed);
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
    var subject = model.rows.subject.get();
    var words =
        subject == null
            ? null
            : new QuizWords(messages.words(), subject.trace(), model.decimals.get());
    asked = model.walker.question();
    var open = model.walker.hidesAnswer();
    question.setText(words == null ? "" : words.question(asked, model.walker.step()));
    line.getChildren().setAll(words == null ? List.of() : answers(words));
    line.getChildren().addAll(verdict, score);
    for (var node : line.getChildren()) {
      node.setDisable(!open && !(node instanceof Label));
    }
    if (open) {
      number.clear();
    }
    var why = words == null || !quiz.reveals() ? "" : words.explanation(asked);
    verdict.setText(
        switch (quiz.state()) {
          case OPEN -> "";
          case SIGN -> messages.now("backprop.quiz.hint.sign");
          case SMALL -> messages.now("backprop.quiz.hint.small");
          case LARGE -> messages.now("backprop.quiz.hint.large");
          case AGAIN -> messages.now("backprop.quiz.hint.again");
          case RIGHT -> messages.now("backprop.quiz.right");
          case WRONG -> messages.now("backprop.quiz.wrong" + (why.isEmpty() ? "" : ".why"));
          case SHOWN -> messages.now("backprop.quiz.shown");
        });
    verdict.pseudoClassStateChanged(WRONG, quiz.state() == Quiz.State.WRONG || quiz.hints());
    score.setText(messages.now("backprop.quiz.score", quiz.right(), quiz.asked()));
    explanation.setText(why);
    Visibility.when(explanation, !why.isEmpty());
  }

  private List<Node> answers(QuizWords words) {
    if (!(asked instanceof QuizQuestion.Largest(var change))) {
      return numbers;
    }
    var places = new ArrayList<Node>();
    for (var place : change.choices()) {
      places.add(place("backprop-place-" + places.size(), words.place(place), place));
    }
    var none = place("backprop-place-none", messages.now("backprop.quiz.largest.none"), null);
    Tooltips.install(none, messages.text("backprop.quiz.largest.none.tip"));
    places.add(none);
    return places;
  }

  private Button place(String id, String text, @Nullable NetworkLocation place) {
    var button = Styling.as(new Button(text), "#" + id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> model.walker.answerPlace(place));
    return button;
  }
}
