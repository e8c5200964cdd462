package dev.neuralworkbench.app;

import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.data.DataForm;
import dev.neuralworkbench.ui.data.DataFormViewModel;
import dev.neuralworkbench.ui.workspace.Workspace;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

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

  DataSection(Workspace workspace, Fields fields, Messages messages) {
    this.workspace = workspace;
    open = fields.open();
    Styling.as(this, "#section-data", "section", "data-section");
    setAnimated(false);
    setExpanded(false);
    setMinWidth(0);
    var problems = workspace.problems();
    var name = messages.text("form.data");
    setGraphic(Labels.whole(name, "section-name"));
    textProperty()
        .bind(messages.text(this::summary, workspace.document(), workspace.facts(), problems));
    accessibleTextProperty().bind(Bindings.concat(name, " · ", textProperty()));
    var model = new DataFormViewModel(workspace);
    var tip = messages.text("form.data.tip");
    skinProperty().addListener(_ -> Tooltips.install(lookup(".title"), tip));
    expandedProperty()
        .addListener(
            (_, _, now) -> {
              if (now && getContent() == null) {
                setContent(new VBox());
                // After the screen that it opens with, so that neither waits for the other.
                Platform.runLater(() -> setContent(new DataForm(model, fields, messages)));
              }
              if (!leads && !following) {
                var _ = now ? open.add(NAME) : open.remove(NAME);
              }
            });
    problems.subscribe(_ -> expand(isExpanded()));
  }

  /** Whether the screen of the data shows. */
  void lead(boolean now) {
    leads = now;
    expand(now || open.contains(NAME));
  }

  private void expand(boolean now) {
    pseudoClassStateChanged(WRONG, isWrong());
    following = true;
    setExpanded(now || isWrong());
    following = false;
  }

  private boolean isWrong() {
    return workspace.problems().get().stream()
        .anyMatch(it -> it.component().startsWith("preparation."));
  }

  private String summary(Words words) {
    return isWrong() ? words.text("form.summary.wrong") : DataForm.summary(words, workspace);
  }
}
