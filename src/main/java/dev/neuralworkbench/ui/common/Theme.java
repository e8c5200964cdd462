package dev.neuralworkbench.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/**
 * Light and dark: AtlantaFX's Primer, following the system or the user's choice, and the program's
 * one style sheet on top. Dark is also told to the sheet by the pseudo-class {@code :dark} of a
 * scene's root, for the colours that carry meaning.
 */
public final class Theme {

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final URL SHEET =
      Objects.requireNonNull(
          Theme.class.getResource("/dev/neuralworkbench/css/workbench.css"), "workbench.css");

  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(this, "appearance", Appearance.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");

  /** Starts to follow; call once, on the FX thread. */
  public Theme(Appearance chosen) {
    appearance.set(chosen);
    appearance.subscribe(_ -> follow());
    Platform.getPreferences().colorSchemeProperty().subscribe(_ -> follow());
    dark.subscribe(
        isDark ->
            Application.setUserAgentStylesheet(
                (isDark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet()));
  }

  /** The user's choice. */
  public ObjectProperty<Appearance> appearance() {
    return appearance;
  }

  /** Whether the window is dark now. */
  public ReadOnlyBooleanProperty dark() {
    return dark.getReadOnlyProperty();
  }

  /** Dresses a scene. */
  public void dress(Scene scene) {
    scene.getStylesheets().add(SHEET.toExternalForm());
    dark.subscribe(isDark -> scene.getRoot().pseudoClassStateChanged(DARK, isDark));
  }

  /** Dresses a dialog's content, whose scene is made by the toolkit. */
  public void dress(Region root) {
    root.getStylesheets().add(SHEET.toExternalForm());
    root.pseudoClassStateChanged(DARK, dark.get());
  }

  private void follow() {
    dark.set(
        switch (appearance.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
  }
}
