package dev.neuralworkbench.data.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every limit of every rule: a table just below it, of which nothing is said, and one above. */
class TrapLimitsTest {

  private static final LocalDate START = LocalDate.of(2020, 1, 1);

  /** Columns of so many rows, the last of which is the target. */
  private record Made(int rows, List<Column> columns) {

    static Made rows(int rows) {
      return new Made(rows, new ArrayList<>());
    }

    Made texts(String name, IntFunction<String> of) {
      columns.add(
          TextColumn.of(name, IntStream.range(0, rows).mapToObj(of).toArray(String[]::new)));
      return this;
    }

    Made numbers(String name, IntToDoubleFunction of) {
      columns.add(NumberColumn.of(name, IntStream.range(0, rows).mapToDouble(of).toArray()));
      return this;
    }

    /** The first rows are to be learned from, the others held out. */
    Made held(int count) {
      return texts("part", row -> row < rows - count ? "train" : "test");
    }

    List<Trap> find(TrapRule rule) {
      var table = new Table("t", columns, rows);
      var preparation = Preparation.defaults(table);
      for (var i = 0; i < columns.size() - 1; i++) {
        var isInput = !columns.get(i).name().equals("part");
        preparation =
            preparation.withRole(i, isInput ? ColumnRole.INPUT : ColumnRole.IGNORED, table);
      }
      if (table.column("part") != null) {
        preparation = preparation.dividedBy(new SplitRule(SplitRule.Kind.PART, "part"), table);
      }
      return rule.find(new TrapScan(preparation, table));
    }
  }

  private static void assertFound(int traps, TrapRule rule, Made made) {
    assertEquals(traps, made.find(rule).size());
  }

  /** Towns that no training row has, at the end. */
  private static Made towns(int held, int unseen) {
    var rows = held + 100;
    return Made.rows(rows)
        .held(held)
        .texts("town", row -> row < rows - unseen ? "a" : "z")
        .numbers("y", row -> row % 7 + 0.5);
  }

  @Test
  void unseenCategoriesAreFiveRowsAndATwentiethOfThoseHeldOut() {
    assertFound(0, new UnseenRule(), towns(60, 4));
    assertFound(1, new UnseenRule(), towns(60, 5));
    assertFound(0, new UnseenRule(), towns(200, 9));
    assertFound(1, new UnseenRule(), towns(200, 10));
  }

  /**
   * A target whose second half is higher: η² = a² / (a² + 1) lies between the stretches, as within
   * each of them the rows alternate.
   */
  private static Made course(int rows, int moments, double between) {
    var a = Math.sqrt(between / (1 - between));
    return Made.rows(rows)
        .texts("day", row -> START.plusDays(row * moments / rows).toString())
        .numbers("y", row -> (row < rows / 2 ? -a : a) + (row % 2 == 0 ? -1 : 1));
  }

  /** What chance gives, and four deviations of it. */
  private static double byChance(int rows) {
    return 9.0 / (rows - 1);
  }

  private static double fourDeviations(int rows) {
    return 4 * Math.sqrt(18) / (rows - 1);
  }

  @Test
  void aCourseOfTimeIsATwentiethOfTheVarianceAndFourDeviationsOfChance() {
    var many = byChance(1_000) + 0.05;
    assertFound(0, new TimeRule(), course(1_000, 1_000, 0.99 * many));
    assertFound(1, new TimeRule(), course(1_000, 1_000, 1.01 * many));
    var few = byChance(100) + fourDeviations(100);
    assertFound(0, new TimeRule(), course(100, 100, 0.99 * few));
    assertFound(1, new TimeRule(), course(100, 100, 1.01 * few));
  }

  @Test
  void aCourseOfTimeTakesFiftyRowsAndTwentyMoments() {
    assertFound(0, new TimeRule(), course(49, 49, 0.9));
    assertFound(1, new TimeRule(), course(50, 50, 0.9));
    assertFound(0, new TimeRule(), course(100, 19, 0.9));
    assertFound(1, new TimeRule(), course(100, 20, 0.9));
  }

  /** Inputs of which the first so many are 1 in so many rows, and 0 elsewhere. */
  private static Made switches(int rows, int inputs, int nearly, int differing) {
    var made = Made.rows(rows);
    for (var i = 0; i < inputs; i++) {
      var isNearly = i < nearly;
      made.numbers("x" + i, row -> isNearly ? (row < differing ? 1.5 : 0) : row % 9 + 0.5);
    }
    return made.numbers("y", row -> row % 7 + 0.5);
  }

  @Test
  void oneValueInAllButAHalfPercentOfTheRowsIsNearlyConstantInAQuarterOfTheInputsAtMost() {
    assertFound(1, new ConstantRule(), switches(400, 4, 1, 2));
    assertFound(0, new ConstantRule(), switches(400, 4, 1, 3));
    assertEquals(
        List.of(0, 1), switches(400, 8, 2, 2).find(new ConstantRule()).getFirst().columns());
    assertFound(0, new ConstantRule(), switches(400, 8, 3, 2));
    assertFound(1, new ConstantRule(), switches(20, 4, 1, 0));
    assertFound(0, new ConstantRule(), switches(19, 4, 1, 0));
  }

  private static Made copies(int rows, int present, double values) {
    return Made.rows(rows)
        .numbers("x", row -> row < present ? row % values + 0.5 : Double.NaN)
        .numbers("y", row -> row % values + 0.5);
  }

  @Test
  void anEqualInputIsThereInHalfOfTheRowsAndANumberHasThreeValues() {
    assertFound(0, new EqualRule(), copies(40, 19, 7));
    assertFound(1, new EqualRule(), copies(40, 20, 7));
    assertFound(0, new EqualRule(), copies(40, 40, 2));
    assertFound(1, new EqualRule(), copies(40, 40, 3));
    assertFound(0, new EqualRule(), copies(19, 19, 3));
    assertFound(1, new EqualRule(), copies(20, 20, 3));
  }

  private static Made named(String name, int rows, IntToDoubleFunction of) {
    return Made.rows(rows).numbers("x", row -> row % 5).numbers(name, of).numbers("y", row -> row);
  }

  private static Made texts(int rows, int different) {
    return Made.rows(rows)
        .numbers("x", row -> row % 5)
        .texts("name", row -> "n" + Math.min(row, different - 1))
        .numbers("y", row -> row);
  }

  @Test
  void namesOfRowsAreNineTenthsOfTheTextsAndFiftyRisingNumbers() {
    assertFound(0, new IdentifierRule(), texts(100, 89));
    assertFound(1, new IdentifierRule(), texts(100, 90));
    assertFound(0, new IdentifierRule(), texts(19, 19));
    assertFound(1, new IdentifierRule(), texts(20, 20));
    assertFound(0, new IdentifierRule(), named("n", 49, row -> 3 * row));
    assertFound(1, new IdentifierRule(), named("n", 50, row -> 3 * row));
    assertFound(
        0, new IdentifierRule(), named("id", 200, row -> 7 * (Math.min(row, 196) * 89 % 199)));
    assertFound(
        1, new IdentifierRule(), named("id", 200, row -> 7 * (Math.min(row, 197) * 89 % 199)));
  }

  @Test
  void classesOfOneRowAreNamesWhereThereAreMoreThanAHundred() {
    for (var single : new int[] {100, 101}) {
      var made =
          Made.rows(400)
              .numbers("x", row -> row % 5)
              .texts("y", row -> row < single ? "s" + row : row % 2 == 0 ? "a" : "b");
      assertFound(single == 100 ? 1 : 0, new RareClassesRule(), made);
    }
  }

  /** Rows of a class among those of others, as many of each. */
  private static Made rare(int rows, int rare, int others) {
    return Made.rows(rows)
        .numbers("x", row -> row % 5)
        .texts("y", row -> row < rare ? "rare" : "c" + row % others);
  }

  /** Three twentieths of an equal share: 30 of 400 rows of two classes, 6 of 400 of ten. */
  @Test
  void aRareClassHasLessThanThreeTwentiethsOfItsShareAndTenRowsForWeightsToHelp() {
    assertFound(0, new RareClassesRule(), rare(400, 30, 1));
    assertFound(1, new RareClassesRule(), rare(400, 29, 1));
    assertFound(0, new RareClassesRule(), rare(2_000, 30, 9));
    assertFound(1, new RareClassesRule(), rare(2_000, 29, 9));
    for (var rows : new int[] {9, 10}) {
      var kind = rows == 10 ? Trap.Kind.IMBALANCE : Trap.Kind.SCARCE;
      assertEquals(kind, rare(400, rows, 1).find(new RareClassesRule()).getFirst().kind());
    }
    assertFound(1, new RareClassesRule(), rare(400, 2, 1));
    var single = rare(400, 1, 1).find(new RareClassesRule());
    assertEquals(List.of(Trap.Kind.SINGLE), single.stream().map(Trap::kind).toList());
    assertFound(0, new RareClassesRule(), rare(40, 3, 1));
    assertFound(1, new RareClassesRule(), rare(40, 2, 1));
    assertFound(1, new RareClassesRule(), rare(20_000, 20, 99));
    assertFound(0, new RareClassesRule(), rare(20_000, 20, 100));
  }

  /** Groups of four rows of one class, the last of each held out; then rows of groups of one. */
  private static Made groups(int groups, int alone, int held, int wrong) {
    var several = 4 * groups;
    return Made.rows(several + alone)
        .numbers("x", row -> row % 5)
        .texts("part", row -> row < several && row % 4 == 3 && row / 4 < held ? "test" : "train")
        .texts("who", row -> row < several ? "g" + row / 4 : "alone" + row)
        .texts(
            "y",
            row -> {
              var isWrong = row % 4 == 0 && row / 4 < wrong;
              return (row / 4 % 2 == 0) == isWrong ? "a" : "b";
            });
  }

  @Test
  void groupsAreTwentyOfHalfTheRowsWithFiveHeldOutAndAWrongRowInAHundred() {
    assertFound(0, new GroupRule(), groups(19, 0, 10, 0));
    assertFound(1, new GroupRule(), groups(20, 0, 10, 0));
    assertFound(0, new GroupRule(), groups(20, 81, 10, 0));
    assertFound(1, new GroupRule(), groups(20, 80, 10, 0));
    assertFound(0, new GroupRule(), groups(20, 0, 4, 0));
    assertFound(1, new GroupRule(), groups(20, 0, 5, 0));
    assertFound(0, new GroupRule(), groups(25, 0, 10, 2));
    assertFound(1, new GroupRule(), groups(25, 0, 10, 1));
  }

  /** A code of two values that gives the class away but in so many rows. */
  private static Made codes(int rows, int second, int wrong) {
    return Made.rows(rows)
        .numbers("x", row -> row % 5)
        .texts("code", row -> row < second ? "p" : "q")
        .texts("y", row -> row < second == row >= rows - wrong ? "yes" : "no");
  }

  /** A code of two values, and a number of such a variance about the mean of its code. */
  private static Made means(double variance) {
    var noise = Math.sqrt(variance);
    return Made.rows(2_000)
        .numbers("x", row -> row % 5)
        .texts("code", row -> row < 1_000 ? "p" : "q")
        .numbers("y", row -> (row < 1_000 ? -1 : 1) + (row % 2 == 0 ? noise : -noise));
  }

  @Test
  void anInputThatGivesTheTargetAwayErrsInARowOfAHundred() {
    assertFound(0, new DeterminesRule(), codes(39, 19, 0));
    assertFound(1, new DeterminesRule(), codes(40, 20, 0));
    assertFound(0, new DeterminesRule(), codes(200, 100, 3));
    assertFound(1, new DeterminesRule(), codes(200, 100, 2));
    assertFound(0, new DeterminesRule(), codes(400, 29, 4));
    assertFound(1, new DeterminesRule(), codes(400, 46, 4));
    assertFound(0, new DeterminesRule(), codes(200, 9, 0));
    assertFound(1, new DeterminesRule(), codes(200, 10, 0));
    assertFound(0, new DeterminesRule(), means(0.0012));
    assertFound(1, new DeterminesRule(), means(0.0008));
  }

  /** The last rows, held out, read like the first. */
  private static Made repeated(int held, int copies) {
    var rows = 500 + held;
    return Made.rows(rows)
        .held(held)
        .numbers("x", row -> row < rows - copies ? row + 0.5 : rows - row + 0.5)
        .numbers("y", row -> (row < rows - copies ? row : rows - row) % 7 + 0.5);
  }

  @Test
  void copiesAreThreeRowsAndFourInAThousandOfThoseHeldOut() {
    assertFound(0, new DuplicateRule(), repeated(100, 2));
    assertFound(1, new DuplicateRule(), repeated(100, 3));
    assertFound(0, new DuplicateRule(), repeated(1000, 3));
    assertFound(1, new DuplicateRule(), repeated(1000, 4));
  }
}
