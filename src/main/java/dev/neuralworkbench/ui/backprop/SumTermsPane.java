package dev.neuralworkbench.ui.backprop;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.explain.step.StepPart;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.NumberTable.Head;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The terms of a sum too long for its line, at a click, with the sums so far. */
final class SumTermsPane extends VBox {

  private final List<Expression> terms;
  private final Decimals decimals;
  private final Words words;

  private SumTermsPane(List<Expression> terms, Decimals decimals, Words words) {
    this.terms = terms;
    this.decimals = decimals;
    this.words = words;
    getStyleClass().add("step-terms");
    var show =
        Styling.as(
            new Button(words.text("backprop.terms", Numbers.count(terms.size()))),
            "#backprop-terms",
            Styles.SMALL);
    show.setMinWidth(USE_PREF_SIZE);
    show.setOnAction(_ -> toggle());
    getChildren().setAll(show);
  }

  /** Of a part with one line; none where its sum is written in full. */
  static List<SumTermsPane> of(StepPart part, Decimals decimals, Words words) {
    var terms = part.lines().size() == 1 ? part.lines().getFirst().terms() : List.<Expression>of();
    return terms.isEmpty() ? List.of() : List.of(new SumTermsPane(terms, decimals, words));
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
    table.setAccessibleText(words.text("backprop.terms", Numbers.count(terms.size())));
    var sums = new double[terms.size()];
    var sum = 0.0;
    for (var i = 0; i < sums.length; i++) {
      sum += terms.get(i).value();
      sums[i] = sum;
    }
    var heads = new ArrayList<Head<Integer>>();
    heads.add(new Head<>(words.text("backprop.terms.number"), this::name));
    if (terms.stream().anyMatch(term -> !(term instanceof Expression.Quantity))) {
      heads.add(new Head<>(words.text("backprop.terms.term"), this::term));
    }
    heads.add(
        new Head<>(
            words.text("backprop.terms.value"), row -> decimals.text(terms.get(row).value())));
    heads.add(new Head<>(words.text("backprop.terms.sum"), row -> decimals.text(sums[row])));
    table.heads(heads);
    table.rows(IntStream.range(0, terms.size()).boxed().toList());
    return table;
  }

  private String name(int row) {
    return terms.get(row) instanceof Expression.Quantity(Expression.Letter letter, var _, var _)
            && letter.text().startsWith("b")
        ? letter.text()
        : Numbers.count(row + 1L);
  }

  private String term(int row) {
    return MathsText.numbers(terms.get(row), decimals).replace("^2", "²");
  }
}
