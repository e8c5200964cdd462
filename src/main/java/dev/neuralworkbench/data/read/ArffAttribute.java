package dev.neuralworkbench.data.read;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberBuilder;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A declared column of an ARFF file, growing row by row. */
final class ArffAttribute {

  private static final Set<String> NUMBERS = Set.of("numeric", "real", "integer");

  private final String name;
  private final @Nullable Set<String> allowed;
  private final @Nullable CategoryBuilder categories;
  private final String omitted;
  private final NumberBuilder values = new NumberBuilder();

  /**
   * @param allowed the values of a nominal column; null where any will do
   * @param isText whether it holds texts; otherwise numbers
   * @param omitted the value of rows that a sparse file leaves out; a question mark for none
   */
  private ArffAttribute(
      String name, @Nullable Set<String> allowed, boolean isText, String omitted) {
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
      throw new TableFormatException(Problem.at("data.arff.attribute", place, null, name));
    }
    if (line.take('{')) {
      return nominal(name, line, place);
    }
    var type = line.word("").text().toLowerCase(Locale.ROOT);
    if (NUMBERS.contains(type)) {
      return new ArffAttribute(name, null, demands.isText().test(name), "0");
    } else if (type.equals("string") || type.equals("date")) {
      return new ArffAttribute(name, null, true, "?");
    }
    throw new TableFormatException(Problem.at("data.arff.type", place, name, type));
  }

  private static ArffAttribute nominal(String name, ArffLine line, Place place)
      throws TableFormatException {
    var values = new LinkedHashSet<String>();
    while (!line.isAt('}')) {
      if (line.isAtEnd()) {
        throw new TableFormatException(Problem.at("data.arff.braces", place, name, null));
      }
      values.add(line.word(",}").text());
      line.take(',');
    }
    return new ArffAttribute(name, values, true, values.isEmpty() ? "?" : values.getFirst());
  }

  /** Its name as declared. */
  String name() {
    return name;
  }

  /** About as many bytes as it takes. */
  long bytes() {
    return values.bytes() + (categories == null ? 0 : categories.bytes());
  }

  /** Adds the value of a row that a sparse file leaves out. */
  void addOmitted(Place place) throws TableFormatException {
    add(new ArffLine.Value(omitted, false), place);
  }

  /** Adds a value. */
  void add(ArffLine.Value value, Place place) throws TableFormatException {
    if (value.isMissing()) {
      values.add(categories == null ? Double.NaN : TextColumn.MISSING);
    } else if (categories == null) {
      values.add(number(value.text(), place));
    } else {
      if (allowed != null && !allowed.contains(value.text())) {
        throw new TableFormatException(Problem.at("data.arff.value", place, name, value.text()));
      }
      var text = value.text().toCharArray();
      values.add(categories.code(text, 0, text.length));
    }
  }

  private double number(String text, Place place) throws TableFormatException {
    var number = NumberParser.parse(text);
    if (Double.isNaN(number)) {
      throw new TableFormatException(Problem.at("data.arff.number", place, name, text));
    }
    return number;
  }

  /** The column, without what was reserved for growing. */
  Column build(String unique) {
    return categories == null
        ? new NumberColumn(unique, values.build())
        : new TextColumn(
            unique, List.copyOf(categories.categories()), values.build(), NumberStyle.POINT);
  }
}
