package dev.neuralworkbench.ui.live.diagnosis;

import dev.neuralworkbench.explain.diagnosis.Diagnosis;
import dev.neuralworkbench.explain.diagnosis.Remedy;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What keeps the run from learning well, with its numbers; what may help, with a click. */
public final class DiagnosisNotice extends HBox {

  private static final int DIGITS = 3;

  private final DiagnosisViewModel model;
  private final Messages messages;

  /** The first of what is wrong, or one after it; not visible while there is none. */
  public DiagnosisNotice(DiagnosisViewModel model, int place, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#live-diagnosis" + (place == 0 ? "" : "-" + place), "notice-row", "problem");
    Visibility.when(this, model.shown.map(all -> all.size() > place));
    model.shown.subscribe(all -> show(all.size() > place ? all.get(place) : null));
  }

  private void show(@Nullable Diagnosis diagnosis) {
    getChildren().clear();
    if (diagnosis != null) {
      var said = said("diagnosis." + diagnosis.id(), diagnosis.evidence());
      var sentence = NoticeLine.sentence(said, "#diagnosis-" + diagnosis.id());
      getChildren().setAll(new IconView(Icon.WARNING), sentence);
      var remedy = diagnosis.remedy();
      if (remedy != null) {
        addRemedy(diagnosis, remedy);
      }
      Runnable dismiss = () -> model.dismiss(diagnosis);
      var id = "#dismiss-" + diagnosis.id();
      getChildren().add(Buttons.small(Icon.REMOVE, messages, "diagnosis.dismiss", dismiss, id));
    }
  }

  private void addRemedy(Diagnosis diagnosis, Remedy remedy) {
    var name = said("remedy." + remedy.id(), remedy.arguments());
    var button = Buttons.saying(name, () -> model.apply(diagnosis), "#remedy-" + diagnosis.id());
    Tooltips.install(button, messages.text("remedy.tip"));
    var document = model.workspace.document();
    var applied =
        Labels.whole(
            messages.text(
                document, (words, it) -> words.text(DiagnosisViewModel.appliedKey(diagnosis, it))),
            "#applied-" + diagnosis.id(),
            "muted");
    var isApplied = document.map(it -> model.isApplied(remedy, it.draft()));
    Visibility.when(applied, isApplied);
    Visibility.when(button, isApplied.map(it -> !it));
    getChildren().addAll(button, applied);
  }

  private ObservableValue<String> said(String key, List<Object> numbers) {
    return messages.text(words -> words.text(key, written(numbers, words)));
  }

  private static Object[] written(List<Object> numbers, Words words) {
    var values = numbers.stream().filter(Double.class::isInstance).map(Double.class::cast).toList();
    var digits = Numbers.digitsApart(values, DIGITS);
    return numbers.stream().map(number -> written(number, digits, words)).toArray();
  }

  private static Object written(Object number, int digits, Words words) {
    return switch (number) {
      case Diagnosis.Percentage share ->
          words.text("diagnosis.share", Numbers.rounded(100 * share.value(), DIGITS));
      // A rate is written as in its field, 1e-5; a score below 0 with a minus sign.
      case Double value when value < 0 -> Numbers.typeset(Numbers.rounded(value, digits));
      case Double value -> Numbers.rounded(value, digits);
      default -> number;
    };
  }
}
