package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What decides which rows are held out, as the form offers it. */
enum DividedBy {
  CHANCE,
  GROUP,
  TIME,
  PART;

  static DividedBy of(@Nullable SplitRule rule) {
    return rule == null ? CHANCE : valueOf(rule.kind().name());
  }

  static boolean namesValidation(Preparation preparation, Table table) {
    var rule = preparation.split().by();
    var column = rule == null ? null : table.column(rule.column());
    return preparation.split().namesParts()
        && column instanceof TextColumn text
        && text.categories().stream()
            .map(RowPart::named)
            .anyMatch(Optional.of(RowPart.VALIDATION)::equals);
  }

  Preparation in(Preparation preparation, Table table) {
    return this == CHANCE
        ? preparation.dividedBy(null, table)
        : in(preparation, table, column(preparation, table));
  }

  Preparation in(Preparation preparation, Table table, int column) {
    var rule = new SplitRule(SplitRule.Kind.valueOf(name()), table.column(column).name());
    return preparation.dividedBy(rule, table);
  }

  private int column(Preparation preparation, Table table) {
    var target = preparation.targetIndex();
    var first = target == 0 && table.columns().size() > 1 ? 1 : 0;
    return IntStream.range(0, table.columns().size())
        .filter(i -> i != target && looksLikeIt().test(table.column(i)))
        .findFirst()
        .orElse(first);
  }

  private Predicate<Column> looksLikeIt() {
    return switch (this) {
      case CHANCE -> _ -> false;
      case GROUP -> DividedBy::isOfGroups;
      case TIME -> column -> TimeOrder.isLikely(column) || column.name().equalsIgnoreCase("time");
      case PART ->
          column ->
              column instanceof TextColumn text
                  && text.categories().stream().anyMatch(it -> RowPart.named(it).isPresent());
    };
  }

  private static boolean isOfGroups(Column column) {
    return column instanceof TextColumn text
        && text.categories().size() > 1
        && text.categories().size() <= text.rows() / 2;
  }
}
