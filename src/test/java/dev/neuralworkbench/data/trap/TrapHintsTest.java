package dev.neuralworkbench.data.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rules whose traps may be honest: just below each limit and just above. */
class TrapHintsTest {

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

    /** Numbers that tell nothing. */
    Made idle(int count) {
      for (var i = 0; i < count; i++) {
        var seed = 11 + i;
        numbers("idle" + i, row -> spread(row, seed));
      }
      return this;
    }

    TrapScan look() {
      var table = new Table("t", columns, rows);
      var preparation = Preparation.defaults(table);
      for (var i = 0; i < columns.size() - 1; i++) {
        preparation = preparation.withRole(i, ColumnRole.INPUT, table);
      }
      return new TrapScan(preparation, table);
    }

    List<Trap> find(TrapRule rule) {
      return rule.find(look());
    }
  }

  /** Numbers from −0.5 to 0.5 that have nothing to do with each other, the same in Python. */
  private static double spread(int row, int seed) {
    var mixed = (row * 2_654_435_761L + seed * 40_503L) % 4_294_967_296L;
    mixed = (mixed ^ (mixed >> 13)) * 1_274_126_177L % 4_294_967_296L;
    return ((mixed ^ (mixed >> 16)) & 0xFFFF) / 65_536.0 - 0.5;
  }

  private static void assertFound(int traps, TrapRule rule, Made made) {
    assertEquals(traps, made.find(rule).size());
  }

  /** On another scale than the target, with noise of so many of its deviations. */
  private static Made noisy(int rows, double noise) {
    return Made.rows(rows)
        .idle(2)
        .numbers("copy", row -> 10 * (spread(row, 1) + noise * spread(row, 2)) + 7)
        .numbers("y", row -> spread(row, 1));
  }

  /** On the target's own scale. */
  private static Made copy(double noise, double shift, double stretch) {
    return Made.rows(1_000)
        .idle(2)
        .numbers("copy", row -> stretch * spread(row, 1) + noise * spread(row, 2) + shift)
        .numbers("y", row -> spread(row, 1));
  }

  private static double open(Made made, int input) {
    return made.look().alone(input).open();
  }

  @Test
  void aNoisyCopyLeavesOpenTwentyFifthsAndOnItsScaleThreeTenths() {
    for (var noise : new double[] {0.05, 0.10, 0.15, 0.18}) {
      assertTrue(open(noisy(1_000, noise), 2) <= 0.04);
      assertFound(1, new StrongRule(), noisy(1_000, noise));
    }
    assertTrue(open(noisy(1_000, 0.21), 2) > 0.04);
    assertFound(0, new StrongRule(), noisy(1_000, 0.21));
    assertTrue(open(copy(0.60, 0, 1), 2) <= 0.3);
    assertFound(1, new StrongRule(), copy(0.60, 0, 1));
    assertTrue(open(copy(0.70, 0, 1), 2) > 0.3);
    assertFound(0, new StrongRule(), copy(0.70, 0, 1));
    // A deviation of the target is 0.289: a tenth of it, and of the slope.
    assertFound(1, new StrongRule(), copy(0.4, 0.02, 1));
    assertFound(0, new StrongRule(), copy(0.4, 0.04, 1));
    assertFound(1, new StrongRule(), copy(0.4, 0, 1.08));
    assertFound(0, new StrongRule(), copy(0.4, 0, 1.13));
    assertFound(0, new StrongRule(), noisy(39, 0.05));
    assertFound(1, new StrongRule(), noisy(40, 0.05));
  }

  /** NumPy's squared correlation of both columns: np.corrcoef(copy, y)[0, 1] ** 2. */
  @Test
  void whatACopyTellsIsWhatNumPySaysOfIt() {
    var told = List.of(0.997417, 0.989726, 0.977125);
    for (var i = 0; i < 3; i++) {
      var trap = noisy(1_000, 0.05 * (i + 1)).find(new StrongRule()).getFirst();
      assertEquals(Trap.Kind.STRONG_NUMBER, trap.kind());
      assertEquals(List.of("copy", "y"), trap.arguments().subList(0, 2));
      assertEquals(told.get(i), (double) trap.arguments().get(3), 0.004);
    }
  }

  /** NumPy's polyfit of ten cells below the value and ten above; classes counted by hand. */
  @Test
  void nearbyRowsAnswerLikeALineThroughTwentyOfThemOrTheirMostFrequentClass() {
    var cells = IntStream.range(0, 60).mapToDouble(i -> i * i / 10.0).toArray();
    var targets = IntStream.range(0, 60).mapToDouble(i -> spread(i, 5)).toArray();
    var near = new NearbyRows(cells, targets, 0);
    assertEquals(NUMPY[0], near.answer(-1), 1e-9);
    assertEquals(NUMPY[1], near.answer(90), 1e-9);
    assertEquals(NUMPY[2], near.answer(349), 1e-9);
    var classes =
        IntStream.range(0, 60).mapToDouble(i -> i < 31 ? i % 3 == 0 ? 2 : 1 : 0).toArray();
    var ofClass = new NearbyRows(cells, classes, 3);
    assertEquals(1, ofClass.answer(0));
    // Rows 18 to 37: five, eight and seven of the classes 2, 1 and 0; from 19 on four, eight,
    // eight.
    assertEquals(1, ofClass.answer(78));
    assertEquals(0, ofClass.answer(80));
  }

  private static final double[] NUMPY = {-0.013452232917, -0.013595804151, -0.163326466112};

  /** A number set to so many values. */
  private static Made steps(int values) {
    return Made.rows(1_000)
        .idle(2)
        .numbers("set", row -> 100 * Math.floor((spread(row, 1) + 0.5) * values))
        .numbers("y", row -> spread(row, 1));
  }

  @Test
  void aNumberOfFewerThanThirtyValuesWasSet() {
    assertFound(0, new StrongRule(), steps(29));
    assertFound(1, new StrongRule(), steps(30));
  }

  /** Codes, with so many values for the two classes, wrong in so many of the first rows each. */
  private static Made codes(int rows, int rare, int values, int idle, int... wrong) {
    var made = Made.rows(rows).idle(idle);
    for (var i = 0; i < wrong.length; i++) {
      var count = wrong[i];
      made.texts(
          "code" + i,
          row -> {
            var isRare = row % (rows / rare) == 0;
            var isWrong =
                row % (rows / rare) < 2 && row / (rows / rare) * 2 + row % (rows / rare) < count;
            return isRare != isWrong ? "r" : "n" + row / 7 % (values - 1);
          });
    }
    return made.texts("y", row -> row % (rows / rare) == 0 ? "yes" : "no");
  }

  @Test
  void aClassIsToldInNineteenRowsOfTwentyOrByItsOwnCodeInAFewLess() {
    assertFound(1, new StrongRule(), codes(1_000, 500, 3, 2, 50));
    assertFound(0, new StrongRule(), codes(1_000, 500, 3, 2, 51));
    assertFound(1, new StrongRule(), codes(1_000, 500, 2, 2, 70));
    assertFound(0, new StrongRule(), codes(1_000, 500, 2, 2, 71));
    // Where more than half of the inputs are such codes, they are none of the target's.
    assertFound(1, new StrongRule(), codes(1_000, 500, 2, 2, 60, 400));
    assertFound(0, new StrongRule(), codes(1_000, 500, 2, 1, 60, 400));
    assertFound(1, new StrongRule(), codes(1_000, 100, 2, 2, 35));
    assertFound(0, new StrongRule(), codes(1_000, 100, 2, 2, 36));
    assertFound(1, new StrongRule(), codes(200, 10, 2, 2, 2));
    assertFound(0, new StrongRule(), codes(207, 9, 2, 2, 2));
  }

  @Test
  void whatStandsOutLeavesAQuarterOfTheOthersOpenAndHasPeersInAQuarterOfTheInputs() {
    assertFound(1, new StrongRule(), codes(1_000, 500, 3, 2, 40, 162));
    assertFound(0, new StrongRule(), codes(1_000, 500, 3, 2, 40, 160));
    assertFound(2, new StrongRule(), codes(1_000, 500, 3, 6, 40, 42));
    assertFound(0, new StrongRule(), codes(1_000, 500, 3, 5, 40, 42));
  }

  /** net + tax = gross but in so many rows. */
  private static Made invoices(int rows, int wrong) {
    return Made.rows(rows)
        .numbers("net", row -> cents(100 * spread(row, 1)))
        .idle(1)
        .numbers("tax", row -> cents(20 * spread(row, 2)))
        .numbers(
            "gross",
            row ->
                cents(100 * spread(row, 1)) + cents(20 * spread(row, 2)) + (row < wrong ? 9 : 0));
  }

  private static double cents(double value) {
    return Math.rint(value * 100) / 100;
  }

  @Test
  void aSumIsRightInNineteenRowsOfTwenty() {
    var trap = invoices(1_000, 50).find(new SumRule()).getFirst();
    assertEquals(Trap.Kind.SUM, trap.kind());
    assertEquals(List.of(0, 2), trap.columns());
    assertEquals(
        List.of("gross", "\u201cnet\u201d + \u201ctax\u201d", 950, 1_000, 2), trap.arguments());
    assertFound(0, new SumRule(), invoices(1_000, 51));
    assertFound(0, new SumRule(), invoices(19, 0));
    assertFound(1, new SumRule(), invoices(20, 0));
  }

  private static Made worked(IntToDoubleFunction target) {
    return Made.rows(200)
        .numbers("a", row -> a(row))
        .numbers("b", row -> b(row))
        .idle(1)
        .numbers("c", row -> c(row))
        .numbers("y", target);
  }

  private static double a(int row) {
    return 3 + 10 * spread(row, 1);
  }

  private static double b(int row) {
    return 2 + 3 * spread(row, 2);
  }

  private static double c(int row) {
    return 5 * spread(row, 3);
  }

  private static String formula(IntToDoubleFunction target) {
    var found = worked(target).find(new SumRule());
    return found.isEmpty()
        ? ""
        : found
            .getFirst()
            .arguments()
            .get(1)
            .toString()
            .replace('\u201c', ' ')
            .replace('\u201d', ' ');
  }

  @Test
  void theShortestFormulaOfUpToThreeInputsIsTold() {
    assertEquals(" a ", formula(row -> row % 40 == 0 ? 1 : a(row)));
    assertEquals(" a  +  b ", formula(row -> a(row) + b(row)));
    assertEquals(" b  \u2212  a ", formula(row -> b(row) - a(row)));
    assertEquals(" a  +  b  +  c ", formula(row -> a(row) + b(row) + c(row)));
    assertEquals(" a  +  c  \u2212  b ", formula(row -> a(row) - b(row) + c(row)));
    assertEquals(" b  \u2212  a  \u2212  c ", formula(row -> b(row) - a(row) - c(row)));
    assertEquals("", formula(row -> a(row) + b(row) / 2));
    assertEquals("", formula(row -> a(row) + b(row) + 1e-3 * c(row)));
  }

  /** The target alone is rounded, to whole numbers; half of its values lie so far apart. */
  private static Made rounded(double apart) {
    return Made.rows(400)
        .numbers("a", row -> apart * 2 * row / 400)
        .numbers("b", row -> 3 * spread(row, 2))
        .numbers("y", row -> Math.rint(apart * 2 * row / 400 + 3 * spread(row, 2)));
  }

  @Test
  void whatRoundingExplainsIsNoDifferenceWhereTargetsLieFarApart() {
    assertFound(1, new SumRule(), rounded(53));
    assertFound(0, new SumRule(), rounded(47));
  }

  private static Made gaps(int present, int values, int idle) {
    return Made.rows(400)
        .idle(idle)
        .numbers("a", row -> row < present ? row % values + 0.5 : Double.NaN)
        .numbers("b", row -> row / values % 2)
        .numbers("y", row -> row % values + row / values % 2 + 0.5);
  }

  @Test
  void aSumTakesHalfOfTheRowsAndEightDifferentTargets() {
    assertFound(1, new SumRule(), gaps(200, 31, 1));
    assertFound(0, new SumRule(), gaps(199, 31, 1));
    // Targets of 0.5 to 6.5, and to 7.5.
    assertFound(0, new SumRule(), gaps(400, 6, 1));
    assertFound(1, new SumRule(), gaps(400, 7, 1));
  }

  private static Made after(int idle, int terms) {
    return Made.rows(60)
        .idle(idle)
        .numbers("a", row -> a(row))
        .numbers("b", row -> b(row))
        .numbers("c", row -> c(row))
        .numbers("y", row -> a(row) + b(row) + (terms > 2 ? c(row) : 0));
  }

  @Test
  void ofManyInputsTheFirstAreAsked() {
    assertFound(1, new SumRule(), after(57, 3));
    assertFound(0, new SumRule(), after(58, 3));
    assertFound(1, new SumRule(), after(498, 2));
    assertFound(0, new SumRule(), after(499, 2));
  }

  /** A counter in rows that are in the order of the target, with so many larger steps. */
  private static Made pages(int rows, int aPage, int larger) {
    return Made.rows(rows)
        .idle(1)
        .numbers(
            "page",
            row -> Math.floorDiv(row, aPage) + 3.0 * Math.min(Math.floorDiv(row, aPage), larger))
        .numbers("y", row -> row + 20 * spread(row, 4));
  }

  @Test
  void aCounterHasFiftyRowsAndTwentyValuesNineTenthsOfThemBySteps() {
    var trap = pages(100, 4, 0).find(new OrderRule()).getFirst();
    assertEquals(Trap.Kind.ORDER_NUMBER, trap.kind());
    assertEquals(List.of("page", "y"), trap.arguments().subList(0, 2));
    assertFound(0, new OrderRule(), pages(49, 2, 0));
    assertFound(1, new OrderRule(), pages(50, 2, 0));
    assertFound(0, new OrderRule(), pages(57, 3, 0));
    assertFound(1, new OrderRule(), pages(60, 3, 0));
    assertFound(1, new OrderRule(), pages(82, 2, 4));
    assertFound(0, new OrderRule(), pages(82, 2, 5));
  }

  @Test
  void aCounterGoesOneWayAndTellsHalf() {
    IntToDoubleFunction falling = row -> Math.ceilDiv(-row, 4) / 8.0;
    var classes = Made.rows(200).idle(1).numbers("left", falling);
    classes.texts("y", row -> row < 90 ? "a" : "b");
    assertEquals(Trap.Kind.ORDER_CLASS, classes.find(new OrderRule()).getFirst().kind());
    var back = Made.rows(200).idle(1).numbers("n", row -> row == 150 ? 0 : row / 4);
    assertFound(0, new OrderRule(), back.texts("y", row -> row < 90 ? "a" : "b"));
    var idle = Made.rows(200).idle(1).numbers("n", row -> Math.floorDiv(row, 4));
    assertFound(0, new OrderRule(), idle.texts("y", row -> spread(row, 9) < 0 ? "a" : "b"));
  }

  /** Whole numbers in no order, none twice, from 0 up to so many. */
  private static Made numbered(int rows, int range) {
    return Made.rows(rows)
        .idle(1)
        .numbers("n", row -> row * 7 % rows == rows - 1 ? range - 1 : row * 7 % rows)
        .numbers("y", row -> spread(row, 3));
  }

  @Test
  void fiftyRowsAreNumberedByTheHalfOfARange() {
    assertFound(1, new IdentifierRule(), numbered(50, 100));
    assertFound(0, new IdentifierRule(), numbered(50, 101));
    assertFound(0, new IdentifierRule(), numbered(48, 60));
  }

  @Test
  void whatMayBeHonestIsToldLast() {
    var kinds = List.of(Trap.Kind.values());
    var hints = kinds.subList(kinds.size() - 5, kinds.size());
    assertEquals(
        List.of(
            Trap.Kind.SUM,
            Trap.Kind.ORDER_CLASS,
            Trap.Kind.ORDER_NUMBER,
            Trap.Kind.STRONG_CLASS,
            Trap.Kind.STRONG_NUMBER),
        hints);
    for (var kind : Trap.Kind.values()) {
      assertEquals(!hints.contains(kind), kind.isCertain());
    }
  }
}
