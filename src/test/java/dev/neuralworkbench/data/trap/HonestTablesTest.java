package dev.neuralworkbench.data.trap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.RemarkGroup;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sixteen tables as people keep them, opened without a choice and cleaned by pressing what is
 * proposed first: then every cell is what a careful user of pandas ends with ({@code
 * src/test/python/reading.py}), and whatever was guessed or deceives has been said.
 */
class HonestTablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "logger.csv | temperature reading.odd, counts reading.odd | -",
        "survey.csv | income reading.odd, grade reading.slips | -",
        "umsatz.csv | reading.encoding.guessed, Umsatz reading.unit, Anteil reading.unit | -",
        "cars.csv | parcel reading.units, 5 × reading.unit | -",
        "codes.csv | invoice reading.slips, place reading.slips, house reading.slips | -",
        "sales.csv | reading.short, sales reading.odd, costs reading.odd | total, note",
        "station.csv | - | sentinel, sentinel, sentinel, identifier",
        "answers.csv | - | spelling, spelling",
        "hospitals.xlsx | reading.skipped, region reading.merged | merged_cells",
        "invoices.xlsx | reading.formulas | sum",
        "refusals.csv | 50 × reading.odd | -",
        "articles.csv | - | identifier",
        "orders.json | - | -",
        "twice.csv | - | duplicates",
        "leaks.csv | - | order_class, strong_class",
        "fraud.csv | - | imbalance"
      })
  void cleanedByWhatIsProposedTheyAreWhatPandasHas(String name, String remarks, String traps)
      throws Exception {
    var reader = new TableReader().with(ReadingChoices.NONE.withFlatten(name.endsWith(".json")));
    var table = reader.read(file(name), Progress.NONE);
    assertEquals(listed(remarks), told(table));
    var found = new ArrayList<String>();
    var preparation = Preparation.defaults(table);
    for (var next = next(preparation, table); next.isPresent(); next = next(preparation, table)) {
      found.add(next.get().kind().id());
      preparation = pressed(next.get(), preparation, table);
    }
    assertEquals(listed(traps), found);
    assertCells(
        Files.readAllLines(file(name.replaceAll("\\..*", ".expected"))),
        preparation.cleaned(table),
        UsableRows.of(preparation, table).rows());
  }

  /** The last remedy of a trap: rows that stand twice are left out. */
  private static Preparation pressed(Trap trap, Preparation preparation, Table table) {
    var remedies = trap.remedies();
    return remedies.isEmpty() ? preparation : trap.remedied(remedies.getLast(), preparation, table);
  }

  /** The gravest trap that a press helps. */
  private static Optional<Trap> next(Preparation preparation, Table table) {
    return Traps.of(preparation, table, Progress.NONE).stream()
        .filter(it -> !pressed(it, preparation, table).equals(preparation))
        .findFirst();
  }

  private static void assertCells(List<String> expected, Table table, int[] rows) {
    assertEquals(cells(expected.getFirst()), table.columns().stream().map(Column::name).toList());
    assertEquals(
        cells(expected.get(1)),
        table.columns().stream()
            .map(it -> it instanceof NumberColumn ? "number" : "text")
            .toList());
    assertEquals(expected.size() - 2, rows.length);
    for (var i = 0; i < rows.length; i++) {
      var cells = cells(expected.get(i + 2));
      for (var j = 0; j < cells.size(); j++) {
        var column = table.column(j);
        var place = column.name() + " in row " + (rows[i] + 1);
        assertEquals(cells.get(j).isEmpty(), column.isMissing(rows[i]), place);
        if (column instanceof NumberColumn numbers && !cells.get(j).isEmpty()) {
          assertEquals(Double.parseDouble(cells.get(j)), numbers.value(rows[i]), place);
        } else {
          assertEquals(cells.get(j), column.text(rows[i]), place);
        }
      }
    }
  }

  /** Remarks with their columns; what is said of many columns at once is counted. */
  private static List<String> told(Table table) {
    return RemarkGroup.of(Objects.requireNonNull(table.reading()).remarks()).stream()
        .flatMap(HonestTablesTest::told)
        .toList();
  }

  private static Stream<String> told(RemarkGroup group) {
    var remarks = group.remarks();
    return remarks.size() > 3
        ? Stream.of(remarks.size() + " × " + remarks.getFirst().key())
        : remarks.stream().map(remark -> (remark.column() + " " + remark.key()).strip());
  }

  private static List<String> listed(String text) {
    return text == null ? List.of() : List.of(text.split(", ", -1));
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\\|", -1));
  }

  private static Path file(String name) throws URISyntaxException {
    var found = HonestTablesTest.class.getResource("/reading/" + name);
    return Path.of(Objects.requireNonNull(found, name).toURI());
  }
}
