package dev.neuralworkbench.data.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers of a trap and its rows, counted by hand or the long way. */
class TrapNumbersTest {

  private static Planted planted(Trap.Kind kind) {
    return Planted.all().stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
  }

  private static Trap trap(Planted planted) {
    return Traps.of(planted.preparation(), planted.table(), Progress.NONE).getFirst();
  }

  @Test
  void aRemedyNeverLeavesNoInputAndNoTargetBehind() throws Exception {
    var text = new StringBuilder("copy,y\n");
    for (var row = 0; row < 60; row++) {
      text.append(row * 37 % 60).append(',').append(row * 37 % 60).append('\n');
    }
    var table = TableReader.parse("t.csv", text.toString());
    var preparation = Preparation.defaults(table).withRole(0, ColumnRole.INPUT, table);
    var trap = Traps.of(preparation, table, Progress.NONE).getFirst();
    assertEquals(Trap.Kind.EQUAL, trap.kind());
    assertEquals(List.of(), trap.remedies());
    // A trap of a moment ago, whose column is the target by now.
    var stale = trap.helpedBy(List.of(Trap.Remedy.IGNORE));
    var turned = preparation.withRole(0, ColumnRole.TARGET, table);
    assertEquals(turned, stale.remedied(turned, table));
  }

  @Test
  void aTimeInNumbersThatARemedyIgnoresIsAnInputAgainByChance() throws Exception {
    var text = new StringBuilder("year,x,y\n");
    for (var row = 0; row < 60; row++) {
      text.append(1960 + row)
          .append(',')
          .append(row % 7)
          .append(',')
          .append(row * 2.5)
          .append('\n');
    }
    var table = TableReader.parse("t.csv", text.toString());
    var preparation = Preparation.defaults(table);
    var trap = Trap.of(Trap.Kind.TIME, 0);
    var remedied = trap.remedied(preparation, table);
    assertEquals(ColumnRole.IGNORED, remedied.columns().getFirst().role());
    assertEquals(preparation, remedied.dividedBy(null, table));
  }

  @Test
  void testScoresAreLookedAtTooOftenFromTheFifthOn() {
    assertTrue(Traps.looked(4).isEmpty());
    var trap = Traps.looked(5).orElseThrow();
    assertEquals(Trap.Kind.LOOKED, trap.kind());
    assertEquals(List.of(5), trap.arguments());
  }

  private static int[] heldOut(RowSplit split) {
    return IntStream.concat(IntStream.of(split.validation()), IntStream.of(split.test()))
        .sorted()
        .toArray();
  }

  private static String text(Table table, int row) {
    return table.columns().stream().map(column -> column.text(row)).toList().toString();
  }

  private static List<Integer> first(int[] rows) {
    return IntStream.of(rows).limit(6).boxed().toList();
  }

  @Test
  void copiesAreTheHeldOutRowsThatReadLikeATrainingRow() {
    var planted = planted(Trap.Kind.DUPLICATES);
    var table = planted.table();
    assertEquals(240, table.rows());
    var split = RowSplit.of(planted.preparation(), table);
    var training = IntStream.of(split.training()).mapToObj(row -> text(table, row)).toList();
    var held = heldOut(split);
    var copies = IntStream.of(held).filter(row -> training.contains(text(table, row))).toArray();
    var trap = trap(planted);
    assertEquals(copies.length, trap.rows().count());
    assertTrue(copies.length > 6);
    assertEquals(first(copies), trap.rows().first());
    var original = split.training()[training.indexOf(text(table, copies[0]))];
    assertEquals(
        List.of(copies.length, held.length, original + 1, copies[0] + 1), trap.arguments());
  }

  @Test
  void unseenAreTheHeldOutRowsWhoseCategoryNoTrainingRowHas() {
    var planted = planted(Trap.Kind.UNSEEN);
    var town = Objects.requireNonNull(planted.table().column("town"));
    var split = RowSplit.of(planted.preparation(), planted.table());
    var known = new HashSet<String>();
    IntStream.of(split.training()).forEach(row -> known.add(town.text(row)));
    var held = heldOut(split);
    var unseen = IntStream.of(held).filter(row -> !known.contains(town.text(row))).toArray();
    var trap = trap(planted);
    assertEquals(List.of("town", unseen.length, held.length), trap.arguments());
    assertEquals(first(unseen), trap.rows().first());
  }

  @Test
  void groupsAreCountedAndSoAreHeldOutRowsOfKnownOnes() {
    var planted = planted(Trap.Kind.GROUP);
    var patient = Objects.requireNonNull(planted.table().column("patient"));
    var split = RowSplit.of(planted.preparation(), planted.table());
    var known = new HashSet<String>();
    IntStream.of(split.training()).forEach(row -> known.add(patient.text(row)));
    var held = heldOut(split);
    var met = IntStream.of(held).filter(row -> known.contains(patient.text(row))).toArray();
    assertEquals(
        List.of("patient", "target", 60, met.length, held.length), trap(planted).arguments());
  }

  @Test
  void aReasonAnswersEveryRowButTheOneThatWasWrittenWrong() {
    var planted = planted(Trap.Kind.DETERMINES_CLASS);
    var yes = new HashMap<String, Integer>();
    var target = Objects.requireNonNull(planted.table().column("target"));
    IntStream.range(0, 1_500).forEach(row -> yes.merge(target.text(row), 1, Integer::sum));
    var most = Math.max(yes.get("yes"), yes.get("no"));
    assertEquals(List.of("reason", "target", 1_500, 1_499, most), trap(planted).arguments());
  }

  @Test
  void rowsOfARareClassAndOfARareValueAreNamed() {
    var single = trap(planted(Trap.Kind.SINGLE));
    assertEquals(new Trap.Rows(1, List.of(41)), single.rows());
    assertEquals(List.of(1, List.of("rare"), "target"), single.arguments());
    var nearly = trap(planted(Trap.Kind.NEARLY_CONSTANT));
    assertEquals(new Trap.Rows(3, List.of(10, 500, 777)), nearly.rows());
    assertEquals(List.of(1, List.of("switch"), 3, 1_000), nearly.arguments());
  }

  @Test
  void rareClassesAreToldWithTheirRowsAndThoseThatAreHeldOut() {
    var frauds = planted(Trap.Kind.IMBALANCE);
    var target = Objects.requireNonNull(frauds.table().column("target"));
    var rows =
        IntStream.range(0, 3_000).filter(row -> target.text(row).equals("fraud")).boxed().toList();
    var training = RowSplit.of(frauds.preparation(), frauds.table()).training();
    var learned = (int) IntStream.of(training).filter(rows::contains).count();
    var count = rows.size();
    assertTrue(learned > 0 && learned < count && count < 225, count + " rows");
    var trap = trap(frauds);
    assertEquals(new Trap.Rows(count, rows.subList(0, 6)), trap.rows());
    assertEquals(
        List.of(
            1,
            List.of("fraud"),
            "target",
            count,
            count - learned,
            3_000,
            count / 3_000.0,
            3_000 - count),
        trap.arguments());
    var scarce = trap(planted(Trap.Kind.SCARCE));
    assertEquals(new Trap.Rows(6, List.of(7, 67, 127, 187, 247, 307)), scarce.rows());
    assertEquals(List.of(1, List.of("omL"), "target", 6), scarce.arguments().subList(0, 4));
    assertEquals(10, scarce.arguments().getLast());
  }

  @Test
  void ofSeveralRareClassesTheRarestIsNamedFirst() {
    var texts =
        IntStream.range(0, 1_000)
            .mapToObj(i -> i < 12 ? "b" : i < 23 ? "c" : i < 43 ? "a" : "d" + i % 2);
    var table =
        Table.of(
            "several",
            NumberColumn.of("x", IntStream.range(0, 1_000).mapToDouble(i -> i * 37 % 11).toArray()),
            TextColumn.of("y", texts.toArray(String[]::new)));
    var trap = TrapsTest.find(table).getFirst();
    assertEquals(Trap.Kind.IMBALANCE, trap.kind());
    assertEquals(List.of(3, List.of("c", "b", "a"), "y", 43), trap.arguments().subList(0, 4));
  }

  @Test
  void aTargetThatSwitchesOnceInTheMiddleIsAllOfTheVarianceBetweenStretches() {
    var days =
        IntStream.range(0, 100).mapToObj(i -> "%d.%d.2020".formatted(i % 28 + 1, i / 28 + 1));
    var table =
        Table.of(
            "switched",
            TextColumn.of("day", days.toArray(String[]::new)),
            NumberColumn.of("x", IntStream.range(0, 100).mapToDouble(i -> i * 37 % 11).toArray()),
            NumberColumn.of(
                "y", IntStream.range(0, 100).mapToDouble(i -> i < 50 ? 0.5 : 1.5).toArray()));
    var found = TrapsTest.find(table);
    assertEquals(List.of(Trap.Kind.TIME), TrapsTest.kinds(found));
    assertEquals(List.of("day", "y", 1.0, 15), found.getFirst().arguments());
  }

  @Test
  void valuesAnswerByTheirRowsAndBetweenThemByTheNearest() {
    var cells = new double[] {4, 2, 1, 2, 2, 99};
    var classes = new double[] {0, 1, 0, 1, 0, 5};
    var known = LoneInput.KnownValues.of(cells, classes, 0, 5, true, false);
    assertEquals(List.of(0.0, 1.0, 0.0), answers(known, 1, 2, 4));
    assertEquals(List.of(1.0, 0.0, 0.0), answers(known, 2.9, 3.1, 50));
    assertEquals(0, known.answerApart(2));
    var names = LoneInput.KnownValues.of(cells, classes, 0, 5, true, true);
    assertEquals(List.of(1.0, 0.0), answers(names, 2, 2.1));
    assertEquals(0, names.answer(Double.NaN));
  }

  /** Learned from 1: 10, 3: (20 + 40) / 2, nothing: 7. */
  @Test
  void numbersAnswerOnTheLineBetweenTheirNeighbours() {
    var known =
        LoneInput.KnownValues.of(
            new double[] {3, Double.NaN, 1, 3}, new double[] {20, 7, 10, 40}, 0, 4, false, false);
    assertEquals(List.of(30.0, 20.0, 10.0, 7.0), answers(known, 3, 2, 1, Double.NaN));
    assertTrue(known.reaches(1) && known.reaches(Double.NaN) && !known.reaches(3.1));
  }

  private static List<Double> answers(LoneInput.KnownValues known, double... values) {
    return Arrays.stream(values).map(known::answer).boxed().toList();
  }
}
