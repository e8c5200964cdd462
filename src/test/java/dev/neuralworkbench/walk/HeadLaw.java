package dev.neuralworkbench.walk;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.Showing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Title and status bar name the file, whether it is saved, the data and their rows. */
final class HeadLaw {

  private HeadLaw() {}

  /** What they say otherwise. FX thread. */
  static List<String> broken(Stage stage, Document document, @Nullable Path file, boolean unsaved) {
    var wrong = new ArrayList<String>();
    var name = file == null ? document.data().name() : String.valueOf(file.getFileName());
    var title = (unsaved ? "\u2022 " : "") + name + " \u2013 Neural Workbench";
    if (!title.equals(stage.getTitle())) {
      wrong.add("title: " + stage.getTitle() + ", should be " + title);
    }
    var facts =
        document.data().name()
            + "  \u00b7  "
            + String.format(Locale.ROOT, "%,d", document.data().rows());
    Predicate<Node> bar = Showing.withId("#status-facts");
    Showing.nodes().stream()
        .filter(bar)
        .map(Showing::text)
        .filter(it -> !it.startsWith(facts))
        .forEach(it -> wrong.add("status bar: " + it + ", should be " + facts));
    return wrong;
  }
}
