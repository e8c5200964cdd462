package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.metrics.PrincipalComponents;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.plane.Plane;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Where a map is looked at from. */
sealed interface MapView {

  record Line(int x) implements MapView {}

  /** Over two inputs, the others held at those of a row. */
  record Inputs(int x, int y, RawRow held) implements MapView {}

  /** Over the two directions in which the training rows differ most. */
  record Components(PrincipalComponents components) implements MapView {}

  /** At the weights of the first layer, as images of so many pixels from left to right. */
  record Images(int side, Words words) implements MapView {}

  /** Prepared (cells × inputs) at the middles of cells, from the top left; a line has one row. */
  default FMatrixRMaj grid(DecisionMap map, Plane plane, int columns, int rows) {
    var preprocessor = map.preprocessor();
    var across = middles(plane.x(), columns);
    var up = middles(plane.y(), rows);
    // The first row is at the top, where the values are greatest.
    var down = IntStream.range(0, rows).mapToDouble(i -> up[rows - 1 - i]).toArray();
    return switch (this) {
      case Line(var x) -> MapGrid.along(preprocessor, x, across);
      case Inputs(var x, var y, var held) -> MapGrid.over(preprocessor, x, across, y, down, held);
      case Components(var components) -> {
        var grid = new FMatrixRMaj(columns * rows, preprocessor.inputCount());
        for (var cell = 0; cell < grid.numRows; cell++) {
          var first = cell * grid.numCols;
          components.point(across[cell % columns], down[cell / columns], grid.data, first);
        }
        yield grid;
      }
      case Images _ -> new FMatrixRMaj(0, preprocessor.inputCount());
    };
  }

  static double[] middles(Span span, int cells) {
    return IntStream.range(0, cells)
        .mapToDouble(i -> span.least() + span.length() * (i + 0.5) / cells)
        .toArray();
  }

  /** Rows alike but in one or two inputs: held at a row of the table, or at means and modes. */
  static final class MapGrid {

    private MapGrid() {}

    /** Prepared rows along one input: (values × prepared inputs). */
    static FMatrixRMaj along(Preprocessor preprocessor, int input, double[] values) {
      var held = new Means(preprocessor.inputs());
      return over(preprocessor, input, values, -1, new double[] {Double.NaN}, held);
    }

    /**
     * For every pair of values, the first changing fastest: (both multiplied × prepared inputs).
     */
    static FMatrixRMaj over(
        Preprocessor preprocessor,
        int first,
        double[] values,
        int second,
        double[] others,
        RawRow held) {
      var width = preprocessor.inputCount();
      var rows = new FMatrixRMaj(values.length * others.length, width);
      for (var i = 0; i < others.length; i++) {
        for (var j = 0; j < values.length; j++) {
          var raw = new Varied(held, first, values[j], second, others[i]);
          preprocessor.encode(raw, rows.data, (i * values.length + j) * width);
        }
      }
      return rows;
    }

    record Means(List<InputEncoder> inputs) implements RawRow {

      @Override
      public double number(int input) {
        return inputs.get(input) instanceof NumberInput number ? number.mean() : Double.NaN;
      }

      @Override
      public @Nullable String text(int input) {
        return switch (inputs.get(input)) {
          case CategoryInput category -> category.fill();
          case DateInput date -> date.fill();
          case NumberInput _ -> null;
        };
      }
    }

    /** A row with other values of one or two of its inputs. */
    private record Varied(RawRow held, int first, double value, int second, double other)
        implements RawRow {

      @Override
      public double number(int input) {
        return input == first ? value : input == second ? other : held.number(input);
      }

      @Override
      public @Nullable String text(int input) {
        return held.text(input);
      }
    }
  }
}
