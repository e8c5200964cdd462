package dev.neuralworkbench.ui.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.RowSource;
import dev.neuralworkbench.ui.backprop.walk.Quiz;
import dev.neuralworkbench.ui.backprop.walk.StepWalker.Reveal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The way through the steps, and what shows of them. */
class StepWalkerTest extends BackpropModelCase {

  @Test
  void theWalkStaysInItsPhaseWhenTheDetailChanges() {
    open(circles());
    model.walker.go(Phase.UPDATE);
    model.walker.next();
    var before = model.walker.step().place();
    model.walker.grain.set(StepDetail.WEIGHT);
    assertEquals(Phase.UPDATE, model.walker.step().phase());
    assertTrue(before.contains(model.walker.step().place()), before + "");
    model.rows.source.set(RowSource.BATCH);
    assertEquals(Phase.UPDATE, model.walker.step().phase());
  }

  @Test
  void anotherRowShowsTheSameStepWithOtherNumbers() {
    open(circles());
    model.walker.go(Phase.LOSS);
    var before = model.walker.step();
    model.rows.row.set(7);
    assertEquals(before.kind(), model.walker.step().kind());
    assertNotEquals(before.result().value(), model.walker.step().result().value());
    assertEquals(List.of(6), model.rows.subject.get().rows());
  }

  /** One sigmoid answers both classes: of a row of the first, 0. */
  @Test
  void theTargetsOfTwoClassesAreNamedWithTheColumnInQuotes() {
    var x = NumberColumn.of("x", 1, 2, 3, 4, 5, 6);
    var y = TextColumn.of("y", "no", "yes", "no", "yes", "no", "yes");
    open(DataReference.ofTyped(Table.of("t", x, y)));
    while (model.walker.step().kind() != StepKind.CLASS_TARGET) {
      model.walker.next();
    }
    var step = model.walker.step();
    assertEquals("[“y” = yes]", MathsText.symbols(step.result().right(), model.decimals.get()));
    assertEquals(
        "The network should output 1 for “yes” and 0 for “no”. The statement in brackets [ ] counts"
            + " as 1 if it is true for the row and as 0 otherwise.",
        why(Locale.ENGLISH));
    assertTrue(why(Locale.SIMPLIFIED_CHINESE).startsWith("网络对“yes”应输出 1，对“no”应输出 0。"));
    open(DataReference.of(BundledSample.IRIS));
    while (model.walker.step().kind() != StepKind.CLASS_TARGET) {
      model.walker.next();
    }
    assertTrue(
        why(Locale.ENGLISH).contains("1 for the class of the row and 0 for every other class"));
  }

  @Test
  void withSmoothedLabelsTheStepsSayThatTheTargetIsAnother() {
    open(DataReference.of(BundledSample.IRIS));
    var noted = "Label smoothing replaces y with ỹ";
    model.walker.go(Phase.LOSS);
    assertFalse(why(Locale.ENGLISH).contains(noted));
    model.workspace.editDraft(
        "network.labelSmoothing",
        draft -> draft.withNetwork(Chosen.withLabelSmoothing(draft.network(), 0.1)));
    for (var kind : List.of(StepKind.ROW_LOSS, StepKind.OUTPUT_DELTA)) {
      while (model.walker.step().kind() != kind) {
        model.walker.next();
      }
      assertTrue(why(Locale.ENGLISH).contains(noted), kind::name);
    }
  }

  /** Students ask which w: the old one. And whose loss δ is of: the row's own. */
  @Test
  void theWayBackSaysThatItUsesTheOldWeightsAndWhoseDeltaItIs() {
    open(circles());
    model.walker.go(Phase.BACKWARD);
    assertFalse(why(Locale.ENGLISH).contains("mini-batch"));
    while (model.walker.step().kind() != StepKind.HIDDEN_DELTA) {
      model.walker.next();
    }
    assertTrue(
        why(Locale.ENGLISH)
            .endsWith(
                "δ of layer 1 uses the weights of layer 2 from before the update, because weights"
                    + " change only once all gradients are known."),
        why(Locale.ENGLISH));
    assertTrue(why(Locale.SIMPLIFIED_CHINESE).contains("第 1 层的 δ 使用第 2 层更新之前的权重"));
    model.rows.source.set(RowSource.BATCH);
    model.walker.go(Phase.BACKWARD);
    assertTrue(
        why(Locale.ENGLISH).contains("In a mini-batch, δ is the derivative ∂ℓ/∂z"),
        why(Locale.ENGLISH));
  }

  private String why(Locale locale) {
    var words = new StepWords(Sentences.of(locale), model.rows.subject.get().trace());
    return words.why(model.walker.step());
  }

  @Test
  void whatShowsOfAStepComesWithTheKeys() {
    open(circles());
    var walker = model.walker;
    walker.go(Phase.BACKWARD);
    var parts = walker.step().parts().size();
    walker.reveal.set(Reveal.BOX_BY_BOX);
    assertEquals(parts, walker.revealed().boxes(), "what shows stays");
    walker.back();
    assertEquals(parts - 1, walker.revealed().boxes());
    walker.go(Phase.UPDATE);
    walker.go(Phase.BACKWARD);
    assertEquals(1, walker.revealed().boxes());
    assertTrue(walker.hides());
    for (var i = 1; i < parts; i++) {
      walker.next();
    }
    assertEquals(parts, walker.revealed().boxes());
    assertFalse(walker.hides());
    var at = walker.index.get();
    walker.reveal.set(Reveal.BLANKS);
    assertTrue(walker.revealed().blank());
    walker.next();
    assertFalse(walker.revealed().blank());
    walker.back();
    assertTrue(walker.revealed().blank());
    assertEquals(at, walker.index.get());
  }

  @Test
  void theQuizKeepsTheScore() {
    open(circles());
    model.walker.asks.set(true);
    model.walker.go(Phase.LOSS);
    var value = model.walker.step().result().value();
    model.walker.answer(model.decimals.get().rounded(value));
    assertEquals(new Quiz(1, 1, Quiz.State.RIGHT), model.walker.quiz.get());
    model.walker.answer(0);
    assertEquals(1, model.walker.quiz.get().asked());
    model.walker.next();
    model.walker.answer(1e9);
    assertTrue(model.walker.hidesAnswer(), "a second try");
    model.walker.answer(1e9);
    assertEquals(new Quiz(2, 1, Quiz.State.WRONG), model.walker.quiz.get());
    model.walker.next();
    // On once shows the number, twice goes on; nothing is scored.
    var at = model.walker.index.get();
    model.walker.next();
    assertEquals(Quiz.State.SHOWN, model.walker.quiz.get().state());
    assertEquals(at, model.walker.index.get());
    model.walker.next();
    assertEquals(at + 1, model.walker.index.get());
    model.walker.go(Phase.BACKWARD);
    var asked = model.walker.question();
    model.walker.answerSign((int) Math.signum(asked.value()));
    assertEquals(new Quiz(3, 2, Quiz.State.RIGHT), model.walker.quiz.get());
  }
}
