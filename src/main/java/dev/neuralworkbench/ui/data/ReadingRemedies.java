package dev.neuralworkbench.ui.data;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** What puts right at one press how a column was read. */
final class ReadingRemedies extends FlowPane {

  private final Messages messages;
  private final DataSources sources;

  ReadingRemedies(Messages messages, DataSources sources) {
    this.messages = messages;
    this.sources = sources;
    getStyleClass().add("reading-remedies");
    Shown.when(this, false);
  }

  void show(String column, List<Remark> remarks) {
    getChildren().clear();
    for (var remark : remarks) {
      switch (remark.key()) {
        case "reading.slips" -> add("reading.remedy.number", type(column, CellType.NUMBER));
        case "reading.padded", "reading.rounded" ->
            add("reading.remedy.text", type(column, CellType.TEXT));
        case "reading.rareMark" -> {
          var mark = String.valueOf(remark.arguments().get(1));
          add("reading.remedy.missing", it -> withMark(it, mark), mark);
        }
        case "reading.refused" -> add("reading.remedy.found", it -> it.withType(column, null));
        default -> {}
      }
    }
    Shown.when(this, !getChildren().isEmpty());
  }

  private static UnaryOperator<ReadingChoices> type(String column, CellType type) {
    return it -> it.withType(column, type);
  }

  private static ReadingChoices withMark(ReadingChoices choices, String mark) {
    var marks = new ArrayList<>(choices.missing());
    marks.add(mark);
    return choices.withMissing(marks);
  }

  private void add(String key, UnaryOperator<ReadingChoices> change, Object... arguments) {
    var button = new Button();
    button.getStyleClass().add(Styles.SMALL);
    button.setId(key.replace('.', '-'));
    button.textProperty().bind(messages.text(key, arguments));
    button.setOnAction(_ -> sources.changeReading(change));
    getChildren().add(button);
  }
}
