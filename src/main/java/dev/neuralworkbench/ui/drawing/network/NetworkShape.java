package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.data.encode.DateInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.ProblemType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Columns of units as drawn: the inputs, then each dense layer; the last is the output layer.
 *
 * @param inputs names of the prepared inputs, in the user's words
 * @param imageSide pixels of a side where the inputs are those of a square image; otherwise 0
 */
public record NetworkShape(
    List<String> inputs, List<String> outputs, NetworkDesign design, int imageSide) {

  public NetworkShape {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  public NetworkShape(List<String> inputs, List<String> outputs, NetworkDesign design) {
    this(inputs, outputs, design, 0);
  }

  public static NetworkShape of(Preprocessor preprocessor, NetworkDesign design) {
    var columns =
        preprocessor.inputs().stream()
            .flatMap(
                input ->
                    switch (input) {
                      case NumberInput number -> Stream.of(number.name());
                      case DateInput date ->
                          date.parts().stream().map(it -> it.part().name(date.name()));
                      case CategoryInput category ->
                          category.categories().stream()
                              .map(it -> CategoryInput.label(category.name(), it));
                    });
    var engineered = preprocessor.engineered().stream().map(it -> it.feature().name());
    var inputs = Stream.concat(columns, engineered).toList();
    return new NetworkShape(
        inputs,
        outputs(preprocessor.target(), design),
        design,
        preprocessor.pixels().map(Pixels::side).orElse(0));
  }

  /** One output for two classes tells the probability of the second. */
  private static List<String> outputs(TargetEncoder target, NetworkDesign design) {
    return switch (target) {
      case NumberTarget number -> List.of(number.name());
      case ClassTarget classes ->
          design.loss().outputs(ProblemType.CLASSIFICATION, classes.classes().size())
                  == classes.classes().size()
              ? classes.classes()
              : List.of(classes.classes().getLast());
    };
  }

  /** The dense layers from input to output; the last is the output layer. */
  public List<DenseDesign> layers() {
    return design.dense(outputs.size());
  }

  public int columns() {
    return layers().size() + 1;
  }

  /** Number of units of a column; 0 is the column of the inputs. */
  public int units(int column) {
    return column == 0 ? inputs.size() : layers().get(column - 1).units();
  }

  double dropout(int column) {
    var at = 0;
    var kept = 1.0;
    for (var layer : design.hidden()) {
      switch (layer) {
        case DenseDesign _ -> at++;
        case DropoutDesign(var rate) -> kept *= at == column ? 1 - rate : 1;
      }
    }
    return 1 - kept;
  }
}
