package dev.neuralworkbench.testing;

import java.io.File;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A small window from which files can be dragged, as from a file manager. */
public final class DragSource implements AutoCloseable {

  private final Stage stage;

  /** Opens it at a place of the screen, with files to drag. */
  public DragSource(double x, double y, List<File> files) {
    stage =
        FxThread.call(
            () -> {
              var label = new Label("files");
              label.setId("drag-source");
              label.setOnDragDetected(
                  event -> {
                    var content = new ClipboardContent();
                    content.putFiles(files);
                    label.startDragAndDrop(TransferMode.COPY).setContent(content);
                    event.consume();
                  });
              var window = new Stage(StageStyle.UNDECORATED);
              window.setScene(new Scene(new StackPane(label), 100, 60));
              window.setX(x);
              window.setY(y);
              window.show();
              return window;
            });
  }

  @Override
  public void close() {
    FxThread.run(stage::close);
  }
}
