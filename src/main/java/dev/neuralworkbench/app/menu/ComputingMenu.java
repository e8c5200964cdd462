package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu of what the machine may do: what computes, and on how many threads. */
public record ComputingMenu(
    MainMenu menus, Messages messages, Property<ComputingPreferences> computing) {

  public Menu menu() {
    var menu = menus.menu("computing");
    var engines = new ToggleGroup();
    for (var engine : Engine.values()) {
      menu.getItems()
          .add(
              item(
                  "engine-" + engine.name().toLowerCase(Locale.ROOT),
                  messages.text(engine.nameKey()),
                  engines,
                  it -> it.engine() == engine,
                  it -> new ComputingPreferences(engine, it.threads())));
    }
    menu.getItems().addAll(menus.line(), threads());
    return menu;
  }

  private Menu threads() {
    var group = new ToggleGroup();
    var items =
        threadCounts(Runtime.getRuntime().availableProcessors())
            .mapToObj(count -> threads(count, group))
            .toArray(MenuItem[]::new);
    return menus.menu("threads", items);
  }

  private MenuItem threads(int count, ToggleGroup group) {
    var text =
        count == ComputingPreferences.AUTOMATIC
            ? messages.text("threads.automatic")
            : new SimpleStringProperty(Numbers.count(count));
    return item(
        "threads-" + count,
        text,
        group,
        it -> it.threads() == count,
        it -> new ComputingPreferences(it.engine(), count));
  }

  /** Automatic, the powers of two, and all processors. */
  static IntStream threadCounts(int processors) {
    var powers = IntStream.iterate(1, it -> it < processors, it -> 2 * it);
    return IntStream.concat(
        IntStream.of(ComputingPreferences.AUTOMATIC),
        IntStream.concat(powers, IntStream.of(processors)));
  }

  private MenuItem item(
      String id,
      ObservableValue<String> text,
      ToggleGroup group,
      Predicate<ComputingPreferences> chosen,
      UnaryOperator<ComputingPreferences> choose) {
    Runnable action = () -> computing.setValue(choose.apply(computing.getValue()));
    var item = Buttons.choice(group, text, action, "#menu-" + id);
    computing.subscribe(now -> item.setSelected(chosen.test(now)));
    return item;
  }
}
