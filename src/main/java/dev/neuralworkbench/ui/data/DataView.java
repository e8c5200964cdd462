package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Screen;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** The data screen: the table, and in its header what each column is for. */
public final class DataView extends VBox implements Screen {

  private final DataViewModel model;
  private final Messages messages;
  private final Label summary = new Label();
  private final DataTable table;
  private final Label page = new Label();
  private final Button before = new Button(null, new IconView(Icon.LEFT));
  private final Button after = new Button(null, new IconView(Icon.RIGHT));
  private final HBox pages = new HBox(before, page, after);
  private int firstColumn;

  public DataView(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    table = new DataTable(model, messages, summary.fontProperty().map(Font::getSize));
    setId("data");
    getStyleClass().add("screen");
    summary.setId("data-summary");
    summary.textProperty().bind(messages.text(model.table(), DataView::summary));
    layOut();
    model.table().subscribe(_ -> turnTo(0));
    messages.language().subscribe(_ -> showPage());
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
  public void shown() {}

  @Override
  public void hidden() {}

  private void layOut() {
    before.setId("data-columns-before");
    after.setId("data-columns-after");
    before.accessibleTextProperty().bind(messages.text("data.columns.before"));
    after.accessibleTextProperty().bind(messages.text("data.columns.after"));
    before.setOnAction(_ -> turnTo(firstColumn - DataTable.PAGE));
    after.setOnAction(_ -> turnTo(firstColumn + DataTable.PAGE));
    pages.getStyleClass().add("pages");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(summary, space, pages);
    head.getStyleClass().add("screen-head");
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().setAll(head, table);
  }

  private void turnTo(int column) {
    firstColumn = column;
    var shown = model.table().getValue();
    table.setVisible(shown != null);
    if (shown != null) {
      table.show(shown, firstColumn);
    }
    showPage();
  }

  private void showPage() {
    var shown = model.table().getValue();
    var columns = shown == null ? 0 : shown.columns().size();
    var last = Math.min(columns, firstColumn + DataTable.PAGE);
    pages.setVisible(columns > DataTable.PAGE);
    before.setDisable(firstColumn == 0);
    after.setDisable(last == columns);
    page.setText(
        messages.now(
            "data.columns",
            Numbers.count(firstColumn + 1L),
            Numbers.count(last),
            Numbers.count(columns)));
  }

  private static String summary(Words words, @Nullable Table table) {
    if (table == null) {
      return words.text("data.none");
    }
    var missing = table.columns().stream().mapToLong(column -> column.missing()).sum();
    return words.text(
        "data.summary",
        table.name(),
        Numbers.count(table.rows()),
        Numbers.count(table.columns().size()),
        missing == 0
            ? words.text("data.summary.complete")
            : words.text("data.summary.missing", Numbers.count(missing)));
  }
}
