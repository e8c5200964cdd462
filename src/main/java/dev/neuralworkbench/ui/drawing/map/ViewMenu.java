package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** Chooses from where a map is looked at, and with which rows; not there without a choice. */
final class ViewMenu extends MenuButton {

  enum Kind {
    INPUTS,
    COMPONENTS,
    IMAGES
  }

  private final Map<Kind, RadioMenuItem> kinds = new EnumMap<>(Kind.class);
  private final SeparatorMenuItem line = new SeparatorMenuItem();
  private final CheckMenuItem test = Styling.as(new CheckMenuItem(), "#picture-test");
  Kind kind = Kind.INPUTS;

  ViewMenu(Messages messages, Runnable chosen) {
    Styling.as(this, "#picture-view", "flat", "small");
    setMinWidth(USE_PREF_SIZE);
    textProperty().bind(messages.text("picture.view"));
    Tooltips.install(this, messages.text("picture.view.tip"));
    var group = new ToggleGroup();
    for (var each : Kind.values()) {
      var name = messages.text("picture.view." + Ids.of(each));
      Runnable choose =
          () -> {
            kind = each;
            chosen.run();
          };
      kinds.put(each, Buttons.choice(group, name, choose, "#picture-view-" + Ids.of(each)));
    }
    Buttons.tellChosen(this, group, messages.text("picture.view"), messages);
    Buttons.item(test, messages.text("picture.withTest"), chosen);
    managedProperty().bind(visibleProperty());
    offer(null);
  }

  void offer(@Nullable DecisionMap map) {
    var offered = map == null ? List.<Kind>of() : kinds(map);
    kind = offered.isEmpty() ? Kind.INPUTS : offered.getFirst();
    var items = new ArrayList<MenuItem>();
    offered.forEach(it -> items.add(kinds.get(it)));
    var hasTest = map != null && map.test().rows().length > 0;
    addIf(hasTest && !items.isEmpty(), line, items);
    addIf(hasTest, test, items);
    getItems().setAll(items);
    kinds.forEach((each, item) -> item.setSelected(each == kind));
    setVisible(!items.isEmpty());
  }

  private static void addIf(boolean added, MenuItem item, List<MenuItem> items) {
    if (added) {
      items.add(item);
    }
  }

  /** The first is what a map is looked at by at first; none where there is only one. */
  private static List<Kind> kinds(DecisionMap map) {
    if (map.axes().size() < 2 || !map.hasMoreThan(2)) {
      return List.of();
    }
    return map.preprocessor().pixels().isPresent()
        ? List.of(Kind.IMAGES, Kind.INPUTS, Kind.COMPONENTS)
        : List.of(Kind.INPUTS, Kind.COMPONENTS);
  }

  boolean withTest() {
    return test.isSelected();
  }
}
