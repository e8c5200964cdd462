package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.maths.Maths;
import dev.neuralworkbench.explain.maths.Maths.Letter;
import java.util.List;

/** A weight's formula made one for any weight: its indices become i and j. */
final class GeneralWeight {

  private GeneralWeight() {}

  static Maths of(Maths maths) {
    return switch (maths) {
      case Letter letter -> letter(letter);
      case Maths.Quantity(var name, var value, var exact) ->
          new Maths.Quantity(of(name), value, exact);
      case Maths.Constant _, Maths.Rest _ -> maths;
      case Maths.Sum(var terms) -> new Maths.Sum(all(terms));
      case Maths.Product(var factors) -> new Maths.Product(all(factors));
      case Maths.Difference(var from, var less) -> new Maths.Difference(of(from), of(less));
      case Maths.Negative(var of) -> new Maths.Negative(of(of));
      case Maths.Fraction(var top, var bottom) -> new Maths.Fraction(of(top), of(bottom));
      case Maths.Power(var base, var exponent) -> new Maths.Power(of(base), of(exponent));
      case Maths.Root(var of) -> new Maths.Root(of(of));
      case Maths.Size(var of) -> new Maths.Size(of(of));
      case Maths.Call(var function, var arguments) -> new Maths.Call(function, all(arguments));
      case Maths.Cases(var then, var condition, var otherwise, var other, var first) ->
          new Maths.Cases(of(then), condition, of(otherwise), other, first);
      case Maths.Series(var index, var term) -> new Maths.Series(index, of(term));
    };
  }

  private static List<Maths> all(List<Maths> parts) {
    return parts.stream().map(GeneralWeight::of).toList();
  }

  private static Letter letter(Letter letter) {
    return letter.below().contains(",") ? new Letter(letter.text(), "i,j", letter.above()) : letter;
  }
}
