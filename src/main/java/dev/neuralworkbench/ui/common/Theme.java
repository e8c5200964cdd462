package dev.neuralworkbench.ui.common;

import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * Light and dark: AtlantaFX's Primer, following the system or the user's choice, and the program's
 * one style sheet on top. Both are in both sheets, and dark is the pseudo-class {@code :dark} of a
 * root: of every window's, menus and tooltips too, which are windows of their own.
 */
public final class Theme implements AutoCloseable {

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  /** The theme's own size of text, in pixels. */
  public static final double TEXT = 14;

  /** Text of tooltips, to the usual one. */
  private static final double SMALL = 0.857;

  private static final String PRIMER = sheet("primer.css");
  private static final String SHEET = sheet("workbench.css");

  public final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(this, "appearance", Appearance.SYSTEM);
  public final ObjectProperty<TextSize> text =
      new SimpleObjectProperty<>(this, "text", TextSize.PERCENT_100);
  public final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");

  private final ListChangeListener<Window> tellNew = this::tellNew;
  private final Subscription system;

  /** Starts to follow; call once, on the FX thread. */
  public Theme(Appearance chosen) {
    Application.setUserAgentStylesheet(PRIMER);
    appearance.set(chosen);
    appearance.subscribe(_ -> follow());
    system = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> follow());
    dark.subscribe(_ -> Window.getWindows().forEach(this::tell));
    Window.getWindows().addListener(tellNew);
  }

  /** Follows no longer: the system and its list of windows would keep a closed window for ever. */
  @Override
  public void close() {
    system.unsubscribe();
    Window.getWindows().removeListener(tellNew);
  }

  public void dress(Scene scene) {
    scene.getStylesheets().add(SHEET);
    tell(scene.getRoot());
  }

  /** Dresses a dialog's content, whose scene is made by the toolkit. */
  public void dress(Region root) {
    root.getStylesheets().add(SHEET);
    if (text.get() != TextSize.PERCENT_100) {
      root.getStylesheets().add(enlarged(text.get().factor()));
    }
    tell(root);
  }

  /**
   * A sheet with which everything is larger: all sizes are in units of the text. A style on the
   * root itself would overrule the weights of fonts below it; menus of small buttons have a size of
   * their own, and so do tooltips, which are no part of the root.
   */
  public static String enlarged(double factor) {
    var size = "{-fx-font-size:" + factor * TEXT + "px}";
    var tooltip = ".tooltip{-fx-font-size:" + factor * TEXT * SMALL + "px}";
    return "data:text/css,.root" + size + ".menu-button.small%20.context-menu" + size + tooltip;
  }

  private void follow() {
    dark.set(
        switch (appearance.get()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        });
  }

  /** Before a window is styled first: what a popup looks up is kept by its root's state. */
  private void tellNew(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::tell);
    }
  }

  private void tell(Window window) {
    var scene = window.getScene();
    if (scene != null) {
      tell(scene.getRoot());
    }
  }

  private void tell(Parent root) {
    root.pseudoClassStateChanged(DARK, dark.get());
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource("/dev/neuralworkbench/css/" + name), name)
        .toExternalForm();
  }
}
