package dev.neuralworkbench.data.table;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A column of texts: each different one is kept once, rows refer to it by its code. */
public final class TextColumn implements Column {

  /** Code of a missing value. */
  public static final int MISSING = -1;

  private final String name;
  private final List<String> categories;
  private final NumberStorage codes;
  private final int missing;
  private final NumberStyle style;

  /**
   * @param categories the different texts, in the order of their first appearance
   * @param codes for each row the index of its text, or {@link #MISSING}
   * @param style how its file writes numbers
   */
  public TextColumn(String name, List<String> categories, NumberStorage codes, NumberStyle style) {
    this.name = name;
    this.style = style;
    this.categories = List.copyOf(categories);
    this.codes = codes;
    var missingSoFar = 0;
    for (var row = 0; row < codes.capacity; row++) {
      if (codes.get(row) == MISSING) {
        missingSoFar++;
      }
    }
    missing = missingSoFar;
  }

  /**
   * A column of the given texts.
   *
   * @param values null or empty where the value is missing. Not modified, not kept.
   */
  public static TextColumn of(String name, @Nullable String... values) {
    return of(name, values.length, row -> values[row], NumberStyle.POINT);
  }

  private static TextColumn of(
      String name, int rows, IntFunction<@Nullable String> text, NumberStyle style) {
    var categories = new LinkedHashMap<String, Integer>();
    var codes = new NumberBuilder();
    for (var row = 0; row < rows; row++) {
      var value = text.apply(row);
      var next = categories.size();
      var isMissing = value == null || value.isEmpty();
      codes.add(isMissing ? MISSING : categories.computeIfAbsent(value, _ -> next));
    }
    return new TextColumn(name, List.copyOf(categories.keySet()), codes.build(), style);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return codes.capacity;
  }

  @Override
  public int missing() {
    return missing;
  }

  @Override
  public boolean isMissing(int row) {
    return code(row) == MISSING;
  }

  /** The different texts, in the order of their first appearance. */
  public List<String> categories() {
    return categories;
  }

  /** Index of the row's text in {@link #categories()}, or {@link #MISSING}. */
  public int code(int row) {
    return (int) codes.get(row);
  }

  @Override
  public String text(int row) {
    var code = code(row);
    return code == MISSING ? "" : categories.get(code);
  }

  @Override
  public double value(int row) {
    return style.parse(text(row));
  }

  @Override
  public TextColumn only(int[] rows) {
    return of(name, rows.length, i -> text(rows[i]), style);
  }

  /** The number that a category is; NaN if it is none. */
  public double numberOf(String category) {
    return style.parse(category);
  }

  /** A number as the column's file writes it; empty for NaN. */
  public String written(double number) {
    return NumberStyle.written(number).replace('.', style.decimal());
  }

  /**
   * The same column with other texts.
   *
   * @param as what a text becomes; empty for a missing value
   */
  public TextColumn replaced(UnaryOperator<String> as) {
    var names = new LinkedHashMap<String, Integer>();
    var ofCode = new int[categories.size()];
    for (var code = 0; code < ofCode.length; code++) {
      var text = as.apply(categories.get(code));
      var next = names.size();
      ofCode[code] = text.isEmpty() ? MISSING : names.computeIfAbsent(text, _ -> next);
    }
    var changed = new NumberBuilder();
    for (var row = 0; row < rows(); row++) {
      changed.add(isMissing(row) ? MISSING : ofCode[code(row)]);
    }
    return new TextColumn(name, List.copyOf(names.keySet()), changed.build(), style);
  }

  @Override
  public TextColumn filledDown() {
    var filled = new NumberBuilder();
    var last = MISSING;
    for (var row = 0; row < rows(); row++) {
      last = isMissing(row) ? last : code(row);
      filled.add(last);
    }
    return new TextColumn(name, categories, filled.build(), style);
  }

  /**
   * The column as it is where nobody asks for its texts: of numbers, if each of them is one or a
   * mark of a missing value.
   */
  public Column asRead() {
    var numbers = new double[categories.size()];
    for (var code = 0; code < numbers.length; code++) {
      var text = categories.get(code);
      numbers[code] = numberOf(text);
      if (Double.isNaN(numbers[code]) && !MissingMark.isMissing(text)) {
        return this;
      }
    }
    var values = new NumberBuilder();
    for (var row = 0; row < rows(); row++) {
      values.add(isMissing(row) ? Double.NaN : numbers[code(row)]);
    }
    return new NumberColumn(name, values.build());
  }

  @Override
  public TextColumn renamed(String name) {
    return new TextColumn(name, categories, codes, style);
  }
}
