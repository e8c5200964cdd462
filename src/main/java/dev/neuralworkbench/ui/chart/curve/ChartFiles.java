package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/** Writes charts to files that the user names. */
public record ChartFiles(
    Messages messages,
    Dialogs dialogs,
    BackgroundTasks tasks,
    Notices notices,
    Supplier<String> document) {

  /** A button that saves a chart as a picture; pressed in vain while there is nothing in it. */
  public Button pictureButton(
      String id, ThemedChart chart, Supplier<String> heading, String suggestedName) {
    var button =
        Buttons.icon(
            Icon.SAVE,
            messages,
            "chart.savePicture",
            () -> savePicture(chart, heading.get(), suggestedName),
            "#" + id,
            "flat",
            "small",
            "button-icon");
    button.disableProperty().bind(chart.blank());
    return button;
  }

  /** A button that saves a chart as a picture, or its numbers; all ids begin with the chart's. */
  public MenuButton menuButton(String id, ThemedChart chart, Runnable picture, Runnable numbers) {
    var save = Styling.as(new MenuButton(), "#" + id + "-save", "flat", "small");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setGraphic(new IconView(Icon.SAVE));
    Buttons.describe(save, messages, "chart.save");
    save.disableProperty().bind(chart.blank());
    save.getItems().setAll(item(id, "savePicture", picture), item(id, "saveNumbers", numbers));
    return save;
  }

  private MenuItem item(String id, String key, Runnable action) {
    return Buttons.item(
        new MenuItem(), messages.text("chart." + key), action, "#" + id + "-" + key);
  }

  /** Asks for a file and writes a chart's picture to it, which says at its head what it is of. */
  public void savePicture(ThemedChart chart, String heading, String suggestedName) {
    dialogs
        .savePicture(suggestedName)
        .ifPresent(
            file -> {
              var image = chart.image(messages.now("chart.title", document.get(), heading));
              write("chart.saving", file, image::writePng);
            });
  }

  public void saveNumbers(CurveChart chart, String suggestedName) {
    dialogs
        .saveTable(suggestedName)
        .ifPresent(file -> write("chart.saving", file, chart.numbers()::writeCsv));
  }

  /** Asks for a file and writes numbers to it, as a table; the status bar names the job. */
  public void saveNumbers(String job, String suggestedName, AtomicFile.Content numbers) {
    dialogs
        .saveTable(suggestedName)
        .ifPresent(file -> write(job, file, it -> AtomicFile.write(it, numbers)));
  }

  private void write(String job, Path file, Writer writer) {
    var name = file.getFileName().toString();
    tasks.submit(
        job,
        _ -> {
          writer.write(file);
          return file;
        },
        _ -> notices.tell(messages.text("chart.saved", name)),
        e ->
            notices.complain(
                e instanceof NotSavedException known
                    ? messages.sentence(known.problem())
                    : messages.text("error.unexpected")));
  }

  private interface Writer {
    void write(Path file) throws NotSavedException;
  }
}
