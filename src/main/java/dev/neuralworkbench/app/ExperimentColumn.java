package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.data.DataForm;
import dev.neuralworkbench.ui.data.DataFormViewModel;
import dev.neuralworkbench.ui.network.NetworkForm;
import dev.neuralworkbench.ui.network.NetworkViewModel;
import dev.neuralworkbench.ui.training.TrainingForm;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.util.List;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** All choices, as three forms that can be folded; below them what Train will do. */
final class ExperimentColumn extends VBox {

  private final WorkspaceServices services;
  private final VBox sections = Styling.as(new VBox(), "sections");

  ExperimentColumn(WorkspaceServices services) {
    this.services = services;
    Styling.as(this, "#experiment", "experiment");
  }

  /**
   * What brings what Train will do with the first form, and the others.
   *
   * @param open the parts of forms that are open
   */
  List<Runnable> parts(ObservableSet<String> open) {
    var fields = new Fields(services.messages(), open);
    var workspace = services.workspace();
    return List.of(
        () -> {
          begin(new PlanLabel(services));
          add("data", new DataForm(new DataFormViewModel(workspace), fields, services.messages()));
        },
        () -> {
          add(
              "network",
              new NetworkForm(new NetworkViewModel(workspace), fields, services.messages()));
          add("training", new TrainingForm(workspace, fields, services.messages()));
        });
  }

  private void begin(Node plan) {
    var scroll = new ScrollPane(sections);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getChildren().setAll(Space.tall(scroll), plan);
  }

  private void add(String name, Node form) {
    var pane = Styling.as(new TitledPane(), "#section-" + name, "section");
    pane.textProperty().bind(services.messages().text("form." + name));
    pane.setContent(form);
    pane.setAnimated(false);
    sections.getChildren().add(pane);
  }
}
