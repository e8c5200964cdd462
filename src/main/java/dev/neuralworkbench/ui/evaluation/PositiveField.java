package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The choice of the positive class; of more than two there may be none. The same everywhere. */
public final class PositiveField extends HBox {

  public PositiveField(EvaluateViewModel model, Messages messages) {
    Styling.as(this, "positive-class");
    ObservableValue<List<Integer>> offered = model.judged.map(PositiveField::classes);
    var field =
        new ChoiceField<>(
            model.positive,
            offered.orElse(List.of()),
            index -> {
              var judged = model.judged.get();
              return index == null || index == ClassProbabilities.ALL || judged == null
                  ? messages.text("evaluate.positive.each")
                  : new SimpleStringProperty(judged.answers().classes().get(index));
            });
    Styling.as(field, "data");
    Tooltips.install(field, messages.text("evaluate.positive.tip"));
    var label = Labels.whole(messages.text("evaluate.positive"));
    label.setLabelFor(field);
    getChildren().setAll(label, field);
  }

  private static List<Integer> classes(@Nullable JudgedPart judged) {
    var count =
        judged != null && judged.answers().target() instanceof ClassTarget target
            ? target.classes().size()
            : 0;
    return IntStream.range(count == 2 ? 0 : ClassProbabilities.ALL, count).boxed().toList();
  }
}
