package dev.neuralworkbench.report;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.explain.step.WorkedPrediction;
import dev.neuralworkbench.explain.step.WorkedPrediction.Line;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Sum;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the predicted class follows from the numbers printed: C(j) = Σᵢ p(i) · cost(i, j) where there
 * are costs, and a sentence.
 *
 * @param said empty for a number that is predicted
 */
record WorkedDecision(List<Line> costs, String said) {

  static WorkedDecision of(Model model, WorkedPrediction worked, Words words) {
    if (!(model.preprocessor().target() instanceof ClassTarget target)) {
      return new WorkedDecision(List.of(), "");
    }
    var p = worked.probabilities();
    var names = target.classes();
    var each = p.stream().mapToDouble(Quantity::value).toArray();
    return switch (model.decision()) {
      case null -> {
        // The largest output is predicted, even where the limits to [0, 1] make two alike.
        var outputs = worked.answer().stream().filter(it -> it.name().text().equals("ŷ")).toList();
        var isOutput = outputs.size() == p.size() && !target.isCorrected();
        var best =
            IntStream.range(0, p.size())
                .boxed()
                .max(
                    Comparator.<Integer>comparingDouble(
                            i -> isOutput ? outputs.get(i).value() : each[i])
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        var key = isOutput ? "sheet.decision.output" : "sheet.decision.probability";
        yield new WorkedDecision(List.of(), words.text(key, names.get(best)));
      }
      case Decision.Threshold it -> {
        var predicted = it.of(each);
        var key = "sheet.decision." + (predicted == it.positive() ? "above" : "below");
        var probability = WorkedPrediction.DIGITS.text(each[it.positive()]);
        var threshold = Numbers.typeset(Numbers.exact(it.threshold()));
        yield new WorkedDecision(
            List.of(),
            words.text(
                key, names.get(predicted), names.get(it.positive()), probability, threshold));
      }
      case Decision.Costs it -> {
        var lines = new ArrayList<Line>();
        for (var j = 0; j < p.size(); j++) {
          var terms = new ArrayList<Expression>();
          for (var i = 0; i < p.size(); i++) {
            if (i != j) {
              terms.add(Expression.product(p.get(i), Expression.number(it.costs().get(i).get(j))));
            }
          }
          lines.add(WorkedPrediction.line(Letter.of("C(“" + names.get(j) + "”)"), new Sum(terms)));
        }
        yield new WorkedDecision(lines, words.text("sheet.decision.costs", names.get(it.of(each))));
      }
    };
  }
}
