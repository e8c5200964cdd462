package dev.neuralworkbench.data.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twenty tables with a trap in them, and nineteen that others published and use. */
class TrapsTest {

  private record Real(String file, String target, String ignored) {
    Real(String file, String target) {
      this(file, target, "");
    }
  }

  /** The last column is the target where none is named. */
  private static final List<Real> CLEAN =
      List.of(
          new Real("breast-cancer.arff", ""),
          new Real("contact-lenses.arff", ""),
          new Real("cpu.arff", ""),
          new Real("credit-g.arff.gz", ""),
          new Real("glass.arff", ""),
          new Real("soybean.arff.gz", ""),
          new Real("vote.arff", ""),
          new Real("haberman.csv", ""),
          new Real("wheat-seeds.csv", ""),
          new Real("sonar.csv", ""),
          new Real("mpg.csv", "mpg"),
          new Real("penguins.csv", "species"),
          new Real("tips.csv", "tip"),
          new Real("titanic.csv", "survived", "alive"));

  @Test
  void everyPlantedTrapIsCaughtAndNothingElse() {
    var wrong = new ArrayList<String>();
    for (var planted : Planted.all()) {
      var found = Traps.of(planted.preparation(), planted.table(), Progress.NONE);
      var blamed =
          found.stream()
              .flatMap(trap -> trap.columns().stream())
              .map(column -> planted.table().column(column).name())
              .toList();
      if (!kinds(found).equals(List.of(planted.kind())) || !blamed.equals(planted.columns())) {
        wrong.add(planted.name() + ": " + found);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void tablesThatOthersPublishedRaiseNoAlarm() throws TableFormatException {
    var alarms = new ArrayList<String>();
    for (var real : CLEAN) {
      var table = read(real.file());
      Traps.of(preparation(real, table), table, Progress.NONE)
          .forEach(trap -> alarms.add(real.file() + ": " + trap));
    }
    var samples =
        Stream.of(BundledSample.values()).filter(sample -> sample.table().rows() >= 100).toList();
    for (var sample : samples) {
      find(sample.table()).forEach(trap -> alarms.add(sample + ": " + trap));
    }
    assertEquals(19, CLEAN.size() + samples.size());
    assertEquals(List.of(), alarms);
  }

  @ParameterizedTest
  @EnumSource
  void setsMadeByARuleRaiseNoAlarm(SampleKind kind) {
    assertEquals(List.of(), find(GeneratedSample.of(kind).table()));
  }

  @Test
  void realTablesThatDeserveAnAlarmGetIt() throws TableFormatException {
    var titanic = read("titanic.csv");
    var alive = Traps.of(preparation(new Real("", "survived"), titanic), titanic, Progress.NONE);
    assertEquals(List.of(Trap.Kind.EQUAL), kinds(alive));
    assertEquals(List.of("alive", "survived", 891), alive.getFirst().arguments());
    var labor = find(read("labor.arff"));
    assertEquals(2, labor.size());
    labor.forEach(it -> assertEquals(Trap.Kind.MOSTLY_MISSING, it.kind()));
    var wine = find(read("winequality-red.csv"));
    assertEquals(List.of(Trap.Kind.DUPLICATES, Trap.Kind.IMBALANCE), kinds(wine));
    // By pandas 10 wines of quality 3, 18 of 8, 53 of 4, 199 of 7, 638 of 6 and 681 of 5.
    var rare = wine.getLast().arguments();
    assertEquals(List.of(2, List.of("3", "8")), rare.subList(0, 2));
    assertEquals(28, rare.get(3));
    var gapminder = read("gapminder.csv");
    var countries = preparation(new Real("", "cluster"), gapminder);
    var country = Traps.of(countries, gapminder, Progress.NONE);
    assertEquals(List.of(Trap.Kind.GROUP), kinds(country));
    assertEquals("country", country.getFirst().arguments().getFirst());
    assertEquals(62, country.getFirst().arguments().get(2));
    assertEquals(List.of(Trap.Kind.TIME), kinds(find(read("stocks.csv"))));
    var broods = find(read("nitrofen.csv"));
    assertEquals(List.of(Trap.Kind.SUM), kinds(broods));
    assertEquals("“brood1” + “brood2” + “brood3”", broods.getFirst().arguments().get(1));
  }

  @Test
  void ignoringWhatIsToBlameTakesTheTrapAway() {
    for (var planted : Planted.all()) {
      var trap = Traps.of(planted.preparation(), planted.table(), Progress.NONE).getFirst();
      var remedied = trap.remedied(planted.preparation(), planted.table());
      if (trap.remedies().isEmpty()) {
        assertEquals(planted.preparation(), remedied);
      } else if (trap.remedies().getFirst() == Trap.Remedy.BALANCE) {
        assertEquals(planted.preparation().withBalanced(true), remedied);
        assertEquals(List.of(), Traps.of(remedied, planted.table(), Progress.NONE));
      } else {
        trap.columns()
            .forEach(it -> assertEquals(ColumnRole.IGNORED, remedied.columns().get(it).role()));
        var left = Traps.of(remedied, planted.table(), Progress.NONE);
        assertEquals(List.of(), kinds(left));
      }
    }
  }

  @Test
  void theGravestComesFirstAndTheSameTableGivesTheSameList() {
    var planted = Planted.all().getFirst();
    var table =
        new Table(
            "several",
            Stream.concat(
                    Stream.of(constant(planted.table().rows())), planted.table().columns().stream())
                .toList(),
            planted.table().rows());
    var found = find(table);
    assertEquals(List.of(Trap.Kind.EQUAL, Trap.Kind.CONSTANT), kinds(found));
    assertEquals(found, find(table));
  }

  private static Column constant(int rows) {
    return NumberColumn.of("one", new double[rows]);
  }

  @Test
  void withoutHeldOutRowsNothingStandsOnBothSides() {
    for (var planted : Planted.all()) {
      var split = planted.preparation().split().withTest(0).withValidation(0);
      var found = Traps.of(planted.preparation().withSplit(split), planted.table(), Progress.NONE);
      assertFalse(
          kinds(found).stream()
              .anyMatch(
                  List.of(Trap.Kind.DUPLICATES, Trap.Kind.TIME, Trap.Kind.UNSEEN, Trap.Kind.GROUP)
                      ::contains));
    }
  }

  @Test
  void workThatIsNotWantedAnyMoreEnds() {
    var planted = Planted.all().getFirst();
    assertThrows(
        CancellationException.class,
        () -> Traps.of(planted.preparation(), planted.table(), () -> true));
  }

  @Test
  void namesOfRowsThatWereMadeAnInputAreCaught() {
    var planted =
        Planted.make("names", Trap.Kind.IDENTIFIER, 80, 3)
            .texts("name", (_, i) -> "n" + i)
            .honest(3)
            .classes();
    assertEquals(List.of(), find(planted.table()));
    var chosen = planted.with("name", ColumnRole.INPUT);
    var found = Traps.of(chosen, planted.table(), Progress.NONE);
    assertEquals(List.of(Trap.Kind.IDENTIFIER), kinds(found));
    assertEquals(List.of("name", 80, 80), found.getFirst().arguments());
  }

  @Test
  void aFunctionOfItsOnlyInputIsNoTrap() {
    var planted =
        Planted.make("square", Trap.Kind.DETERMINES_NUMBER, 100, 1)
            .numbers("x", (_, i) -> i)
            .numbers("y", (_, i) -> i * i / 7.0)
            .plant();
    assertEquals(List.of(), find(planted.table()));
    assertTrue(planted.preparation().inputs().size() == 1);
  }

  static List<Trap> find(Table table) {
    return Traps.of(Preparation.defaults(table), table, Progress.NONE);
  }

  static List<Trap.Kind> kinds(List<Trap> traps) {
    return traps.stream().map(Trap::kind).toList();
  }

  private static Table read(String file) throws TableFormatException {
    return new TableReader().read(Path.of("src/test/resources/traps", file), Progress.NONE);
  }

  private static Preparation preparation(Real real, Table table) {
    var preparation = Preparation.defaults(table);
    if (!real.target().isEmpty()) {
      preparation = preparation.withRole(table.indexOf(real.target()), ColumnRole.TARGET, table);
    }
    if (!real.ignored().isEmpty()) {
      preparation = preparation.withRole(table.indexOf(real.ignored()), ColumnRole.IGNORED, table);
    }
    return preparation;
  }
}
