package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.ui.chart.ChartImage;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Writes charts to files that the user names. */
public record ChartFiles(WindowServices window, Supplier<String> document) {

  public Messages messages() {
    return window.messages();
  }

  /** A button that saves a chart as a picture; pressed in vain while there is nothing in it. */
  public Button pictureButton(
      String id, ThemedChart chart, Supplier<String> heading, String suggestedName) {
    Runnable save = () -> savePicture(chart, heading.get(), suggestedName);
    var button = Buttons.small(Icon.SAVE, messages(), "chart.savePicture", save, "#" + id);
    button.disableProperty().bind(chart.blank);
    return button;
  }

  /**
   * A button that saves a chart as a picture, or its numbers; all ids begin with the chart's.
   *
   * @param blank while there is nothing to be saved
   */
  public MenuButton menuButton(
      String id, ObservableValue<Boolean> blank, Runnable picture, Runnable numbers) {
    var save = Styling.as(new MenuButton(), "#" + id + "-save", "flat", "small");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setGraphic(new IconView(Icon.SAVE));
    Buttons.describe(save, messages(), "chart.save");
    save.disableProperty().bind(blank);
    save.getItems().setAll(item(id, "savePicture", picture), item(id, "saveNumbers", numbers));
    return save;
  }

  private MenuItem item(String id, String key, Runnable action) {
    return Buttons.item(
        new MenuItem(), messages().text("chart." + key), action, "#" + id + "-" + key);
  }

  /** Asks for a file and writes a chart's picture to it, which says at its head what it is of. */
  public void savePicture(ThemedChart chart, String heading, String suggestedName) {
    var chosen = window.dialogs().savePicture(suggestedName);
    var image = chart.image(messages().now("chart.title", document.get(), heading));
    window.save("chart.saving", chosen, image::writePng);
  }

  /** Asks for a file and writes to it what a pane shows, and at its head what it is of. */
  public void savePicture(Pane shown, String heading, String suggestedName) {
    var chosen = window.dialogs().savePicture(suggestedName);
    var title = Labels.whole("chart-heading");
    title.setText(messages().now("chart.title", document.get(), heading));
    var enlarged = new SnapshotParameters();
    enlarged.setTransform(new Scale(ChartImage.SCALE, ChartImage.SCALE));
    shown.getChildren().addFirst(title);
    shown.getStyleClass().add("saved-picture");
    var image = shown.snapshot(enlarged, null);
    shown.getStyleClass().remove("saved-picture");
    shown.getChildren().removeFirst();
    window.save("chart.saving", chosen, file -> ChartImage.writePng(file, image));
  }

  public void saveNumbers(CurveChart chart, String suggestedName) {
    var chosen = window.dialogs().saveTable(suggestedName);
    window.save("chart.saving", chosen, chart.numbers()::writeCsv);
  }

  /** Asks for a file and writes numbers to it, as a table; the status bar names the job. */
  public void saveNumbers(String job, String suggestedName, AtomicFile.Content numbers) {
    var chosen = window.dialogs().saveTable(suggestedName);
    window.save(job, chosen, file -> AtomicFile.write(file, numbers));
  }
}
