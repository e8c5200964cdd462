package dev.neuralworkbench.data.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.prepare.SplitRule.Kind;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows that hang together are not parted. */
class RuledSplitTest {

  private static Table table(String text) throws TableFormatException {
    return TableReader.parse("t.csv", text);
  }

  private static List<RowSplit> folds(
      Preparation preparation, Table table, int count, int repetition, boolean watched) {
    var rows = Folds.rows(preparation, table);
    return Folds.of(preparation, table, rows, count, repetition, watched);
  }

  private static int mostFolds(Preparation preparation, Table table) {
    return Folds.most(preparation, table, Folds.rows(preparation, table));
  }

  /** 40 patients with one to seven rows each, a day each, and what the column says. */
  private static Table visits() throws TableFormatException {
    var text = new StringBuilder("patient,day,set,x,ill\n");
    var row = 0;
    for (var patient = 0; patient < 40; patient++) {
      for (var visit = 0; visit <= patient % 7; visit++) {
        text.append("p")
            .append(patient)
            .append(",2024-%02d-%02d".formatted(1 + row * 5 % 12, 1 + row * 11 % 28));
        text.append(patient % 5 == 0 ? ",Test" : patient % 5 == 1 ? ",val" : ",train");
        text.append(",").append(row * 0.5).append(row % 2 == 0 ? ",yes\n" : ",no\n");
        row++;
      }
    }
    return table(text.toString());
  }

  private static Preparation by(Kind kind, String column, Table table) {
    var split = Split.DEFAULT.withBy(new SplitRule(kind, column));
    return Preparation.defaults(table).withSplit(split);
  }

  private static Set<String> values(Table table, String column, int[] rows) {
    return IntStream.of(rows)
        .mapToObj(row -> table.column(column).text(row))
        .collect(Collectors.toSet());
  }

  @Test
  void aGroupIsInOnePartAndTheSharesAreNear() throws TableFormatException {
    var table = visits();
    var preparation = by(Kind.GROUP, "patient", table);
    assertEquals(List.of(), preparation.problems(table));
    var split = RowSplit.of(preparation, table);
    var seen = new HashSet<String>();
    for (var part : RowPart.values()) {
      for (var patient : values(table, "patient", split.rows(part))) {
        assertTrue(seen.add(patient), patient);
      }
    }
    assertEquals(40, seen.size());
    var rows = table.rows();
    assertEquals(0.15 * rows, split.test().length, 3.5);
    assertEquals(0.15 * rows, split.validation().length, 3.5);
    assertEquals(rows, split.training().length + split.validation().length + split.test().length);
    var again = RowSplit.of(by(Kind.GROUP, "patient", table), visits());
    assertArrayEquals(split.test(), again.test());
    var other = preparation.withSplit(preparation.split().withSeed(5));
    assertFalse(Arrays.equals(split.test(), RowSplit.of(other, table).test()));
  }

  @Test
  void theLastRowsAreTheTestAndThoseOfOneDayStayTogether() throws TableFormatException {
    var table = visits();
    var split = RowSplit.of(by(Kind.TIME, "day", table), table);
    var training = values(table, "day", split.training()).stream().sorted().toList();
    var validation = values(table, "day", split.validation()).stream().sorted().toList();
    var test = values(table, "day", split.test()).stream().sorted().toList();
    assertTrue(training.getLast().compareTo(validation.getFirst()) < 0);
    assertTrue(validation.getLast().compareTo(test.getFirst()) < 0);
    assertEquals(0.15 * table.rows(), split.test().length, 6);
  }

  @Test
  void daysOfOtherStylesAreOrderedAsDays() throws TableFormatException {
    var germans = table("d,x,y\n02.03.2024,1,a\n01.04.2024,2,b\n28.02.2024,3,a\n05.12.2023,4,b\n");
    var none = Split.NONE.withTest(0.25).withBy(new SplitRule(Kind.TIME, "d"));
    var split = RowSplit.of(Preparation.defaults(germans).withSplit(none), germans);
    assertArrayEquals(new int[] {1}, split.test());
    var americans = table("d,x,y\n2/3/2024,1,a\n12/25/2023,2,b\n1/31/2024,3,a\n1/2/2024,4,b\n");
    split = RowSplit.of(Preparation.defaults(americans).withSplit(none), americans);
    assertArrayEquals(new int[] {0}, split.test());
    var names =
        table("d,x,y\nJun 12 1998,1,a\nAug 1, 1997,2,b\nMar 3 1999,3,a\n".replace("1, 1", "1 1"));
    split = RowSplit.of(Preparation.defaults(names).withSplit(none.withTest(0.3)), names);
    assertArrayEquals(new int[] {2}, split.test());
    var hours = table("d,x,y\n2024-01-02T10:00,1,a\n2024-01-02T09:59,2,b\n2024-01-02,3,a\n");
    split = RowSplit.of(Preparation.defaults(hours).withSplit(none.withTest(0.3)), hours);
    assertArrayEquals(new int[] {0}, split.test());
  }

  @Test
  void aColumnSaysTheParts() throws TableFormatException {
    var table = visits();
    var split = RowSplit.of(by(Kind.PART, "set", table), table);
    assertEquals(Set.of("train"), values(table, "set", split.training()));
    assertEquals(Set.of("val"), values(table, "set", split.validation()));
    assertEquals(Set.of("Test"), values(table, "set", split.test()));
    var some = table("set,x,y\ntrain,1,a\n,2,b\ntest,3,a\ntrain,4,b\n");
    var parts = RowSplit.of(by(Kind.PART, "set", some), some);
    assertArrayEquals(new int[] {0, 3}, parts.training());
    assertArrayEquals(new int[] {2}, parts.test());
  }

  @Test
  void foldsKeepGroupsTogetherAndUseEveryRowOnce() throws TableFormatException {
    var table = visits();
    var divisions = folds(by(Kind.GROUP, "patient", table), table, 5, 0, true);
    Map<String, Integer> foldOf = new HashMap<>();
    var rows = 0;
    for (var fold = 0; fold < divisions.size(); fold++) {
      var division = divisions.get(fold);
      rows += division.test().length;
      for (var patient : values(table, "patient", division.test())) {
        assertEquals(null, foldOf.put(patient, fold));
      }
      var stopping = values(table, "patient", division.validation());
      stopping.retainAll(values(table, "patient", division.training()));
      assertEquals(Set.of(), stopping, "who decides when to stop teaches nothing");
    }
    assertEquals(table.rows(), rows);
    var sizes = divisions.stream().mapToInt(it -> it.test().length).summaryStatistics();
    assertTrue(sizes.getMax() - sizes.getMin() <= 7, sizes.toString());
  }

  @Test
  void trainingRowsCarryTheirGroupsToTheFoldsThatJudge() throws TableFormatException {
    var table = visits();
    var prepared = PreparedData.of(by(Kind.GROUP, "patient", table), table);
    var units = prepared.training().units();
    var rows = prepared.training().sourceRows();
    for (var i = 0; i < rows.length; i++) {
      for (var j = 0; j < i; j++) {
        var same =
            table.column("patient").text(rows[i]).equals(table.column("patient").text(rows[j]));
        assertEquals(same, units[i] == units[j]);
      }
    }
    var byChance = Preparation.defaults(table).withSplit(Split.DEFAULT);
    assertEquals(null, PreparedData.of(byChance, table).training().units());
  }

  private static Table rows(String name, String... values) throws TableFormatException {
    var text = new StringBuilder(name + ",x,y\n");
    for (var row = 0; row < values.length; row++) {
      text.append(values[row]).append(",").append(row % 7).append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    return table(text.toString());
  }

  private static String[] repeated(int each, String... values) {
    return Arrays.stream(values)
        .flatMap(value -> Stream.generate(() -> value).limit(each))
        .toArray(String[]::new);
  }

  @Test
  void partsThatAreWantedHaveRowsThoughTheTimesAreCoarse() throws TableFormatException {
    var years = rows("year", repeated(30, "2021", "2022", "2023"));
    var split = RowSplit.of(by(Kind.TIME, "year", years), years);
    assertEquals(Set.of("2023"), values(years, "year", split.test()));
    assertEquals(Set.of("2022"), values(years, "year", split.validation()));
    assertEquals(Set.of("2021"), values(years, "year", split.training()));
    var two = rows("year", repeated(30, "2021", "2022"));
    split = RowSplit.of(by(Kind.TIME, "year", two), two);
    assertEquals(Set.of("2022"), values(two, "year", split.test()));
    assertEquals(0, split.validation().length);
    var ends = rows("year", repeated(1, "1", "2", "3", "4", "5", "6", "7", "7", "7", "7"));
    split = RowSplit.of(by(Kind.TIME, "year", ends), ends);
    assertArrayEquals(new int[] {6, 7, 8, 9}, split.test());
    // 1.5 of ten rows are wanted: of one and two, which are equally near, the larger part.
    assertArrayEquals(new int[] {4, 5}, split.validation());
  }

  @Test
  void theCutIsAtTheNearestTimeOnEitherSide() throws TableFormatException {
    // 20 rows; 3 are wanted, and the last times have 2 and 5: the 2 are nearer than the 7.
    var text = new ArrayList<String>();
    IntStream.range(0, 13).forEach(day -> text.add("" + day));
    text.addAll(List.of(repeated(5, "50")));
    text.addAll(List.of(repeated(2, "60")));
    var table = rows("t", text.toArray(String[]::new));
    var none = Split.NONE.withTest(0.15).withBy(new SplitRule(Kind.TIME, "t"));
    var split = RowSplit.of(Preparation.defaults(table).withSplit(none), table);
    assertArrayEquals(new int[] {18, 19}, split.test());
  }

  @Test
  void rowsWithoutATimeAreTheEarliestAndStayTogether() throws TableFormatException {
    var days = "2024-01-01,2024-01-02,2024-01-03,2024-01-04".split(",");
    var text = new ArrayList<>(List.of(repeated(3, days)));
    text.addAll(4, List.of("", "", ""));
    var table = rows("day", text.toArray(String[]::new));
    var split = RowSplit.of(by(Kind.TIME, "day", table), table);
    assertTrue(IntStream.of(split.training()).anyMatch(row -> row == 4));
    assertTrue(IntStream.of(split.training()).anyMatch(row -> row == 6));
    assertEquals(Set.of("2024-01-04"), values(table, "day", split.test()));
    var empty = rows("day", repeated(9, ""));
    assertEquals("data.split.noTime", first(by(Kind.TIME, "day", empty), empty).key());
    var one = rows("day", repeated(9, "2024-01-01"));
    assertEquals("data.split.oneTime", first(by(Kind.TIME, "day", one), one).key());
  }

  @Test
  void fewLargeGroupsLeaveNoPartEmpty() throws TableFormatException {
    var table = rows("g", repeated(40, "a", "b", "c"));
    for (var seed = 0; seed < 6; seed++) {
      var preparation = by(Kind.GROUP, "g", table);
      preparation = preparation.withSplit(preparation.split().withSeed(seed));
      var split = RowSplit.of(preparation, table);
      for (var part : RowPart.values()) {
        assertEquals(1, values(table, "g", split.rows(part)).size(), "seed " + seed + " " + part);
      }
    }
    var greedy = by(Kind.GROUP, "g", table).split().withTest(0.7).withValidation(0.1);
    var split = RowSplit.of(Preparation.defaults(table).withSplit(greedy), table);
    assertEquals(40, split.test().length);
    assertEquals(40, split.validation().length);
  }

  @Test
  void foldsByTimeKeepRowsOfOneTimeTogether() throws TableFormatException {
    var values = IntStream.range(0, 90).mapToObj(row -> "" + (2000 + row / 13)).toList();
    var table = rows("year", values.toArray(String[]::new));
    var divisions = folds(by(Kind.TIME, "year", table), table, 4, 0, false);
    var seen = new HashSet<String>();
    for (var division : divisions) {
      assertTrue(division.test().length > 0);
      for (var year : values(table, "year", division.test())) {
        assertTrue(seen.add(year), year);
      }
    }
    assertEquals(7, seen.size());
    // Each fold is a run of years: of those between two of its own all are its own.
    for (var division : divisions) {
      var years = values(table, "year", division.test()).stream().mapToInt(Integer::parseInt);
      var span = years.summaryStatistics();
      assertEquals(span.getCount(), span.getMax() - span.getMin() + 1, span.toString());
    }
    assertEquals(7, mostFolds(by(Kind.TIME, "year", table), table));
    var many = rows("t", IntStream.range(0, 200).mapToObj(i -> "" + i).toArray(String[]::new));
    assertEquals(20, mostFolds(by(Kind.TIME, "t", many), many));
  }

  @Test
  void noFoldLosesARowOfWhichAColumnSaysThePart() throws TableFormatException {
    var values = new ArrayList<>(List.of(repeated(20, "train", "val", "test")));
    values.addAll(List.of("", "", ""));
    var table = rows("set", values.toArray(String[]::new));
    var preparation = by(Kind.PART, "set", table);
    for (var watched : List.of(true, false)) {
      var divisions = folds(preparation, table, 5, 0, watched);
      assertEquals(60, divisions.stream().mapToInt(it -> it.test().length).sum());
      for (var division : divisions) {
        var inFold =
            division.training().length + division.validation().length + division.test().length;
        assertEquals(60, inFold);
        var watching = values(table, "set", division.validation());
        assertEquals(watched ? Set.of("val") : Set.of(), watching);
        assertTrue(values(table, "set", division.training()).contains("test"));
      }
    }
  }

  @Test
  void asManyFoldsAsGroupsAtMost() throws TableFormatException {
    var table = rows("g", repeated(20, "a", "b", "c", "d"));
    var preparation = by(Kind.GROUP, "g", table);
    assertEquals(4, mostFolds(preparation, table));
    assertTrue(
        folds(preparation, table, 4, 0, false).stream().allMatch(it -> it.test().length == 20));
    assertThrows(IllegalArgumentException.class, () -> folds(preparation, table, 5, 0, false));
    assertEquals(2, DataShape.of(preparation, table).units());
  }

  @Test
  void whatAColumnCannotDecideIsToldInWords() throws TableFormatException {
    var table = visits();
    assertEquals("data.split.noColumn", first(by(Kind.GROUP, "gone", table), table).key());
    var noTime = first(by(Kind.TIME, "patient", table), table);
    assertEquals("data.split.noTime", noTime.key());
    assertEquals("p0", noTime.found());
    var noPart = first(by(Kind.PART, "patient", table), table);
    assertEquals("data.split.noPart", noPart.key());
    assertEquals("preparation.split.by.column", noPart.component());
    var one = table("g,x,y\na,1,a\na,2,b\na,3,a\n");
    assertEquals("data.split.oneGroup", first(by(Kind.GROUP, "g", one), one).key());
    var only = table("set,x,y\ntest,1,a\ntest,2,b\ntest,3,a\n");
    assertEquals("data.split.noTraining", first(by(Kind.PART, "set", only), only).key());
  }

  private static Problem first(Preparation preparation, Table table) {
    return preparation.problems(table).getFirst();
  }
}
