package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.StepPart;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Scale;

/** What a click with the second button on a formula offers: to copy it. */
final class FormulaMenu {

  /** A picture is this much larger than the screen's, for slides and paper. */
  private static final double SCALE = 3;

  private FormulaMenu() {}

  static void install(Node card, StepPart part, Decimals decimals, Messages messages) {
    card.setOnContextMenuRequested(
        event -> {
          var menu = new ContextMenu();
          var latex = Styling.as(new MenuItem(messages.now("backprop.copy.latex")), "#copy-latex");
          latex.setOnAction(_ -> copy(latex(part, decimals)));
          var picture =
              Styling.as(new MenuItem(messages.now("backprop.copy.picture")), "#copy-picture");
          picture.setOnAction(_ -> copyPicture(card));
          menu.getItems().setAll(latex, picture);
          menu.setAutoHide(true);
          menu.show(card, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  static String latex(StepPart part, Decimals decimals) {
    var text =
        new StringBuilder(MathsText.latex(part.left(), decimals, false))
            .append(" &= ")
            .append(MathsText.latex(part.formula(), decimals, false));
    for (var line : part.lines()) {
      text.append(" \\\\\n");
      if (part.lines().size() > 1) {
        text.append(MathsText.latex(line.left(), decimals, false)).append(' ');
      }
      text.append("&= ");
      if (!line.isPlain()) {
        text.append(MathsText.latex(line.right(), decimals, true))
            .append(line.follows(decimals) ? " = " : " \\approx ");
      }
      text.append(decimals.text(line.value()).replace('−', '-').replace(",", "{,}"));
    }
    return "\\begin{aligned}\n" + text + "\n\\end{aligned}";
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static void copyPicture(Node card) {
    var enlarged = new SnapshotParameters();
    enlarged.setTransform(new Scale(SCALE, SCALE));
    var content = new ClipboardContent();
    content.putImage(card.snapshot(enlarged, null));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
