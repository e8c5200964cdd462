package dev.neuralworkbench.report;

import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.explain.step.WorkedPrediction;
import dev.neuralworkbench.explain.step.WorkedPrediction.Line;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A worked prediction as cells for a spreadsheet, where each calculation is a formula of numbers
 * that is worked out anew, and as a page to be printed.
 */
public record PredictionSheet(
    Model model, RawRow row, WorkedPrediction worked, WorkedDecision decision, Words words) {

  /**
   * The sheet of a raw row.
   *
   * @param model without a {@link WorkedPrediction#problem}
   * @param row without a value that the model refuses
   */
  public static PredictionSheet of(Model model, RawRow row, Words words) {
    var worked =
        WorkedPrediction.of(
            model.preprocessor(),
            model.experiment().preparation().scaling(),
            model.experiment().network(),
            model.weights(),
            row);
    var decision = WorkedDecision.of(model, worked, words);
    return new PredictionSheet(model, row, worked, decision, words);
  }

  /** Lines of tab-separated cells: name, formula, calculation, value. */
  public String cells() {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of(rounding()));
    lines.addAll(columns());
    each(
        (heading, part) -> {
          lines.add(List.of(heading));
          lines.add(heads());
          for (var line : part) {
            lines.add(
                List.of(
                    MathsText.symbols(line.name(), WorkedPrediction.DIGITS),
                    MathsText.symbols(line.formula(), WorkedPrediction.DIGITS),
                    "=" + calculation(line.right()),
                    calculation(Quantity.of(line.name(), line.value()))));
          }
        });
    if (!decision.said().isEmpty()) {
      lines.add(List.of(decision.said()));
    }
    return lines.stream()
        .map(cells -> cells.stream().map(it -> it.replaceAll("[\t\r\n]", " ")))
        .map(cells -> cells.collect(Collectors.joining("\t", "", "\n")))
        .collect(Collectors.joining());
  }

  /**
   * The page.
   *
   * @param about what it is of, such as the table and the row
   */
  public String page(String about) {
    var title = words.text("sheet.title");
    var page =
        Html.page(words.text("report.language"), title + ": " + about, PageStyle.SHEET)
            .element("h1", title)
            .paragraph("about", about)
            .paragraph("about", rounding())
            .table(columns());
    each(
        (heading, part) -> {
          page.element("h2", heading).markup("<table class=\"worked\">\n<tr>");
          heads().forEach(it -> page.element("th", it));
          for (var line : part) {
            page.markup("</tr>\n<tr>")
                .around("td", markup(line.name()))
                .around("td", markup(line.formula()))
                .element("td", MathsText.numbers(line.right(), WorkedPrediction.DIGITS))
                .element("td", WorkedPrediction.DIGITS.text(line.value()));
          }
          page.markup("</tr>\n</table>\n");
        });
    return page.paragraph("decision", decision.said()).markup("</html>\n").toString();
  }

  private interface Part {
    void add(String heading, List<Line> lines);
  }

  private void each(Part part) {
    part.add(words.text("sheet.inputs"), worked.inputs());
    var hidden = model.experiment().network().hiddenDense();
    for (var l = 0; l < hidden.size(); l++) {
      var activation = words.text("activation." + Ids.of(hidden.get(l).activation()));
      part.add(words.text("sheet.layer", l + 1, activation), worked.layers().get(l));
    }
    part.add(words.text("sheet.output"), worked.layers().getLast());
    part.add(words.text("sheet.prediction"), worked.answer());
    if (!decision.costs().isEmpty()) {
      part.add(words.text("sheet.costs"), decision.costs());
    }
  }

  private List<String> heads() {
    return Stream.of("number", "formula", "calculation", "value")
        .map(it -> words.text("sheet." + it))
        .toList();
  }

  private String rounding() {
    return words.text("sheet.rounding", WorkedPrediction.DIGITS.places());
  }

  /** The columns of the row: the cell as it is, and what is used of it. */
  private List<List<String>> columns() {
    var rows = new ArrayList<List<String>>();
    rows.add(Stream.of("column", "cell", "used").map(it -> words.text("sheet." + it)).toList());
    for (var i = 0; i < model.preprocessor().inputs().size(); i++) {
      var input = model.preprocessor().inputs().get(i);
      var text = input instanceof NumberInput ? Numbers.exact(row.number(i)) : row.text(i);
      var cell = text == null || text.isEmpty() ? words.text("sheet.missing") : text;
      rows.add(Stream.of(input.name(), cell, used(i)).map(SpreadsheetText::guarded).toList());
    }
    return rows;
  }

  private String used(int input) {
    return switch (worked.cells().get(input)) {
      case PreparedRow.Scaled it ->
          calculation(new Quantity(Letter.of(it.name()), it.value(), !it.missing()));
      case PreparedRow.OneHot it when it.index() < 0 -> words.text("sheet.unknown");
      case PreparedRow.OneHot it -> it.value().isEmpty() ? words.text("sheet.missing") : it.value();
      case PreparedRow.Dated it -> it.value();
      case PreparedRow.Engineered it -> it.name();
    };
  }

  private static String markup(Expression maths) {
    return "<math>" + MathsText.markup(maths, WorkedPrediction.DIGITS, false) + "</math>";
  }

  private static String calculation(Expression maths) {
    return MathsText.spreadsheet(maths, WorkedPrediction.DIGITS);
  }
}
