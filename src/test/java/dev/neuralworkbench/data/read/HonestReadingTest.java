package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables as people keep them, read without a choice: every cell is what a careful user of pandas
 * ends with ({@code src/test/python/reading.py}), and what was guessed is said.
 */
class HonestReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "logger | temperature reading.odd, counts reading.odd",
        "survey | income reading.odd, grade reading.slips",
        "umsatz | Umsatz reading.unit, Anteil reading.unit",
        "cars | parcel reading.units, price reading.unit, load reading.unit, engine reading.unit,"
            + " mileage reading.unit, share reading.unit",
        "codes | invoice reading.slips, place reading.slips, house reading.slips"
      })
  void cellsAreWhatACarefulUserOfPandasHas(String name, String remarks) throws Exception {
    var table = new TableReader().read(file(name + ".csv"), Progress.NONE);
    var lines = Files.readAllLines(file(name + ".expected"));
    assertEquals(cells(lines.getFirst()), table.columns().stream().map(Column::name).toList());
    var kinds = cells(lines.get(1));
    assertEquals(
        kinds,
        table.columns().stream()
            .map(it -> it instanceof NumberColumn ? "number" : "text")
            .toList());
    assertEquals(lines.size() - 2, table.rows());
    for (var row = 0; row < table.rows(); row++) {
      var cells = cells(lines.get(row + 2));
      for (var i = 0; i < cells.size(); i++) {
        var column = table.column(i);
        var place = column.name() + " in row " + (row + 1);
        assertEquals(cells.get(i).isEmpty(), column.isMissing(row), place);
        if (column instanceof NumberColumn numbers && !cells.get(i).isEmpty()) {
          assertEquals(Double.parseDouble(cells.get(i)), numbers.value(row), place);
        } else {
          assertEquals(cells.get(i), column.text(row), place);
        }
      }
    }
    assertEquals(
        List.of(remarks.split(", ", -1)),
        Objects.requireNonNull(table.reading()).remarks().stream()
            .filter(remark -> !remark.column().isEmpty())
            .map(HonestReadingTest::told)
            .toList());
  }

  private static String told(Remark remark) {
    return remark.column() + " " + remark.key();
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\\|", -1));
  }

  private static Path file(String name) throws URISyntaxException, IOException {
    var found = HonestReadingTest.class.getResource("/reading/" + name);
    return Path.of(Objects.requireNonNull(found, name).toURI());
  }
}
