package dev.neuralworkbench.ui.live.diagnosis;

import dev.neuralworkbench.explain.diagnosis.Diagnosis;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
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
    Styled.as(this, "#live-diagnosis", "diagnosis-pane");
    Shown.when(this, model.shown().map(all -> !all.isEmpty()));
    model.shown().subscribe(this::show);
  }

  private void show(List<Diagnosis> all) {
    var lines = all.stream().map(it -> new DiagnosisLine(it, model, messages)).toList();
    lines.stream().skip(1).forEach(line -> line.showFrom(ROOM_FOR_TWO, height));
    getChildren().setAll(lines);
  }
}
