package dev.neuralworkbench.data.prepare;

import static dev.neuralworkbench.data.prepare.ColumnRole.IGNORED;
import static dev.neuralworkbench.data.prepare.ColumnRole.INPUT;
import static dev.neuralworkbench.data.prepare.ColumnRole.TARGET;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreparationTest {

  private static Table targets(String... values) {
    var lines = new String[values.length + 1];
    lines[0] = "x,y";
    for (var i = 0; i < values.length; i++) {
      lines[i + 1] = i * i + "," + values[i];
    }
    return Tables.parse(lines);
  }

  private static ProblemType type(String... values) {
    return Preparation.defaults(targets(values)).problemType();
  }

  private static List<ColumnRole> roles(Table table) {
    return Preparation.defaults(table).columns().stream().map(ColumnPlan::role).toList();
  }

  private static List<String> keys(Preparation preparation, Table table) {
    return preparation.problems(table).stream().map(Problem::key).toList();
  }

  @Test
  void wholeNumbersThatRepeatAreClasses() {
    assertEquals(ProblemType.CLASSIFICATION, type("0", "1", "1", "0"));
    assertEquals(ProblemType.CLASSIFICATION, type("a", "b", "c"));
    assertEquals(ProblemType.REGRESSION, type("1", "3", "5", "7"));
    assertEquals(ProblemType.REGRESSION, type("0", "0", "0", "1"), "one value only once");
    assertEquals(ProblemType.REGRESSION, type("0.5", "0.5", "1", "1"), "not whole");
  }

  @Test
  void aColumnThatDividesIsNoInputAndIsWhatItWasWithoutIt() {
    var table = Tables.parse("who,x,z,y", "p,1,2,a", "p,2,3,b", "q,3,1,a", "q,4,5,b");
    var usual = Preparation.defaults(table).withRole(0, ColumnRole.INPUT, table);
    var rule = new SplitRule(SplitRule.Kind.GROUP, "who");
    var divided = usual.dividedBy(rule, table);
    assertEquals(ColumnRole.IGNORED, divided.columns().getFirst().role());
    assertEquals(usual, divided.dividedBy(null, table));
    var ofOther = divided.dividedBy(new SplitRule(SplitRule.Kind.GROUP, "x"), table);
    assertEquals(ColumnRole.INPUT, ofOther.columns().getFirst().role());
    var ignored = usual.withRole(0, ColumnRole.IGNORED, table);
    assertEquals(ignored, ignored.dividedBy(rule, table).dividedBy(null, table));
  }

  @Test
  void upToTwentyDifferentWholeNumbersAreClasses() {
    var twenty = IntStream.range(0, 40).mapToObj(i -> "" + i % 20).toArray(String[]::new);
    var more = IntStream.range(0, 42).mapToObj(i -> "" + i % 21).toArray(String[]::new);
    assertEquals(ProblemType.CLASSIFICATION, type(twenty));
    assertEquals(ProblemType.REGRESSION, type(more));
  }

  @Test
  void aColumnWithoutAValueIsNoTarget() {
    var table = Tables.parse("x,y,later,", "1,a,,", "2,b,,", "3,a,,");
    assertEquals(List.of(ColumnRole.INPUT, ColumnRole.TARGET, ColumnRole.IGNORED), roles(table));
  }

  /** As tables of MNIST are written: the class, then 8 × 8 pixels, the last of which is empty. */
  @Test
  void theClassBeforeImagesIsTheTarget() {
    var pixels = IntStream.range(0, 64).mapToObj(i -> "pixel" + i).toList();
    var ink = "0,".repeat(30) + "9," + "0,".repeat(32) + "0";
    var header = "label," + String.join(",", pixels);
    var table = Tables.parse(header, "1," + ink, "2," + ink, "1," + ink, "2," + ink);
    var target = Preparation.defaults(table).target().orElseThrow();
    assertEquals(new ColumnPlan("label", TARGET, ColumnKind.CATEGORY), target);
    var turned = Tables.parse(header.substring(6) + ",label", ink + ",1", ink + ",2", ink + ",2");
    assertEquals("label", Preparation.defaults(turned).target().orElseThrow().name());
  }

  @Test
  void lastColumnIsTheTargetAndTheSplitDependsOnTheRows() {
    var iris = Preparation.defaults(Tables.iris());
    assertEquals("species", iris.target().orElseThrow().name());
    assertEquals(4, iris.inputs().size());
    assertEquals(new Split(0, 0.15, true, 0), iris.split());
    assertEquals(new Split(0, 0.15, true, 0), splitOf(2999));
    assertEquals(new Split(0.15, 0.15, true, 0), splitOf(3000));
    assertEquals(Split.NONE, splitOf(19));
    assertEquals(List.of(), iris.problems(Tables.iris()));
  }

  private static Split splitOf(int rows) {
    var numbers = IntStream.range(0, rows).mapToObj(i -> "" + i).toArray(String[]::new);
    return Preparation.defaults(targets(numbers)).split();
  }

  @Test
  void columnsThatOnlyNameOrCountTheirRowsAreIgnored() {
    assertEquals(
        List.of(IGNORED, IGNORED, INPUT, INPUT, IGNORED, TARGET),
        roles(Tables.parse("Id,who,city,x,gap,y", "1,ann,P,2,,0", "2,bob,P,3,,1", "3,eve,Q,4,,1")));
    assertEquals(
        List.of(IGNORED, INPUT, TARGET), roles(Tables.parse(",x,y", "0,5,1.5", "1,6,2.5")));
    assertEquals(
        List.of(INPUT, INPUT, TARGET), roles(Tables.parse("1,2,1", "2,3,3", "3,4,5")), "no header");
    assertEquals(List.of(INPUT, TARGET), roles(Tables.parse("id,y", "1,5", "2,6")), "no other");
  }

  @Test
  void newTargetIsUnderstoodByTheRuleAndTheFormerBecomesAnInput() {
    var table = Tables.parse("a,b,c", "1,0,x", "2,1,y", "3,1,x", "4,0,y");
    var preparation = Preparation.defaults(table).withRole(1, TARGET, table);
    assertEquals(
        List.of(
            new ColumnPlan("a", INPUT, ColumnKind.NUMBER),
            new ColumnPlan("b", TARGET, ColumnKind.CATEGORY),
            new ColumnPlan("c", INPUT, ColumnKind.CATEGORY)),
        preparation.columns());
    var none = preparation.withRole(1, IGNORED, table);
    assertEquals(new ColumnPlan("b", IGNORED, ColumnKind.NUMBER), none.columns().get(1));
    assertEquals(List.of("data.target.none"), keys(none, table));
  }

  @Test
  void textInANumberColumnIsNamedWithItsRow() {
    var table = Tables.parse("a,y", "1,0.5", "ten,1.5", "3,2.5");
    var preparation =
        Preparation.defaults(table).withRole(0, INPUT, table).withKind(0, ColumnKind.NUMBER);
    assertEquals(
        List.of(
            new Problem(
                "data.cell.notNumber", "preparation.columns[0]", Place.cell("a", 2), null, "ten")),
        preparation.problems(table));
  }

  @Test
  void targetsThatTeachNothingAreRefused() {
    assertEquals(List.of("data.target.oneClass"), keysOfDefaults(targets("a", "a", "a")));
    assertEquals(List.of("data.target.oneClass"), keysOfDefaults(targets("1", "1", "")));
    assertEquals(List.of("data.target.oneValue"), keysOfDefaults(targets("1.5", "1.5", "")));
    var empty = targets("", "?", "NA");
    var chosen = Preparation.defaults(empty).withRole(1, ColumnRole.TARGET, empty);
    assertEquals(List.of("data.target.allMissing"), keys(chosen, empty));
    var names = IntStream.range(0, 30).mapToObj(i -> "n" + i).toArray(String[]::new);
    assertEquals(List.of("data.target.allDifferent.text"), keysOfDefaults(targets(names)));
    var numbers = IntStream.range(0, 30).mapToObj(Integer::toString).toArray(String[]::new);
    var table = targets(numbers);
    var classes = Preparation.defaults(table).withKind(1, ColumnKind.CATEGORY);
    assertEquals(List.of("data.target.allDifferent"), keys(classes, table));
  }

  @Test
  void targetOfTooManyClassesIsRefused() {
    var thousand = IntStream.range(0, 2000).mapToObj(i -> "n" + i / 2).toArray(String[]::new);
    assertEquals(List.of(), keysOfDefaults(targets(thousand)));
    var more = IntStream.range(0, 2002).mapToObj(i -> "n" + i / 2).toArray(String[]::new);
    var table = targets(more);
    assertEquals(
        List.of(
            new Problem(
                "data.target.tooManyClasses.text",
                "preparation.target",
                Place.column(table.columns().getLast().name()),
                1000,
                1001)),
        Preparation.defaults(table).problems(table));
  }

  private static List<String> keysOfDefaults(Table table) {
    return keys(Preparation.defaults(table), table);
  }

  @Test
  void sharesOutsideTheirRangeAreRefusedWhereTheyStand() {
    var table = Tables.iris();
    var preparation = Preparation.defaults(table);
    var components =
        preparation.withSplit(new Split(1, -0.1, true, 0)).problems(table).stream()
            .map(Problem::component)
            .collect(Collectors.toSet());
    assertEquals(
        java.util.Set.of("preparation.split.validation", "preparation.split.test"), components);
    assertEquals(
        List.of("data.split.sum"),
        keys(preparation.withSplit(new Split(0.5, 0.5, true, 0)), table));
  }

  @Test
  void otherTableIsRefused() {
    var preparation = Preparation.defaults(Tables.iris());
    assertEquals(List.of("data.columns.differ"), keys(preparation, targets("1", "2")));
  }

  @Test
  void columnsThatCannotBeUsedAreRefused() {
    var table = Tables.parse("a,b,y", "1e31,,1.5", "2,,2.5");
    var preparation = Preparation.defaults(table);
    assertEquals(List.of("data.column.tooLarge"), keys(preparation, table));
    assertTrue(
        keys(preparation.withRole(1, INPUT, table), table).contains("data.column.allMissing"));
    var none = preparation.withRole(0, IGNORED, table);
    assertEquals(List.of("data.inputs.none"), keys(none, table));
  }

  @Test
  void droppingEveryRowIsRefused() {
    var table = Tables.parse("a,b,y", "1,,1.5", ",2,2.5");
    var preparation = Preparation.defaults(table).withMissing(MissingValues.DROP_ROW);
    assertEquals(List.of("data.rows.noneComplete"), keys(preparation, table));
  }

  @Test
  void datesOfManyDaysAreNoInputsAndFewOnesAre() throws TableFormatException {
    for (var days : new int[] {5, 300}) {
      var text = new StringBuilder("day,x,y\n");
      for (var row = 0; row < 900; row++) {
        var date = java.time.LocalDate.of(2015, 1, 1).plusDays(row % days);
        text.append(date).append(',').append(row * 0.5).append(',').append(row % 7 * 1.5);
        text.append('\n');
      }
      var plan = Preparation.defaults(TableReader.parse("t.csv", text.toString())).columns();
      assertEquals(
          days > 100 ? ColumnRole.IGNORED : ColumnRole.INPUT, plan.getFirst().role(), days + "");
    }
  }
}
