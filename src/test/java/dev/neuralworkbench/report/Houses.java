package dev.neuralworkbench.report;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.ui.workspace.TestModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Models of a table with numbers, a category, a date, missing cells and three targets. */
final class Houses {

  static final int ROWS = 90;

  /** Rows with a missing number, a missing category, a missing date, and the last with all. */
  static final int[] LACKING = {3, 4, 5, ROWS - 1};

  static Table table() {
    var draw = new Random(8);
    var rooms = draw.doubles(ROWS, 2, 9).map(it -> Math.round(10 * it) / 10.0).toArray();
    var year = IntStream.range(0, ROWS).mapToDouble(i -> 1950 + (i * 37) % 70).toArray();
    var color = new String[ROWS];
    var day = new String[ROWS];
    var two = new String[ROWS];
    var three = new String[ROWS];
    var price = new double[ROWS];
    for (var i = 0; i < ROWS; i++) {
      color[i] = List.of("red", "=green", "sky blue").get(draw.nextInt(3));
      day[i] = "20%02d-%02d-%02d".formatted(i % 20, 1 + i % 12, 1 + i % 28);
      price[i] = 31_000 * rooms[i] - 420 * year[i] + 950_000 + 9_000 * draw.nextGaussian();
      two[i] = i % 5 == 0 ? "dear" : "cheap";
      three[i] = i % 7 == 0 ? "a" : i % 2 == 0 ? "b" : "c";
    }
    for (var row : LACKING) {
      rooms[row] = row == 3 || row == ROWS - 1 ? Double.NaN : rooms[row];
      color[row] = row == 4 || row == ROWS - 1 ? null : color[row];
      day[row] = row == 5 || row == ROWS - 1 ? null : day[row];
    }
    return Table.of(
        "houses",
        NumberColumn.of("rooms", rooms),
        NumberColumn.of("year built", year),
        TextColumn.of("color", color),
        TextColumn.of("day", day),
        NumberColumn.of("price", price),
        TextColumn.of("two", two),
        TextColumn.of("three", three));
  }

  /** What a model is made of, with first weights drawn so that all biases are something. */
  record Plan(
      String target,
      Loss loss,
      Activation output,
      Scaling scaling,
      MissingValues missing,
      boolean features,
      boolean balanced,
      List<? extends LayerDesign> hidden) {

    static Plan of(String target, Loss loss, LayerDesign... hidden) {
      return new Plan(
          target,
          loss,
          Activation.IDENTITY,
          Scaling.STANDARDIZE,
          MissingValues.MEAN,
          true,
          false,
          List.of(hidden));
    }

    Plan with(Scaling scaling, MissingValues missing) {
      return new Plan(target, loss, output, scaling, missing, features, balanced, hidden);
    }

    Plan balancedOnes() {
      return new Plan(target, loss, output, scaling, missing, features, true, hidden);
    }

    Plan withOutput(Activation output) {
      return new Plan(target, loss, output, scaling, missing, features, balanced, hidden);
    }

    Preparation preparation(Table table) {
      var preparation = Preparation.defaults(table).withSplit(Split.NONE).withScaling(scaling);
      var index = table.indexOf(target);
      preparation = preparation.withRole(index, ColumnRole.TARGET, table);
      for (var name : List.of("price", "two", "three")) {
        if (!name.equals(target)) {
          preparation = preparation.withRole(table.indexOf(name), ColumnRole.IGNORED, table);
        }
      }
      for (var input : List.of("rooms", "year built", "color", "day")) {
        preparation = preparation.withRole(table.indexOf(input), ColumnRole.INPUT, table);
      }
      preparation =
          preparation.withKind(table.indexOf("day"), ColumnKind.DATE).withMissing(missing);
      if (features) {
        preparation =
            preparation.withFeatures(
                List.of(
                    Feature.of(Feature.Kind.SQUARE, "rooms"),
                    Feature.product("rooms", "year built"),
                    Feature.of(Feature.Kind.SINE, "rooms"),
                    Feature.of(Feature.Kind.LOG, "rooms"),
                    Feature.of(Feature.Kind.MISSING, "rooms")));
      }
      return balanced
          ? Chosen.withPriorCorrected(preparation.withBalanced(true), true)
          : preparation;
    }

    Model model() {
      var document = Document.of(DataReference.ofTyped(table()));
      var draft = document.draft();
      var network = NetworkDesign.of(loss).withHidden(hidden).withOutputActivation(output);
      var changed =
          draft.withPreparation(preparation(document.data().table())).withNetwork(network);
      var model = TestModels.untrained(document.withDraft(changed));
      return withBiases(model);
    }
  }

  private static Model withBiases(Model model) {
    var draw = new Random(4);
    var weights = new NetworkWeights(new ArrayList<>(model.weights().layers()));
    for (var l = 0; l < weights.layers().size(); l++) {
      for (var unit = 0; unit < weights.layer(l).units(); unit++) {
        weights = weights.withWeight(l, -1, unit, (float) (0.3 * draw.nextGaussian()));
      }
    }
    return new Model(model.experiment(), model.preprocessor(), weights, model.history(), null);
  }

  private Houses() {}
}
