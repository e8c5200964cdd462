package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Shortened;

/** Why what was typed into a field cannot be taken for its number. */
public final class UnreadableNumber {

  /** A text that is longer would fill the form with what was pasted by mistake. */
  private static final int MOST = 24;

  private UnreadableNumber() {}

  public static Problem text(String typed, String component, Range range) {
    var text = typed.strip();
    return problem(key(text), component, range, Shortened.end(text, MOST));
  }

  static Problem notWhole(double number, String component, Range range) {
    var key = number == Math.rint(number) ? "problem.range" : "problem.number.whole";
    return problem(key, component, range, number);
  }

  private static Problem problem(String key, String component, Range range, Object found) {
    return range.equals(Range.ANY)
        ? Problem.of(key + ".any", component, null, found)
        : Problem.of(key, component, range, found);
  }

  private static String key(String text) {
    if (text.isEmpty()) {
      return "problem.number.empty";
    }
    if (Numbers.isTooLarge(text)) {
      return "problem.number.large";
    }
    var withPoints = text.replace(',', '.').replace('\uff0c', '.');
    var isDecimal = !withPoints.equals(text) && Numbers.read(withPoints).isPresent();
    return isDecimal ? "problem.number.comma" : "problem.number";
  }
}
