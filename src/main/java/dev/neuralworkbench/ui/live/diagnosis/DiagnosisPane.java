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
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What keeps the run from learning well, in a line each; not there while there is nothing. */
public final class DiagnosisPane extends VBox {

  /** Height of the view, in em, from which on two lines leave room for the rest. */
  private static final double ROOM_FOR_TWO = 47;

  private final DiagnosisViewModel model;
  private final Messages messages;
  private final ObservableDoubleValue height;

  /** The height is the view's: a low one has room for one line only. */
  public DiagnosisPane(DiagnosisViewModel model, Messages messages, ObservableDoubleValue height) {
    this.model = model;
    this.messages = messages;
    this.height = height;
    Styling.as(this, "#live-diagnosis", "diagnosis-pane");
    Visibility.when(this, model.shown.map(all -> !all.isEmpty()));
    model.shown.subscribe(this::show);
  }

  private void show(List<Diagnosis> all) {
    var lines = all.stream().map(it -> new DiagnosisLine(it, model, messages)).toList();
    lines.stream().skip(1).forEach(line -> line.showFrom(ROOM_FOR_TWO, height));
    getChildren().setAll(lines);
  }

  /** What is wrong, with its numbers; what may help, with a click; and a way to hide it. */
  private static final class DiagnosisLine extends GridPane {

    private static final int DIGITS = 3;

    /** What may help stands under the sentence where it would leave less than so many em. */
    private static final double LEAST_IN_EM = 25;

    private final DiagnosisViewModel model;
    private final Messages messages;
    private final Label sentence = Labels.sentence();
    private final HBox help = new HBox();

    DiagnosisLine(Diagnosis diagnosis, DiagnosisViewModel model, Messages messages) {
      this.model = model;
      this.messages = messages;
      getStyleClass().add("diagnosis");
      addRow(0, new IconView(Icon.WARNING), sentence);
      sentence.setId("diagnosis-" + diagnosis.id());
      sentence.textProperty().bind(said("diagnosis." + diagnosis.id(), diagnosis.evidence()));
      setHgrow(sentence, Priority.ALWAYS);
      sentence.setMaxWidth(Double.MAX_VALUE);
      help.setMinWidth(USE_PREF_SIZE);
      help.setAlignment(Pos.CENTER_LEFT);
      var remedy = diagnosis.remedy();
      if (remedy != null) {
        addRemedy(diagnosis, remedy);
      }
      Runnable dismiss = () -> model.dismiss(diagnosis);
      String[] names = {"#dismiss-" + diagnosis.id(), "flat", "small"};
      add(Buttons.icon(Icon.REMOVE, messages, "diagnosis.dismiss", dismiss, names), 3, 0);
    }

    /** Shows only where there is so much height, in lines of text. */
    void showFrom(double lines, ObservableDoubleValue height) {
      Visibility.when(
          this,
          Bindings.createBooleanBinding(
              () -> height.get() >= lines * sentence.getFont().getSize(),
              height,
              sentence.fontProperty()));
    }

    private void addRemedy(Diagnosis diagnosis, Remedy remedy) {
      var button = Styling.as(new Button(), "#remedy-" + diagnosis.id(), "small");
      button.setMinWidth(USE_PREF_SIZE);
      button.textProperty().bind(said("remedy." + remedy.id(), remedy.arguments()));
      button.setOnAction(_ -> model.apply(diagnosis));
      Tooltips.install(button, messages.text("remedy.tip"));
      var document = model.workspace.document();
      var applied =
          Labels.whole(
              messages.text(
                  document,
                  (words, it) -> words.text(DiagnosisViewModel.appliedKey(diagnosis, it))),
              "#applied-" + diagnosis.id(),
              "muted");
      var isApplied = document.map(it -> model.isApplied(remedy, it.draft()));
      Visibility.when(applied, isApplied);
      Visibility.when(button, isApplied.map(it -> !it));
      help.getChildren().addAll(button, applied);
      add(help, 2, 0);
      OnAnyChange.all(this::fit, widthProperty(), help.widthProperty(), sentence.fontProperty());
    }

    /** Moves no node to another parent: fonts change while JavaFX applies styles to all nodes. */
    private void fit() {
      var beside = getWidth() - help.prefWidth(-1);
      var narrow = getWidth() > 0 && beside < LEAST_IN_EM * sentence.getFont().getSize();
      setConstraints(help, narrow ? 1 : 2, narrow ? 1 : 0);
    }

    private ObservableValue<String> said(String key, List<Object> numbers) {
      return messages.text(words -> words.text(key, written(numbers, words)));
    }

    private static Object[] written(List<Object> numbers, Words words) {
      var values =
          numbers.stream().filter(Double.class::isInstance).map(Double.class::cast).toList();
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
}
