package dev.neuralworkbench.explain.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers are those that src/test/python/backprop.py prints. */
class MatrixFormTest {

  private static final Walk WALK = Walk.of(CancellingTest.TRACE, 0, StepDetail.LAYER, null);

  private static MatrixForm form(StepKind kind, int which, boolean hides) {
    var found = 0;
    for (var at = 0L; at < WALK.size(); at++) {
      if (WALK.kind(at) == kind && found++ == which) {
        var known = WorkedOut.at(WALK, CancellingTest.TRACE, 0, at, hides);
        return MatrixForm.of(WALK.step(at), known);
      }
    }
    throw new AssertionError(kind + " " + which);
  }

  private static String symbols(MatrixForm form) {
    return form.pieces().stream()
        .map(it -> (it.sign() + " " + it.name()).strip())
        .collect(Collectors.joining(" "));
  }

  private static void is(double[][] expected, MatrixForm.Piece piece) {
    assertEquals(expected.length, piece.numbers().size(), piece.name());
    for (var row = 0; row < expected.length; row++) {
      assertArrayEquals(
          expected[row],
          piece.numbers().get(row).stream().mapToDouble(it -> it).toArray(),
          1e-14,
          piece.name() + " " + row);
    }
  }

  @Test
  void sums() {
    var form = form(StepKind.WEIGHTED_SUM, 0, false);
    assertEquals("z⁽¹⁾ = W⁽¹⁾ · x + b⁽¹⁾", symbols(form));
    is(new double[][] {{0.75}, {0.125}, {-0.75}}, form.pieces().get(0));
    is(new double[][] {{0.5, -0.25}, {0.75, 0.125}, {-0.5, 1}}, form.pieces().get(1));
    is(new double[][] {{0.5}, {-1}}, form.pieces().get(2));
    is(new double[][] {{0.25}, {-0.125}, {0.5}}, form.pieces().get(3));
    var second = form(StepKind.WEIGHTED_SUM, 1, false);
    assertEquals("z⁽²⁾ = W⁽²⁾ · a⁽¹⁾ + b⁽²⁾", symbols(second));
    is(
        new double[][] {{0.539185213404667}, {0.795988179909628}, {-0.176004356259435}},
        second.pieces().get(0));
    assertEquals("z⁽¹⁾′ = W⁽¹⁾′ · x + b⁽¹⁾′", symbols(form(StepKind.WEIGHTED_SUM, 2, false)));
  }

  @Test
  void hiddenDelta() {
    var form = form(StepKind.HIDDEN_DELTA, 0, false);
    assertEquals("δ⁽¹⁾ = (W⁽²⁾)ᵀ · δ⁽²⁾ ⊙ f′(z⁽¹⁾)", symbols(form));
    is(
        new double[][] {{0.02855993484025}, {-0.485660668488212}, {0.38606696253404}},
        form.pieces().get(0));
    is(
        new double[][] {{1, 0.5, -0.25}, {-0.5, 0.75, 0.5}, {0.25, -1, 0.125}},
        form.pieces().get(1));
    is(
        new double[][] {{0.359467874395158}, {-0.535283390545813}, {0.175815516150655}},
        form.pieces().get(2));
    is(
        new double[][] {{0.596585808281331}, {0.984536330950393}, {0.596585808281331}},
        form.pieces().get(3));
  }

  @Test
  void gradient() {
    var form = form(StepKind.GRADIENT, 1, false);
    assertEquals("∂L/∂W⁽¹⁾ = δ⁽¹⁾ · (x)ᵀ", symbols(form));
    is(
        new double[][] {
          {0.014279967420125, -0.02855993484025},
          {-0.242830334244106, 0.485660668488212},
          {0.19303348126702, -0.38606696253404}
        },
        form.pieces().get(0));
    is(new double[][] {{0.5, -1}}, form.pieces().get(2));
  }

  /** What a class is to say is no number yet, nor is the slope that its step works out. */
  @Test
  void whatIsHiddenIsHiddenHereToo() {
    var form = form(StepKind.HIDDEN_DELTA, 0, true);
    assertTrue(Double.isNaN(form.pieces().getFirst().numbers().get(0).get(0)));
    assertTrue(Double.isNaN(form.pieces().getLast().numbers().get(0).get(0)));
    assertEquals(0.359467874395158, form.pieces().get(2).numbers().get(0).get(0), 1e-14);
  }

  @Test
  void otherStepsHaveNone() {
    assertEquals(List.of(), form(StepKind.ACTIVATION, 0, false).pieces());
    assertEquals(List.of(), form(StepKind.ROW_LOSS, 0, false).pieces());
  }
}
