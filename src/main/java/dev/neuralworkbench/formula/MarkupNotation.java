package dev.neuralworkbench.formula;

import java.util.List;

/** In MathML Core, which browsers show without a library. */
final class MarkupNotation implements Notation {

  @Override
  public String letter(String text, String below, String above) {
    var base = "<mi>" + escaped(text) + "</mi>";
    if (below.isEmpty() && above.isEmpty()) {
      return base;
    } else if (above.isEmpty()) {
      return "<msub>" + base + index(below) + "</msub>";
    } else if (below.isEmpty()) {
      return "<msup>" + base + index(above) + "</msup>";
    }
    return "<msubsup>" + base + index(below) + index(above) + "</msubsup>";
  }

  private static String index(String text) {
    return "<mtext>" + escaped(text) + "</mtext>";
  }

  /** What may come from a user's table is no markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String number(String shown) {
    return "<mn>" + escaped(shown) + "</mn>";
  }

  @Override
  public String sign(String sign, boolean between) {
    return between ? "<mo>" + sign + "</mo>" : "<mo form=\"prefix\">" + sign + "</mo>";
  }

  @Override
  public String brackets(String inner) {
    return "<mrow><mo>(</mo>" + inner + "<mo>)</mo></mrow>";
  }

  @Override
  public String row(List<String> parts) {
    return "<mrow>" + String.join("", parts) + "</mrow>";
  }

  @Override
  public String fraction(String top, String bottom) {
    return "<mfrac>" + top + bottom + "</mfrac>";
  }

  @Override
  public String power(String base, String exponent) {
    return "<msup>" + base + exponent + "</msup>";
  }

  @Override
  public String root(String of) {
    return "<msqrt>" + of + "</msqrt>";
  }

  @Override
  public String size(String of) {
    return "<mrow><mo>|</mo>" + of + "<mo>|</mo></mrow>";
  }

  @Override
  public String call(String symbol, List<String> arguments) {
    return "<mrow><mi>"
        + symbol
        + "</mi>"
        + brackets(String.join("<mo>;</mo>", arguments))
        + "</mrow>";
  }

  @Override
  public String cases(String then, String condition, String otherwise, String otherwiseCondition) {
    return "<mrow><mo>{</mo><mtable>"
        + line(then, condition)
        + line(otherwise, otherwiseCondition)
        + "</mtable></mrow>";
  }

  private static String line(String formula, String condition) {
    return "<mtr><mtd>" + formula + "</mtd><mtd>" + index(condition) + "</mtd></mtr>";
  }

  @Override
  public String series(String index, String term) {
    return "<mrow><munder><mo>∑</mo><mi>" + index + "</mi></munder>" + term + "</mrow>";
  }
}
