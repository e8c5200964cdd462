package dev.neuralworkbench.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class InspectionTextTest {

  /** Values are counted up to a limit; beyond it the line says so. */
  @Test
  void moreValuesThanAreCountedAreTold() {
    assertEquals("x number Target 0 65,536 0 – 65,535", line(65_536, Language.ENGLISH));
    assertEquals("x number Target 0 over 65,536 0 – 65,536", line(65_537, Language.ENGLISH));
    assertEquals("x 数字 目标 0 超过 65,536 0 – 65,536", line(65_537, Language.CHINESE));
  }

  private static String line(int rows, Language language) {
    var values = DoubleStream.iterate(0, it -> it + 1).limit(rows).toArray();
    var table = Table.of("t", NumberColumn.of("x", values));
    return new InspectionText(table, Preparation.defaults(table), List.of(), 0)
        .lines(Sentences.of(language))
        .getLast()
        .strip()
        .replaceAll(" +", " ");
  }
}
