package dev.neuralworkbench.app;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.data.DataForm;
import dev.neuralworkbench.ui.data.DataFormViewModel;
import dev.neuralworkbench.ui.network.LayersForm;
import dev.neuralworkbench.ui.network.NetworkForm;
import dev.neuralworkbench.ui.network.NetworkViewModel;
import dev.neuralworkbench.ui.training.TrainingForm;
import dev.neuralworkbench.ui.training.TriedForm;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.util.List;
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

  /**
   * What brings what one tries first, with the line of the data and what Train will do, and the
   * details.
   *
   * @param open the parts of forms that are open
   * @param shown the screen that shows
   */
  List<Runnable> parts(ObservableSet<String> open, ObservableValue<AppScreen> shown) {
    var messages = services.messages();
    var fields = new Fields(messages, open);
    var workspace = services.workspace();
    var network = new NetworkViewModel(workspace);
    return List.of(
        () -> {
          var layers = new LayersForm(network, fields, messages);
          var tried = new VBox(layers, new TriedForm(workspace, fields, messages));
          sections.getChildren().setAll(Styling.as(tried, "#tried", "tried"));
          begin(new PlanLabel(services));
          var form = new DataFormViewModel(workspace);
          var data =
              new DataSection(
                  workspace, () -> new DataForm(form, fields, messages), open, messages);
          shown.subscribe(screen -> place(data, screen == AppScreen.DATA));
        },
        () -> {
          add("network", new NetworkForm(network, fields, messages));
          add("training", new TrainingForm(workspace, fields, messages));
        });
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

  private void begin(Node plan) {
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
