package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Words;

public final class NamedProblem {

  private NamedProblem() {}

  /** The sentence of a problem, after the name of the field where it does not name its subject. */
  public static String sentence(Problem problem, Words words) {
    var sentence = words.sentence(problem);
    var name = nameKey(problem.component());
    return problem.key().startsWith("problem.") && words.has(name)
        ? words.text("problem.named", words.text(name), sentence)
        : sentence;
  }

  private static String nameKey(String component) {
    return component.replaceAll("\\[\\d+\\]", "");
  }
}
