package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.ui.common.NoticeLine;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The screens below the line of notices, the forms at their left, the tabs above all: they stay
 * where they are when the forms come and go.
 */
public final class ScreensAndForms extends Pane {

  private final TabPane tabs;
  private final FormSide forms;
  private final NoticeLine notices;

  /** Found once: looking for it goes through all screens. */
  private @Nullable Region header;

  private final ObjectProperty<Insets> beside = new SimpleObjectProperty<>(Insets.EMPTY);

  /** The places are what the tabs show, in which the screens stand. */
  public ScreensAndForms(TabPane tabs, List<StackPane> places, FormSide forms, NoticeLine notices) {
    this.tabs = tabs;
    this.forms = forms;
    this.notices = notices;
    notices.visibleProperty().bind(notices.needed);
    notices.needed.subscribe(_ -> requestLayout());
    // In front of the room that the screens leave, but before the screens for the keyboard.
    forms.setViewOrder(-1);
    notices.setViewOrder(-1);
    getChildren().setAll(forms, notices, tabs);
    setMinSize(0, 0);
    places.forEach(place -> place.paddingProperty().bind(beside));
  }

  @Override
  protected void layoutChildren() {
    var wide = forms.isManaged() ? Math.ceil(forms.prefWidth(-1)) : 0;
    var line = notices.needed.get() ? Math.ceil(notices.prefHeight(-1)) : 0;
    var insets = new Insets(line, 0, 0, wide);
    if (!insets.equals(beside.get())) {
      beside.set(insets);
    }
    tabs.resizeRelocate(0, 0, getWidth(), getHeight());
    tabs.layout();
    if (header == null && tabs.lookup(".tab-header-area") instanceof Region found) {
      header = found;
    }
    var top = header == null ? 0 : Math.ceil(header.getHeight());
    notices.resizeRelocate(wide, top, Math.max(0, getWidth() - wide), line);
    forms.resizeRelocate(0, top, wide, Math.max(0, getHeight() - top));
  }
}
