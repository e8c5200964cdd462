package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** The menu of what the machine may do: what computes, and on how many threads. */
public record ComputingMenu(
    MainMenu menus, Messages messages, Property<ComputingPreferences> computing) {

  public Menu menu() {
    var engines =
        Buttons.choices(
            List.of(Engine.values()),
            it -> messages.text(it.nameKey()),
            it -> "menu-engine-" + it.name().toLowerCase(Locale.ROOT),
            computing.map(ComputingPreferences::engine),
            it -> computing.setValue(new ComputingPreferences(it, computing.getValue().threads())));
    var counts =
        Buttons.choices(
            threadCounts(Runtime.getRuntime().availableProcessors()).boxed().toList(),
            it ->
                it == ComputingPreferences.AUTOMATIC
                    ? messages.text("threads.automatic")
                    : new SimpleStringProperty(Numbers.count(it)),
            it -> "menu-threads-" + it,
            computing.map(ComputingPreferences::threads),
            it -> computing.setValue(new ComputingPreferences(computing.getValue().engine(), it)));
    var threads = menus.menu("threads", counts.toArray(MenuItem[]::new));
    var menu = menus.menu("computing", engines.toArray(MenuItem[]::new));
    menu.getItems().addAll(menus.line(), threads);
    return menu;
  }

  /** Automatic, the powers of two, and all processors. */
  static IntStream threadCounts(int processors) {
    var powers = IntStream.iterate(1, it -> it < processors, it -> 2 * it);
    return IntStream.concat(
        IntStream.of(ComputingPreferences.AUTOMATIC),
        IntStream.concat(powers, IntStream.of(processors)));
  }
}
