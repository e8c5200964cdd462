package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.encode.ColumnSummary;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.random.KnuthHash;
import dev.neuralworkbench.ui.chart.Span;
import java.util.HashMap;
import java.util.List;

/** A column along an axis: numbers where they are, texts at the places of their order. */
sealed interface ScatterAxis {

  /** Room beside the outermost numbers, as a share of their range. */
  double AIR = 0.04;

  /** Equal texts are spread over this much of the distance between two places. */
  double SPREAD = 0.5;

  Column column();

  double place(int row);

  /** The stretch that holds every row. */
  Span span();

  /** Names of the places 0, 1, 2 …; empty for numbers. */
  List<String> categories();

  static ScatterAxis of(Column column) {
    return switch (column) {
      case NumberColumn numbers -> new Numbers(numbers);
      case TextColumn texts -> Texts.of(texts);
    };
  }

  record Numbers(NumberColumn column) implements ScatterAxis {

    @Override
    public double place(int row) {
      return column.value(row);
    }

    @Override
    public Span span() {
      var least = column.min();
      var most = column.max();
      if (least < most) {
        var air = (most - least) * AIR;
        return new Span(least - air, most + air);
      }
      var middle = Double.isNaN(least) ? 0 : least;
      var around = middle == 0 ? 1 : Math.abs(middle) / 2;
      return new Span(middle - around, middle + around);
    }

    @Override
    public List<String> categories() {
      return List.of();
    }
  }

  /**
   * @param categories its texts in order
   * @param places for each code of the column the place of its text
   */
  record Texts(TextColumn column, List<String> categories, List<Integer> places)
      implements ScatterAxis {

    static Texts of(TextColumn column) {
      var names = ColumnSummary.categories(column).names();
      var place = new HashMap<String, Integer>();
      names.forEach(name -> place.put(name, place.size()));
      return new Texts(
          column,
          names,
          column.categories().stream().map(name -> place.getOrDefault(name, 0)).toList());
    }

    /** Beside the place of the text, so that equal texts do not hide each other. */
    @Override
    public double place(int row) {
      return places.get(column.code(row)) + SPREAD * (KnuthHash.of(row) - 0.5);
    }

    @Override
    public Span span() {
      return new Span(-0.6, Math.max(1, categories.size()) - 0.4);
    }
  }
}
