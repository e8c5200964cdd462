package dev.neuralworkbench.formula;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/** In LaTeX's maths mode, with the commands that every LaTeX has and {@code amsmath}. */
final class LatexNotation implements Notation.OfText {

  private static final Map<String, String> COMMANDS =
      Map.ofEntries(
          Map.entry("α", "\\alpha"),
          Map.entry("δ", "\\delta"),
          Map.entry("η", "\\eta"),
          Map.entry("β", "\\beta"),
          Map.entry("ε", "\\varepsilon"),
          Map.entry("λ", "\\lambda"),
          Map.entry("μ", "\\mu"),
          Map.entry("ρ", "\\rho"),
          Map.entry("ψ", "\\psi"),
          Map.entry("π", "\\pi"),
          Map.entry("Δ", "\\Delta "),
          Map.entry("∂", "\\partial "),
          Map.entry("∇", "\\nabla "),
          Map.entry("ℓ", "\\ell"),
          Map.entry("‖", "\\|"),
          Map.entry("′", "\\prime"),
          Map.entry("·", "\\cdot"),
          Map.entry("−", "-"),
          Map.entry("≥", "\\ge "),
          Map.entry("≤", "\\le "),
          Map.entry("∞", "\\infty"),
          Map.entry("₁", "_1"),
          Map.entry("₂", "_2"));

  private static final List<String> NAMED = List.of("max", "min", "ln", "tanh");

  @Override
  public String letter(String text, String below, String above) {
    return symbol(text)
        + (below.isEmpty() ? "" : "_{" + symbols(below) + "}")
        + (above.isEmpty() ? "" : "^{" + symbols(above) + "}");
  }

  /** A letter with its accent, or a name from the user's table as text. */
  private static String symbol(String text) {
    if (text.startsWith("“") || text.startsWith("[")) {
      return "\\text{" + text.replaceAll("([#$%&_{}])", "\\\\$1") + "}";
    }
    var apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    if (apart.length() > 1 && apart.charAt(1) == '\u0302') {
      return "\\hat{" + apart.charAt(0) + "}" + symbols(apart.substring(2));
    } else if (apart.length() > 1 && apart.charAt(1) == '\u0303') {
      return "\\tilde{" + apart.charAt(0) + "}" + symbols(apart.substring(2));
    }
    return symbols(text);
  }

  private static String symbols(String text) {
    var written = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(sign -> written.append(COMMANDS.getOrDefault(sign, sign)));
    return written.toString().strip();
  }

  @Override
  public String number(String shown) {
    return symbols(shown).replaceAll(",", "{,}");
  }

  @Override
  public String sign(String sign, boolean between) {
    var written = symbols(sign);
    return between ? " " + written + " " : written;
  }

  @Override
  public String template(Piece piece) {
    return switch (piece) {
      case BRACKETS -> "\\left(%s\\right)";
      case ROW -> "%s";
      case FRACTION -> "\\frac{%s}{%s}";
      case POWER -> "{%s}^{%s}";
      case ROOT -> "\\sqrt{%s}";
      case SIZE -> "\\left|%s\\right|";
      case CASES -> "\\begin{cases} %s & %s \\\\ %s & %s \\end{cases}";
      case SERIES -> "\\sum_{%s} %s";
    };
  }

  @Override
  public String call(String symbol, List<String> arguments) {
    var name =
        NAMED.contains(symbol)
            ? "\\" + symbol
            : symbol.length() > 2 ? "\\operatorname{" + symbol + "}" : symbols(symbol);
    return name + piece(Piece.BRACKETS, List.of(String.join("; ", arguments)));
  }

  @Override
  public String condition(String text) {
    return symbols(text);
  }
}
