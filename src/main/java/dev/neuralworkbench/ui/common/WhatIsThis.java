package dev.neuralworkbench.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** Sentences that a button beside a heading unfolds, with a link to a page of the help. */
public final class WhatIsThis extends VBox {

  /** Asks for a page of the help; whoever shows the help hears it from the scene. */
  public static final class PageAsked extends Event {

    public static final EventType<PageAsked> TYPE = new EventType<>("HELP_PAGE");

    private static final long serialVersionUID = 1;

    /** Its screen and its item, such as {@code evaluate.calibration}. */
    public final String page;

    private PageAsked(String page) {
      super(TYPE);
      this.page = page;
    }
  }

  public final ToggleButton button;

  public WhatIsThis(ObservableValue<String> said, String page, Messages messages) {
    button = Buttons.name(new ToggleButton(), messages, "evaluate.explain");
    var id = "#" + page.replace('.', '-');
    Styling.as(button, "flat", "small", "section-explain", id + "-what");
    var more = messages.text("evaluate.explain.more");
    getChildren()
        .setAll(
            Labels.sentence(said, "score-note"),
            Buttons.link(more, () -> fireEvent(new PageAsked(page)), id + "-more"));
    Visibility.when(this, button.selectedProperty());
  }
}
