package dev.neuralworkbench.ui.backprop.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.Walk;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.ReluStep;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the quiz asks of the step of {@link ReluStep}, and what it says of an answer. */
class QuizTest {

  private static final BackpropTrace TRACE = ReluStep.trace(new Sgd(0.1, 0, false), 0.1, 3);

  private static Quiz.State answered(double value, Expression right, double answer) {
    return twice(line(value, right), answer).state();
  }

  private static StepLine line(double value, Expression right) {
    return new StepLine(NetworkLocation.unit(1, 0), Expression.Letter.of("δ"), right, value);
  }

  /** A wrong answer, given again, is wrong. */
  private static Quiz twice(StepLine line, double answer) {
    var once = Quiz.START.answer(line, answer, Decimals.DEFAULT);
    return once.hints() ? once.answer(line, answer, Decimals.DEFAULT) : once;
  }

  /** The first try that is wrong is not scored, and its hint says what is wrong with it. */
  @ParameterizedTest
  @CsvSource({
    "-0.25, 0.25, SIGN",
    "-0.25, 0, SIGN",
    "0.25, 2.5, LARGE",
    "-0.25, -0.00025, SMALL",
    "0.25, 0.24, SMALL",
    "0.25, 0.26, LARGE",
    "-0.25, -0.5, LARGE",
    "0, 0.01, LARGE"
  })
  void aWrongAnswerHasAHintAndASecondTry(double value, double answer, Quiz.State hint) {
    var line = line(value, Expression.Quantity.of(Expression.Letter.of("x"), value));
    var once = Quiz.START.answer(line, answer, Decimals.DEFAULT);
    assertEquals(new Quiz(0, 0, hint), once);
    assertTrue(once.hints());
    assertEquals(new Quiz(1, 1, Quiz.State.RIGHT), once.answer(line, value, Decimals.DEFAULT));
    assertEquals(new Quiz(1, 0, Quiz.State.WRONG), once.answer(line, answer, Decimals.DEFAULT));
  }

  @Test
  void anyLineOfAStepCanBeAsked() {
    var walk = Walk.of(TRACE, 0, StepDetail.UNIT, null);
    for (var kind : List.of(StepKind.GRADIENT, StepKind.OUTPUT_DELTA)) {
      var step =
          LongStream.range(0, walk.size())
              .mapToObj(walk::step)
              .filter(it -> it.kind() == kind)
              .findFirst()
              .orElseThrow();
      var lines =
          step.parts().stream()
              .flatMap(part -> part.lines().stream())
              .filter(line -> !line.isPlain())
              .toList();
      for (var pick = 0; pick < lines.size(); pick++) {
        assertEquals(lines.get(pick), Quiz.question(step, pick).orElseThrow());
      }
    }
  }

  private static Quiz.State answered(double value, double answer) {
    return answered(value, Expression.Quantity.of(Expression.Letter.of("x"), value), answer);
  }

  /** By somebody with a pocket calculator, who types what it shows, or its first two digits. */
  @ParameterizedTest
  @CsvSource({
    "4.3521, 4.3519, RIGHT",
    "4.3521, 4.4, RIGHT",
    "4.3521, 4.3, WRONG",
    "4.3521, -4.3521, WRONG",
    "-0.001442, -0.00144, RIGHT",
    "-0.001442, -0.0014, RIGHT",
    "-0.001442, -0.001, WRONG",
    "-2.5304, -2.5, RIGHT",
    "-1.3187, -1.32, RIGHT",
    "0.00003, 0, WRONG",
    "0, 0, RIGHT",
    "0, 0.00004, RIGHT",
    "0, -0.001, WRONG"
  })
  void twoDigitsAreEnough(double value, double answer, Quiz.State state) {
    assertEquals(state, answered(value, answer));
  }

  /** Where nearly alike numbers are subtracted, little is left of the digits shown. */
  @Test
  void whatComesOfTheNumbersShownIsRight() {
    var after = Expression.Quantity.of(Expression.Letter.of("L′"), 1.23413);
    var before = Expression.Quantity.of(Expression.Letter.of("L"), 1.23456);
    var fell = new Expression.Difference(after, before);
    assertEquals(Quiz.State.RIGHT, answered(-0.00043, fell, -0.0005));
    assertEquals(Quiz.State.RIGHT, answered(-0.00043, fell, -0.00043));
    assertEquals(Quiz.State.WRONG, answered(-0.00043, fell, -0.0006));
  }
}
