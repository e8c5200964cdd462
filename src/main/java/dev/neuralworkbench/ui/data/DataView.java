package dev.neuralworkbench.ui.data;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.LatePart;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.data.DataViewModel.TableContent;
import dev.neuralworkbench.ui.data.editor.EditorViewModel;
import dev.neuralworkbench.ui.data.editor.TableEditor;
import dev.neuralworkbench.ui.data.preview.PreviewPane;
import dev.neuralworkbench.ui.data.preview.PreviewViewModel;
import dev.neuralworkbench.ui.data.sample.RecipeLine;
import dev.neuralworkbench.ui.data.sample.RecipeViewModel;
import dev.neuralworkbench.ui.data.sample.SampleGallery;
import dev.neuralworkbench.ui.data.trap.TrapsPanel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The data screen: the table, what is known of its columns, and where else rows come from. */
public final class DataView extends VBox implements ScreenView {

  /** Of the place of this screen: what is looked at needs less height than what is open. */
  private static final PseudoClass PREVIEWING = PseudoClass.getPseudoClass("previewing");

  private final DataViewModel model;
  private final EditorViewModel editorModel;
  private final Messages messages;
  private final Label name = Labels.line("#data-name", "data", "screen-title");
  private final Label facts = Labels.whole("#data-facts", "muted");
  private final HBox head = Styling.as(new HBox(), "screen-head");
  private final RecipeLine recipe;
  private final DataPanes panes;
  private final LatePart<AbsentTable> absent;
  private final LatePart<TableEditor> editor;
  private final PreviewViewModel previewModel;
  private final LatePart<PreviewPane> preview;

  public DataView(
      DataViewModel model,
      RecipeViewModel recipeModel,
      EditorViewModel editorModel,
      PreviewViewModel previewModel,
      Fields fields,
      ChartFiles files) {
    this.model = model;
    this.editorModel = editorModel;
    this.previewModel = previewModel;
    messages = files.messages();
    recipe = new RecipeLine(recipeModel, fields, messages);
    panes = new DataPanes(model, files);
    absent = new LatePart<>(this, () -> Space.tall(new AbsentTable()));
    editor = new LatePart<>(this, () -> Space.tall(new TableEditor(editorModel, messages)));
    preview = new LatePart<>(this, () -> Space.tall(new PreviewPane(previewModel, messages)));
    Styling.as(this, "#data", "screen");
    layOut();
    bind();
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
    name.setMinWidth(0);
    facts.setMaxWidth(Double.MAX_VALUE);
    Runnable begin = () -> editorModel.begin(messages.now("editor.name"));
    var create = button("data-new", Icon.ADD, begin);
    var actions = Styling.as(new HBox(samples(), edit(), create), "screen-actions");
    actions.setMinWidth(USE_PREF_SIZE);
    head.getChildren().setAll(name, Space.wide(facts), actions);
    var traps = new TrapsPanel.Line(model.traps, messages);
    var top = Styling.as(new VBox(head, recipe, new ReadingLine(), traps), "data-top");
    getChildren().setAll(top, Space.tall(panes));
  }

  private Button samples() {
    var gallery = new SampleGallery(messages, model.sources.openSample());
    var button = button("data-samples", Icon.SAMPLES, () -> {});
    button.setOnAction(_ -> gallery.show(button));
    return button;
  }

  private Button edit() {
    var button = button("data-edit", Icon.EDIT, editorModel::beginWithOpen);
    editorModel.canEdit().subscribe(can -> Visibility.when(button, can));
    return button;
  }

  private Button button(String id, Icon icon, Runnable action) {
    return Buttons.of(icon, messages, id.replace('-', '.'), action, "#" + id);
  }

  private void bind() {
    name.textProperty().bind(model.data().map(DataReference::name));
    facts.textProperty().bind(messages.text(model.content, this::facts));
    OnAnyChange.all(this::swap, model.content, editorModel.editing, previewModel.open);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void swap() {
    var previewing = previewModel.open.get();
    var typing = editorModel.editing.get() && !previewing;
    var editing = typing || previewing;
    var present = model.content.get() != null;
    Visibility.when(head.getParent(), !editing);
    Visibility.when(name, present);
    Visibility.when(facts, present);
    Visibility.when(panes, present && !editing);
    absent.show(!present && !editing);
    editor.show(typing);
    preview.show(previewing);
    if (getParent() != null) {
      getParent().pseudoClassStateChanged(PREVIEWING, previewing);
    }
  }

  private void press(KeyEvent key) {
    var isPaste = key.isShortcutDown() && key.getCode() == KeyCode.V;
    var text = isPaste ? Clipboard.getSystemClipboard().getString() : null;
    if (text != null
        && !editorModel.editing.get()
        && !previewModel.open.get()
        && !(key.getTarget() instanceof TextInputControl)) {
      model.sources.openText().accept(messages.now("paste.name"), text);
      key.consume();
    }
  }

  private String facts(Words words, @Nullable TableContent content) {
    if (content == null) {
      return "";
    }
    var columns = content.cells().table.columns();
    var known = content.split();
    var missing =
        known == null
            ? columns.stream().mapToLong(column -> column.missing()).sum()
            : known.missing();
    var out = known == null ? 0 : known.usable().leftOut();
    var rows = words.text("data.facts.rows", Numbers.count(content.rows()));
    var size =
        words.text(
            "data.facts",
            out == 0 ? rows : words.text("data.facts.leftOut", rows, Numbers.count(out)),
            Numbers.count(columns.size()));
    return missing == 0 ? size : words.text("data.facts.missing", size, Numbers.count(missing));
  }

  /** What shows in the place of the table while a model is open without its data. */
  private final class AbsentTable extends VBox {

    AbsentTable() {
      getStyleClass().add("empty-state");
      var title = Labels.line(messages.text("data.absent.title"), "screen-title");
      var text = messages.text(model.data(), AbsentTable::sentence);
      var open =
          Buttons.of(messages, "data.absent.open", model.sources.openItsData(), "#open-its-data");
      open.setGraphic(new IconView(Icon.OPEN));
      getChildren().setAll(title, Labels.wrapped(text, "#data-absent"), open);
    }

    private static String sentence(Words words, DataReference data) {
      var columns = Numbers.count(data.columns().size());
      if (data.source() instanceof DataSource.Elsewhere) {
        return words.text("data.absent.elsewhere", data.name());
      }
      return words.text("data.absent", data.name(), Numbers.count(data.rows()), columns);
    }
  }

  /** How the open table was read: a line with the first doubt, a tooltip with all, and a button. */
  private final class ReadingLine extends HBox {

    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");

    private final Label line = Labels.sentence("#data-reading", "reading-line");
    private final Button change;
    private final IconView warning = new IconView(Icon.WARNING);
    private final StringProperty all = new SimpleStringProperty("");

    ReadingLine() {
      getStyleClass().add("reading");
      String[] names = {"#data-reading-change", Styles.SMALL};
      change = Buttons.of(messages, "data.reading.change", model.sources.askReading(), names);
      change.setMinWidth(USE_PREF_SIZE);
      line.setMaxWidth(Double.MAX_VALUE);
      getChildren().setAll(Space.wide(line), change);
      Tooltips.install(line, all);
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
      Visibility.when(change, isFile && reading.format() != ReadingReport.Format.PICTURES);
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
}
