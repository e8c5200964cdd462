package dev.neuralworkbench.formula;

/**
 * A formula as text: in one line for screen readers and tests, {@code 0.15 · 0.05 + 0.2 · 0.1 +
 * 0.35}; as LaTeX for papers and slides; as MathML for pages.
 */
public final class MathsText {

  private MathsText() {}

  /** In one line, with its symbols. */
  public static String symbols(Maths maths, Decimals decimals) {
    return new MathsWriter(new TextNotation(), decimals, false).write(maths);
  }

  /** In one line, with its numbers. */
  public static String numbers(Maths maths, Decimals decimals) {
    return new MathsWriter(new TextNotation(), decimals, true).write(maths);
  }

  /**
   * In LaTeX's maths mode; {@code amsmath} has what is not in every LaTeX.
   *
   * @param numbers whether with its numbers, otherwise with its symbols
   */
  public static String latex(Maths maths, Decimals decimals, boolean numbers) {
    return new MathsWriter(new LatexNotation(), decimals, numbers).write(maths);
  }

  /**
   * In MathML Core, without the element that begins a formula; names are escaped.
   *
   * @param numbers whether with its numbers, otherwise with its symbols
   */
  public static String markup(Maths maths, Decimals decimals, boolean numbers) {
    return new MathsWriter(new MarkupNotation(), decimals, numbers).write(maths);
  }

  /** A text as it stands in a page. */
  public static String escaped(String text) {
    return MarkupNotation.escaped(text);
  }
}
