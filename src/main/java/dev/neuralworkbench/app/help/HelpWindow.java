package dev.neuralworkbench.app.help;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/**
 * The help, in a window beside the main one: whoever looks something up goes on with what they do.
 * It shows the page of the screen that shows, or the terms.
 */
final class HelpWindow {

  private static final double WIDTH_IN_EM = 34;
  private static final double HEIGHT_IN_EM = 44;
  private static final double LEAST_IN_EM = 24;

  /** Height that a title may have, in pixels: it must not be out of reach. */
  private static final double TITLE = 32;

  private final Stage owner;
  private final Messages messages;
  private final Theme theme;
  private final ObjectProperty<Help.Part> part = new SimpleObjectProperty<>(Help.Part.PAGE);
  private final Stage stage = new Stage();
  private final TextField search = Styling.as(new TextField(), "#help-search");
  private final GlossaryPane terms;
  private final ScreenPage page;

  /** Not shown yet; it has the page of the screen. */
  HelpWindow(Stage owner, Messages messages, Theme theme, ObservableValue<AppScreen> screen) {
    this.owner = owner;
    this.messages = messages;
    this.theme = theme;
    terms = new GlossaryPane(messages);
    page = new ScreenPage(messages, screen, this::term);
    search.textProperty().addListener(_ -> fill());
    stage.initOwner(owner);
    owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> stage.hide());
    messages
        .language()
        .subscribe(
            () -> {
              if (stage.isShowing()) {
                fill();
              }
            });
    stage.titleProperty().bind(messages.text("help.title"));
    stage.setScene(new Scene(content()));
    theme.dress(stage.getScene());
    theme.text.subscribe(
        size -> stage.getScene().getRoot().getStylesheets().setAll(Theme.enlarged(size.factor())));
  }

  void term(String id) {
    show(Help.Part.TERMS);
    // A list that has no size yet scrolls to where a term does not come to lie.
    stage.getScene().getRoot().applyCss();
    stage.getScene().getRoot().layout();
    terms.show(id);
    terms.requestFocus();
  }

  void page(String item) {
    show(Help.Part.PAGE);
    page.show(item);
  }

  void show(Help.Part wanted) {
    page.show("");
    search.clear();
    part.set(wanted);
    fill();
    if (!stage.isShowing()) {
      place();
      stage.show();
    }
    stage.requestFocus();
    search.requestFocus();
  }

  private void fill() {
    terms.fill(Filter.of(search.getText()));
  }

  /** At the right edge of the main window, where it hides least. */
  private void place() {
    var em = Theme.TEXT * theme.text.get().factor();
    var bounds =
        Screen.getScreensForRectangle(owner.getX(), owner.getY(), 1, 1).stream()
            .findFirst()
            .orElse(Screen.getPrimary())
            .getVisualBounds();
    stage.setMinWidth(Math.min(LEAST_IN_EM * em, bounds.getWidth()));
    stage.setMinHeight(Math.min(LEAST_IN_EM * em, bounds.getHeight()));
    stage.setWidth(Math.min(WIDTH_IN_EM * em, bounds.getWidth()));
    stage.setHeight(Math.min(HEIGHT_IN_EM * em, bounds.getHeight()));
    var right = Math.min(owner.getX() + owner.getWidth(), bounds.getMaxX());
    stage.setX(Math.max(bounds.getMinX(), right - stage.getWidth() - em));
    stage.setY(
        Math.max(
            bounds.getMinY() + TITLE,
            Math.min(owner.getY() + 6 * em, bounds.getMaxY() - stage.getHeight())));
  }

  private VBox content() {
    var parts = Map.of(Help.Part.PAGE, (Node) page, Help.Part.TERMS, terms);
    part.subscribe(now -> parts.forEach((of, pane) -> Visibility.when(pane, of == now)));
    terms.setPlaceholder(Labels.sentence(messages.text("help.nothing"), "muted"));
    Visibility.when(search, part.isNotEqualTo(Help.Part.PAGE));
    search.promptTextProperty().bind(messages.text("help.search"));
    Labels.unseen(messages.text("help.search"), search);
    var all = new StackPane(page, terms);
    var pills =
        SegmentedButtons.of(
            messages,
            List.of(Help.Part.values()),
            it -> "help." + Ids.of(it),
            it -> "help-" + Ids.of(it) + "-tab",
            part,
            this::choose,
            "small");
    var head = Styling.as(new HBox(pills, Space.between(), search), "help-head");
    var content = Styling.as(new VBox(head, Space.tall(all)), "#help", "help");
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    return content;
  }

  private void choose(Help.Part chosen) {
    part.set(chosen);
    fill();
    search.requestFocus();
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      stage.hide();
      key.consume();
    } else if (search.isFocused() && key.getCode() == KeyCode.ENTER) {
      key.consume();
    } else if (search.isFocused() && key.getCode() == KeyCode.DOWN) {
      terms.requestFocus();
      terms.getSelectionModel().selectNext();
      key.consume();
    } else if (key.getCode() == KeyCode.F1) {
      show(Help.Part.PAGE);
      key.consume();
    }
  }

  /**
   * What the screen that shows is for, what to do there, and which terms one meets on it; or one of
   * these items alone.
   */
  static final class ScreenPage extends ScrollPane {

    private final Messages messages;
    private final ObservableValue<AppScreen> screen;
    private final Consumer<String> term;

    ScreenPage(Messages messages, ObservableValue<AppScreen> screen, Consumer<String> term) {
      this.messages = messages;
      this.screen = screen;
      this.term = term;
      Styling.as(this, "#help-page");
      setFitToWidth(true);
      setHbarPolicy(ScrollBarPolicy.NEVER);
      screen.subscribe(() -> show(""));
    }

    /** Shows the page of the screen, or that of an item, such as {@code evaluate.calibration}. */
    void show(String item) {
      var shown = screen.getValue();
      var key = "help." + shown.id();
      var all = Styling.as(new VBox(), "help-page");
      if (item.isEmpty()) {
        add(all, shown.titleKey, "screen-title", key);
        for (var it : shown.items()) {
          var one = Styling.as(new VBox(), "term");
          add(one, key + "." + it, "term-name", key + "." + it + ".text");
          all.getChildren().add(one);
        }
      } else {
        var whole = messages.text(shown.titleKey);
        all.getChildren().add(Buttons.link(whole, () -> show(""), "#help-whole"));
        add(all, "help." + item, "screen-title", "help." + item + ".text");
      }
      var links = Styling.as(new FlowPane(), "help-terms");
      for (var id : shown.terms()) {
        var name = messages.text("glossary." + id);
        links.getChildren().add(Buttons.link(name, () -> term.accept(id), "#help-term-" + id));
      }
      all.getChildren().addAll(Labels.line(messages.text("help.words"), "term-name"), links);
      setContent(all);
      setVvalue(0);
    }

    private void add(VBox to, String title, String style, String text) {
      to.getChildren().add(Labels.sentence(messages.text(title), style));
      to.getChildren().add(Labels.sentence(messages.text(text)));
    }
  }
}
