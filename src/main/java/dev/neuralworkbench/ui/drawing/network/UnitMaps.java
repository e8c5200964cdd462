package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** A small picture of each unit: its answers, or its weights of an image's pixels. Immutable. */
public record UnitMaps(List<Column> all, boolean areAwaited) {

  public static final UnitMaps NONE = new UnitMaps(List.of());

  /** Index 1 is the first dense layer; cells row by row, as shares −1 to 1. Kept, not copied. */
  public record Column(int index, int width, int height, List<float[]> units) {

    public Column {
      units = List.copyOf(units);
    }
  }

  public UnitMaps {
    all = List.copyOf(all);
  }

  public UnitMaps(List<Column> columns) {
    this(columns, false);
  }

  /** Others are on their way: units stay squares until they come, so that nothing moves. */
  public UnitMaps awaited() {
    return new UnitMaps(all, true);
  }

  /** The same without columns that have no place in a network of this shape. */
  UnitMaps fitting(NetworkShape shape) {
    var fitting =
        all.stream()
            .filter(column -> column.index < shape.columns() - 1)
            .filter(it -> areAwaited || shape.units(it.index) == it.units.size());
    return new UnitMaps(fitting.toList(), areAwaited);
  }

  Set<Integer> columns() {
    return all.stream().map(Column::index).collect(Collectors.toSet());
  }

  /**
   * The picture of a unit in the colours of a look; null where it has none. A single row of cells
   * is repeated up to a square: JavaFX, scaling a picture one pixel high, draws what lies beside it
   * in memory.
   */
  @Nullable WritableImage image(NetworkPart.Unit unit, DrawingLook look) {
    var column = all.stream().filter(it -> it.index == unit.column()).findFirst().orElse(null);
    if (column == null || areAwaited) {
      return null;
    }
    var cells = column.units.get(unit.unit());
    var width = column.width;
    var height = column.height == 1 ? width : column.height;
    return RowImage.of(
        width, height, i -> look.argb(look.step(cells[i % (width * column.height)])));
  }
}
