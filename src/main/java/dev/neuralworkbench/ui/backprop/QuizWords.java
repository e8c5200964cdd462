package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.LargestChange;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.walk.Quiz.QuizQuestion;
import org.jspecify.annotations.Nullable;

public record QuizWords(Words words, BackpropTrace trace, Decimals decimals) {

  public String question(@Nullable QuizQuestion asked, @Nullable Step step) {
    return switch (asked) {
      case null -> words.text("backprop.quiz.none");
      case QuizQuestion.Largest _ -> words.text("backprop.quiz.largest");
      case QuizQuestion.DeadUnit dead ->
          words.text("backprop.quiz.dead", dead.place().unit() + 1, decimals.text(dead.z()));
      case QuizQuestion.Result(var line) -> {
        var last = step == null || step.parts().getLast().lines().contains(line);
        yield words.text("backprop.quiz.question" + (last ? "" : ".first"));
      }
    };
  }

  /** Why; empty where the formula above says it. */
  public String explanation(@Nullable QuizQuestion asked) {
    return switch (asked) {
      case null -> "";
      case QuizQuestion.Result _ -> "";
      case QuizQuestion.DeadUnit _ -> words.text("backprop.quiz.dead.why");
      case QuizQuestion.Largest(var change) -> change.isAlone() ? one(change) : none(change);
    };
  }

  private String one(LargestChange change) {
    var at = change.place();
    return words.text(
        "backprop.quiz.largest.why." + rule(),
        place(at),
        decimals.text(moved(at)),
        decimals.text(trace.update().clipped(at)));
  }

  private String none(LargestChange change) {
    return words.text(
        "backprop.quiz.largest.none.why." + rule(),
        decimals.text(StrictMath.abs(moved(change.place()))));
  }

  private double moved(NetworkLocation at) {
    return trace.newWeight(at) - trace.weight(at);
  }

  /**
   * Whether steps go by the gradient, by what is remembered too, or by its usual size; or max-norm
   * has the last word.
   */
  private String rule() {
    if (trace.update().limits()) {
      return "max_norm";
    }
    var remembered = trace.setting().config().optimizer().remembered();
    var sizes = remembered.stream().anyMatch(line -> line.kind() == Assignment.Kind.SQUARES);
    return remembered.isEmpty() ? "plain" : sizes ? "adaptive" : "momentum";
  }

  String place(NetworkLocation place) {
    return new StepWords(words, trace).place(place);
  }
}
