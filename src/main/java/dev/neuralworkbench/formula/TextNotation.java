package dev.neuralworkbench.formula;

import java.util.List;

/** In one line of text: {@code 0.15 · 0.05 + 0.2 · 0.1 + 0.35}. */
final class TextNotation implements Notation {

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
  public String brackets(String inner) {
    return "(" + inner + ")";
  }

  @Override
  public String row(List<String> parts) {
    return String.join("", parts);
  }

  @Override
  public boolean isFlat() {
    return true;
  }

  @Override
  public String fraction(String top, String bottom) {
    return top + " / " + bottom;
  }

  @Override
  public String power(String base, String exponent) {
    return base + "^" + exponent;
  }

  @Override
  public String root(String of) {
    return "√(" + of + ")";
  }

  @Override
  public String size(String of) {
    return "|" + of + "|";
  }

  @Override
  public String call(String symbol, List<String> arguments) {
    return symbol + "(" + String.join("; ", arguments) + ")";
  }

  @Override
  public String cases(String then, String condition, String otherwise, String otherwiseCondition) {
    return "{" + then + " (" + condition + "); " + otherwise + " (" + otherwiseCondition + ")}";
  }

  @Override
  public String series(String index, String term) {
    return "Σ_" + index + " " + term;
  }

  @Override
  public String rest(int count, String sum) {
    return "[" + count + ": " + sum + "]";
  }
}
