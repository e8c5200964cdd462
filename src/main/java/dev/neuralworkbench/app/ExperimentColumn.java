package dev.neuralworkbench.app;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.network.NetworkForm;
import dev.neuralworkbench.ui.network.NetworkViewModel;
import dev.neuralworkbench.ui.training.TrainingForm;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/**
 * All choices: what one tries first, then data and details to be folded; below, what Train will do.
 */
final class ExperimentColumn extends VBox {

  private final WorkspaceServices services;
  private final VBox sections = Styling.as(new VBox(), "sections");
  private final ScrollPane scroll = new ScrollPane(sections);

  ExperimentColumn(WorkspaceServices services) {
    this.services = services;
    Styling.as(this, "#experiment", "experiment");
  }

  /** Brings all of it; of the forms, these parts are open. */
  void fill(ObservableSet<String> open, ObservableValue<AppScreen> shown) {
    var messages = services.messages();
    var fields = new Fields(messages, open);
    var workspace = services.workspace();
    var network = new NetworkForm(new NetworkViewModel(workspace), fields, messages);
    var training = new TrainingForm(workspace, fields, messages);
    var tried = Styling.as(new VBox(network.tried(), training.tried()), "tried");
    var data = new DataSection(workspace, fields, messages);
    sections
        .getChildren()
        .setAll(tried, details("network", network), details("training", training));
    shown.subscribe(screen -> place(data, screen == AppScreen.DATA));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getChildren().setAll(Space.tall(scroll), new PlanLabel(services));
  }

  /** The data lead on their own screen; elsewhere they follow what one tries. */
  private void place(DataSection data, boolean lead) {
    var place = lead ? 0 : 1;
    if (sections.getChildren().indexOf(data) != place) {
      sections.getChildren().remove(data);
      sections.getChildren().add(place, data);
      scroll.setVvalue(0);
    }
    data.lead(lead);
  }

  private TitledPane details(String name, Node form) {
    var pane = Styling.as(new TitledPane(), "#section-" + name, "section");
    pane.textProperty().bind(services.messages().text("form." + name));
    pane.setContent(form);
    pane.setAnimated(false);
    return pane;
  }
}
