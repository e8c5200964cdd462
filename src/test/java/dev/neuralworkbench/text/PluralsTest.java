package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row, two rows: words follow their numbers. */
class PluralsTest {

  /** A number, perhaps with a word between, and then a noun of many. */
  private static final Pattern MANY =
      Pattern.compile(
          "\\{\\d\\} (more |training |validation |test |hidden |only )?"
              + "(rows|columns|epochs|layers|units|inputs|outputs|points|classes|weights|networks"
              + "|folds|values|numbers|fields|labels|images|parameters|bytes|sizes|runs|steps"
              + "|samples|answers|errors|files)\\b");

  /** Counts that are never one. */
  private static final Set<String> NEVER_ONE =
      Set.of(
          // Limits of the program, or more than they allow.
          "data.file.tooManyColumns",
          "data.inputs.tooMany",
          "data.target.tooManyClasses",
          "data.target.tooManyClasses.text",
          "model.file.wouldBeTooLarge",
          "network.problem.tooManyLayers",
          "predict.why.many",
          "picture.images.longest",
          "trap.scarce",
          "trap.sentinels",
          "reading.several.odd",
          "network.problem.tooManyParameters",
          // Two folds, classes, layers, units or weights at least.
          "form.why.folds",
          "form.why.units",
          "form.rows.folds",
          "form.why.units.few",
          "form.why.units.few.classes",
          "evaluate.state.no_rows.validation.folds",
          "evaluate.count.cross_validation",
          "cli.evaluate.folds",
          "headline.tip.folds",
          "live.folds",
          "live.folds.before",
          "live.foldsAnew",
          "live.foldsAnew.before",
          "study.problem.moreFoldsThanRows",
          "study.problem.moreFoldsThanGroups",
          "network.problem.lossNeedsTwoClasses",
          "plan.someWeights",
          "backprop.ledger.some",
          "backprop.check.right",
          "backprop.check.wrong",
          // What is so of several columns.
          "preview.each",
          "reading.several.slips",
          "reading.several.refused",
          "reading.several.padded",
          "reading.several.rounded",
          "reading.several.rareMark",
          "reading.several.units",
          "reading.several.unit",
          "reading.several.unit.some",
          // Too many rows to draw.
          "scatter.thinned",
          // The first sample of the program.
          "cli.first.data",
          "cli.first.network",
          // Points with a decimal.
          "evaluate.gap.much.classes",
          "evaluate.gap.little.classes",
          "evaluate.gap.chance.classes",
          "evaluate.gap.better.classes",
          "predict.why.points",
          "page.why.points",
          // Of more than a page shows.
          "page.most",
          "exchange.page.large",
          "page.why.many",
          // A unit, and the name of a file.
          "status.speed",
          "predict.rows.suggested");

  private final Sentences english = Sentences.of(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource({
    "0, Opened a.csv: 0 rows",
    "1, Opened a.csv: 1 row",
    "2, Opened a.csv: 2 rows",
    "1000, 'Opened a.csv: 1,000 rows'"
  })
  void wordsFollowTheirNumber(long rows, String said) {
    for (var written : new Object[] {rows, Numbers.count(rows), (double) rows}) {
      assertEquals(said + ", 1 column", english.text("notice.openedData", "a.csv", written, "1"));
    }
  }

  @Test
  void verbFollowsToo() {
    assertEquals("1 row without a target is dropped.", english.text("split.withoutTarget", "1"));
    assertEquals("2 rows without a target are dropped.", english.text("split.withoutTarget", "2"));
  }

  @Test
  void problemsFollowTheirNumbers() {
    var problem = Problem.at("data.file.ragged", Place.line("a.csv", 3), 2, 1);
    assertEquals(
        "a.csv, line 3: expected 2 fields, found 1. Put text that contains the delimiter in"
            + " quotation marks, or correct the line.",
        english.sentence(problem));
  }

  @Test
  void noSentenceSaysOneRows() {
    var found = new TreeSet<String>();
    for (var key : english.keys("")) {
      var matcher = MANY.matcher(english.pattern(key));
      if (!NEVER_ONE.contains(key) && matcher.find()) {
        found.add(key + " = " + english.pattern(key));
      }
    }
    assertEquals(Set.of(), found);
  }
}
