package dev.neuralworkbench.testing;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A language that wraps every text from a bundle in marks, and the check that a window shows no
 * other text. Digits and signs need no translation; what came from the user's file stands in table
 * rows or in a control of the style class {@code data}.
 */
public final class PseudoWords implements Words {

  private static final Pattern MARKED = Pattern.compile("\u27e6[^\u27e6\u27e7]*\u27e7");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

  private final Words real;

  public PseudoWords(Words real) {
    this.real = real;
  }

  @Override
  public String text(String key, @Nullable Object... arguments) {
    return mark(real.text(key, arguments));
  }

  @Override
  public Set<String> keys(String prefix) {
    return real.keys(prefix);
  }

  @Override
  public boolean has(String key) {
    return real.has(key);
  }

  @Override
  public String sentence(Problem problem) {
    return mark(real.sentence(problem));
  }

  private static String mark(String text) {
    return "\u27e6" + text.replace("\u27e6", "").replace("\u27e7", "") + "\u27e7";
  }

  /** Texts of a scene that come from no bundle. FX thread. */
  public static List<String> unmarked(Scene scene) {
    var found = new ArrayList<String>();
    Showing.tree(scene.getRoot())
        .filter(node -> !isData(node))
        .forEach(node -> texts(node, text -> check(text, node, found)));
    return found;
  }

  private static void check(String text, Node node, List<String> found) {
    if (text != null && LETTERS.matcher(strip(text)).find()) {
      found.add("\"" + text + "\" in " + node);
    }
  }

  /** Marks may lie in each other, where a text is the argument of another: inside first. */
  private static String strip(String text) {
    var stripped = text;
    while (MARKED.matcher(stripped).find()) {
      stripped = MARKED.matcher(stripped).replaceAll("");
    }
    return stripped;
  }

  private static void texts(Node node, Consumer<String> take) {
    take.accept(node.getAccessibleText());
    if (node.isFocusTraversable() || node.getAccessibleRole() == AccessibleRole.IMAGE_VIEW) {
      take.accept(Spoken.of(node).name());
    }
    take.accept(node.getAccessibleHelp());
    switch (node) {
      case MenuBar bar -> bar.getMenus().forEach(menu -> menuTexts(menu, take));
      case TabPane pane -> pane.getTabs().forEach(tab -> tabTexts(tab, take));
      case Labeled labeled -> {
        take.accept(labeled.getText());
        if (labeled.getTooltip() != null) {
          take.accept(labeled.getTooltip().getText());
        }
        if (labeled instanceof MenuButton button) {
          button.getItems().forEach(item -> menuTexts(item, take));
        }
      }
      case TextInputControl input -> take.accept(input.getPromptText());
      case ComboBox<?> box -> take.accept(box.getPromptText());
      case Text text -> take.accept(text.getText());
      default -> {}
    }
  }

  private static void menuTexts(MenuItem item, Consumer<String> take) {
    if (item.getStyleClass().contains("data")) {
      return;
    }
    take.accept(item.getText());
    if (item instanceof Menu menu) {
      menu.getItems().forEach(child -> menuTexts(child, take));
    }
  }

  private static void tabTexts(Tab tab, Consumer<String> take) {
    take.accept(tab.getText());
    if (tab.getTooltip() != null) {
      take.accept(tab.getTooltip().getText());
    }
  }

  private static boolean isData(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("data")
          || ((at instanceof TextInputControl || at instanceof Labeled) && !at.equals(node))
          || (at instanceof IndexedCell && at.getStyleClass().contains("table-row-cell"))) {
        return true;
      }
    }
    return false;
  }
}
