package dev.neuralworkbench.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/** Files dropped anywhere on the window: a sheet over it says what a drop will do. */
public final class FileDrop extends StackPane {

  private final Messages messages;
  private final Label sentence = new Label();

  /** A sheet to lie over the window's content; it shows only while files are held over it. */
  public FileDrop(Messages messages) {
    this.messages = messages;
    setId("drop-sheet");
    getStyleClass().add("drop-sheet");
    sentence.setId("drop-sentence");
    sentence.getStyleClass().add("drop-sentence");
    sentence.setWrapText(true);
    getChildren().setAll(sentence);
    setMouseTransparent(true);
    setVisible(false);
  }

  /**
   * Takes files dropped on a node. Filters, not handlers: a text field under the mouse would take
   * the drop for text.
   */
  public void install(Node target, Consumer<List<Path>> dropped) {
    target.addEventFilter(DragEvent.DRAG_OVER, this::over);
    target.addEventFilter(
        DragEvent.DRAG_EXITED_TARGET,
        event -> {
          if (target.equals(event.getTarget())) {
            setVisible(false);
          }
        });
    target.addEventFilter(DragEvent.DRAG_DROPPED, event -> drop(event, dropped));
  }

  private void over(DragEvent event) {
    if (!event.getDragboard().hasFiles()) {
      return;
    }
    event.acceptTransferModes(TransferMode.COPY);
    if (!isVisible()) {
      var files = paths(event);
      sentence
          .textProperty()
          .bind(
              files.size() == 1
                  ? messages.text(sentenceKey(files.getFirst()), files.getFirst().getFileName())
                  : messages.text("drop.several", files.size()));
      setVisible(true);
    }
    event.consume();
  }

  private void drop(DragEvent event, Consumer<List<Path>> dropped) {
    setVisible(false);
    if (event.getDragboard().hasFiles()) {
      event.setDropCompleted(true);
      event.consume();
      dropped.accept(paths(event));
    }
  }

  private static String sentenceKey(Path file) {
    return FileKind.of(file) == FileKind.MODEL ? "drop.model" : "drop.data";
  }

  private static List<Path> paths(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }
}
