package dev.neuralworkbench.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class InspectionTextTest {

  /** Values are counted up to a limit; beyond it the line says so. */
  @Test
  void moreValuesThanAreCountedAreTold() {
    assertEquals("x number Number Target 0 65,536 0 – 65,535", line(65_536, Language.ENGLISH));
    assertEquals(
        "x number Number Target 0 more than 65,536 0 – 65,536", line(65_537, Language.ENGLISH));
    assertEquals("x 数值 数值 目标 0 超过 65,536 0 – 65,536", line(65_537, Language.CHINESE));
  }

  /** Table and JSON tell the same of each column: how it is used, its range, its remarks. */
  @Test
  void tableAndJsonSayTheSame() throws TableFormatException {
    var text = new StringBuilder("day,ean,z,kind,note,left\n");
    for (var i = 0; i < 40; i++) {
      var left = i == 7 ? "refused" : String.valueOf(i * 37 % 40 + 0.5);
      text.append(
          "%d.%d.2024,%d,%s,%s,%s,%s\n"
              .formatted(
                  40 - i > 28 ? 40 - i - 12 : 40 - i,
                  40 - i > 28 ? 12 : 3,
                  4498435001166L + i * 31 % 40,
                  -1.9302833802037944 + i * 0.1328,
                  i % 2 == 0 ? "a" : "b",
                  "a note that is longer than a cell may be of row " + i,
                  left));
    }
    var table = TableReader.parse("t.csv", text.toString());
    var inspection = new InspectionText(table, table, Preparation.defaults(table), List.of(), 2);
    var words = Sentences.of(Language.ENGLISH);
    var lines = inspection.lines(words);
    var said = String.join("\n", lines);
    assertTrue(said.contains("1.3.2024 \u2013 28.12.2024"), said);
    assertTrue(said.contains("4,498,435,001,166 \u2013 4,498,435,001,205"), said);
    assertTrue(said.contains("-1.9302834 \u2013 3.2489166"), said);
    assertTrue(said.contains("a note that is longer than a ce\u2026"), said);
    assertFalse(said.contains("longer than a cell may be"), said);
    var json = JsonParser.parseString(inspection.json(words).toString()).getAsJsonObject();
    for (var each : json.getAsJsonArray("columns")) {
      var of = each.getAsJsonObject();
      var name = of.get("name").getAsString();
      var line = lines.stream().filter(it -> it.startsWith(name + " ")).findFirst().orElseThrow();
      var cells = line.split(" {2,}", -1);
      assertEquals(of.get("type").getAsString(), cells[1]);
      assertEquals(of.get("used_as").getAsString(), cells[2].toLowerCase(Locale.ROOT));
      var why = of.has("why_ignored") ? " (" + of.get("why_ignored").getAsString() + ")" : "";
      assertEquals(
          of.get("role").getAsString() + why, cells[3].replace("I", "i").replace("T", "t"));
      assertEquals(of.get("missing").getAsString(), cells[4]);
      assertEquals(of.get("distinct").getAsString(), cells[5]);
    }
    var day = json.getAsJsonArray("columns").get(0).getAsJsonObject();
    assertEquals("date", day.get("used_as").getAsString());
    assertEquals("1.3.2024", day.get("minimum").getAsString());
    assertEquals("28.12.2024", day.get("maximum").getAsString());
    var ean = json.getAsJsonArray("columns").get(1).getAsJsonObject();
    assertEquals("4498435001166", ean.get("minimum").toString());
    assertEquals("[4498435001166,4498435001197]", ean.get("values").toString());
    var left = json.getAsJsonArray("columns").get(5).getAsJsonObject();
    var remark = left.getAsJsonArray("remarks").get(0).getAsString();
    assertTrue(
        remark.contains(
            "1 of 40 cells is not a number and is treated as missing (row numbers in brackets):"
                + " “refused” (8)"),
        remark);
    assertTrue(lines.contains(remark), said);
  }

  /** A long name or cell does not move what stands behind it in other lines. */
  @Test
  void longNamesAndCellsPadNoLine() {
    var name = "x".repeat(70);
    var table =
        Table.of("t", NumberColumn.of(name, 1.5, 2.5, 3.5), NumberColumn.of("y", 1.5, 2.5, 3.5));
    var lines =
        new InspectionText(table, table, Preparation.defaults(table), List.of(), 1)
            .lines(Sentences.of(Language.ENGLISH));
    var y = lines.stream().filter(it -> it.startsWith("y ")).findFirst().orElseThrow();
    assertEquals(34, y.indexOf("number"), y);
    assertTrue(lines.stream().anyMatch(it -> it.startsWith(name + "  number")), "the whole name");
    assertTrue(lines.contains("x".repeat(31) + "\u2026  y"), lines::toString);
  }

  private static String line(int rows, Language language) {
    var values = DoubleStream.iterate(0, it -> it + 1).limit(rows).toArray();
    var table = Table.of("t", NumberColumn.of("x", values));
    return new InspectionText(table, table, Preparation.defaults(table), List.of(), 0)
        .lines(Sentences.of(language))
        .getLast()
        .strip()
        .replaceAll(" +", " ");
  }
}
