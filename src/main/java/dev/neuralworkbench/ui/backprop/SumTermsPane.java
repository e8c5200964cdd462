package dev.neuralworkbench.ui.backprop;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.StepPart;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.NumberTable.Head;
import dev.neuralworkbench.ui.backprop.formula.FormulaNode;
import dev.neuralworkbench.ui.backprop.formula.Typesetter;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The terms of sums too long for their lines, at a click: with sums so far, or by line. */
final class SumTermsPane extends VBox {

  private final List<StepLine> lines;
  private final Decimals decimals;
  private final Words words;

  private SumTermsPane(List<StepLine> lines, Decimals decimals, Words words) {
    this.lines = lines;
    this.decimals = decimals;
    this.words = words;
    getStyleClass().add("step-terms");
    var show =
        Styling.as(
            new Button(words.text("backprop.terms", Numbers.count(count()))),
            "#backprop-terms",
            Styles.SMALL);
    show.setMinWidth(USE_PREF_SIZE);
    show.setOnAction(_ -> toggle());
    getChildren().setAll(show);
  }

  /** Of a part; none where every sum is written in full. */
  static List<SumTermsPane> of(StepPart part, Decimals decimals, Words words) {
    var longOnes = part.lines().stream().filter(line -> !line.terms().isEmpty()).toList();
    return longOnes.isEmpty() ? List.of() : List.of(new SumTermsPane(longOnes, decimals, words));
  }

  private int count() {
    return lines.stream().mapToInt(line -> line.terms().size()).max().orElse(0);
  }

  private void toggle() {
    if (getChildren().size() > 1) {
      getChildren().remove(1);
    } else {
      getChildren().add(table());
    }
  }

  private NumberTable<Integer> table() {
    var table = Styling.as(new NumberTable<Integer>("backprop-terms-table"), "terms-table");
    table.setAccessibleText(words.text("backprop.terms", Numbers.count(count())));
    var heads = new ArrayList<Head<Integer>>();
    heads.add(new Head<>(words.text("backprop.terms.number"), this::name));
    if (lines.size() == 1) {
      heads.addAll(ofOne(lines.getFirst().terms()));
    } else {
      lines.forEach(line -> heads.add(new Head<>("", row -> term(line.terms(), row))));
    }
    table.heads(heads);
    if (lines.size() > 1) {
      name(table);
    }
    table.rows(IntStream.range(0, count()).boxed().toList());
    return table;
  }

  private List<Head<Integer>> ofOne(List<Expression> terms) {
    var sums = new double[terms.size()];
    var sum = 0.0;
    for (var i = 0; i < sums.length; i++) {
      sum += terms.get(i).value();
      sums[i] = sum;
    }
    var heads = new ArrayList<Head<Integer>>();
    if (terms.stream().anyMatch(term -> !(term instanceof Expression.Quantity))) {
      heads.add(new Head<>(words.text("backprop.terms.term"), row -> term(terms, row)));
    }
    heads.add(
        new Head<>(
            words.text("backprop.terms.value"), row -> decimals.text(terms.get(row).value())));
    heads.add(new Head<>(words.text("backprop.terms.sum"), row -> decimals.text(sums[row])));
    return heads;
  }

  private void name(NumberTable<Integer> table) {
    var symbols = new Typesetter(false, decimals, words, Map.of());
    for (var i = 0; i < lines.size(); i++) {
      var name = new HBox(new FormulaNode(symbols.set(lines.get(i).left())));
      name.setAlignment(Pos.CENTER_RIGHT);
      table.getColumns().get(i + 1).setGraphic(name);
    }
  }

  private String name(int row) {
    var terms = lines.getFirst().terms();
    return row < terms.size()
            && terms.get(row) instanceof Expression.Quantity(Expression.Letter letter, var _, var _)
            && letter.text().startsWith("b")
        ? letter.text()
        : Numbers.count(row + 1L);
  }

  private String term(List<Expression> terms, int row) {
    return row < terms.size() ? MathsText.numbers(terms.get(row), decimals).replace("^2", "²") : "";
  }
}
