package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Spellings of one category that differ in capitals, blanks, accents or marks such as a hyphen, as
 * OpenRefine's key collision finds them. One letter is no spelling: {@code a} and {@code A} may
 * well be two. The most frequent spelling stands for all. Looks at categories, and not at names of
 * rows: at most {@value #MOST_CATEGORIES} and fewer than half of the rows.
 */
final class SpellingRule implements TrapRule {

  private static final int MOST_CATEGORIES = 5_000;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}+#<>=.,]+");

  @Override
  public List<Trap> find(TrapScan look) {
    var found = new ArrayList<Trap>();
    for (var index = 0; index < look.table.columns().size(); index++) {
      var plan = look.preparation.columns().get(index);
      if (plan.role() != ColumnRole.IGNORED
          && plan.kind() == ColumnKind.CATEGORY
          && look.table.column(index) instanceof TextColumn text
          && text.categories().size() <= MOST_CATEGORIES
          && text.categories().size() * 2 <= look.rows.length) {
        find(look, index, text, found);
      }
    }
    return found;
  }

  private static void find(TrapScan look, int index, TextColumn column, List<Trap> found) {
    var counts = CategoryCounts.of(column, look.rows);
    var clusters =
        IntStream.range(0, counts.names().size())
            .boxed()
            .filter(i -> key(counts.names().get(i)).length() > 1)
            .collect(
                Collectors.groupingBy(
                    i -> key(counts.names().get(i)), LinkedHashMap::new, Collectors.toList()));
    var replaced = new ArrayList<Replacement>();
    var usual = new ArrayList<String>();
    for (var cluster : clusters.values()) {
      var most = cluster.stream().max(Comparator.comparing(counts.counts()::get)).orElseThrow();
      var name = counts.names().get(most);
      cluster.removeIf(most::equals);
      cluster.forEach(i -> replaced.add(new Replacement(counts.names().get(i), name)));
      if (!cluster.isEmpty()) {
        usual.add(name);
      }
    }
    if (!replaced.isEmpty()) {
      var spellings = replaced.stream().map(Replacement::value).toList();
      var rows =
          IntStream.of(look.rows).filter(row -> spellings.contains(column.text(row))).toArray();
      found.add(
          Trap.of(
                  Trap.Kind.SPELLING,
                  List.of(index),
                  rows,
                  look.name(index),
                  spellings,
                  usual,
                  rows.length)
              .replacing(replaced));
    }
  }

  /** What spellings of one name have in common. */
  static String key(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
