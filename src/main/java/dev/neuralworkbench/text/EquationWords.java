package dev.neuralworkbench.text;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.explain.step.Equation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.model.Model;
import java.util.List;
import java.util.regex.Pattern;

/** The model in the user's units, in lines to be read and copied, with a note on what they mean. */
public final class EquationWords {

  /** A name that cannot be taken for a letter or for a part of the formula. */
  private static final Pattern WORD = Pattern.compile("“([\\p{L}\\p{N}_.]{2,})”");

  private EquationWords() {}

  /** name = formula, a line for each; none for a model with a hidden layer, or of many terms. */
  public static List<String> lines(Model model) {
    return Equation.of(model.preprocessor(), model.experiment().network(), model.weights())
        .map(Equation::lines)
        .orElse(List.of())
        .stream()
        .map(line -> text(line.name()) + " = " + text(line.right()))
        .toList();
  }

  private static String text(Expression maths) {
    return WORD.matcher(MathsText.symbols(maths, Decimals.DEFAULT)).replaceAll("$1");
  }

  /** What units, brackets and z are. */
  public static String note(Model model, Words words) {
    var brackets = String.join("", lines(model)).contains("[") ? ".brackets" : "";
    return model.preprocessor().target() instanceof ClassTarget target
            && model.experiment().network().loss().ownsOutputFunction()
            && model.outputs() == 1
        ? words.text("equation.odds" + brackets, target.classes().getLast())
        : words.text("equation.note" + brackets);
  }
}
