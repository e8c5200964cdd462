package dev.neuralworkbench.formula;

import java.util.List;

/** In MathML Core, which browsers show without a library. */
final class MarkupNotation implements Notation.OfText {

  private static final String LINE = "<mtr><mtd>%s</mtd><mtd>%s</mtd></mtr>";

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
  public String template(Piece piece) {
    return switch (piece) {
      case BRACKETS -> "<mrow><mo>(</mo>%s<mo>)</mo></mrow>";
      case ROW -> "<mrow>%s</mrow>";
      case FRACTION -> "<mfrac>%s%s</mfrac>";
      case POWER -> "<msup>%s%s</msup>";
      case ROOT -> "<msqrt>%s</msqrt>";
      case SIZE -> "<mrow><mo>|</mo>%s<mo>|</mo></mrow>";
      case CASES -> "<mrow><mo>{</mo><mtable>" + LINE + LINE + "</mtable></mrow>";
      case SERIES -> "<mrow><munder><mo>∑</mo>%s</munder>%s</mrow>";
    };
  }

  @Override
  public String call(String symbol, List<String> arguments) {
    var inner = piece(Piece.BRACKETS, List.of(String.join("<mo>;</mo>", arguments)));
    return "<mrow><mi>" + symbol + "</mi>" + inner + "</mrow>";
  }

  @Override
  public String condition(String text) {
    return index(text);
  }
}
