package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.cli.terminal.TextGrid;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;

/** A confusion matrix in columns: a row for each true class, a column for each predicted one. */
final class ConfusionText {

  private ConfusionText() {}

  static String of(ConfusionMatrix confusion, List<String> classes) {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of(""));
    head.addAll(classes);
    rows.add(head);
    for (var actual = 0; actual < classes.size(); actual++) {
      var row = new ArrayList<>(List.of(classes.get(actual)));
      for (var predicted = 0; predicted < classes.size(); predicted++) {
        row.add(String.valueOf(confusion.count(actual, predicted)));
      }
      rows.add(row);
    }
    return TextGrid.of(rows);
  }
}
