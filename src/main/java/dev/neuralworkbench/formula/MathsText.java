package dev.neuralworkbench.formula;

import java.util.List;

/**
 * A formula as text: in one line for screen readers and tests, {@code 0.15 · 0.05 + 0.2 · 0.1 +
 * 0.35}; as LaTeX for papers and slides; as MathML for pages.
 */
public final class MathsText {

  private MathsText() {}

  public static String symbols(Expression maths, Decimals decimals) {
    return new MathsWriter<>(new Text(), decimals, false).write(maths);
  }

  public static String numbers(Expression maths, Decimals decimals) {
    return new MathsWriter<>(new Text(), decimals, true).write(maths);
  }

  /**
   * In LaTeX's maths mode; {@code amsmath} has what is not in every LaTeX.
   *
   * @param numbers whether with its numbers, otherwise with its symbols
   */
  public static String latex(Expression maths, Decimals decimals, boolean numbers) {
    return new MathsWriter<>(new LatexNotation(), decimals, numbers).write(maths);
  }

  /**
   * In MathML Core, without the element that begins a formula; names are escaped.
   *
   * @param numbers whether with its numbers, otherwise with its symbols
   */
  public static String markup(Expression maths, Decimals decimals, boolean numbers) {
    return new MathsWriter<>(new MarkupNotation(), decimals, numbers).write(maths);
  }

  /** With its numbers, as a cell of a spreadsheet works it out; without the sign before it. */
  public static String spreadsheet(Expression maths, Decimals decimals) {
    return new MathsWriter<>(new SpreadsheetNotation(), decimals, true).write(maths);
  }

  /** A text as it stands in a page. */
  public static String escaped(String text) {
    return MarkupNotation.escaped(text);
  }

  /** In one line of text: {@code 0.15 · 0.05 + 0.2 · 0.1 + 0.35}. */
  static class Text implements Notation.OfText {

    @Override
    public String letter(String text, String below, String above) {
      return text + (below.isEmpty() ? "" : "_" + below) + (above.isEmpty() ? "" : "^" + above);
    }

    @Override
    public String number(String shown) {
      return shown;
    }

    @Override
    public String sign(String sign, boolean between) {
      return between ? " " + sign + " " : sign;
    }

    @Override
    public String template(Piece piece) {
      return switch (piece) {
        case BRACKETS -> "(%s)";
        case ROW -> "%s";
        case FRACTION -> "%s / %s";
        case POWER -> "%s^%s";
        case ROOT -> "√(%s)";
        case SIZE -> "|%s|";
        case CASES -> "{%s (%s); %s (%s)}";
        case SERIES -> "Σ_%s %s";
      };
    }

    @Override
    public boolean isFlat() {
      return true;
    }

    @Override
    public String call(String symbol, List<String> arguments) {
      return symbol + "(" + String.join("; ", arguments) + ")";
    }

    @Override
    public String condition(String text) {
      return text;
    }

    @Override
    public String rest(int count, String sum) {
      return "[" + count + ": " + sum + "]";
    }
  }
}
