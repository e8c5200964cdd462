package dev.neuralworkbench.ui.data.feature;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.Feature.Kind;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;

/** All engineered inputs, each of which a press takes off, and the menu that makes more. */
public final class FeatureList extends FlowPane {

  private final Messages messages;
  private final Predicate<String> lacks;
  private final Consumer<Feature> toggle;
  private final FeatureMenu menu;

  public FeatureList(
      ObservableValue<Preparation> preparation,
      Predicate<String> lacks,
      Messages messages,
      Consumer<Feature> toggle) {
    this.messages = messages;
    this.lacks = lacks;
    this.toggle = toggle;
    menu = new FeatureMenu(preparation.getValue());
    getStyleClass().add("features");
    // A long name is cut, where it would make the form wider.
    setMinWidth(0);
    WhileInScene.subscribe(this, () -> preparation.subscribe(this::show));
  }

  private void show(Preparation preparation) {
    var nodes = new ArrayList<Node>();
    for (var feature : preparation.engineered()) {
      nodes.add(Styling.as(button(feature), "#feature-off-" + nodes.size()));
    }
    if (menu.follow(preparation)) {
      nodes.add(menu);
    }
    getChildren().setAll(nodes);
    Visibility.when(this, !nodes.isEmpty());
  }

  private Button button(Feature feature) {
    var button =
        Styling.as(new Button(feature.name(), new IconView(Icon.REMOVE)), "data", Styles.SMALL);
    button.setMnemonicParsing(false);
    button.maxWidthProperty().bind(widthProperty());
    button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.accessibleTextProperty().bind(messages.text("feature.off", feature.name()));
    Tooltips.install(button, messages.text("feature.off", feature.name()));
    button.setOnAction(_ -> toggle.accept(feature));
    return button;
  }

  /** All that can be made of the numeric inputs: one list of a few columns, else one a kind. */
  private final class FeatureMenu extends MenuButton {

    private static final int FEW = 3;
    private static final int MOST = 60;

    /** Characters of a name: a menu as wide as the window covers the one that it is of. */
    private static final int LONGEST = 50;

    private Preparation preparation;

    FeatureMenu(Preparation preparation) {
      this.preparation = preparation;
      Styling.as(this, "#feature-menu", Styles.SMALL);
      Buttons.name(this, messages, "feature.add");
      getItems().add(new MenuItem());
      setOnShowing(_ -> list());
    }

    /** Remembers whose inputs there are to list once the menu opens; whether there are any. */
    boolean follow(Preparation next) {
      preparation = next;
      return next.inputs().stream().anyMatch(it -> it.kind() == ColumnKind.NUMBER);
    }

    /** Items of hundreds of columns take time: they are made when they are to be seen. */
    private void list() {
      var numbers =
          preparation.inputs().stream()
              .filter(it -> it.kind() == ColumnKind.NUMBER)
              .map(ColumnPlan::name)
              .limit(MOST)
              .toList();
      var items = new ArrayList<MenuItem>();
      for (var kind : Kind.values()) {
        var columns = numbers.stream().filter(it -> canBe(kind, it, numbers.size())).toList();
        if (numbers.size() <= FEW) {
          columns.forEach(it -> items.addAll(items(kind, it, numbers, true)));
        } else if (!columns.isEmpty()) {
          items.add(menu(kind, columns, numbers));
        }
      }
      getItems().setAll(items);
    }

    private boolean canBe(Kind kind, String column, int count) {
      return switch (kind) {
        case MISSING -> preparation.missing() != MissingValues.DROP_ROW && lacks.test(column);
        case PRODUCT -> count > 1;
        case SQUARE, SINE, LOG -> true;
      };
    }

    private Menu menu(Kind kind, List<String> columns, List<String> numbers) {
      var menu = new Menu();
      menu.textProperty().bind(messages.text("feature." + Ids.of(kind)));
      for (var column : columns) {
        if (kind == Kind.PRODUCT) {
          menu.getItems().add(factors(column, numbers));
        } else {
          menu.getItems().addAll(items(kind, column, numbers, false));
        }
      }
      return menu;
    }

    private Menu factors(String column, List<String> numbers) {
      var menu = new Menu(Shortened.middle(column, LONGEST));
      menu.setMnemonicParsing(false);
      menu.getItems().add(new MenuItem());
      menu.setOnShowing(_ -> menu.getItems().setAll(items(Kind.PRODUCT, column, numbers, false)));
      return menu;
    }

    /** Once: a product is listed at one of its factors alone. */
    private List<MenuItem> items(Kind kind, String column, List<String> numbers, boolean once) {
      if (kind != Kind.PRODUCT) {
        return List.of(item(Feature.of(kind, column), numbers));
      }
      var from = once ? numbers.indexOf(column) + 1 : 0;
      return numbers.subList(from, numbers.size()).stream()
          .filter(it -> !it.equals(column))
          .map(it -> item(Feature.product(column, it), numbers))
          .toList();
    }

    private MenuItem item(Feature feature, List<String> numbers) {
      var key = "feature.item." + Ids.of(feature.kind());
      var isFlat = numbers.size() <= FEW;
      var isAlone = isFlat && messages.words().has(key);
      var name = Shortened.middle(feature.name(), LONGEST);
      var item = new CheckMenuItem(isAlone ? messages.now(key, name) : name);
      item.setMnemonicParsing(false);
      item.setSelected(preparation.engineered().contains(feature));
      item.setOnAction(_ -> toggle.accept(feature));
      return item;
    }
  }
}
