package dev.neuralworkbench.data.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.neuralworkbench.data.prepare.RowFilter.Comparison;
import dev.neuralworkbench.data.prepare.RowFilter.Condition;
import dev.neuralworkbench.data.prepare.RowFilter.Span;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowFilterTest {

  private static final Table TABLE =
      Tables.parse("age,name,y", "5,Ann,0", "7,Total,1", ",Bob,0", "-2,,1", "9,Zoe,0");

  private static List<Integer> out(RowFilter filter) {
    var test = filter.on(TABLE);
    return IntStream.range(0, TABLE.rows()).filter(test).boxed().toList();
  }

  private static List<Integer> out(String condition) {
    var parsed = Condition.parse(condition, List.of("age", "name", "a"));
    return out(RowFilter.NONE.withWhere(parsed.orElseThrow()));
  }

  @Test
  void rowsAreReadAsTheyAreWritten() {
    var spans = Optional.of(List.of(new Span(3, 3), new Span(5, 9), new Span(12, 12)));
    assertEquals(spans, RowFilter.parseRows("12, 5–7, 3 7-9"));
    assertEquals(spans, RowFilter.parseRows("3;5 - 9，12"));
    assertEquals(Optional.of(List.of()), RowFilter.parseRows(" "));
    for (var wrong : List.of("x", "3-", "9-5", "0", "1.5", "3--5", "99999999999")) {
      assertEquals(Optional.empty(), RowFilter.parseRows(wrong), wrong);
    }
    assertEquals("3, 5–9, 12", RowFilter.NONE.withRows(spans.get()).rowsText());
    assertThrows(IllegalArgumentException.class, () -> new Span(0, 3));
  }

  @Test
  void aRowIsTakenOutOfAStretch() {
    var some = RowFilter.NONE.withRows(List.of(new Span(2, 4)));
    assertEquals("2, 4", some.without(2).rowsText());
    assertEquals("3–4", some.without(1).rowsText());
    assertEquals("2–4", some.without(7).rowsText());
    assertEquals("2–5", some.and(4).rowsText());
    assertEquals(List.of(1, 2, 3), out(some));
    assertEquals(List.of(4), out(RowFilter.NONE.withRows(List.of(new Span(5, 800)))));
    assertEquals(List.of(), out(RowFilter.NONE.withRows(List.of(new Span(600, 800)))));
  }

  @Test
  void conditionsCompareNumbersAndTexts() {
    assertEquals(List.of(1, 4), out("age>5"));
    assertEquals(List.of(0, 1, 4), out("age>=5"));
    assertEquals(List.of(3), out("age < 0"));
    assertEquals(List.of(0, 3), out("age<=5.0"));
    assertEquals(List.of(1), out("age=7"));
    assertEquals(List.of(0, 3, 4), out("age!=7"), "a missing age is nothing but missing");
    assertEquals(List.of(2), out("age=?"));
    assertEquals(List.of(1), out("name=Total"));
    assertEquals(List.of(0, 2, 4), out("name!=Total"));
    assertEquals(List.of(1, 2, 4), out("name~o"));
    assertEquals(List.of(4), out("name>Total"));
    assertEquals(List.of(3), out("name=?"));
    assertEquals(Optional.empty(), Condition.parse("height>3", List.of("age")));
    assertEquals(Optional.empty(), Condition.parse("age", List.of("age")));
    assertEquals("age>5", Condition.parse("age > 5", List.of("a", "age")).orElseThrow().option());
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    assertEquals(
        List.of("data.leftOut.number"), problems(new Condition("age", Comparison.LESS, "x")));
    assertEquals(
        List.of("data.leftOut.column"), problems(new Condition("nobody", Comparison.LESS, "1")));
    assertEquals(
        List.of("data.leftOut.value"), problems(new Condition("name", Comparison.EQUAL, "")));
    assertEquals(List.of(), problems(new Condition("name", Comparison.MISSING, "")));
    var beyond = RowFilter.NONE.withRows(List.of(new Span(6, 6)));
    assertEquals("data.leftOut.row", beyond.problems(TABLE).getFirst().key());
    assertEquals(List.of(), RowFilter.NONE.withRows(List.of(new Span(5, 5))).problems(TABLE));
  }

  private static List<String> problems(Condition condition) {
    return RowFilter.NONE.withWhere(condition).problems(TABLE).stream()
        .map(it -> it.key())
        .toList();
  }
}
