package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Theme;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The field's terms in a sentence each, in the order in which one meets them. */
public final class Glossary {

  private static final List<Map.Entry<String, List<String>>> TERMS =
      List.of(
          Map.entry(
              "data", List.of("input", "target", "training", "validation", "test", "scaling")),
          Map.entry(
              "network",
              List.of(
                  "unit",
                  "weight",
                  "bias",
                  "hidden",
                  "activation",
                  "relu",
                  "logit",
                  "sigmoid",
                  "softmax")),
          Map.entry(
              "learning",
              List.of(
                  "loss",
                  "batch",
                  "epoch",
                  "gradient",
                  "backprop",
                  "delta",
                  "rate",
                  "optimizer",
                  "momentum",
                  "adam",
                  "seed")),
          Map.entry(
              "generalization",
              List.of(
                  "overfitting",
                  "regularization",
                  "l1",
                  "l2",
                  "decay",
                  "dropout",
                  "smoothing",
                  "early",
                  "folds",
                  "averaging")),
          Map.entry(
              "scores",
              List.of("accuracy", "precision", "recall", "f1", "auc", "r2", "rmse", "baseline")));

  private static final double LEAST_WIDTH_IN_EM = 26;
  private static final double LEAST_HEIGHT_IN_EM = 30;

  private final Stage owner;
  private final Messages messages;
  private final Theme theme;
  private @Nullable Alert shown;

  public Glossary(Stage owner, Messages messages, Theme theme) {
    this.owner = owner;
    this.messages = messages;
    this.theme = theme;
  }

  /** Opens beside the window: whoever looks a word up goes on with what they read. */
  public void show() {
    if (shown != null && shown.isShowing()) {
      shown.getDialogPane().getScene().getWindow().requestFocus();
      return;
    }
    var close = new ButtonType(messages.now("command.close"), ButtonData.CANCEL_CLOSE);
    var alert = new Alert(Alert.AlertType.NONE, "", close);
    alert.initOwner(owner);
    alert.initModality(Modality.NONE);
    alert.setResizable(true);
    alert.setTitle(messages.now("glossary.title"));
    alert.getDialogPane().setContent(terms());
    theme.dress(alert.getDialogPane());
    alert.getDialogPane().lookupButton(close).setId("glossary-close");
    alert.show();
    keepReadable(alert.getDialogPane());
    shown = alert;
  }

  /** On a busy machine the window was once laid out before its style sheets, and a stripe. */
  private static void keepReadable(DialogPane pane) {
    var em = new Text().getFont().getSize();
    if (pane.getScene().getWindow() instanceof Stage window) {
      window.setMinWidth(LEAST_WIDTH_IN_EM * em);
      window.setMinHeight(LEAST_HEIGHT_IN_EM * em);
    }
  }

  private ScrollPane terms() {
    var list = Styled.as(new VBox(), "glossary");
    for (var group : TERMS) {
      list.getChildren().add(label("glossary.group." + group.getKey(), "panel-heading"));
      for (var term : group.getValue()) {
        var name = label("glossary." + term, "glossary-term");
        name.setId("glossary-" + term);
        list.getChildren()
            .add(new VBox(name, label("glossary." + term + ".means", "glossary-means")));
      }
    }
    var scroll = Styled.as(new ScrollPane(list), "#glossary");
    scroll.setFitToWidth(true);
    return scroll;
  }

  private Label label(String key, String style) {
    return Labels.sentence(messages.text(key), style);
  }
}
