package dev.neuralworkbench.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Controls of every kind, each in every state, for a comparison of looks. */
final class Controls extends VBox {

  private static final List<String> STATES =
      List.of("", "hover", "focused", "pressed", "armed", "selected", "disabled");
  private static final List<String> KINDS =
      List.of("", "accent", "success", "danger", "flat", "button-outlined");
  private static final List<String> GROUNDS =
      List.of("tooltip", "context-menu", "popover", "color-palette", "modal-pane");

  Controls() {
    super(4);
    for (var kind : KINDS) {
      for (var other : KINDS.subList(kind.isEmpty() ? 5 : 4, KINDS.size())) {
        var row = row();
        row.getChildren().addAll(inAllStates(() -> dressed(new Button("B"), kind, other)));
        row.getChildren().addAll(inAllStates(() -> dressed(new MenuButton("M"), kind, other)));
      }
    }
    var plain = row();
    plain.getChildren().addAll(inAllStates(() -> new ToggleButton("T")));
    plain.getChildren().addAll(inAllStates(() -> new CheckBox("C")));
    plain.getChildren().addAll(inAllStates(() -> new RadioButton("R")));
    plain.getChildren().addAll(inAllStates(() -> new SplitMenuButton(new MenuItem("S"))));
    var fields = row();
    fields.getChildren().addAll(inAllStates(() -> sized(new TextField("text"), 60)));
    fields.getChildren().addAll(inAllStates(() -> sized(new ComboBox<String>(), 50)));
    var bars = row();
    bars.getChildren().addAll(inAllStates(() -> sized(new Slider(0, 1, 0.5), 50)));
    bars.getChildren()
        .addAll(inAllStates(() -> dressed(sized(new Slider(0, 1, 0.5), 50), "large")));
    bars.getChildren().addAll(sized(new ProgressBar(0.4), 60), sized(new ScrollBar(), 60));
    for (var list : inAllStates(() -> sized(list(), 60))) {
      bars.getChildren().add(list);
    }
    var panes = row();
    panes.getChildren().addAll(inAllStates(() -> sized(new MenuBar(new Menu("A")), 50)));
    panes.getChildren().addAll(new ToolBar(new Button("B"), new ToggleButton("T")));
    panes.getChildren().addAll(inAllStates(() -> sized(new Spinner<Integer>(0, 9, 1), 70)));
    var tabs = new TabPane(new Tab("one", new Label("1")), new Tab("two"));
    panes.getChildren().addAll(tabs, new TitledPane("title", new Label("content")));
    var grounds = row();
    for (var ground : GROUNDS) {
      grounds.getChildren().add(ground(ground));
    }
  }

  private FlowPane row() {
    var row = new FlowPane(4, 2);
    getChildren().add(row);
    return row;
  }

  private static List<Control> inAllStates(Supplier<Control> maker) {
    var controls = new ArrayList<Control>();
    for (var state : STATES) {
      var control = maker.get();
      if (state.equals("disabled")) {
        control.setDisable(true);
      } else if (!state.isEmpty()) {
        control.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
      }
      controls.add(control);
    }
    return controls;
  }

  private static Control dressed(Control control, String... kinds) {
    for (var kind : kinds) {
      if (!kind.isEmpty()) {
        control.getStyleClass().add(kind);
      }
    }
    return control;
  }

  private static Control sized(Control control, double width) {
    control.setPrefWidth(width);
    return control;
  }

  private static ListView<String> list() {
    var list = new ListView<>(FXCollections.observableArrayList("a", "b"));
    list.getSelectionModel().select(0);
    list.setPrefHeight(60);
    return list;
  }

  private static Region ground(String styleClass) {
    var region = new Region();
    region.getStyleClass().add(styleClass);
    region.setMinSize(80, 30);
    return region;
  }
}
