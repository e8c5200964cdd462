package dev.neuralworkbench.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.nn.function.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormulaTest {

  private static final Letter Z = Letter.of("z");

  @ParameterizedTest
  @EnumSource
  void madeReadyItComesToWhatTheTreeComesTo(Activation activation) {
    var formula = Formula.of(activation.formula(Z), List.of(Z));
    for (var z = -9.0; z < 9; z += 0.37) {
      var tree = activation.formula(Quantity.of(Z, z)).value();
      assertEquals(tree, formula.value(new double[] {z}), 1e-13 * (1 + Math.abs(tree)));
    }
  }

  @Test
  void softplusDoesNotOverflow() {
    var softplus = Formula.of(Activation.SOFTPLUS.formula(Z), List.of(Z));
    assertEquals(1e4, softplus.value(new double[] {1e4}));
    assertEquals(Math.exp(-50), softplus.value(new double[] {-50}), 1e-35);
  }

  @Test
  void ruleWorksOutItsLinesInOrder() {
    // v′ = 0.5·4 + 2 = 4, w′ = 1 − 0.1·4.
    var v =
        Assignment.memory(
            "v",
            "v",
            Expression.sum(
                Expression.product(Expression.number(0.5), Letter.of("v")), Assignment.GRADIENT));
    var rule = new UpdateRule(List.of(v, Assignment.newWeight(Assignment.WEIGHT, v.left())));
    var numbers = rule.numbers(1, 2, 0.1, 4);
    assertEquals(4, numbers[rule.index(v)]);
    assertEquals(0.6, numbers[numbers.length - 1], 1e-15);
  }

  @Test
  void unknownLetterIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Formula.of(Letter.of("y"), List.of(Z)));
  }
}
