package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.ui.common.Styling;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** The answer with all that is said of it, which scrolls where there is no room for it. */
final class AnswerScroll extends ScrollPane {

  private final Region content;

  /** What is to be seen, until the user scrolls. */
  private List<Node> revealed = List.of();

  AnswerScroll(Region content) {
    super(content);
    this.content = content;
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    Styling.as(this, "#predict-answer-scroll", "edge-to-edge", "predict-answer-scroll");
    addEventFilter(ScrollEvent.ANY, _ -> revealed = List.of());
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> revealed = List.of());
  }

  /** Scrolls no further than it takes to see parts of the content. */
  void reveal(List<Node> parts) {
    revealed = parts;
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width);
  }

  @Override
  protected double computeMaxWidth(double height) {
    return content.maxWidth(height);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    content.layout();
    var room = getViewportBounds().getHeight();
    var beyond = content.getHeight() - room;
    if (revealed.isEmpty() || beyond <= 0) {
      return;
    }
    var places =
        revealed.stream()
            .map(it -> content.sceneToLocal(it.localToScene(it.getLayoutBounds())))
            .toList();
    var start = places.stream().mapToDouble(Bounds::getMinY).min().orElseThrow();
    var end = places.stream().mapToDouble(Bounds::getMaxY).max().orElseThrow();
    // Of what is taller than the room the upper end shows.
    var top = Math.min(start, Math.max(end - room, getVvalue() * beyond));
    setVvalue(Math.clamp(top / beyond, 0, 1));
  }
}
