package dev.neuralworkbench.report;

/**
 * Works out what stands in a cell behind its sign, by the rules of spreadsheets: a minus before a
 * number binds closer than a power, and powers group from the left. Knows text alone.
 */
final class Spreadsheet {

  private final String text;
  private int at;

  private Spreadsheet(String text) {
    this.text = text;
  }

  static double value(String cell) {
    var reader = new Spreadsheet(cell);
    var value = reader.sum();
    if (reader.at != cell.length()) {
      throw new AssertionError("left over at " + reader.at + ": " + cell);
    }
    return value;
  }

  private boolean take(String what) {
    var found = text.startsWith(what, at);
    at += found ? what.length() : 0;
    return found;
  }

  private double sum() {
    var value = product();
    while (at < text.length()) {
      if (take("+")) {
        value += product();
      } else if (take("-")) {
        value -= product();
      } else {
        break;
      }
    }
    return value;
  }

  private double product() {
    var value = power();
    while (at < text.length()) {
      if (take("*")) {
        value *= power();
      } else if (take("/")) {
        value /= power();
      } else {
        break;
      }
    }
    return value;
  }

  private double power() {
    var value = signed();
    while (take("^")) {
      value = Math.pow(value, signed());
    }
    return value;
  }

  private double signed() {
    return take("-") ? -signed() : atom();
  }

  private double atom() {
    if (take("(")) {
      return closed();
    }
    for (var name : new String[] {"EXP", "LN", "TANH", "SIN", "SIGN", "ABS", "SQRT", "ERF"}) {
      if (take(name + "(")) {
        var x = closed();
        return switch (name) {
          case "EXP" -> Math.exp(x);
          case "LN" -> Math.log(x);
          case "TANH" -> Math.tanh(x);
          case "SIN" -> Math.sin(x);
          case "SIGN" -> Math.signum(x);
          case "ABS" -> Math.abs(x);
          case "SQRT" -> Math.sqrt(x);
          default -> erf(x);
        };
      }
    }
    if (take("MAX(")) {
      var one = before();
      return Math.max(one, closed());
    } else if (take("MIN(")) {
      var one = before();
      return Math.min(one, closed());
    }
    var from = at;
    while (at < text.length()
        && (Character.isDigit(text.charAt(at))
            || text.charAt(at) == '.'
            || text.charAt(at) == 'E'
            || (text.charAt(at) == '-' && at > from && text.charAt(at - 1) == 'E'))) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private double before() {
    var value = sum();
    if (!take(",")) {
      throw new AssertionError("expected a comma at " + at + ": " + text);
    }
    return value;
  }

  private double closed() {
    var value = sum();
    if (!take(")")) {
      throw new AssertionError("expected a bracket at " + at + ": " + text);
    }
    return value;
  }

  /** 2/√π ∫ e^(−t²) dt from 0 on, by Simpson's rule. */
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
}
