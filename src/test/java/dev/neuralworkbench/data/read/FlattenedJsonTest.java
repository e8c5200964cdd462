package dev.neuralworkbench.data.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Sentences;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Objects within records become columns when that is asked for, as pandas names them. */
class FlattenedJsonTest {

  private static final ReadingChoices FLAT = ReadingChoices.NONE.withFlatten(true);

  private static Table read(String text, ReadingChoices choices) throws TableFormatException {
    var source = TableSource.of("a.json", text.getBytes(StandardCharsets.UTF_8));
    return new TableReader().with(choices).read(source, Progress.NONE);
  }

  private static Problem refused(String text, ReadingChoices choices) {
    return assertThrows(TableFormatException.class, () -> read(text, choices)).problem();
  }

  private static List<String> cells(Column column) {
    return IntStream.range(0, column.rows())
        .mapToObj(row -> column.isMissing(row) ? "" : column.text(row))
        .toList();
  }

  /**
   * Expected is what {@code pandas.json_normalize(records).to_csv(index=False)} of pandas 2.2
   * writes of these records, column by column.
   */
  @Test
  void columnsAndCellsAreThoseOfPandas() throws TableFormatException {
    var text =
        """
        [{"id": 1.5, "a": {"b": 1.25, "c": {"d": "x"}}, "y": true},
         {"id": 2.5, "y": false, "a": {"c": {"d": null}, "e": {"f": {"g": -3}}}},
         {"a": {}, "id": 3.5, "y": null},
         {"a": null, "id": 4.5, "z.w": "q"},
         {"a": 7, "id": null, "a.c": {"d": "007"}}]
        """;
    var expected =
        Map.of(
            "id", List.of("1.5", "2.5", "3.5", "4.5", ""),
            "y", List.of("true", "false", "", "", ""),
            "a.b", List.of("1.25", "", "", "", ""),
            "a.c.d", List.of("x", "", "", "", "007"),
            "a.e.f.g", List.of("", "-3", "", "", ""),
            "z.w", List.of("", "", "", "q", ""),
            "a", List.of("", "", "", "", "7"));
    var table = read(text, FLAT);
    var found = new TreeMap<String, List<String>>();
    table.columns().forEach(it -> found.put(it.name(), cells(it)));
    assertEquals(new TreeMap<>(expected), found);
    assertTrue(table.named("a.b") instanceof NumberColumn, "numbers stay numbers");
    var summary = ReadingWords.summary(table.reading(), true, Sentences.of(Language.ENGLISH));
    assertTrue(summary.startsWith("Format: JSON records, flattened"), summary);
  }

  @Test
  void flatRecordsAreTheSameEitherWay() throws TableFormatException {
    var text = "{\"a.b\": 1, \"y\": 2}\n{\"a.b\": 3, \"y\": 4}\n";
    assertEquals(
        read(text, ReadingChoices.NONE).columns().stream().map(it -> cells(it)).toList(),
        read(text, FLAT).columns().stream().map(it -> cells(it)).toList());
  }

  @Test
  void whatIsNotFlattenedIsRefusedWithItsPlace() {
    var nested = "[{\"a\": 1}, {\"a\": {\"b\": 2}, \"y\": 3}]";
    var refused = refused(nested, ReadingChoices.NONE);
    assertEquals("data.json.nested", refused.key());
    assertEquals(
        "a.json: “a” in record 2 is an object, not a cell. Flatten nested objects: their"
            + " members become columns such as a.name.",
        Sentences.of(Language.ENGLISH).sentence(refused.at(refused.place().in("a.json"))));
    var list = refused("[{\"a\": {\"b\": [1, 2]}, \"y\": 3}]", FLAT);
    assertEquals("data.json.listed", list.key());
    assertEquals("a.b", list.found());
    assertEquals(1L, list.expected());
    assertEquals("data.json.listed", refused("[{\"a\": []}]", ReadingChoices.NONE).key());
  }

  /** pandas keeps one of the two, and says nothing. */
  @Test
  void twoMembersOfOneNameAreRefused() {
    var twice = refused("[{\"a.b\": 1, \"a\": {\"b\": 2}, \"y\": 3}]", FLAT);
    assertEquals("data.json.twice", twice.key());
    assertEquals("a.b", twice.found());
  }

  /** Each of the names repeats the long one: a small file would fill the memory. */
  @Test
  void namesThatTakeTooMuchMemoryAreRefused() throws TableFormatException {
    var members = new StringBuilder("\"m0\": 0");
    for (var i = 1; i < 1_000; i++) {
      members.append(", \"m").append(i).append("\": ").append(i);
    }
    var text = "{\"" + "x".repeat(1_000) + "\": {" + members + "}}";
    var source = TableSource.of("a.json", text.getBytes(StandardCharsets.UTF_8));
    // A million letters, two bytes each, beside a row of text; half of the memory is for names.
    var reader = new TableReader().with(FLAT);
    assertEquals(
        1_000,
        Records.with(reader, "demands.mostBytes", 16_000_000)
            .read(source, Progress.NONE)
            .columns()
            .size());
    var most = 2 * 2 * 1_000_000;
    assertEquals(
        "data.file.tooLarge",
        assertThrows(
                TableFormatException.class,
                () -> Records.with(reader, "demands.mostBytes", most).read(source, Progress.NONE))
            .problem()
            .key());
    var deep = "{\"a\":".repeat(300) + "1" + "}".repeat(300);
    assertEquals("data.json.broken", refused(deep, FLAT).key());
  }
}
