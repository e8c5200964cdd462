package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.data.encode.InputEncoder;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.workspace.entry.RowForm;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A row that is entered by hand, in the table's units, the target last; begins as one of it. */
public final class RowEntry {

  /** Scaled numbers beyond this leave single precision too few digits to be followed. */
  private static final double LIMIT = 1e6;

  private final Runnable entered;

  /** The fields, the target's last; null before the first. */
  public final ReadOnlyObjectWrapper<@Nullable RowForm> form = new ReadOnlyObjectWrapper<>();

  private int filledFrom;
  private boolean filling;

  RowEntry(Runnable entered) {
    this.entered = entered;
  }

  /** What is entered stays while inputs, target and the row to begin with, from 1 on, do. */
  RowForm of(Preprocessor preprocessor, Table table, int row) {
    var fields =
        Stream.concat(preprocessor.inputs().stream(), Stream.of(asInput(preprocessor.target())))
            .toList();
    var present = form.get();
    if (present == null || !present.isFor(fields)) {
      var canMiss = preprocessor.missing() != MissingValues.DROP_ROW;
      var target = fields.getLast();
      present =
          RowForm.ofKnown(fields, "backprop", LIMIT, input -> canMiss && !input.equals(target));
      present.onChange(this::changed);
      filledFrom = 0;
    }
    if (row != filledFrom) {
      fill(present, table, row);
    }
    form.set(present);
    return present;
  }

  private void changed() {
    if (!filling) {
      entered.run();
    }
  }

  /** Forgets what was entered: the row begins anew. */
  public void refill() {
    filledFrom = 0;
    entered.run();
  }

  private void fill(RowForm into, Table table, int row) {
    filling = true;
    into.fill(table, row - 1);
    filling = false;
    filledFrom = row;
  }

  /** A target is entered as an input of its kind would be. */
  private static InputEncoder asInput(TargetEncoder target) {
    return switch (target) {
      case NumberTarget(var name, var least, var most, var mean, var offset, var scale) ->
          new NumberInput(name, least, most, mean, mean, offset, scale);
      case ClassTarget(var name, var classes, var _, var _, var _) ->
          new CategoryInput(name, classes, classes.getFirst());
    };
  }
}
