package dev.neuralworkbench.text;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.explain.step.Equation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.model.Model;
import java.util.List;

/** The model in the user's units, in lines to be read and copied, with a note on what they mean. */
public final class EquationWords {

  private EquationWords() {}

  /** name = formula, a line for each; none for a model with a hidden layer, or of many terms. */
  public static List<String> lines(Model model) {
    return Equation.of(model.preprocessor(), model.experiment().network(), model.weights())
        .map(Equation::lines)
        .orElse(List.of())
        .stream()
        .map(
            line ->
                MathsText.symbols(line.name(), Decimals.DEFAULT)
                    + " = "
                    + MathsText.symbols(line.right(), Decimals.DEFAULT))
        .toList();
  }

  /** What units, brackets and z are. */
  public static String note(Model model, Words words) {
    var isLogOdds = model.experiment().network().loss().ownsOutputFunction();
    return model.preprocessor().target() instanceof ClassTarget target
            && isLogOdds
            && model.outputs() == 1
        ? words.text("equation.note.odds", target.classes().getLast())
        : words.text("equation.note");
  }
}
