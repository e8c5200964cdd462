package dev.neuralworkbench.testing;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * Works out a printed line of MathML, {@code = 0.5 · 0.2 + 1 ≈ 1.1}, as somebody does who sees
 * nothing else.
 *
 * @param text what is between the first sign and the last, in one line
 * @param relation = or ≈
 * @param result what is printed behind it
 */
public record PrintedMaths(String text, String relation, String result) {

  /** Reads the inner part of a {@code math} element. */
  public static PrintedMaths of(String markup) {
    var children = parse("<math>" + markup + "</math>").getChildNodes();
    var count = children.getLength();
    var text = new StringBuilder();
    for (var i = 1; i < count - 2; i++) {
      text.append(written(children.item(i)));
    }
    return new PrintedMaths(
        text.toString(),
        children.item(count - 2).getTextContent(),
        children.item(count - 1).getTextContent());
  }

  /** Checks that all formulas of a page are well-formed. */
  public static void check(String page) {
    var at = page.indexOf("<math ");
    while (at >= 0) {
      var end = page.indexOf("</math>", at) + "</math>".length();
      parse(page.substring(at, end));
      at = page.indexOf("<math ", end);
    }
  }

  private static Element parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(xml, e);
    }
  }

  private static String written(Node node) {
    var parts = node.getChildNodes();
    return switch (node.getNodeName()) {
      case "mn" -> "(" + node.getTextContent().replace('−', '-').replace(" ", "") + ")";
      case "mfrac" -> "((" + written(parts.item(0)) + ")/(" + written(parts.item(1)) + "))";
      case "msup" -> "((" + written(parts.item(0)) + ")^(" + written(parts.item(1)) + "))";
      case "msqrt" -> "sqrt(" + inside(node) + ")";
      case "mrow" -> inside(node);
      case "mi", "mo", "mtext" -> node.getTextContent().replace('−', '-').replace('·', '*');
      default -> throw new AssertionError("no formula with numbers has a " + node.getNodeName());
    };
  }

  private static String inside(Node node) {
    var text = new StringBuilder();
    for (var i = 0; i < node.getChildNodes().getLength(); i++) {
      text.append(written(node.getChildNodes().item(i)));
    }
    return text.toString();
  }

  /** Whether there is something to work out. */
  public boolean isWorkedOut() {
    return !text.isEmpty();
  }

  /** Whether the result is to be met to its last digit. */
  public boolean isExact() {
    return relation.equals("=");
  }

  /** The number that is printed. */
  public double printed() {
    return number(result);
  }

  /** What its last digit stands for. */
  public double lastDigit() {
    var parts = result.replace('−', '-').split("[·×]", 2);
    var point = parts[0].indexOf('.');
    var digits = point < 0 ? 0 : parts[0].strip().length() - point - 1;
    var scale = parts.length < 2 ? 1 : number(result) / Double.parseDouble(parts[0].strip());
    return Math.pow(10, -digits) * Math.abs(scale);
  }

  private static double number(String shown) {
    return new Reader(shown.replace('−', '-').replace(" ", "")).all();
  }

  /** What the numbers printed come to. */
  public double value() {
    return new Reader(text).all();
  }

  /** A pocket calculator. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text.replace("·", "*").replace("×", "*");
    }

    double all() {
      var value = sum();
      if (at != text.length()) {
        throw new AssertionError("left over: " + text.substring(at) + " of " + text);
      }
      return value;
    }

    private boolean take(String what) {
      var found = text.startsWith(what, at);
      at += found ? what.length() : 0;
      return found;
    }

    private double sum() {
      var value = take("-") ? -product() : product();
      while (true) {
        if (take("+")) {
          value += product();
        } else if (take("-")) {
          value -= product();
        } else {
          return value;
        }
      }
    }

    private double product() {
      var value = power();
      while (true) {
        if (take("*")) {
          value *= power();
        } else if (take("/")) {
          value /= power();
        } else {
          return value;
        }
      }
    }

    private double power() {
      var base = atom();
      return take("^") ? Math.pow(base, power()) : superscript(base);
    }

    /** 10⁻⁵ as it is printed. */
    private double superscript(double base) {
      var digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
      var minus = take("⁻");
      var exponent = 0;
      var any = false;
      while (at < text.length() && digits.indexOf(text.charAt(at)) >= 0) {
        exponent = 10 * exponent + digits.indexOf(text.charAt(at++));
        any = true;
      }
      return any ? Math.pow(base, minus ? -exponent : exponent) : base;
    }

    private double atom() {
      if (take("(")) {
        var value = sum();
        if (!take(")")) {
          throw new AssertionError("no end at " + text.substring(at) + " of " + text);
        }
        return value;
      } else if (take("-")) {
        return -atom();
      } else if (take("|")) {
        var value = Math.abs(sum());
        take("|");
        return value;
      } else if (take("sqrt(")) {
        return Math.sqrt(ended());
      } else if (take("max(")) {
        return two(true);
      } else if (take("min(")) {
        return two(false);
      } else if (take("tanh(")) {
        return Math.tanh(ended());
      } else if (take("sin(")) {
        return Math.sin(ended());
      } else if (take("ln(")) {
        return Math.log(ended());
      } else if (take("sgn(")) {
        return Math.signum(ended());
      } else if (take("erf(")) {
        return erf(ended());
      } else if (take("e")) {
        return Math.E;
      }
      var from = at;
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      if (from == at) {
        throw new AssertionError("no number at " + text.substring(at) + " of " + text);
      }
      return Double.parseDouble(text.substring(from, at));
    }

    private double ended() {
      var value = sum();
      take(")");
      return value;
    }

    private double two(boolean larger) {
      var one = sum();
      take(";");
      var other = ended();
      return larger ? Math.max(one, other) : Math.min(one, other);
    }

    /** By its series: 2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)). */
    private static double erf(double x) {
      var sum = 0.0;
      var term = x;
      for (var n = 0; n < 200; n++) {
        sum += term / (2 * n + 1);
        term *= -x * x / (n + 1);
      }
      return 2 / Math.sqrt(Math.PI) * sum;
    }
  }
}
