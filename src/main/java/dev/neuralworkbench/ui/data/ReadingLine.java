package dev.neuralworkbench.ui.data;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How the open table was read: a line with the first doubt, a tooltip with all, and a button. */
final class ReadingLine extends HBox {

  static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

  private final Messages messages;
  private final Label line = Labels.sentence("#data-reading", "reading-line");
  private final Button change;
  private final IconView warning = new IconView(Icon.WARNING);
  private final ReadOnlyStringWrapper all = new ReadOnlyStringWrapper("");

  ReadingLine(DataViewModel model, Messages messages, DataView.Sources sources) {
    this.messages = messages;
    getStyleClass().add("reading");
    change =
        Buttons.of(
            messages,
            "data.reading.change",
            sources::changeReading,
            "#data-reading-change",
            Styles.SMALL);
    change.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(line, Priority.ALWAYS);
    line.setMaxWidth(Double.MAX_VALUE);
    getChildren().setAll(line, change);
    Tooltips.install(line, all.getReadOnlyProperty());
    OnAnyChange.all(() -> show(model.data().getValue()), model.data(), messages.language());
  }

  /** A sample needs no remark on how it was read. */
  private void show(DataReference data) {
    var table = data.source().knownSample().isPresent() ? null : data.table();
    var reading = table == null ? null : table.reading();
    Visibility.when(this, reading != null);
    Visibility.when(line, reading != null);
    if (reading == null) {
      return;
    }
    var words = messages.words();
    var doubts = ReadingWords.doubts(reading, words);
    var isFile = data.source() instanceof DataSource.FromFile;
    Visibility.when(change, isFile);
    line.setGraphic(doubts.isEmpty() ? null : warning);
    line.pseudoClassStateChanged(DOUBTFUL, !doubts.isEmpty());
    line.setText(line(reading, doubts, isFile, words));
    all.set(String.join("\n", ReadingWords.sentences(reading, isFile, words)));
  }

  private static String line(
      ReadingReport reading, List<String> doubts, boolean isFile, Words words) {
    var parts = new ArrayList<String>();
    if (!doubts.isEmpty()) {
      parts.add(doubts.getFirst());
    }
    if (doubts.size() > 1) {
      parts.add(words.text("reading.more", doubts.size() - 1));
    }
    parts.add(ReadingWords.summary(reading, isFile, words));
    return String.join(" ", parts);
  }
}
