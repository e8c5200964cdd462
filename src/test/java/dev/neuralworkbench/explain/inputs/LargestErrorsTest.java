package dev.neuralworkbench.explain.inputs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class LargestErrorsTest {

  /** Losses by hand: of two equal logits ln 2, of a and −a ln(1 + exp 2a) where −a is the truth. */
  @Test
  void theSurestWrongRowIsTheWorst() {
    var target = new ClassTarget("kind", List.of("no", "yes"), false);
    var logits = new DMatrixRMaj(6, 2, true, 0, 0, 2, -2, -1, 1, Float.NaN, 0, 0, 0, -3, 3);
    var answers = new Answers(target, logits, OutputFunction.SOFTMAX);
    var actual = new ClassTargets(new int[] {0, 1, 0, 0, 1, 1}, 2);
    assertArrayEquals(new int[] {1, 2, 0, 4, 5}, LargestErrors.rows(answers, actual));
    assertEquals(Math.log1p(Math.exp(4)), LargestErrors.of(answers, actual, 1), 1e-6);
    assertEquals(Math.log1p(Math.exp(2)), LargestErrors.of(answers, actual, 2), 1e-6);
    assertEquals(Math.log(2), LargestErrors.of(answers, actual, 0), 1e-6);
    assertEquals(Math.log1p(Math.exp(-6)), LargestErrors.of(answers, actual, 5), 1e-6);
  }

  @Test
  void ofNumbersItIsTheDistanceInTheirUnits() {
    var target = new NumberTarget("price", 0, 0, 0, 10, 2);
    var outputs = new DMatrixRMaj(4, 1, true, 0, 1, Float.NaN, -2);
    var answers = new Answers(target, outputs, OutputFunction.IDENTITY);
    var column = NumberColumn.of("price", 99, 4, 13, 0, 10);
    var actual = target.encode(column, new int[] {1, 2, 3, 4});
    assertArrayEquals(new int[] {0, 3, 1}, LargestErrors.rows(answers, actual));
    assertEquals(6, LargestErrors.of(answers, actual, 0), 1e-6);
    assertEquals(1, LargestErrors.of(answers, actual, 1), 1e-6);
  }

  @Test
  void noMoreThanTheWorstAreTold() {
    var target = new NumberTarget("price", 0, 0, 0, 0, 1);
    var answers = new Answers(target, new DMatrixRMaj(100, 1), OutputFunction.IDENTITY);
    var numbers = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    var all = IntStream.range(0, 100).toArray();
    var found = LargestErrors.rows(answers, target.encode(NumberColumn.of("price", numbers), all));
    assertEquals(LargestErrors.MOST, found.length);
    assertEquals(99, found[0]);
    var none = new Answers(target, new DMatrixRMaj(0, 1), OutputFunction.IDENTITY);
    var nobody = target.encode(NumberColumn.of("price"), new int[0]);
    assertEquals(0, LargestErrors.rows(none, nobody).length);
  }
}
