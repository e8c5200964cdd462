package dev.neuralworkbench.text;

import dev.neuralworkbench.explain.why.Explanation;
import dev.neuralworkbench.explain.why.Explanation.Contribution;
import dev.neuralworkbench.explain.why.RoundedSum;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.answer.Prediction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An explanation, line by line: the mean prediction, what each column adds to it, and the sum. */
public record WhyWords(Explanation of, Words words) {

  private static final int DIGITS = 4;
  private static final int MOST_DECIMALS = 4;

  /**
   * A line.
   *
   * @param name a column with its value, or what a sum is
   * @param from what the lines before it come to
   * @param to the same with this one; for a sum the same
   * @param number as it shows: all add up to the last digit
   */
  public record Line(String name, double from, double to, String number, boolean isSum) {}

  /** The largest contribution first; that of the others, and the sum, last. */
  public List<Line> lines() {
    var isClass = of.prediction() instanceof Prediction.OfClass;
    var unit = isClass ? "%" : "";
    var decimals = isClass ? decimals() : RoundedSum.decimals(of, DIGITS);
    var sum = RoundedSum.of(of, isClass ? 100 : 1, decimals);
    var lines = new ArrayList<Line>();
    var at = of.base();
    lines.add(new Line(words.text("predict.why.base"), at, at, text(sum.base()) + unit, true));
    var order =
        IntStream.range(0, of.contributions().size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -size(of.contributions().get(i))))
            .toList();
    for (var i : order) {
      var each = of.contributions().get(i);
      var amount = sum.amounts().get(i);
      var said = (amount.signum() > 0 ? "+" : "") + text(amount);
      var number = isClass ? words.text("predict.why.points", said) : said;
      lines.add(new Line(name(each), at, at + each.amount(), number, false));
      at += each.amount();
    }
    var whole =
        of.prediction() instanceof Prediction.OfClass it
            ? words.text("predict.why.output", it.answer())
            : words.text("predict.why.number");
    lines.add(new Line(whole, of.output(), of.output(), text(sum.output()) + unit, true));
    return lines;
  }

  /**
   * One of a percentage, or as many as it takes for what is not certain to be less than 100%; where
   * that takes too many, one.
   */
  private int decimals() {
    var apart = Math.min(1 - Math.max(of.base(), of.output()), Math.min(of.base(), of.output()));
    var wanted = apart > 0 ? -(int) Math.floor(Math.log10(apart)) - 2 : 1;
    return wanted > MOST_DECIMALS ? 1 : Math.max(1, wanted);
  }

  /** The others are the last, whatever they come to. */
  private static double size(Contribution it) {
    return it.column().isEmpty() ? -1 : Math.abs(it.amount());
  }

  private String name(Contribution it) {
    return it.column().isEmpty()
        ? words.text("predict.why.others", of.others().size())
        : it.column() + " = " + value(it.value(), words);
  }

  /** A cell, without digits that nobody entered. */
  public static String value(String cell, Words words) {
    var number = Numbers.read(cell);
    return cell.isEmpty()
        ? words.text("form.numberMissing")
        : number.isPresent() ? Numbers.typeset(Numbers.readable(number.getAsDouble())) : cell;
  }

  /** Why a class is predicted that need not be the most probable one. */
  public static String decision(Decision of, Prediction.OfClass it, Words words) {
    var p = it.probabilities().stream().mapToDouble(each -> each).toArray();
    return switch (of) {
      case Decision.Threshold(var positive, var threshold, _, _) ->
          words.text(
              "sheet.decision." + (it.index() == positive ? "above" : "below"),
              it.answer(),
              it.classes().get(positive),
              Numbers.told(p[positive], DIGITS),
              Numbers.told(threshold, DIGITS));
      case Decision.Costs costs -> {
        var likely = it.probabilities().indexOf(Collections.max(it.probabilities()));
        yield likely == it.index()
            ? words.text("sheet.decision.costs", it.answer())
            : words.text(
                "predict.why.costs",
                it.answer(),
                Numbers.told(costs.expected(p, it.index()), DIGITS),
                it.classes().get(likely),
                Numbers.told(costs.expected(p, likely), DIGITS));
      }
    };
  }

  /** What is predicted, as it shows. */
  public static String predicted(Prediction prediction) {
    return switch (prediction) {
      case Prediction.OfClass it -> it.answer();
      case Prediction.OfNumber it -> Numbers.told(it.value(), DIGITS);
      case Prediction.None _ -> "–";
    };
  }

  private static String text(BigDecimal number) {
    return Numbers.typeset(number.toPlainString());
  }
}
