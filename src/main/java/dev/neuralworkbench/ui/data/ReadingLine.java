package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.text.ConstantInputs;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * How the open table was read, in a line above it: the first doubt, inputs with one value only,
 * then delimiter, encoding and the like. All that is known stands in its tooltip.
 */
final class ReadingLine extends Label {

  /** State of a remark that should be looked at. */
  static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

  private final DataScreenViewModel model;
  private final Messages messages;
  private final IconView warning = new IconView(Icon.WARNING);
  private final ReadOnlyStringWrapper all = new ReadOnlyStringWrapper(this, "all", "");
  private @Nullable DataReference data;

  ReadingLine(DataScreenViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styled.as(this, "#data-reading", "reading-line");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    Tooltips.install(this, all.getReadOnlyProperty());
    model
        .data()
        .subscribe(
            shown -> {
              data = shown;
              show();
            });
    Follow.all(this::show, model.preparation(), messages.language());
  }

  private void show() {
    var reading = reading();
    Shown.when(this, reading != null);
    if (reading == null) {
      return;
    }
    var words = messages.words();
    var doubts = ReadingWords.doubts(reading, words);
    var isFile = data != null && data.source() instanceof DataSource.FromFile;
    setGraphic(doubts.isEmpty() ? null : warning);
    pseudoClassStateChanged(DOUBTFUL, !doubts.isEmpty());
    var constant = constant(words);
    setText(line(reading, doubts, constant, isFile, words));
    all.set(
        Stream.concat(ReadingWords.sentences(reading, isFile, words).stream(), Stream.of(constant))
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.joining("\n")));
  }

  /** That some inputs have one value only; empty where none has. */
  private String constant(Words words) {
    var table = data == null ? null : data.table();
    return table == null
        ? ""
        : ConstantInputs.sentence(model.preparation().getValue(), table, words);
  }

  /** How a table of the user's was read; null for a sample, which needs no remark. */
  private @Nullable ReadingReport reading() {
    var shown = data;
    if (shown == null || shown.source().knownSample().isPresent()) {
      return null;
    }
    var table = shown.table();
    return table == null ? null : table.reading();
  }

  private static String line(
      ReadingReport reading, List<String> doubts, String constant, boolean isFile, Words words) {
    var parts = new ArrayList<String>();
    if (!doubts.isEmpty()) {
      parts.add(doubts.getFirst());
    }
    if (doubts.size() > 1) {
      parts.add(words.text("reading.more", doubts.size() - 1));
    }
    if (!constant.isEmpty()) {
      parts.add(constant);
    }
    parts.add(ReadingWords.summary(reading, isFile, words));
    return String.join(" ", parts);
  }
}
