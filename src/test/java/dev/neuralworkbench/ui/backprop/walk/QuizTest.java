package dev.neuralworkbench.ui.backprop.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.Walk;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.Cases;
import dev.neuralworkbench.explain.trace.LargestChange;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.ReluStep;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.ui.backprop.QuizWords;
import dev.neuralworkbench.ui.backprop.walk.Quiz.QuizQuestion;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the quiz asks of the step of {@link ReluStep}, and what it says of it. */
class QuizTest {

  private static final BackpropTrace TRACE = ReluStep.trace(new Sgd(0.1, 0, false), 0.1, 3);
  private static final Words ENGLISH = Sentences.of(Locale.ENGLISH);
  private static final QuizWords WORDS = new QuizWords(ENGLISH, TRACE, Decimals.DEFAULT);

  private static List<Step> deltas(StepDetail grain) {
    var walk = Walk.of(TRACE, 0, grain, null);
    return LongStream.range(0, walk.size())
        .mapToObj(walk::step)
        .filter(it -> it.kind() == StepKind.HIDDEN_DELTA)
        .toList();
  }

  private static QuizQuestion question(Step step) {
    return QuizQuestion.of(step, TRACE, 0, 0).orElseThrow();
  }

  /** z₁ = 3 is above 0, z₂ = −5 is not. */
  @Test
  void deltaBehindAReluThatIsOffIsAskedAndExplained() {
    var steps = deltas(StepDetail.UNIT);
    assertInstanceOf(QuizQuestion.Result.class, question(steps.getFirst()));
    var asked = question(steps.getLast());
    assertEquals(-5, ((QuizQuestion.DeadUnit) asked).z(), 0);
    assertEquals(
        "Unit 2 uses ReLU, and its weighted sum z is −5, which is not above 0. What is its δ?",
        WORDS.question(asked, steps.getLast()));
    var line = asked.number().orElseThrow();
    assertEquals(Quiz.State.RIGHT, Quiz.START.answer(line, 0, Decimals.DEFAULT).state());
    assertEquals(Quiz.State.RIGHT, Quiz.START.sign(line, 0).state());
    assertEquals(Quiz.State.WRONG, twice(line, -12).state());
    assertTrue(WORDS.explanation(asked).startsWith("δ is 0. For z ≤ 0, ReLU is flat"));
  }

  /** A step of a whole layer holds both units: the one that is off is asked for. */
  @Test
  void theUnitThatIsOffIsFoundInAWholeLayer() {
    var asked = question(deltas(StepDetail.LAYER).getFirst());
    assertEquals(NetworkLocation.unit(0, 1), ((QuizQuestion.DeadUnit) asked).place());
  }

  @Test
  void theWeightThatChangesMostIsAskedAndExplained() {
    var change = LargestChange.of(TRACE).orElseThrow();
    var asked = new QuizQuestion.Largest(change);
    var right = Quiz.START.place(change, NetworkLocation.weight(1, 0, 0));
    assertEquals(new Quiz(1, 1, Quiz.State.RIGHT), right);
    var wrong = Quiz.START.place(change, NetworkLocation.weight(1, 1, 0));
    assertEquals(new Quiz(0, 0, Quiz.State.AGAIN), wrong);
    assertEquals(new Quiz(1, 0, Quiz.State.WRONG), wrong.place(change, null));
    assertEquals(
        "It is layer 2: 1 → 1, which changes by 0.9000. Plain gradient descent changes each weight"
            + " by −η times its gradient, so the largest gradient makes the largest change. Here it"
            + " is −9. A gradient is large where a large input meets a large δ, not where the"
            + " weight is large.",
        WORDS.explanation(asked));
  }

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
        var asked = QuizQuestion.of(step, TRACE, 0, pick).orElseThrow();
        assertEquals(lines.get(pick), asked.number().orElseThrow());
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

  @Test
  void theQuestionSaysHowManyDigitsAreEnough() {
    var step = deltas(StepDetail.UNIT).getFirst();
    assertEquals(
        "What is the number at the first “?”? Two significant digits are enough.",
        WORDS.question(question(step), step));
    var last = QuizQuestion.of(step, TRACE, 0, -1).orElseThrow();
    assertEquals(
        "What is the result? Two significant digits are enough.", WORDS.question(last, step));
  }

  @Test
  void inAdamsFirstStepNoneStandsOut() {
    var trace = ReluStep.trace(new Adam(0.1, 0.9, 0.999, 1e-8), 0.1, 3);
    var change = LargestChange.of(trace).orElseThrow();
    assertEquals(Quiz.State.RIGHT, Quiz.START.place(change, null).state());
    assertEquals(Quiz.State.AGAIN, Quiz.START.place(change, change.place()).state());
    var why =
        new QuizWords(ENGLISH, trace, Decimals.DEFAULT)
            .explanation(new QuizQuestion.Largest(change));
    assertTrue(why.contains("similar, about 0.1000"), why);
  }

  /** The first step with max-norm cuts weights that were drawn: no gradient goes that far. */
  @Test
  void whereMaxNormCutsItsChangeIsTheWholeOne() {
    var loss = Loss.CATEGORICAL_CROSS_ENTROPY;
    var design = NetworkDesign.of(loss, DenseDesign.of(4, Activation.TANH));
    var config = Chosen.withMaxNorm(TrainingConfig.of(new Sgd(0.1, 0, false), 5, 20), 0.3);
    var data = Cases.data(loss);
    var trace = Cases.next(Cases.session(design, config, data, 0), design, config, data);
    var change = LargestChange.of(trace).orElseThrow();
    var at = change.place();
    var moved =
        trace.newWeight(at.layer(), at.input(), at.unit())
            - trace.weight(at.layer(), at.input(), at.unit());
    assertTrue(Math.abs(moved) > 0.3, "moved by " + moved);
    var why =
        new QuizWords(ENGLISH, trace, Decimals.DEFAULT)
            .explanation(new QuizQuestion.Largest(change));
    assertTrue(why.contains("changes by " + Decimals.DEFAULT.text(moved) + "."), why);
    assertTrue(why.contains("Max-norm"), why);
  }
}
