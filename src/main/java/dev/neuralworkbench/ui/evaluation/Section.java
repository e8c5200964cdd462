package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.WhatIsThis;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Something under a small heading, with its tools at the right. */
public final class Section extends VBox {

  private final Messages messages;
  private final String key;
  private final Label heading;
  private final HBox head;

  public Section(String headingKey, Messages messages, Node... content) {
    this.messages = messages;
    key = headingKey;
    getStyleClass().add("section-of-scores");
    heading = Labels.whole(messages.text(headingKey), "chart-heading");
    head = Styling.as(new HBox(heading, Space.between()), "section-head");
    getChildren().add(head);
    getChildren().addAll(content);
  }

  /**
   * A chart, with what stands around it, that is saved as a picture; and its numbers, where there
   * are any, as a table. Its id follows from the key of its heading.
   */
  public static Section ofChart(
      String key,
      ThemedChart chart,
      @Nullable Supplier<Table> numbers,
      ChartFiles files,
      Node... content) {
    var messages = files.messages();
    var id = key.replace('.', '-');
    Supplier<String> heading = () -> messages.now(key);
    chart.setId(id);
    chart.setMinWidth(0);
    chart.emptyText().bind(messages.text(key + ".empty"));
    chart.tell(messages, heading);
    Runnable picture = () -> files.savePicture(chart, heading.get(), id + ".png");
    return new Section(key, messages, content)
        .withTool(
            numbers == null
                ? files.pictureButton(id + "-save", chart, heading, id + ".png")
                : files.menuButton(
                    id,
                    chart.blank,
                    picture,
                    () ->
                        files.saveNumbers(
                            "chart.saving",
                            id + ".csv",
                            to -> TableWriter.write(numbers.get(), to))));
  }

  public Section told(ObservableValue<String> sentence) {
    heading.accessibleTextProperty().bind(sentence);
    return this;
  }

  public Section withTool(Node tool) {
    head.getChildren().add(tool);
    return this;
  }

  /**
   * Lets sentences under the heading be unfolded, which say what it is; its key has a page of help.
   */
  public Section explained(ObservableValue<String> said) {
    var what = new WhatIsThis(said, key, messages);
    head.getChildren().add(1, what.button);
    getChildren().add(1, what);
    return this;
  }

  /** A button that starts what takes long, and says so while it runs. */
  public static Button start(
      String key,
      ObservableValue<Boolean> running,
      ObservableValue<Boolean> canStart,
      Runnable action,
      Messages messages) {
    var text =
        messages.text(running, (w, now) -> w.text(now ? "evaluate.study.running" : key + ".start"));
    var start = Buttons.saying(text, action, "#" + key.replace('.', '-') + "-start");
    start.setMinWidth(USE_PREF_SIZE);
    start.disableProperty().bind(canStart.map(can -> !can));
    Tooltips.install(start, messages.text(key + ".start.tip"));
    return start;
  }
}
