package dev.neuralworkbench.data.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.split.SplitSummary;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands in a table and is no data: each rule just below its limit, at it, and mended. */
class HonestRowsTest {

  /** The only trap of a kind; null where there is none. */
  private static Trap find(Trap.Kind kind, Preparation preparation, Table table) {
    var found =
        Traps.of(preparation, table, Progress.NONE).stream()
            .filter(it -> it.kind() == kind)
            .toList();
    assertTrue(found.size() <= 1, found::toString);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static Trap find(Trap.Kind kind, Table table) {
    return find(kind, Preparation.defaults(table), table);
  }

  /** The choices after the first remedy, of which the rule says nothing any more. */
  private static Preparation mended(Trap trap, Table table) {
    var after = trap.remedied(Preparation.defaults(table), table);
    assertEquals(null, find(trap.kind(), after, table));
    return after;
  }

  private static Table table(String head, int rows, IntFunction<String> of, String... more) {
    var lines = new ArrayList<String>(List.of(head));
    IntStream.range(0, rows).mapToObj(of).forEach(lines::add);
    lines.addAll(List.of(more));
    return Tables.parse(lines.toArray(String[]::new));
  }

  /** Regions with sales of 10, 11, 12 … and costs of 1, 2, 3 …: 10 rows sum up to 145 and 55. */
  private static Table sales(String... more) {
    return table(
        "region,sales,costs,year", 10, i -> "r%d,%d,%d,2020".formatted(i % 3, 10 + i, 1 + i), more);
  }

  @Test
  void totalsAreTold() {
    var total = sales("Total,145,55,2020");
    var trap = find(Trap.Kind.TOTAL, total);
    assertEquals(List.of(1, 11, "Total"), trap.arguments());
    assertEquals(List.of(10), trap.rows().first());
    var usable = UsableRows.of(mended(trap, total), total);
    assertEquals(10, usable.rows().length);
    assertEquals(1, usable.leftOut());
  }

  @Test
  void subtotalsAndTheGrandTotalAreTold() {
    var table =
        sales(
            "Subtotal,145,55,2020",
            "r1,5,5,2020",
            "r2,6,7,2020",
            "sum,11,12,2020",
            "Grand total:,156,67,2020");
    assertEquals(List.of(10, 13, 14), find(Trap.Kind.TOTAL, table).rows().first());
  }

  @Test
  void aTotalNeedsItsSum() {
    assertEquals(null, find(Trap.Kind.TOTAL, sales("Total,300,99,2020")), "other sums");
    assertEquals(null, find(Trap.Kind.TOTAL, sales("r1,145,77,2021")), "one column alone, no name");
    assertEquals(
        List.of(10), find(Trap.Kind.TOTAL, sales("r1,145,55,20200")).rows().first(), "two columns");
    // 145 · 1.002 = 145.29: rounded sums still are some.
    assertEquals(11, find(Trap.Kind.TOTAL, sales("Total,145.28,54.9,2020")).arguments().get(1));
    assertEquals(null, find(Trap.Kind.TOTAL, sales("Total,145.4,54.8,2020")));
  }

  @Test
  void aNamedTotalNeedsTheSumOfOneColumnAndStandsAboveNotes() {
    var codes = sales("Total,145,999,2020", "Source: office,,,");
    assertEquals(List.of(10), find(Trap.Kind.TOTAL, codes).rows().first());
    assertEquals(null, find(Trap.Kind.TOTAL, sales("west,145,999,2020")));
    assertEquals(
        List.of(10), find(Trap.Kind.TOTAL, sales(",145,55,", "Source: office,,,")).rows().first());
  }

  @Test
  void aTotalAndANoteAreKnownByTheirTextsAmongNumbers() {
    var table =
        table(
            "id,x,y",
            30,
            i -> "%d,%d,%d".formatted(100 + i, i * 7 % 11, i % 2),
            "TOTAL,146,15",
            "n = 30,,");
    assertEquals(List.of(1, 31, "TOTAL"), find(Trap.Kind.TOTAL, table).arguments());
    assertEquals(List.of(1, 32, "n = 30"), find(Trap.Kind.NOTE, table).arguments());
    assertEquals(List.of(0), find(Trap.Kind.IDENTIFIER, table).columns());
  }

  @Test
  void aNoteMayHoldAComma() {
    IntFunction<String> row =
        i ->
            IntStream.range(0, 9)
                .mapToObj(k -> "" + (i * 7 + k * k) % 9)
                .collect(Collectors.joining(","));
    var head = "a,b,c,d,e,f,g,h,y";
    var two = table(head, 20, row, "Source: office, preliminary,,,,,,,");
    assertEquals(List.of(20), find(Trap.Kind.NOTE, two).rows().first());
    var three = table(head, 20, row, "1,2,3,,,,,,");
    var eight = head.substring(2);
    var fewer = table(eight, 20, i -> row.apply(i).substring(2), "1,2,,,,,,");
    assertEquals(null, find(Trap.Kind.NOTE, fewer), "two of eight are a case");
    assertEquals(null, find(Trap.Kind.NOTE, three), "three of nine are a case");
  }

  @Test
  void notesBlankLinesAndRepeatedNamesAreTold() {
    var names =
        Table.of(
            "t",
            TextColumn.of("a", "x", "y", "x", "a", "y", "x", "y"),
            NumberColumn.of("b", 1, 2, 3, Double.NaN, 5, 6, 7),
            TextColumn.of("c", "p", "q", "p", "c", "q", "p", "q"));
    assertEquals(List.of(3), find(Trap.Kind.NOTE, names).rows().first());
    var lines = sales("Source: office,,,", ",,,");
    assertEquals(List.of(10, 11), find(Trap.Kind.NOTE, lines).rows().first());
    mended(find(Trap.Kind.NOTE, lines), lines);
    assertEquals(null, find(Trap.Kind.NOTE, sales("Source,1,,")), "two values are a case");
  }

  @Test
  void aRowThatIsLeftOutMakesNoClass() {
    var table =
        table(
            "x,s,y",
            40,
            i -> "%d,%s,%s".formatted(i, "pq".charAt(i % 2), "ab".charAt(i % 3 / 2)),
            "x,s,y");
    var out = Preparation.defaults(table).withLeftOut(RowFilter.NONE.and(40));
    var data = PreparedData.of(out, table);
    assertEquals(List.of("a", "b"), ((ClassTarget) data.preprocessor().target()).classes());
    assertEquals(2, DataShape.of(out, table).classes());
    assertEquals(List.of("a", "b"), SplitSummary.of(out, table).classes());
    var one =
        out.withLeftOut(
            new RowFilter(
                List.of(), new RowFilter.Condition("y", RowFilter.Comparison.EQUAL, "b")));
    assertEquals(List.of(), one.withLeftOut(one.filter()).problems(table), "a and y are two");
    var both = one.withLeftOut(one.filter().and(40));
    assertEquals("data.target.oneClass", both.problems(table).getFirst().key());
  }

  @Test
  void aTableFullOfGapsHasNoNotes() {
    var gaps = table("a,b,c,d", 40, i -> i % 2 == 0 ? "x,,," : ",1,,2");
    assertEquals(null, find(Trap.Kind.NOTE, gaps));
    var alone = table("a,b,c,d", 40, i -> i == 7 ? ",,,2" : "x,1,3," + i % 2);
    assertEquals(null, find(Trap.Kind.NOTE, alone), "a target alone lacks its inputs");
  }

  @Test
  void codesOfMissingNumbersAreTold() {
    IntFunction<String> age = i -> "%d,%d".formatted(i % 7 == 0 ? -99 : 18 + 2 * (i % 30), i % 2);
    var table = table("age,y", 60, age);
    var trap = find(Trap.Kind.SENTINEL, table);
    assertEquals(List.of("age", "-99", 9, "18", "76"), trap.arguments());
    var after = mended(trap, table);
    var cleaned = after.cleaned(table);
    assertEquals(9, cleaned.column(0).missing());
    assertEquals(0, table.column(0).missing(), "the table stays as it is");
    // pandas: df.age.replace(-99, numpy.nan).mean()
    assertEquals(
        46.94117647058823,
        IntStream.range(0, 60)
            .mapToDouble(cleaned.column(0)::value)
            .filter(it -> !Double.isNaN(it))
            .average()
            .orElseThrow(),
        1e-12);
  }

  @Test
  void oneCodeOfSeveralColumnsIsToldOnceAndTakenAsMissingInAll() {
    var table =
        table(
            "q1,q2,q3,y",
            60,
            i ->
                "%d,%d,%d,%d"
                    .formatted(i % 9 == 4 ? -99 : i % 5, i % 8 == 1 ? -99 : i % 4, i % 5, i % 2));
    assertEquals(null, find(Trap.Kind.SENTINEL, table));
    var trap = find(Trap.Kind.SENTINELS, table);
    assertEquals(List.of(2, List.of("q1", "q2"), "-99", 15), trap.arguments());
    var cleaned = mended(trap, table).cleaned(table);
    assertEquals(
        List.of(7, 8, 0),
        IntStream.range(0, 3).mapToObj(i -> cleaned.column(i).missing()).toList());
  }

  @Test
  void theOnlyNegativeNumberIsNear() {
    IntFunction<String> income =
        i -> "%d,%d".formatted(i % 10 == 3 ? -99 : 15_000 + 900 * i, i % 2);
    assertEquals(8, find(Trap.Kind.SENTINEL, table("income,y", 80, income)).arguments().get(2));
    IntFunction<String> balance = i -> "%d,%d".formatted(i % 10 == 3 ? -99 : 900 * i - 50, i % 2);
    assertEquals(null, find(Trap.Kind.SENTINEL, table("balance,y", 80, balance)));
  }

  @Test
  void aCodeIsFarAndRepeated() {
    // Ages from 18 to 76 span 58: half of it is 29.
    IntFunction<String> near = i -> "%d,%d".formatted(i % 7 == 0 ? 99 : 18 + 2 * (i % 30), i % 2);
    assertEquals(null, find(Trap.Kind.SENTINEL, table("age,y", 60, near)), "99 is 23 away");
    IntFunction<String> far = i -> "%d,%d".formatted(i % 7 == 0 ? 999 : 18 + 2 * (i % 30), i % 2);
    assertEquals("999", find(Trap.Kind.SENTINEL, table("age,y", 60, far)).arguments().get(1));
    IntFunction<String> twice = i -> "%d,%d".formatted(i < 2 ? 999 : 18 + 2 * (i % 30), i % 2);
    assertEquals(null, find(Trap.Kind.SENTINEL, table("age,y", 60, twice)), "two cells");
    IntFunction<String> other = i -> "%d,%d".formatted(i % 7 == 0 ? 900 : 18 + 2 * (i % 30), i % 2);
    assertEquals(null, find(Trap.Kind.SENTINEL, table("age,y", 60, other)), "no nines");
  }

  @Test
  void twoCodesOfOneColumnAreBothTold() {
    IntFunction<String> both =
        i -> "%d,%d".formatted(i % 9 == 0 ? -99 : i % 9 == 1 ? 999 : 18 + i % 40, i % 2);
    var table = table("age,y", 90, both);
    var found =
        Traps.of(Preparation.defaults(table), table, Progress.NONE).stream()
            .filter(it -> it.kind() == Trap.Kind.SENTINEL)
            .map(it -> String.valueOf(it.arguments().get(1)))
            .sorted()
            .toList();
    assertEquals(List.of("-99", "999"), found);
  }

  @Test
  void datesThatStandForNoneAreTold() {
    IntFunction<String> born =
        i ->
            "%s,%d,%d"
                .formatted(
                    i % 8 == 0 ? "1900-01-01" : "19%d-0%d-11".formatted(80 + i % 19, 1 + i % 9),
                    i % 5,
                    i % 2);
    var table = table("born,x,y", 96, born);
    var preparation = Preparation.defaults(table).withRole(0, ColumnRole.INPUT, table);
    var trap = find(Trap.Kind.SENTINEL, preparation, table);
    assertEquals(List.of("born", "1900-01-01", 12), trap.arguments().subList(0, 3));
    assertEquals(12, trap.remedied(preparation, table).cleaned(table).column(0).missing());
  }

  @Test
  void spellingsOfOneCategoryAreMerged() {
    var names =
        List.of(
            "Yes",
            "Yes",
            "yes",
            "NO",
            "No",
            "No",
            "São Paulo",
            "Sao Paulo",
            "Sao  paulo",
            "Sao Paulo");
    var table = table("x,answer", 40, i -> i % 4 + "," + names.get(i % 10));
    var trap = find(Trap.Kind.SPELLING, table);
    // OpenRefine's fingerprint makes these three clusters.
    assertEquals(
        List.of("NO", "Sao  paulo", "São Paulo", "yes"),
        ((List<?>) trap.arguments().get(1)).stream().sorted().toList());
    assertEquals(
        List.of("No", "Sao Paulo", "Yes"),
        ((List<?>) trap.arguments().get(2)).stream().sorted().toList());
    assertEquals(16, trap.arguments().get(3));
    var cleaned = mended(trap, table).cleaned(table);
    assertEquals(
        "Yes,Yes,Yes,No",
        String.join(
            ",",
            cleaned.column(1).text(0),
            cleaned.column(1).text(1),
            cleaned.column(1).text(2),
            cleaned.column(1).text(3)));
  }

  @Test
  void lettersAndOtherWordsAreNoSpellings() {
    assertEquals(
        null,
        find(
            Trap.Kind.SPELLING,
            table("x,gene", 20, i -> i % 4 + "," + List.of("a", "A").get(i % 2))));
    assertEquals(
        null,
        find(
            Trap.Kind.SPELLING,
            table(
                "x,s",
                20,
                i -> i % 4 + "," + List.of("<5", ">5", "C", "C++", "1.5", "15").get(i % 6))));
  }

  @Test
  void cellsMergedOverRowsAreFilledDown() {
    var table =
        table(
            "region,x,y", 30, i -> "%s,%d,%d".formatted(i % 5 == 0 ? "region " + i : "", i, i % 2));
    assertEquals(ColumnRole.IGNORED, Preparation.defaults(table).columns().getFirst().role());
    var trap = find(Trap.Kind.MERGED_CELLS, table);
    assertEquals(List.of("region", 24, 30), trap.arguments());
    var after = mended(trap, table);
    assertEquals(ColumnRole.INPUT, after.columns().getFirst().role());
    var region = after.cleaned(table).column(0);
    assertEquals(
        List.of("region 0", "region 0", "region 5", "region 25"),
        List.of(region.text(0), region.text(4), region.text(5), region.text(29)));
    var again =
        table(
            "region,x,y",
            30,
            i -> "%s,%d,%d".formatted(i % 5 == 0 ? "region " + i % 10 : "", i, i % 2));
    assertEquals(null, find(Trap.Kind.MERGED_CELLS, again), "names come back");
    var few =
        table(
            "region,x,y",
            30,
            i -> "%s,%d,%d".formatted(i % 5 > 1 || i == 0 ? "r" + i : "", i, i % 2));
    assertEquals(null, find(Trap.Kind.MERGED_CELLS, few), "11 of 30 are empty: 0.37");
  }

  @Test
  void inputsThatAreMostlyMissingAreTold() {
    var most =
        table("x,z,y", 40, i -> "%d,%s,%d".formatted(i, i < 15 ? "" + (i * i) % 7 : "", i % 2));
    var trap = find(Trap.Kind.MOSTLY_MISSING, most);
    assertEquals(List.of("z", 25, 40, 0.625), trap.arguments());
    assertEquals(List.of(Trap.Remedy.IGNORE, Trap.Remedy.INDICATE), trap.remedies());
    var indicated = trap.remedied(Trap.Remedy.INDICATE, Preparation.defaults(most), most);
    assertEquals("z.missing", indicated.engineered().getFirst().name());
    assertEquals(null, find(Trap.Kind.MOSTLY_MISSING, indicated, most));
    var some =
        table("x,z,y", 40, i -> "%d,%s,%d".formatted(i, i < 16 ? "" + (i * i) % 7 : "", i % 2));
    assertEquals(null, find(Trap.Kind.MOSTLY_MISSING, some), "24 of 40 are 0.6");
    var names =
        table(
            "x,z,y",
            40,
            i -> "%d,%s,%d".formatted(i, i < 9 ? List.of("red", "blue").get(i % 2) : "", i % 2));
    assertEquals(null, find(Trap.Kind.MOSTLY_MISSING, names), "a lack is a category of its own");
    var mean = Preparation.defaults(names).withMissing(MissingValues.MEAN);
    var told = find(Trap.Kind.MOSTLY_MISSING, mean, names);
    var own = told.remedied(Trap.Remedy.INDICATE, mean, names);
    assertEquals(MissingValues.OWN, own.columns().get(1).missing());
  }

  @Test
  void copiesStayOnOneSide() {
    var table =
        table(
            "a,b,c,y",
            120,
            i -> "%d,%d,%d,%d".formatted(i % 60 * 37 % 101, i % 60 * 91 % 103, i % 60, i % 2));
    var trap = find(Trap.Kind.DUPLICATES, table);
    assertEquals(List.of(Trap.Remedy.KEEP_TOGETHER, Trap.Remedy.LEAVE_OUT), trap.remedies());
    var together = mended(trap, table);
    var split = RowSplit.of(together, table);
    for (var row : split.test()) {
      assertTrue(IntStream.of(split.training()).noneMatch(it -> it % 60 == row % 60), "row " + row);
    }
    assertEquals(120, split.training().length + split.validation().length + split.test().length);
    assertEquals(18, split.test().length, 2);
    var out = trap.remedied(Trap.Remedy.LEAVE_OUT, Preparation.defaults(table), table);
    assertEquals(null, find(Trap.Kind.DUPLICATES, out, table));
  }
}
