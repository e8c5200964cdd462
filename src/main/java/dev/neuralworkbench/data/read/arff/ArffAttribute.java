package dev.neuralworkbench.data.read.arff;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.cell.WrittenNumber;
import dev.neuralworkbench.data.read.cells.CategoryBuilder;
import dev.neuralworkbench.data.read.cells.ColumnBuilder;
import dev.neuralworkbench.data.read.cells.OddCells;
import dev.neuralworkbench.data.read.cells.OwnMarks;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberBuilder;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class ArffAttribute {

  private static final Set<String> NUMBERS = Set.of("numeric", "real", "integer");

  final String name;
  private final @Nullable Set<String> allowed;
  private final @Nullable CategoryBuilder categories;
  private final String omitted;
  private final OwnMarks own;
  private final int[] ownMissing;
  private final NumberBuilder values = new NumberBuilder();

  /**
   * @param allowed the values of a nominal column; null where any will do
   * @param isText whether it holds texts; otherwise numbers
   * @param omitted the value of rows that a sparse file leaves out; a question mark for none
   */
  private ArffAttribute(
      String name,
      @Nullable Set<String> allowed,
      boolean isText,
      String omitted,
      TableDemands demands) {
    own = new OwnMarks(demands.choices().missing());
    ownMissing = new int[own.size()];
    this.name = name;
    this.allowed = allowed;
    this.omitted = omitted;
    categories = isText ? new CategoryBuilder() : null;
  }

  /**
   * Reads a declaration, after its {@code @attribute}: a name, then {@code numeric}, {@code real},
   * {@code integer}, {@code string}, {@code date} with or without its form, or the values of a
   * nominal column in braces. Dates are kept as texts.
   */
  static ArffAttribute of(ArffLine line, Place place, TableDemands demands)
      throws TableFormatException {
    var name = line.word("{").text();
    if (name.isEmpty() || line.isAtEnd()) {
      throw TableFormatException.at("data.arff.attribute", place, null, name);
    }
    if (line.take('{')) {
      return nominal(name, line, place, demands);
    }
    var type = line.word("").text().toLowerCase(Locale.ROOT);
    if (NUMBERS.contains(type)) {
      return new ArffAttribute(
          name, null, demands.reading(name, 0) == ColumnBuilder.Reading.TEXT, "0", demands);
    } else if (type.equals("string") || type.equals("date")) {
      return new ArffAttribute(name, null, true, "?", demands);
    }
    throw TableFormatException.at("data.arff.type", place, name, type);
  }

  private static ArffAttribute nominal(
      String name, ArffLine line, Place place, TableDemands demands) throws TableFormatException {
    var values = new LinkedHashSet<String>();
    while (!line.isAt('}')) {
      if (line.isAtEnd()) {
        throw TableFormatException.at("data.arff.braces", place, name, null);
      }
      values.add(line.word(",}").text());
      line.take(',');
    }
    return new ArffAttribute(
        name, values, true, values.isEmpty() ? "?" : values.getFirst(), demands);
  }

  long bytes() {
    return values.bytes() + (categories == null ? 0 : categories.bytes());
  }

  /** Adds the value of a row that a sparse file leaves out. */
  void addOmitted(Place place) throws TableFormatException {
    add(new ArffLine.Value(omitted, false), place);
  }

  void add(ArffLine.Value value, Place place) throws TableFormatException {
    var mark = own.find(value.text().toCharArray(), 0, value.text().length());
    if (mark != MissingMark.NONE) {
      ownMissing[mark]++;
    }
    if (value.isMissing() || mark != MissingMark.NONE) {
      values.add(categories == null ? Double.NaN : TextColumn.MISSING);
    } else if (categories == null) {
      values.add(number(value.text(), place));
    } else {
      if (allowed != null && !allowed.contains(value.text())) {
        throw TableFormatException.at("data.arff.value", place, name, value.text());
      }
      var text = value.text().toCharArray();
      values.add(categories.code(text, 0, text.length));
    }
  }

  private double number(String text, Place place) throws TableFormatException {
    var number = NumberParser.parse(text);
    if (Double.isNaN(number)) {
      throw TableFormatException.at("data.arff.number", place, name, text);
    }
    return number;
  }

  /** What was noticed of it: how many cells a mark of somebody's own made missing. */
  ColumnBuilder.Facts facts() {
    var none = MissingMark.ALL.stream().map(_ -> 0);
    var marks = Stream.concat(none, IntStream.of(ownMissing).boxed()).toList();
    return new ColumnBuilder.Facts(marks, WrittenNumber.NO_UNIT, 0, new OddCells(), 0, "");
  }

  Column build(String unique) {
    return categories == null
        ? new NumberColumn(unique, values.build())
        : new TextColumn(
            unique, List.copyOf(categories.categories), values.build(), NumberStyle.POINT);
  }
}
