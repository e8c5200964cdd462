package dev.neuralworkbench.report;

import dev.neuralworkbench.formula.MathsText;
import java.util.List;

/** A page that is written from top to bottom; texts are escaped. */
final class Html {

  /** For the head of a page: it shows what is in it, and fetches and runs nothing. */
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\""
          + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";

  private final StringBuilder page = new StringBuilder();

  /** A page with its head. */
  static Html page(String language, String title, String style) {
    return new Html()
        .markup("<!doctype html>\n<html lang=\"" + language + "\">\n<meta charset=\"utf-8\">\n")
        .markup(POLICY)
        .element("title", title)
        .markup("<style>\n" + style + "</style>\n");
  }

  Html element(String name, String text) {
    return around(name, MathsText.escaped(text));
  }

  Html paragraph(String style, String text) {
    return around("p class=\"" + style + '"', MathsText.escaped(text));
  }

  /** An element of what is no text but markup. */
  Html around(String name, String markup) {
    return markup("<" + name + ">" + markup + "</" + name.split(" ", 2)[0] + ">\n");
  }

  Html markup(String markup) {
    page.append(markup);
    return this;
  }

  Html pairs(List<List<String>> rows) {
    markup("<table class=\"pairs\">\n");
    for (var row : rows) {
      markup("<tr>").element("th", row.getFirst()).element("td", row.getLast()).markup("</tr>\n");
    }
    return markup("</table>\n");
  }

  /** Adds a table: first the heads of its columns, then rows whose first cells are their names. */
  Html table(List<List<String>> rows) {
    markup("<table>\n<tr>");
    rows.getFirst().forEach(cell -> element("th", cell));
    markup("</tr>\n");
    for (var row : rows.subList(1, rows.size())) {
      markup("<tr>").element("th", row.getFirst());
      row.stream().skip(1).forEach(cell -> element("td", cell));
      markup("</tr>\n");
    }
    return markup("</table>\n");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
