package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.ui.common.Divider;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.Forms;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
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
    var edge =
        new Divider(
            Orientation.VERTICAL,
            messages.text("forms.edge"),
            new Divider.Place(
                Forms.LEAST,
                Forms.MOST,
                Forms.DEFAULT.width(),
                1,
                () -> this.forms.width(),
                this::widen),
            () -> this.forms.width() / column.getWidth());
    Styling.as(edge, "#forms-edge", "forms-edge");
    Tooltips.install(edge, messages.text("forms.edge.tip"));
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

  private void widen(double width) {
    forms = new Forms(width, forms.shown(), forms.hidden());
    column.setStyle(
        String.format(
            Locale.ROOT, "-fx-pref-width: %1$.3fem; -fx-min-width: %1$.3fem", forms.width()));
  }
}
