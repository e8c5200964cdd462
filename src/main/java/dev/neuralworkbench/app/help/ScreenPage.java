package dev.neuralworkbench.app.help;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the screen that shows is for, what to do there, and which terms one meets on it. */
final class ScreenPage extends ScrollPane {

  private static final Map<String, Page> PAGES =
      Map.of(
          "data",
          new Page(
              List.of("open", "read", "roles", "look", "split"),
              List.of("target", "input", "category", "missing", "outlier", "split")),
          "live",
          new Page(
              List.of("train", "loss", "picture", "network", "change", "past"),
              List.of("epoch", "loss", "validation", "overfitting", "weight", "rate")),
          "evaluate",
          new Page(
              List.of("rows", "scores", "wrong", "sure", "cross"),
              List.of("test", "accuracy", "confusion", "roc", "r2", "residual", "baseline")),
          "backprop",
          new Page(
              List.of("walk", "detail", "apply", "quiz", "ledger", "check"),
              List.of("forward", "delta", "gradient", "chain", "optimizer")),
          "predict",
          new Page(
              List.of("enter", "picture", "rows", "file"),
              List.of("probability", "input", "missing", "target")),
          "runs",
          new Page(
              List.of("list", "open", "curves", "study", "rate", "landscape"),
              List.of("run", "seed", "study", "ratetest", "landscape")));

  private final Messages messages;
  private final Consumer<String> term;

  /** Paragraphs of a page, and the terms that one meets on it. */
  private record Page(List<String> items, List<String> terms) {}

  ScreenPage(Messages messages, ObservableValue<String> screen, Consumer<String> term) {
    this.messages = messages;
    this.term = term;
    Styled.as(this, "#help-page");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    screen.subscribe(id -> show(id));
  }

  private void show(String screen) {
    var page = PAGES.get(screen);
    if (page == null) {
      return; // No screen shows while the window is minimized.
    }
    var key = "help." + screen;
    var all = Styled.as(new VBox(), "help-page");
    all.getChildren()
        .setAll(
            Labels.sentence(messages.text(screenKey(screen)), "screen-title"),
            Labels.sentence(messages.text(key)));
    for (var item : page.items()) {
      all.getChildren()
          .add(
              Styled.as(
                  new VBox(
                      Labels.sentence(messages.text(key + "." + item), "term-name"),
                      Labels.sentence(messages.text(key + "." + item + ".text"))),
                  "term"));
    }
    var links = Styled.as(new FlowPane(), "help-terms");
    page.terms().forEach(id -> links.getChildren().add(link(id)));
    all.getChildren().addAll(Labels.line(messages.text("help.words"), "term-name"), links);
    setContent(all);
    setVvalue(0);
  }

  private static String screenKey(String screen) {
    return screen.equals("data") ? "form.data" : screen + ".title";
  }

  private Hyperlink link(String id) {
    var link = Styled.as(new Hyperlink(), "#help-term-" + id);
    link.textProperty().bind(messages.text("glossary." + id));
    link.setOnAction(_ -> term.accept(id));
    return link;
  }
}
