package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.cli.terminal.Json;
import dev.neuralworkbench.cli.terminal.TextGrid;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.IgnoredColumn;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.TimeOrder;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.Trap;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.TrapWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a file, to be printed.
 *
 * @param raw the table as the file has it, which tells why columns are ignored
 * @param table its rows that are data, with their cells as they are read
 * @param preparation what its columns would be used for
 * @param traps what in it deceives
 * @param rows how many of the first rows to print
 */
public record InspectionText(
    Table raw, Table table, Preparation preparation, List<Trap> traps, int rows) {

  private static final int MOST_NAMES = 20;

  private static final int MOST_NAMES_IN_LINE = 5;

  /** Places up to which names are filled, so that a long one does not lengthen every line. */
  private static final int MOST_PLACES = 32;

  /** Whole numbers up to here are written with all their digits. */
  private static final double MOST_WHOLE = 1e15;

  public List<String> lines(Words words) {
    var lines = new ArrayList<String>();
    lines.add(words.text("cli.inspect.table", table.name(), table.rows(), table.columns().size()));
    var reading = table.reading();
    if (reading != null) {
      var found = ReadingWords.found(reading, words);
      var guesses = found.stream().map(it -> List.of(it.what(), it.found(), it.why())).toList();
      lines.addAll(TextGrid.texts(guesses, MOST_PLACES));
      lines.addAll(ReadingWords.sentences(reading, true, words));
    }
    lines.add("");
    var heads =
        Stream.of("name", "type", "used", "role", "missing", "distinct", "holds")
            .map(head -> words.text("cli.inspect." + head))
            .toList();
    var columns = new ArrayList<List<String>>();
    columns.add(heads);
    for (var i = 0; i < table.columns().size(); i++) {
      columns.add(line(i, words));
    }
    lines.addAll(TextGrid.texts(columns, MOST_PLACES));
    for (var trap : traps) {
      lines.add("");
      lines.add(TrapWords.graded(trap, words));
      lines.add(TrapWords.why(trap, words) + " " + TrapWords.remedy(trap, words));
    }
    if (rows > 0) {
      lines.add("");
      lines.addAll(TextGrid.texts(rowLines(), MOST_PLACES));
    }
    return lines;
  }

  private List<String> line(int index, Words words) {
    var column = table.column(index);
    var plan = preparation.columns().get(index);
    var role = words.text("columnrole." + Ids.of(plan.role()));
    return List.of(
        column.name(),
        words.text("cli.inspect.type." + type(column)),
        words.text("columnkind." + Ids.of(plan.kind())),
        plan.role() == ColumnRole.IGNORED ? role + " (" + why(index, words) + ")" : role,
        Numbers.count(column.missing()),
        distinct(column) < 0
            ? words.text("cli.inspect.distinct.many", NumberColumn.MOST_COUNTED)
            : Numbers.count(distinct(column)),
        holds(column));
  }

  private static String holds(Column column) {
    return switch (column) {
      case NumberColumn numbers when numbers.missing() == numbers.rows() -> "";
      case NumberColumn numbers ->
          Numbers.readable(numbers.min()) + " \u2013 " + Numbers.readable(numbers.max());
      case TextColumn text -> {
        var names = text.categories();
        var first = names.stream().limit(MOST_NAMES_IN_LINE).map(InspectionText::shortened);
        var all = first.collect(Collectors.joining(", "));
        yield TimeOrder.dates(text)
            .map(dates -> text(text, dates.earliest()) + " \u2013 " + text(text, dates.latest()))
            .orElse(names.size() > MOST_NAMES_IN_LINE ? all + ", \u2026" : all);
      }
    };
  }

  private static String text(TextColumn column, int code) {
    return column.categories().get(code);
  }

  private static String shortened(String cell) {
    return cell.length() <= MOST_PLACES ? cell : cell.substring(0, MOST_PLACES - 1) + "\u2026";
  }

  private String why(int index, Words words) {
    return words.text(IgnoredColumn.why(raw, index).key());
  }

  private List<List<String>> rowLines() {
    var lines = new ArrayList<List<String>>();
    lines.add(table.columns().stream().map(it -> shortened(it.name())).toList());
    for (var row = 0; row < rows; row++) {
      var at = row;
      lines.add(
          table.columns().stream()
              .map(it -> it.isMissing(at) ? "\u2013" : shortened(it.text(at)))
              .toList());
    }
    return lines;
  }

  public Json json(Words words) {
    var reading = table.reading();
    var columns = IntStream.range(0, table.columns().size());
    var remarks = reading == null ? List.<Remark>of() : reading.remarks();
    var byColumn = remarks.stream().collect(Collectors.groupingBy(Remark::column));
    return new Json()
        .add("name", table.name())
        .add("rows", table.rows())
        .addOrNull("reading", reading == null ? null : json(reading, words))
        .add("columns", columns.mapToObj(i -> json(i, byColumn, words)).toList())
        .add("traps", traps.stream().map(trap -> json(trap, words)).toList());
  }

  private static Json json(ReadingReport reading, Words words) {
    var json = new Json().add("format", Ids.of(reading.format()));
    for (var found : ReadingWords.found(reading, words)) {
      Object value =
          switch (found.guess()) {
            case DELIMITER -> reading.delimiter();
            case ENCODING -> reading.encoding();
            case DECIMAL -> reading.decimal();
            case HEADER -> reading.header();
            case SKIPPED -> reading.skippedLines();
            case SHEET -> reading.sheet();
          };
      json.add(Ids.of(found.guess()), new Json().add("value", value).add("why", found.why()));
    }
    var missing =
        reading.missing().stream()
            .map(it -> new Json().add("mark", it.mark()).add("cells", it.cells()));
    return json.add("sheets", reading.sheets())
        .add("missing", missing.toList())
        .add("doubts", ReadingWords.doubts(reading, words))
        .add("remarks", ReadingWords.told(reading, false, words));
  }

  private Json json(Trap trap, Words words) {
    return new Json()
        .add("kind", trap.kind().id())
        .add("certain", trap.kind().isCertain())
        .add("columns", trap.columns().stream().map(it -> table.column(it).name()).toList())
        .add("rows", trap.rows().count())
        .add("found", TrapWords.found(trap, words))
        .add("why", TrapWords.why(trap, words))
        .add("remedy", TrapWords.remedy(trap, words));
  }

  private Json json(int index, Map<String, List<Remark>> remarks, Words words) {
    var column = table.column(index);
    ColumnPlan plan = preparation.columns().get(index);
    var json =
        new Json()
            .add("name", column.name())
            .add("type", type(column))
            .add("role", Ids.of(plan.role()))
            .add("used_as", Ids.of(plan.kind()))
            .add("why_ignored", plan.role() == ColumnRole.IGNORED ? why(index, words) : null)
            .add("missing", column.missing())
            .addOrNull("distinct", distinct(column) < 0 ? null : distinct(column));
    switch (column) {
      case NumberColumn numbers ->
          json.addOrNull("minimum", number(numbers.min()))
              .addOrNull("maximum", number(numbers.max()));
      case TextColumn text -> {
        TimeOrder.dates(text)
            .ifPresent(
                dates ->
                    json.add("minimum", text(text, dates.earliest()))
                        .add("maximum", text(text, dates.latest())));
        json.add("categories", text.categories().stream().limit(MOST_NAMES).toList());
      }
    }
    var told = remarks.getOrDefault(column.name(), List.of()).stream();
    var values = new ArrayList<@Nullable Object>();
    for (var row = 0; row < rows; row++) {
      values.add(value(column, row));
    }
    return json.add("remarks", told.map(it -> ReadingWords.sentence(it, words)).toList())
        .add("values", values);
  }

  private static @Nullable Object value(Column column, int row) {
    return column.isMissing(row)
        ? null
        : column instanceof NumberColumn ? number(column.value(row)) : column.text(row);
  }

  /** A code of thirteen digits is no 4.5e12 to whoever reads it. */
  private static Number number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < MOST_WHOLE) {
      return (long) value;
    }
    return value;
  }

  /** Number of different values; −1 for more than are counted. */
  private static int distinct(Column column) {
    return switch (column) {
      case NumberColumn numbers ->
          numbers.counts(NumberColumn.MOST_COUNTED).map(counts -> counts.size()).orElse(-1);
      case TextColumn text -> text.categories().size();
    };
  }

  private static String type(Column column) {
    return column instanceof NumberColumn ? "number" : "text";
  }
}
