package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.encode.ColumnSummary;
import dev.neuralworkbench.data.prepare.Cases;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.WideInput;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What is known of the chosen column; the classes are those that its histogram is stacked by. */
record ShownColumn(int index, String name, ColumnSummary summary, List<String> classes) {

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
      return new ShownColumn(
          question.index, column.name(), ColumnSummary.categories(column), List.of());
    }
    var classes = question.classes ? classes(table, question.target) : List.<String>of();
    var groups =
        classes.isEmpty()
            ? new int[table.rows()]
            : ColumnSummary.groups(table.column(question.target), classes);
    return new ShownColumn(
        question.index,
        column.name(),
        ColumnSummary.numbers(numbers, groups, classes.size() + 1),
        classes);
  }

  private static List<String> classes(Table table, int target) {
    var names = ColumnSummary.categories(table.column(target)).names();
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
      return shown.summary() instanceof ColumnSummary.Categories categories
              && categories.names().size() > MANY_CATEGORIES
          ? words.text("use.ignored.many", Numbers.count(categories.names().size()))
          : words.text("use.ignored");
    }

    private String target(ColumnPlan plan) {
      var key =
          plan.kind() == ColumnKind.CATEGORY
              ? "use.target.class"
              : "use.target.number." + Ids.of(preparation.scaling());
      var sentence = words.text(key);
      return shown.summary().missing() == 0
          ? sentence
          : words.text("use.both", sentence, words.text("use.target.missing"));
    }

    private String input(ColumnPlan plan) {
      if (isConstant(shown.summary())) {
        return words.text("use.constant");
      }
      var sentences = new ArrayList<String>();
      if (plan.kind() == ColumnKind.DATE) {
        sentences.add(words.text("use.date"));
      } else if (plan.kind() == ColumnKind.NUMBER) {
        sentences.add(words.text("use.number." + Ids.of(preparation.scaling())));
      } else if (shown.summary() instanceof ColumnSummary.Categories categories) {
        var count = categories.names().size();
        sentences.add(words.text("use.category", Numbers.count(count)));
        var present = categories.rows() - categories.missing();
        if (new WideInput(shown.name(), count).seldomComesBack(present)) {
          sentences.add(words.text("use.category.seldom"));
        }
      }
      if (shown.summary().missing() > 0 && plan.kind() == ColumnKind.DATE) {
        sentences.add(
            words.text(
                preparation.missing() == MissingValues.DROP_ROW
                    ? "use.missing.drop_row"
                    : "use.missing.date"));
      } else if (shown.summary().missing() > 0) {
        var missing = preparation.missing(plan);
        var key =
            plan.kind() == ColumnKind.NUMBER
                ? Ids.of(missing == MissingValues.OWN ? MissingValues.MEAN : missing)
                : missing == MissingValues.DROP_ROW || missing == MissingValues.OWN
                    ? Ids.of(missing)
                    : missing.fillsCategories() ? Ids.of(MissingValues.MODE) : "none";
        sentences.add(words.text("use.missing." + key));
      }
      return sentences.stream()
          .reduce((one, other) -> words.text("use.both", one, other))
          .orElse("");
    }

    /** Where cells are empty, too: what stands in for them is that very value. */
    private static boolean isConstant(ColumnSummary summary) {
      var distinct =
          switch (summary) {
            case ColumnSummary.Numbers numbers -> numbers.distinct();
            case ColumnSummary.Categories categories -> categories.names().size();
          };
      return distinct == 1;
    }
  }
}
