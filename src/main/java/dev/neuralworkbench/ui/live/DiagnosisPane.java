package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.explain.Diagnosis;
import dev.neuralworkbench.ui.common.Messages;
import javafx.scene.layout.VBox;

/** What keeps the run from learning well, in a line each; not there while there is nothing. */
final class DiagnosisPane extends VBox {

  private final DiagnosisViewModel model;
  private final Messages messages;

  DiagnosisPane(DiagnosisViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("live-diagnosis");
    getStyleClass().add("diagnosis-pane");
    managedProperty().bind(visibleProperty());
    visibleProperty().bind(model.shown().map(all -> !all.isEmpty()));
    model.shown().subscribe(all -> getChildren().setAll(all.stream().map(this::line).toList()));
  }

  private DiagnosisLine line(Diagnosis diagnosis) {
    return new DiagnosisLine(diagnosis, model, messages);
  }
}
