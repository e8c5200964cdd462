package dev.neuralworkbench.explain;

/**
 * Reads a line of arithmetic as it is shown and works it out, each number being all that rounds to
 * it. Written apart from what it reads: it knows text alone.
 */
public final class Calculator {

  private final String text;
  private int at;

  private Calculator(String text) {
    this.text = text.replace(" ", "");
  }

  public static Interval value(String shown) {
    var calculator = new Calculator(shown);
    var value = calculator.sum();
    if (calculator.at != calculator.text.length()) {
      throw new IllegalArgumentException(
          "expected the end at " + calculator.at + " of " + calculator.text);
    }
    return value;
  }

  private Interval sum() {
    var value = take("−") ? product().minus() : product();
    while (true) {
      if (take("+")) {
        value = value.plus(product());
      } else if (take("−")) {
        value = value.plus(product().minus());
      } else {
        return value;
      }
    }
  }

  private Interval product() {
    var value = power();
    while (true) {
      if (take("·")) {
        value = value.times(power());
      } else if (take("/")) {
        value = value.times(power().inverse());
      } else {
        return value;
      }
    }
  }

  private Interval power() {
    if (take("e^")) {
      return atom().rising(Math::exp);
    }
    var base = atom();
    if (!take("^")) {
      return base;
    }
    var exponent = atom();
    if (exponent.least() == 2) {
      var size = base.size();
      return new Interval(size.least() * size.least(), size.most() * size.most());
    }
    return base.rising(it -> Math.pow(it, exponent.least()));
  }

  private Interval atom() {
    if (take("ln(")) {
      return within(")").rising(it -> Math.log(Math.max(it, 0)));
    } else if (take("tanh(")) {
      return within(")").rising(Math::tanh);
    } else if (take("√(")) {
      return within(")").rising(it -> Math.sqrt(Math.max(it, 0)));
    } else if (take("sgn(")) {
      return within(")").rising(Math::signum);
    } else if (take("erf(")) {
      return within(")").rising(Calculator::erf);
    } else if (take("max(")) {
      return two(Math::max);
    } else if (take("min(")) {
      return two(Math::min);
    } else if (take("(")) {
      return within(")");
    } else if (take("|")) {
      return within("|").size();
    } else if (take("[")) {
      at = text.indexOf(':', at) + 1;
      return within("]");
    }
    return number();
  }

  /** 2/√π · ∫ e^(−t²) dt from 0 on, by Simpson's rule. */
  private static double erf(double x) {
    var steps = 2000;
    var width = x / steps;
    var sum = 0.0;
    for (var i = 0; i <= steps; i++) {
      var weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * Math.exp(-(i * width) * (i * width));
    }
    return 2 / Math.sqrt(Math.PI) * sum * width / 3;
  }

  private Interval two(java.util.function.DoubleBinaryOperator function) {
    var first = within(";");
    var second = within(")");
    return new Interval(
        function.applyAsDouble(first.least(), second.least()),
        function.applyAsDouble(first.most(), second.most()));
  }

  private Interval within(String end) {
    var value = sum();
    if (!take(end)) {
      throw new IllegalArgumentException("expected " + end + " at " + at + " of " + text);
    }
    return value;
  }

  private Interval number() {
    var start = at;
    while (at < text.length() && "0123456789.".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    var digits = text.substring(start, at);
    var point = digits.indexOf('.');
    // A whole number is exact; of any other the last digit may be rounded.
    var slack = point < 0 ? 0 : 0.5 * Math.pow(10, point + 1 - digits.length());
    var value = Double.parseDouble(digits);
    var interval = new Interval(value - slack, value + slack);
    return isScientific() ? interval.times(Interval.of(Math.pow(10, exponent()))) : interval;
  }

  private boolean isScientific() {
    return text.startsWith("·10", at)
        && at + 3 < text.length()
        && "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(text.charAt(at + 3)) >= 0;
  }

  private int exponent() {
    at += 3;
    var minus = take("⁻");
    var exponent = 0;
    while (at < text.length() && "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(text.charAt(at)) >= 0) {
      exponent = 10 * exponent + "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(text.charAt(at));
      at++;
    }
    return minus ? -exponent : exponent;
  }

  private boolean take(String sign) {
    if (!text.startsWith(sign, at)) {
      return false;
    }
    at += sign.length();
    return true;
  }
}
