package dev.neuralworkbench.formula;

import java.util.List;
import java.util.Locale;

/** As a cell of a spreadsheet works it out: {@code 0.15*0.05+EXP(-0.2)}; for numbers alone. */
final class SpreadsheetNotation extends MathsText.Text {

  /** 1.5·10⁻⁷ as 1.5E-7. */
  @Override
  public String number(String shown) {
    var plain = new StringBuilder();
    for (var sign : shown.replace('−', '-').replace("·10", "E").toCharArray()) {
      var exponent = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(sign);
      plain.append(exponent < 0 ? sign : "0123456789-".charAt(exponent));
    }
    return plain.toString();
  }

  @Override
  public String sign(String sign, boolean between) {
    return sign.replace('−', '-').replace('·', '*');
  }

  @Override
  public String template(Piece piece) {
    return switch (piece) {
      case FRACTION -> "%s/%s";
      case ROOT -> "SQRT(%s)";
      case SIZE -> "ABS(%s)";
      case BRACKETS, ROW, POWER, CASES, SERIES -> super.template(piece);
    };
  }

  @Override
  public String power(String base, String exponent) {
    if (base.equals("e")) {
      return "EXP"
          + (exponent.startsWith("(") ? exponent : piece(Piece.BRACKETS, List.of(exponent)));
    }
    return super.power(base, exponent);
  }

  @Override
  public String call(String symbol, List<String> arguments) {
    var name = symbol.equals("sgn") ? "SIGN" : symbol.toUpperCase(Locale.ROOT);
    return name + "(" + String.join(",", arguments) + ")";
  }
}
