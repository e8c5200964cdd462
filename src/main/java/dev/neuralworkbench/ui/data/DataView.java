package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Screen;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The data screen: the table, what is known of its columns, and where else rows come from. */
public final class DataView extends VBox implements Screen {

  private final DataScreenViewModel model;
  private final Messages messages;
  private final Label name = new Label();
  private final Label facts = new Label();
  private final HBox tools = new HBox();
  private final DataPanes panes;
  private final AbsentTable absent;

  /**
   * The screen.
   *
   * @param openItsData asks for the table that the open model was trained on
   */
  public DataView(DataScreenViewModel model, Messages messages, Runnable openItsData) {
    this.model = model;
    this.messages = messages;
    panes = new DataPanes(model, messages);
    absent = new AbsentTable(model, messages, openItsData);
    setId("data");
    getStyleClass().add("screen");
    layOut();
    bind();
  }

  @Override
  public String id() {
    return "data";
  }

  @Override
  public String titleKey() {
    return "form.data";
  }

  @Override
  public Node view() {
    return this;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  private void layOut() {
    name.setId("data-name");
    name.getStyleClass().addAll("data", "screen-title");
    name.setMinWidth(0);
    facts.setId("data-facts");
    facts.getStyleClass().add("muted");
    facts.setMinWidth(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    tools.getStyleClass().add("screen-tools");
    tools.setMinWidth(USE_PREF_SIZE);
    var head = new HBox(name, facts, space, tools);
    head.getStyleClass().add("screen-head");
    VBox.setVgrow(panes, Priority.ALWAYS);
    VBox.setVgrow(absent, Priority.ALWAYS);
    getChildren().setAll(head, panes, absent);
  }

  private void bind() {
    name.textProperty().bind(model.data().map(DataReference::name));
    facts.textProperty().bind(messages.text(model.content(), this::facts));
    model.content().subscribe(content -> swap(content != null));
  }

  private void swap(boolean present) {
    for (var node : new Node[] {name, facts, panes}) {
      node.setVisible(present);
      node.setManaged(present);
    }
    absent.setVisible(!present);
    absent.setManaged(!present);
  }

  private String facts(Words words, @Nullable TableContent content) {
    if (content == null) {
      return "";
    }
    var columns = content.cells().table().columns();
    var missing = columns.stream().mapToLong(column -> column.missing()).sum();
    return words.text(
        "data.facts",
        Numbers.count(content.rows()),
        Numbers.count(columns.size()),
        missing == 0
            ? words.text("data.facts.complete")
            : words.text("data.facts.missing", Numbers.count(missing)));
  }
}
