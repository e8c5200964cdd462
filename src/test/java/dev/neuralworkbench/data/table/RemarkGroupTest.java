package dev.neuralworkbench.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.RemarkGroup.Remedy;
import dev.neuralworkbench.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemarkGroupTest {

  private static final int COLUMNS = 300;

  /** Numbers in each column, and in the third and the fifth row a mark. */
  private static String survey(IntFunction<String> mark) {
    return IntStream.range(0, 12)
        .mapToObj(
            row ->
                IntStream.range(0, COLUMNS)
                    .mapToObj(
                        i -> row == 0 ? "q" + i : row == 3 || row == 5 ? mark.apply(i) : row + ".5")
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n"));
  }

  private static Table read(String text, ReadingChoices choices) throws TableFormatException {
    var source = TableSource.of("t.csv", text.getBytes(StandardCharsets.UTF_8));
    return new TableReader().with(choices).read(source, Progress.NONE);
  }

  private static List<RemarkGroup> groups(Table table) {
    return RemarkGroup.of(Objects.requireNonNull(table.reading()).remarks());
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "q" + i).toList();
  }

  private static List<RemarkGroup> marked(int marks) {
    return RemarkGroup.of(IntStream.range(0, marks).mapToObj(i -> slip("c" + i, "m" + i)).toList());
  }

  private static Remark slip(String column, String mark) {
    return new Remark("reading.slips", true, column, List.of(column, 1, 9, mark, 3));
  }

  @Test
  void columnsThatHoldTheSameTextAreToldAtOnceAndPutRightAtOnce() throws TableFormatException {
    var text = survey(i -> i < 150 ? "refused" : i < 298 ? "skipped" : "odd" + i);
    var groups = groups(read(text, ReadingChoices.NONE));
    assertEquals(
        List.of("refused", "skipped", "odd298", "odd299"),
        groups.stream().map(RemarkGroup::mark).toList());
    assertEquals(names(0, 150), groups.get(0).columns());
    assertEquals(names(150, 298), groups.get(1).columns());
    assertEquals(List.of(Remedy.MISSING, Remedy.NUMBER), groups.get(0).remedies());

    var without = groups.get(0).remedied(Remedy.MISSING, ReadingChoices.NONE);
    assertEquals(List.of("refused"), without.missing());
    var table = read(text, without);
    assertTrue(table.columns().subList(0, 150).stream().allMatch(NumberColumn.class::isInstance));
    assertTrue(table.columns().subList(150, 300).stream().allMatch(TextColumn.class::isInstance));
    assertEquals("skipped", groups(table).get(0).mark());

    var numbers = read(text, groups.get(1).remedied(Remedy.NUMBER, without));
    assertEquals(
        298,
        numbers.columns().stream().filter(NumberColumn.class::isInstance).count(),
        "all but 2");
    // Of these no cell is a number that was not one before.
    assertEquals(2, numbers.column(200).missing());
    var told = groups(numbers).stream().filter(it -> !it.doubtful()).toList();
    assertEquals("skipped", told.getFirst().mark());
    assertEquals(List.of(Remedy.FOUND), told.getFirst().remedies());
    var again = told.getFirst().remedied(Remedy.FOUND, numbers.reading().choices());
    assertEquals(without, again);
  }

  @Test
  void manyTextsOfFewColumnsAreToldTogether() throws TableFormatException {
    assertEquals(List.of(1, 1, 1, 1), marked(4).stream().map(it -> it.remarks().size()).toList());
    var groups = marked(5);
    assertEquals(1, groups.size());
    assertEquals(List.of("c0", "c1", "c2", "c3", "c4"), groups.getLast().columns());
    assertEquals("", groups.getLast().mark());
    assertEquals(List.of(Remedy.NUMBER), groups.getLast().remedies(), "no text that all hold");
    var all = groups(read(survey(i -> "odd" + i), ReadingChoices.NONE));
    assertEquals(List.of(COLUMNS), all.stream().map(it -> it.remarks().size()).toList());
  }

  /** The largest groups keep their texts, wherever their columns stand. */
  @Test
  void theLargestGroupsStay() {
    var marks = List.of("a", "b", "c", "d", "e", "e", "d", "e", "a", "c");
    var remarks =
        IntStream.range(0, marks.size()).mapToObj(i -> slip("c" + i, marks.get(i))).toList();
    var groups = RemarkGroup.of(remarks);
    assertEquals(List.of("e", "a", "c", ""), groups.stream().map(RemarkGroup::mark).toList());
    assertEquals(List.of("c4", "c5", "c7"), groups.getFirst().columns());
    assertEquals(List.of("c3", "c6", "c1"), groups.getLast().columns());
  }

  /** A longer text is shortened in its remark, so no cell would be like it. */
  @Test
  void aShortenedTextCannotBeTakenForMissing() throws TableFormatException {
    for (var length : List.of(40, 41)) {
      var groups = groups(read(survey(_ -> "x".repeat(length)), ReadingChoices.NONE));
      assertEquals(1, groups.size());
      assertEquals(
          length == 40, groups.getFirst().remedies().contains(Remedy.MISSING), length + "");
    }
  }

  @Test
  void whatIsDoubtfulIsToldApartAndOrderStays() {
    var sheets = Remark.of("reading.sheets", true, "a", 2);
    var doubt = new Remark("reading.refused", true, "x", List.of("x", 5, "none"));
    var sure = new Remark("reading.refused", false, "y", List.of("y", 1, "none"));
    assertEquals(
        List.of(List.of(sheets), List.of(doubt), List.of(sure)),
        RemarkGroup.of(List.of(sheets, doubt, sure)).stream().map(RemarkGroup::remarks).toList());
  }
}
