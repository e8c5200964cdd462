package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Negative;
import dev.neuralworkbench.formula.Expression.Series;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model in the user's units, where it has no hidden layer. With x′ = (x − offset) / scale a sum
 * is z = Σ (w / scale) · x + b − Σ w · offset / scale, and a number that is predicted y = offset +
 * scale · z; a category is a term [column = category], 1 or 0. Coefficients have {@link #DIGITS}
 * digits that count; the constant has more, and is that of the rounded coefficients, so that each
 * errs by its share of x − offset alone. A term with a weight of 0 is left out.
 *
 * @param lines name = formula, of letters and constants
 */
public record Equation(List<Line> lines) {

  /** Most terms that are written. */
  public static final int MOST_TERMS = 100;

  private static final int DIGITS = 6;

  public record Line(Letter name, Expression right) {}

  /** An input: (of − offset) / scale. */
  private record Term(Expression of, double offset, double scale) {}

  /**
   * The equation; empty with a hidden layer, of more than {@link #MOST_TERMS} terms, or with
   * weights that are no numbers.
   */
  public static Optional<Equation> of(
      Preprocessor preprocessor, NetworkDesign design, NetworkWeights weights) {
    var layer = weights.layers().getFirst();
    if (weights.layers().size() > 1
        || (long) layer.inputs() * layer.units() > MOST_TERMS
        || !weights.isFinite()) {
      return Optional.empty();
    }
    var terms = terms(preprocessor);
    var lines = new ArrayList<Line>();
    switch (preprocessor.target()) {
      case NumberTarget of -> {
        var name = PreparationSteps.quoted(of.name());
        if (design.outputActivation() == Activation.IDENTITY) {
          lines.add(new Line(name, sum(terms, layer, 0, of.scale(), of.offset())));
        } else {
          lines.add(new Line(Letter.of("z"), sum(terms, layer, 0, 1, 0)));
          var output = design.outputActivation().formula(Letter.of("z"));
          var scaled = Expression.product(rounded(of.scale(), DIGITS), output);
          lines.add(new Line(name, Expression.sum(rounded(of.offset(), DIGITS + 3), scaled)));
        }
      }
      case ClassTarget of -> classes(of, design, terms, layer, lines);
    }
    return Optional.of(new Equation(List.copyOf(lines)));
  }

  private static void classes(
      ClassTarget target,
      NetworkDesign design,
      List<Term> terms,
      LayerWeights layer,
      List<Line> lines) {
    var formulas =
        new ClassFormulas(
            design,
            target,
            (name, right) -> {
              lines.add(new Line(name, right));
              return name;
            });
    var isShifted = formulas.areLogits() && formulas.corrects();
    var z = new ArrayList<Letter>();
    for (var k = 0; k < layer.units(); k++) {
      var name = PreparationSteps.quoted(target.classes().get(k)).text();
      z.add(Letter.of(layer.units() == 1 ? "z" : "z(" + name + ")"));
      var ratio = formulas.weight(k, layer.units()).value();
      var added = isShifted ? -StrictMath.log(ratio) : 0;
      lines.add(new Line(z.getLast(), sum(terms, layer, k, 1, added)));
    }
    if (design.loss().outputFunction == OutputFunction.SOFTMAX) {
      var power = Expression.call(NamedFunction.EXP, Letter.of("z(k)"));
      lines.add(new Line(Letter.of("p(k)"), power.over(new Series("k", power))));
    } else {
      formulas.probabilities(z);
    }
  }

  private static List<Term> terms(Preprocessor preprocessor) {
    var terms = new ArrayList<Term>();
    for (var input : preprocessor.inputs()) {
      var name = PreparationSteps.quoted(input.name());
      switch (input) {
        case NumberInput it -> terms.add(new Term(name, it.offset(), it.scale()));
        case DateInput it -> {
          for (var part : it.parts()) {
            var of = PreparationSteps.quoted(part.part().name(it.name()));
            terms.add(new Term(of, part.offset(), part.scale()));
          }
        }
        case CategoryInput it -> {
          for (var category : it.categories()) {
            var of = Letter.of("[" + CategoryInput.label(name.text(), category) + "]");
            terms.add(new Term(of, 0, 1));
          }
        }
      }
    }
    var plain = new PreparedRow.Shift(Scaling.NONE, 0, 1);
    for (var it : preprocessor.engineered()) {
      var of = new PreparedRow.Engineered(it.feature(), 0, 0, false, plain);
      var worked = PreparationSteps.worked(of);
      terms.add(new Term(worked, it.offset(), it.scale()));
    }
    return terms;
  }

  /** added + factor · z of a unit, by the user's numbers. */
  private static Expression sum(
      List<Term> terms, LayerWeights layer, int unit, double factor, double added) {
    var fixed = added + factor * layer.weight(LayerWeights.BIAS, unit);
    Expression sum = null;
    for (var i = 0; i < terms.size(); i++) {
      var term = terms.get(i);
      var weight = rounded(factor * layer.weight(i, unit) / term.scale(), DIGITS).value();
      fixed -= weight * term.offset();
      if (weight != 0) {
        var size = Expression.number(StrictMath.abs(weight));
        sum = plus(sum, weight, Expression.product(size, term.of()));
      }
    }
    return plus(sum, fixed, rounded(StrictMath.abs(fixed), DIGITS + 3));
  }

  private static Expression plus(@Nullable Expression sum, double sign, Expression term) {
    if (sum == null) {
      return sign < 0 ? new Negative(term) : term;
    }
    return sign < 0 ? sum.minus(term) : Expression.sum(sum, term);
  }

  private static Expression rounded(double value, int digits) {
    return Expression.number(
        Double.isFinite(value)
            ? new BigDecimal(value).round(new MathContext(digits)).doubleValue()
            : value);
  }
}
