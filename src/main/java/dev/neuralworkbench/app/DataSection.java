package dev.neuralworkbench.app;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.data.DataForm;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.function.Supplier;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/**
 * The data in one line; their form, which is made when it is first wanted, once that is opened. It
 * opens by itself on the screen of the data, and where something is wrong with them.
 */
final class DataSection extends TitledPane {

  /** Names it among the parts of forms that are open. */
  private static final String NAME = "data-form";

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Workspace workspace;
  private final ObservableSet<String> open;
  private boolean leads;
  private boolean following;

  DataSection(
      Workspace workspace, Supplier<Node> form, ObservableSet<String> open, Messages messages) {
    this.workspace = workspace;
    this.open = open;
    Styling.as(this, "#section-data", "section", "data-section");
    setAnimated(false);
    setExpanded(false);
    setMinWidth(0);
    setGraphic(Labels.whole(messages.text("form.data"), "section-name"));
    var problems = workspace.problems();
    var summary = messages.text(this::summary, workspace.document(), workspace.facts(), problems);
    textProperty().bind(summary);
    accessibleTextProperty()
        .bind(messages.text(words -> words.text("form.data") + " · " + summary(words), summary));
    skinProperty()
        .subscribe(
            skin -> {
              if (skin != null) {
                Tooltips.install(lookup(".title"), messages.text("form.data.tip"));
              }
            });
    expandedProperty()
        .addListener(
            (_, _, now) -> {
              if (now && getContent() == null) {
                setContent(form.get());
              }
              if (!leads && !following) {
                remember(now);
              }
            });
    problems.subscribe(
        _ -> {
          pseudoClassStateChanged(WRONG, isWrong());
          if (isWrong()) {
            expand(true);
          }
        });
  }

  /** Whether the screen of the data shows. */
  void lead(boolean now) {
    leads = now;
    expand(now || open.contains(NAME) || isWrong());
  }

  private void expand(boolean now) {
    following = true;
    setExpanded(now);
    following = false;
  }

  private void remember(boolean now) {
    if (now) {
      open.add(NAME);
    } else {
      open.remove(NAME);
    }
  }

  private boolean isWrong() {
    return workspace.problems().get().stream()
        .anyMatch(it -> it.component().startsWith("preparation."));
  }

  private String summary(Words words) {
    return isWrong() ? words.text("form.summary.wrong") : DataForm.summary(words, workspace);
  }
}
