package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.Cases;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.WideInput;
import dev.neuralworkbench.data.statistics.NumberStatistics;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the chosen column.
 *
 * @param categories its values where it is one of categories, else none
 * @param histogram of a column of numbers, else null
 * @param numbers null where the column is none of numbers or has none
 * @param classes those that the histogram is stacked by
 */
record ShownColumn(
    int index,
    Column column,
    CategoryCounts categories,
    @Nullable Histogram histogram,
    @Nullable NumberStatistics numbers,
    List<String> classes) {

  private static final int MOST_CLASSES = 10;

  /** What the answer depends on; a target of −1 for none. */
  record Question(int index, ColumnKind kind, int target, boolean classes, Cases cases) {

    static Question of(int index, Preparation preparation) {
      return new Question(
          index,
          preparation.columns().get(index).kind(),
          preparation.targetIndex(),
          preparation.problemType() == ProblemType.CLASSIFICATION,
          preparation.cases());
    }
  }

  static ShownColumn of(Question question, Table table) {
    var column = table.column(question.index);
    if (question.kind == ColumnKind.CATEGORY || !(column instanceof NumberColumn numbers)) {
      var categories = CategoryCounts.of(column);
      return new ShownColumn(question.index, column, categories, null, null, List.of());
    }
    var classes = question.classes ? classes(table, question.target) : List.<String>of();
    IntUnaryOperator group =
        classes.isEmpty()
            ? _ -> 0
            : CategoryIndex.of(classes, table.column(question.target), classes.size());
    var groups = IntStream.range(0, table.rows()).map(group).toArray();
    return new ShownColumn(
        question.index,
        column,
        new CategoryCounts(List.of(), List.of()),
        Histogram.of(numbers, groups, classes.size() + 1),
        NumberStatistics.of(numbers),
        classes);
  }

  private static List<String> classes(Table table, int target) {
    var names = CategoryCounts.of(table.column(target)).names();
    return names.size() <= MOST_CLASSES ? names : List.of();
  }

  /** What the network is given of a column, in a sentence or two. */
  record ColumnUse(ShownColumn shown, Preparation preparation, Words words) {

    private static final int MANY_CATEGORIES = 100;

    String sentences(ColumnPlan plan) {
      return switch (plan.role()) {
        case IGNORED -> ignored(plan);
        case TARGET -> target(plan);
        case INPUT -> input(plan);
      };
    }

    /**
     * A column of many categories is left out unless chosen: the reason is what it would become.
     */
    private String ignored(ColumnPlan plan) {
      if (plan.kind() == ColumnKind.DATE) {
        return words.text("use.ignored.date");
      }
      var count = shown.categories().names().size();
      return count > MANY_CATEGORIES
          ? words.text("use.ignored.many", Numbers.count(count))
          : words.text("use.ignored");
    }

    private String target(ColumnPlan plan) {
      var key =
          plan.kind() == ColumnKind.CATEGORY
              ? "use.target.class"
              : "use.target.number." + Ids.of(preparation.scaling());
      var sentence = words.text(key);
      return shown.column().missing() == 0
          ? sentence
          : words.joined(sentence, words.text("use.target.missing"));
    }

    private String input(ColumnPlan plan) {
      if (isConstant()) {
        return words.text("use.constant");
      }
      var sentences = new ArrayList<String>();
      if (plan.kind() == ColumnKind.DATE) {
        sentences.add(words.text("use.date"));
      } else if (plan.kind() == ColumnKind.NUMBER) {
        sentences.add(words.text("use.number." + Ids.of(preparation.scaling())));
      } else {
        var count = shown.categories().names().size();
        sentences.add(words.text("use.category", Numbers.count(count)));
        var present = shown.column().rows() - shown.column().missing();
        if (new WideInput(shown.column().name(), count).seldomComesBack(present)) {
          sentences.add(words.text("use.category.seldom"));
        }
      }
      if (shown.column().missing() > 0 && plan.kind() == ColumnKind.DATE) {
        sentences.add(
            words.text(
                preparation.missing() == MissingValues.DROP_ROW
                    ? "use.missing.drop_row"
                    : "use.missing.date"));
      } else if (shown.column().missing() > 0) {
        var missing = preparation.missing(plan);
        var key =
            plan.kind() == ColumnKind.NUMBER
                ? Ids.of(missing == MissingValues.OWN ? MissingValues.MEAN : missing)
                : missing == MissingValues.DROP_ROW || missing == MissingValues.OWN
                    ? Ids.of(missing)
                    : missing.fillsCategories() ? Ids.of(MissingValues.MODE) : "none";
        sentences.add(words.text("use.missing." + key));
      }
      return sentences.stream().reduce((one, other) -> words.joined(one, other)).orElse("");
    }

    /** Where cells are empty, too: what stands in for them is that very value. */
    private boolean isConstant() {
      var numbers = shown.numbers();
      return shown.categories().names().size() == 1 || (numbers != null && numbers.distinct() == 1);
    }
  }
}
