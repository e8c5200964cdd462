package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.statistics.Correlations;
import dev.neuralworkbench.data.statistics.TableStatistics;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/** The correlations that are shown: r of each pair, in the order of the question's columns. */
record PairMatrix(Question question, Correlations values) {

  /** More columns can neither be read nor told apart. */
  static final int MOST = 60;

  /** Which of the candidates are compared, in rising order but for an added target, the last. */
  record Question(List<Integer> columns, int candidates, boolean targetAdded, int constant) {

    Question {
      columns = List.copyOf(columns);
    }

    /** Numbers, and names that are two numbers: their r says how far the means are apart. */
    static Question of(Table table, TableStatistics told, Preparation preparation) {
      var columns = new ArrayList<Integer>();
      var constant = 0;
      for (var i = 0; i < told.columns().size(); i++) {
        var distinct = told.columns().get(i).distinct();
        if (table.column(i) instanceof NumberColumn
            && (preparation.columns().get(i).kind() == ColumnKind.NUMBER || distinct == 2)) {
          if (distinct > 1) {
            columns.add(i);
          } else {
            constant++;
          }
        }
      }
      var shown = new ArrayList<>(columns.subList(0, Math.min(MOST, columns.size())));
      var target = preparation.targetIndex();
      var added = columns.contains(target) && !shown.contains(target);
      if (added) {
        shown.set(MOST - 1, target);
      }
      return new Question(shown, columns.size(), added, constant);
    }

    boolean hasPair() {
      return columns.size() > 1;
    }

    PairMatrix find(Table table, Progress progress) {
      var numbers = columns.stream().map(i -> (NumberColumn) table.column(i)).toList();
      return new PairMatrix(this, Correlations.of(numbers, progress));
    }
  }
}
