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
import dev.neuralworkbench.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/**
 * All that can be made of the numeric inputs, ticked where it is made: one list of a few columns,
 * else a list for each kind.
 */
final class FeatureMenu extends MenuButton {

  /** Columns of which all is listed at once. */
  private static final int FEW = 3;

  /** Columns that a menu can list. */
  private static final int MOST = 60;

  /** Letters of a name in a menu. */
  private static final int LONGEST = 50;

  private final Messages messages;
  private final Predicate<String> lacks;
  private final Consumer<Feature> toggle;

  /**
   * A menu that is filled when it opens.
   *
   * @param lacks whether a column lacks values
   * @param toggle makes an engineered input, or takes it off
   */
  FeatureMenu(Messages messages, Predicate<String> lacks, Consumer<Feature> toggle) {
    this.messages = messages;
    this.lacks = lacks;
    this.toggle = toggle;
    setId("feature-menu");
    getStyleClass().add(Styles.SMALL);
    Buttons.name(this, messages, "feature.add");
  }

  /** Lists what can be made of a preparation's inputs; whether that is anything. */
  boolean list(Preparation preparation) {
    var numbers = numbers(preparation);
    var kinds =
        Stream.of(Kind.values()).filter(it -> !items(it, numbers, preparation).isEmpty()).toList();
    getItems()
        .setAll(
            numbers.size() <= FEW
                ? kinds.stream().flatMap(it -> items(it, numbers, preparation).stream()).toList()
                : kinds.stream().map(it -> menu(it, numbers, preparation)).toList());
    return !kinds.isEmpty();
  }

  private static List<String> numbers(Preparation preparation) {
    return preparation.inputs().stream()
        .filter(it -> it.kind() == ColumnKind.NUMBER)
        .map(ColumnPlan::name)
        .limit(MOST)
        .toList();
  }

  private MenuItem menu(Kind kind, List<String> numbers, Preparation preparation) {
    var menu = new Menu();
    menu.textProperty().bind(messages.text("feature." + Ids.of(kind)));
    menu.getItems().setAll(items(kind, numbers, preparation));
    return menu;
  }

  private List<MenuItem> items(Kind kind, List<String> numbers, Preparation preparation) {
    return switch (kind) {
      case PRODUCT -> products(numbers, preparation);
      case MISSING ->
          numbers.stream()
              .filter(it -> preparation.missing() != MissingValues.DROP_ROW && lacks.test(it))
              .map(it -> item(Feature.of(kind, it), preparation))
              .toList();
      case SQUARE, SINE, LOG ->
          numbers.stream().map(it -> item(Feature.of(kind, it), preparation)).toList();
    };
  }

  /** Of many columns each has a list of the others. */
  private List<MenuItem> products(List<String> numbers, Preparation preparation) {
    var all = new ArrayList<MenuItem>();
    for (var i = 0; i < numbers.size(); i++) {
      var one = numbers.get(i);
      var others = numbers.size() <= FEW ? numbers.subList(i + 1, numbers.size()) : numbers;
      var items =
          IntStream.range(0, others.size())
              .mapToObj(others::get)
              .filter(it -> !it.equals(one))
              .map(it -> item(Feature.product(one, it), preparation))
              .toList();
      if (numbers.size() <= FEW) {
        all.addAll(items);
      } else {
        var menu = new Menu(shortened(one));
        menu.setMnemonicParsing(false);
        menu.getItems().setAll(items);
        all.add(menu);
      }
    }
    return all;
  }

  /** A menu as wide as the window covers the one that it is of. */
  private static String shortened(String name) {
    return name.length() <= LONGEST
        ? name
        : name.substring(0, LONGEST / 2) + "…" + name.substring(name.length() - LONGEST / 2);
  }

  private MenuItem item(Feature feature, Preparation preparation) {
    var key = "feature.item." + Ids.of(feature.kind());
    var isFlat = numbers(preparation).size() <= FEW;
    var isAlone = isFlat && messages.words().has(key);
    var name = shortened(feature.name());
    var item = new CheckMenuItem(isAlone ? messages.now(key, name) : name);
    item.setMnemonicParsing(false);
    item.setSelected(preparation.engineered().contains(feature));
    item.setOnAction(_ -> toggle.accept(feature));
    return item;
  }
}
