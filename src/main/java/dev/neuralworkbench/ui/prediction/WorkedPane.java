package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.explain.step.WorkedPrediction;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.report.PredictionSheet;
import dev.neuralworkbench.text.EquationWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/** The calculation of the prediction, to be taken along; the model itself if it is an equation. */
final class WorkedPane extends VBox {

  private static final char UNBROKEN = '\u00a0';

  private final PredictViewModel model;
  private final WindowServices services;
  final MenuButton sheet = Styling.as(new MenuButton(), "#predict-worked", "small");
  private final Label equation = Labels.wrapped("#predict-equation", "data");

  WorkedPane(PredictViewModel model, WindowServices services) {
    this.model = model;
    this.services = services;
    var messages = services.messages();
    var trained = model.workspace.model;
    Buttons.name(sheet, messages, "predict.worked");
    var copyEquation = item("equation", () -> copied(equation.getText().replace(UNBROKEN, ' ')));
    sheet.getItems().setAll(item("copy", this::copy), item("save", this::save), copyEquation);
    sheet.disableProperty().bind(model.entered.isNull());
    var note =
        Labels.wrapped(
            messages.text(trained, (words, it) -> it == null ? "" : EquationWords.note(it, words)),
            "#predict-equation-note",
            "muted");
    // Where there is no room for all of it, its end is left to the tooltip.
    Tooltips.install(equation, equation.textProperty());
    Styling.as(this, "answer-pane");
    note.setMinHeight(USE_PREF_SIZE);
    getChildren().setAll(equation, note);
    Visibility.when(this, equation.visibleProperty());
    trained.subscribe(
        it -> {
          var lines = it == null ? List.<String>of() : EquationWords.lines(it);
          equation.setText(broken(String.join("\n", lines)));
          Visibility.when(equation, !lines.isEmpty());
          Visibility.when(note, !lines.isEmpty());
          copyEquation.setVisible(!lines.isEmpty());
        });
  }

  /** Lines end before a term or behind the name, not within one. */
  private static String broken(String equation) {
    return equation
        .replace(' ', UNBROKEN)
        .replaceAll(UNBROKEN + "(?=[+−])", " ")
        .lines()
        .map(line -> line.replaceFirst("=" + UNBROKEN, "= "))
        .collect(Collectors.joining("\n"));
  }

  private MenuItem item(String name, Runnable action) {
    var text = services.messages().text("predict.worked." + name);
    return Buttons.item(new MenuItem(), text, action, "#predict-worked-" + name);
  }

  private void copy() {
    with(
        sheet ->
            services
                .tasks()
                .submit("job.worksheet", _ -> sheet.get().cells(), this::copied, services::failed));
  }

  private void copied(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    services.tell("predict.worked.copied");
  }

  private void save() {
    var words = services.messages().words();
    var data = model.workspace.document().get().data().name();
    var row = model.row.getValue();
    var about = row == 0 ? data : data + " · " + words.text("place.row", Numbers.count(row));
    with(
        sheet ->
            services.save(
                "job.writePage",
                services.dialogs().savePage(words.text("backprop.sheet.file") + ".html"),
                file -> AtomicFile.write(file, text -> text.write(sheet.get().page(about)))));
  }

  /** The sheet of what is entered, to be made in the background; or says why there is none. */
  private void with(Consumer<Supplier<PredictionSheet>> use) {
    var of = model.workspace.model.getValue();
    var entered = model.entered.get();
    var words = services.messages().words();
    if (of == null || entered == null) {
      return;
    }
    WorkedPrediction.problem(of.weights())
        .ifPresentOrElse(
            problem -> services.notices().complain(services.messages().sentence(problem)),
            () -> use.accept(() -> PredictionSheet.of(of, entered.row(), words)));
  }
}
