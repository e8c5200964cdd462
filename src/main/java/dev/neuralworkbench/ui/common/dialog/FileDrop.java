package dev.neuralworkbench.ui.common.dialog;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Files dropped anywhere on the window: a sheet over it says what a drop will do. */
public final class FileDrop extends StackPane {

  private final Messages messages;
  private final Label sentence = Labels.wrapped("#drop-sentence", "drop-sentence");
  private final List<Zone> zones = new ArrayList<>();
  private @Nullable Zone shown;

  /** A sheet to lie over the window's content; it shows only while files are held over it. */
  public FileDrop(Messages messages) {
    this.messages = messages;
    Styling.as(this, "#drop-sheet", "drop-sheet");
    getChildren().setAll(sentence);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** A part of the window that takes single data files while it shows; {0} is the file. */
  public void zone(Node node, String sentenceKey, Consumer<Path> dropped) {
    zone(node, sentenceKey, it -> FileKind.of(it) == FileKind.TABLE, dropped);
  }

  /** The same of other files; of two parts that take one, the first does. */
  public void zone(Node node, String sentenceKey, Predicate<Path> kind, Consumer<Path> dropped) {
    zones.add(new Zone(node, sentenceKey, kind, dropped));
  }

  private record Zone(Node node, String sentenceKey, Predicate<Path> kind, Consumer<Path> dropped) {

    boolean takes(DragEvent event, List<Path> files) {
      return files.size() == 1
          && kind.test(files.getFirst())
          && node.getScene() != null
          && Visibility.around(node).allMatch(Node::isVisible)
          && node.contains(node.sceneToLocal(event.getSceneX(), event.getSceneY()));
    }
  }

  /** By filters, not handlers: a text field under the mouse would take the drop for text. */
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
    // Some programs report a place once more after the drop, and no exit.
    target.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> setVisible(false));
  }

  private void over(DragEvent event) {
    if (!event.getDragboard().hasFiles()) {
      return;
    }
    event.acceptTransferModes(TransferMode.COPY);
    var files = paths(event);
    var zone = zone(event, files);
    if (!isVisible() || !Objects.equals(zone, shown)) {
      shown = zone;
      sentence
          .textProperty()
          .bind(
              zone != null
                  ? messages.text(zone.sentenceKey(), files.getFirst().getFileName())
                  : sentence(files));
      cover(zone);
      setVisible(true);
    }
    event.consume();
  }

  private ObservableValue<String> sentence(List<Path> files) {
    var model = FileKind.MODEL.last(files).map(Path::getFileName);
    var data = FileKind.TABLE.last(files).map(Path::getFileName);
    if (model.isPresent() && data.isPresent()) {
      return messages.text("drop.both", model.get(), data.get());
    }
    return model.isPresent()
        ? messages.text("drop.model", model.get())
        : messages.text("drop.data", data.orElseThrow());
  }

  private @Nullable Zone zone(DragEvent event, List<Path> files) {
    return zones.stream().filter(zone -> zone.takes(event, files)).findFirst().orElse(null);
  }

  private void cover(@Nullable Zone zone) {
    setManaged(zone == null);
    if (zone != null) {
      var place = getParent().sceneToLocal(zone.node().localToScene(zone.node().getLayoutBounds()));
      resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    }
  }

  private void drop(DragEvent event, Consumer<List<Path>> dropped) {
    setVisible(false);
    if (event.getDragboard().hasFiles()) {
      event.setDropCompleted(true);
      event.consume();
      var files = paths(event);
      var zone = zone(event, files);
      if (zone == null) {
        dropped.accept(files);
      } else {
        zone.dropped().accept(files.getFirst());
      }
    }
  }

  private static List<Path> paths(DragEvent event) {
    return event.getDragboard().getFiles().stream().map(File::toPath).toList();
  }
}
