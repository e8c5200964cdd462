package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.ColumnKind;
import dev.neuralworkbench.data.ColumnPlan;
import dev.neuralworkbench.data.ColumnSummary;
import dev.neuralworkbench.data.MissingValues;
import dev.neuralworkbench.data.Preparation;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.Locale;

/** What the network is given of a column, in a sentence or two. */
final class ColumnUse {

  private static final int MANY_CATEGORIES = 100;

  private ColumnUse() {}

  static String of(ColumnPlan plan, ShownColumn shown, Preparation preparation, Words words) {
    return switch (plan.role()) {
      case IGNORED -> ignored(shown, words);
      case TARGET -> target(plan, shown, preparation, words);
      case INPUT -> input(plan, shown, preparation, words);
    };
  }

  /** A column of many categories is left out unless chosen: the reason is what it would become. */
  private static String ignored(ShownColumn shown, Words words) {
    return shown.summary() instanceof ColumnSummary.Categories categories
            && categories.names().size() > MANY_CATEGORIES
        ? words.text("use.ignored.many", Numbers.count(categories.names().size()))
        : words.text("use.ignored");
  }

  private static String target(
      ColumnPlan plan, ShownColumn shown, Preparation preparation, Words words) {
    var key =
        plan.kind() == ColumnKind.CATEGORY
            ? "use.target.class"
            : "use.target.number." + lower(preparation.scaling());
    var sentence = words.text(key);
    return shown.summary().missing() == 0
        ? sentence
        : words.text("use.both", sentence, words.text("use.target.missing"));
  }

  private static String input(
      ColumnPlan plan, ShownColumn shown, Preparation preparation, Words words) {
    if (isConstant(shown.summary())) {
      return words.text("use.constant");
    }
    var sentences = new ArrayList<String>();
    if (plan.kind() == ColumnKind.NUMBER) {
      sentences.add(words.text("use.number." + lower(preparation.scaling())));
    } else if (shown.summary() instanceof ColumnSummary.Categories categories) {
      var count = categories.names().size();
      sentences.add(
          words.text(
              count > MANY_CATEGORIES ? "use.category.many" : "use.category",
              Numbers.count(count)));
    }
    if (shown.summary().missing() > 0) {
      // A category has no mean: the most frequent one stands in, unless the row is left out.
      var leftOut = preparation.missing() == MissingValues.DROP_ROW;
      var isNumber = plan.kind() == ColumnKind.NUMBER;
      var rule = isNumber || leftOut ? preparation.missing() : MissingValues.MODE;
      sentences.add(words.text("use.missing." + lower(rule)));
    }
    return sentences.size() == 2
        ? words.text("use.both", sentences.getFirst(), sentences.getLast())
        : String.join("", sentences);
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

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
