package dev.neuralworkbench.app.help;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the screen that shows is for, what to do there, and which terms one meets on it. */
final class ScreenPage extends ScrollPane {

  private final Messages messages;
  private final Consumer<String> term;

  ScreenPage(Messages messages, ObservableValue<AppScreen> screen, Consumer<String> term) {
    this.messages = messages;
    this.term = term;
    Styling.as(this, "#help-page");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    screen.subscribe(now -> show(now));
  }

  private void show(AppScreen screen) {
    var key = "help." + screen.id();
    var all = Styling.as(new VBox(), "help-page");
    all.getChildren()
        .setAll(
            Labels.sentence(messages.text(screen.titleKey()), "screen-title"),
            Labels.sentence(messages.text(key)));
    for (var item : screen.items()) {
      all.getChildren()
          .add(
              Styling.as(
                  new VBox(
                      Labels.sentence(messages.text(key + "." + item), "term-name"),
                      Labels.sentence(messages.text(key + "." + item + ".text"))),
                  "term"));
    }
    var links = Styling.as(new FlowPane(), "help-terms");
    screen.terms().forEach(id -> links.getChildren().add(link(id)));
    all.getChildren().addAll(Labels.line(messages.text("help.words"), "term-name"), links);
    setContent(all);
    setVvalue(0);
  }

  private Hyperlink link(String id) {
    var link = Styling.as(new Hyperlink(), "#help-term-" + id);
    link.textProperty().bind(messages.text("glossary." + id));
    link.setOnAction(_ -> term.accept(id));
    return link;
  }
}
