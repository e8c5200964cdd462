package dev.neuralworkbench.walk;

import dev.neuralworkbench.testing.Showing;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/** Each closed list shows the name of its value, as a new cell of its own would write it. */
final class ChoiceLaw {

  private ChoiceLaw() {}

  /** Lists that show another name. FX thread. */
  static List<String> broken() {
    return Showing.nodes().stream()
        .filter(ComboBox.class::isInstance)
        .flatMap(it -> broken((ComboBox<?>) it))
        .toList();
  }

  private static <T> Stream<String> broken(ComboBox<T> box) {
    if (box.getCellFactory() == null || box.isEditable()) {
      return Stream.empty();
    }
    var shows = Showing.text(box);
    var should = written(box);
    return shows.equals(should)
        ? Stream.empty()
        : Stream.of(
            "choice shows another name: #" + box.getId() + " " + shows + ", should be " + should);
  }

  private static <T> String written(ComboBox<T> box) {
    @Nullable T value = box.getValue();
    if (value == null) {
      return "";
    }
    var list = new ListView<T>();
    list.getItems().add(value);
    var cell = box.getCellFactory().call(list);
    cell.updateListView(list);
    cell.updateIndex(0);
    return Objects.requireNonNullElse(cell.getText(), "");
  }
}
