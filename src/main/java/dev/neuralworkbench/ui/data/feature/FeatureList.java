package dev.neuralworkbench.ui.data.feature;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;

/** All engineered inputs, each of which a press takes off, and the menu that makes more. */
public final class FeatureList extends FlowPane {

  private final Messages messages;
  private final Consumer<Feature> toggle;
  private final FeatureMenu menu;

  public FeatureList(
      ObservableValue<Preparation> preparation,
      Predicate<String> lacks,
      Messages messages,
      Consumer<Feature> toggle) {
    this.messages = messages;
    this.toggle = toggle;
    menu = new FeatureMenu(preparation.getValue(), messages, lacks, toggle);
    getStyleClass().add("features");
    // A long name is cut, where it would make the form wider.
    setMinWidth(0);
    WhileInScene.subscribe(this, () -> preparation.subscribe(this::show));
  }

  private void show(Preparation preparation) {
    var nodes = new ArrayList<Node>();
    for (var feature : preparation.engineered()) {
      nodes.add(Styled.as(button(feature), "#feature-off-" + nodes.size()));
    }
    if (menu.follow(preparation)) {
      nodes.add(menu);
    }
    getChildren().setAll(nodes);
    Shown.when(this, !nodes.isEmpty());
  }

  private Button button(Feature feature) {
    var button =
        Styled.as(new Button(feature.name(), new IconView(Icon.REMOVE)), "data", Styles.SMALL);
    button.setMnemonicParsing(false);
    button.maxWidthProperty().bind(widthProperty());
    button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.accessibleTextProperty().bind(messages.text("feature.off", feature.name()));
    Tooltips.install(button, messages.text("feature.off", feature.name()));
    button.setOnAction(_ -> toggle.accept(feature));
    return button;
  }
}
