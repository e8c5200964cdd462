package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.Forms;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * The side of the window that has the forms: as wide as its edge is dragged, and hidden where the
 * screen is wanted for itself. Screens that show what was learned hide it at first, in a wide
 * window too, where they would show less than in a narrower one; what the user has chosen for a
 * screen stays.
 */
public final class FormSide extends HBox {

  /** Below so many em no screen has room for the forms: text was chosen that large. */
  private static final double NARROW_IN_EM = 70;

  private final Region column;
  private final Edge edge = Styling.as(new Edge(), "#forms-edge", "forms-edge");

  /** Whether the forms show on the screen that is seen; setting it is the user's choice for it. */
  public final BooleanProperty open = new SimpleBooleanProperty(true);

  private Forms forms;
  private AppScreen screen = AppScreen.LIVE;
  private double windowInEm;
  private boolean following;
  private boolean presenting;

  public FormSide(Region column, Forms forms, Messages messages) {
    this.column = column;
    this.forms = forms;
    getStyleClass().add("form-side");
    edge.setFocusTraversable(true);
    edge.accessibleTextProperty().bind(messages.text("forms.edge"));
    Tooltips.install(edge, messages.text("forms.edge.tip"));
    edge.setOnMouseDragged(this::drag);
    edge.setOnMouseClicked(this::resetByDoubleClick);
    edge.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    getChildren().setAll(column, edge);
    Visibility.when(this, open);
    open.subscribe(
        (_, now) -> {
          if (!following && !presenting) {
            this.forms = this.forms.with(screen.id(), now);
          }
        });
    widen(forms.width());
  }

  public Forms forms() {
    return forms;
  }

  /** Another screen shows, or the window has another width. */
  public void follow(AppScreen shown, double widthInEm) {
    screen = shown;
    windowInEm = widthInEm;
    following = true;
    var usual = windowInEm >= NARROW_IN_EM && !shown.ofModel;
    open.set(!presenting && forms.choice(shown.id()).orElse(usual));
    following = false;
  }

  /** Hides the forms for a class; what is chosen then is not remembered. */
  public void present(boolean now) {
    presenting = now;
    follow(screen, windowInEm);
  }

  private void drag(MouseEvent event) {
    var em = column.getWidth() / forms.width();
    widen((event.getSceneX() - localToScene(0, 0).getX()) / em);
    event.consume();
  }

  private void resetByDoubleClick(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      widen(Forms.DEFAULT.width());
    }
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT -> widen(forms.width() - 1);
      case RIGHT -> widen(forms.width() + 1);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void widen(double wanted) {
    var width = Math.clamp(wanted, Forms.LEAST, Forms.MOST);
    forms = new Forms(width, forms.shown(), forms.hidden());
    column.setStyle(
        String.format(
            Locale.ROOT, "-fx-pref-width: %1$.3fem; -fx-min-width: %1$.3fem", forms.width()));
    edge.moved();
  }

  /** What is dragged; it says for who hears the window how wide the forms are. */
  private final class Edge extends Region {

    Edge() {
      setAccessibleRole(AccessibleRole.SLIDER);
    }

    void moved() {
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
      return switch (attribute) {
        case VALUE -> forms.width();
        case MIN_VALUE -> Forms.LEAST;
        case MAX_VALUE -> Forms.MOST;
        default -> super.queryAccessibleAttribute(attribute, parameters);
      };
    }
  }
}
