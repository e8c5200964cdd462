package dev.neuralworkbench.ui.runs.landscape;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.study.landscape.Landscape.WeightPlace;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.drawing.network.NetworkPart.Unit;
import dev.neuralworkbench.ui.drawing.network.NetworkShape;
import dev.neuralworkbench.ui.drawing.network.NetworkWords;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The choice of one weight or bias: where it comes from, and to which unit it leads. */
final class WeightChoice extends VBox {

  static final NetworkShape NOTHING =
      new NetworkShape(List.of(), List.of(), NetworkDesign.of(Loss.MEAN_SQUARED_ERROR));
  static final WeightPlace NOWHERE = new WeightPlace(0, 0, 0);

  private final Messages messages;
  private final ObjectProperty<NetworkShape> shape = new SimpleObjectProperty<>(NOTHING);
  private final Consumer<WeightPlace> chosen;
  private final ObjectProperty<List<Unit>> units = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<List<Integer>> inputs = new SimpleObjectProperty<>(List.of());
  private final PropertyChoice<Unit> to;
  private final PropertyChoice<Integer> from;
  private boolean showing;

  /** The id is of the field where the weight comes from; that of the other ends in {@code -to}. */
  WeightChoice(Messages messages, String id, String key, Consumer<WeightPlace> chosen) {
    this.messages = messages;
    this.chosen = chosen;
    to = PropertyChoice.keepingWrong(key, new Unit(1, 0), _ -> List.of());
    from = PropertyChoice.keepingWrong(key, 0, _ -> List.of());
    getStyleClass().add("weight-choice");
    getChildren()
        .setAll(
            Labels.line(messages.text(key)),
            field(
                new ChoiceField<>(
                    from, inputs, it -> messages.text(_ -> input(it), shape, to.value())),
                id,
                key),
            field(
                new ChoiceField<>(to, units, it -> messages.text(_ -> unit(it), shape)),
                id + "-to",
                key + ".to"));
    to.value().subscribe(this::choose);
    from.value().subscribe(this::choose);
  }

  private Node field(ChoiceField<?> field, String id, String key) {
    Styling.as(field, "#" + id, "data");
    Labels.unseen(messages.text(key), field);
    Tooltips.install(field, messages.text(key + ".tip"));
    return field;
  }

  void show(NetworkShape of, WeightPlace place) {
    showing = true;
    shape.set(of);
    units.set(
        IntStream.range(1, of.columns())
            .boxed()
            .flatMap(
                column ->
                    IntStream.range(0, of.units(column)).mapToObj(unit -> new Unit(column, unit)))
            .toList());
    inputs.set(IntStream.range(WeightPlace.BIAS, of.units(place.layer())).boxed().toList());
    to.fill(new Unit(place.layer() + 1, place.unit()));
    from.fill(place.input());
    showing = false;
  }

  private void choose() {
    if (showing) {
      return;
    }
    var unit = to.value().getValue();
    var layer = unit.column() - 1;
    var input = from.value().getValue();
    chosen.accept(
        new WeightPlace(layer, input < shape.get().units(layer) ? input : 0, unit.unit()));
  }

  private String input(int input) {
    return input == WeightPlace.BIAS
        ? messages.now("runs.landscape.bias")
        : unit(new Unit(to.value().getValue().column() - 1, input));
  }

  private String unit(Unit unit) {
    return unit(shape.get(), unit);
  }

  private String unit(NetworkShape of, Unit unit) {
    return unit.column() < of.columns() && unit.unit() < of.units(unit.column())
        ? new NetworkWords(of, List.of(), messages.words()).unit(unit)
        : "";
  }

  String name(NetworkShape of, WeightPlace place) {
    var unit = unit(of, new Unit(place.layer() + 1, place.unit()));
    return place.input() == WeightPlace.BIAS
        ? messages.now("runs.landscape.ofBias", unit)
        : messages.now(
            "runs.landscape.ofWeight", unit(of, new Unit(place.layer(), place.input())), unit);
  }
}
