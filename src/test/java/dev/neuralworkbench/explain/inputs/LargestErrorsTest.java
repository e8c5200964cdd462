package dev.neuralworkbench.explain.inputs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class LargestErrorsTest {

  private static List<Integer> positions(List<LargestErrors.Row> rows) {
    return rows.stream().map(LargestErrors.Row::position).toList();
  }

  /** Losses by hand: of two equal logits ln 2, of a and −a ln(1 + exp 2a) where −a is the truth. */
  @Test
  void theSurestWrongRowIsTheWorst() {
    var target = new ClassTarget("kind", List.of("no", "yes"), false);
    var nothing = Float.NaN;
    var logits = new FMatrixRMaj(6, 2, true, 0, 0, 2, -2, -1, 1, nothing, 0, 0, 0, -3, 3);
    var answers = new Answers(target, logits, OutputFunction.SOFTMAX);
    var actual = new int[] {0, 1, 0, 0, 1, 1};
    var found = LargestErrors.ofClasses(answers, new ClassTargets(actual, 2));
    assertEquals(List.of(1, 2, 0, 4, 5), positions(found));
    assertEquals(Math.log1p(Math.exp(4)), found.get(0).error(), 1e-6);
    assertEquals(Math.log1p(Math.exp(2)), found.get(1).error(), 1e-6);
    assertEquals(Math.log(2), found.get(2).error(), 1e-6);
    assertEquals(Math.log1p(Math.exp(-6)), found.get(4).error(), 1e-6);
  }

  @Test
  void ofNumbersItIsTheDistanceInTheirUnits() {
    var target = new NumberTarget("price", 0, 0, 0, 10, 2);
    var outputs = new FMatrixRMaj(4, 1, true, 0, 1, Float.NaN, -2);
    var answers = new Answers(target, outputs, OutputFunction.IDENTITY);
    var column = NumberColumn.of("price", 99, 4, 13, 0, 10);
    var found = LargestErrors.ofNumbers(answers, column, new int[] {1, 2, 3, 4});
    assertEquals(List.of(0, 3, 1), positions(found));
    assertEquals(List.of(6.0, 4.0, 1.0), found.stream().map(LargestErrors.Row::error).toList());
  }

  @Test
  void noMoreThanTheWorstAreTold() {
    var target = new NumberTarget("price", 0, 0, 0, 0, 1);
    var answers = new Answers(target, new FMatrixRMaj(100, 1), OutputFunction.IDENTITY);
    var numbers = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    var found =
        LargestErrors.ofNumbers(
            answers, NumberColumn.of("price", numbers), IntStream.range(0, 100).toArray());
    assertEquals(LargestErrors.MOST, found.size());
    assertEquals(99, found.getFirst().position());
    var none = new Answers(target, new FMatrixRMaj(0, 1), OutputFunction.IDENTITY);
    assertEquals(List.of(), LargestErrors.ofNumbers(none, NumberColumn.of("price"), new int[0]));
  }
}
