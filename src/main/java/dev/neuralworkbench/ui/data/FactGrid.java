package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Numbers with their names: all in pairs side by side, or all below each other; none is cut. */
final class FactGrid extends Region {

  private static final double GAP_IN_EM = 0.571;
  private static final double LINE_GAP_IN_EM = 0.286;
  private static final double BETWEEN_IN_EM = 1.714;

  private final Messages messages;
  private final List<Fact> facts = new ArrayList<>();

  /** With a line of its own, if it is alone. */
  private record Fact(Label name, Label number, boolean alone) {

    double width(double gap) {
      return Math.ceil(name.prefWidth(-1)) + gap + Math.ceil(number.prefWidth(-1));
    }

    double height() {
      return Math.ceil(Math.max(name.prefHeight(-1), number.prefHeight(-1)));
    }
  }

  FactGrid(Messages messages) {
    this.messages = messages;
    getStyleClass().add("facts");
  }

  void clear() {
    facts.clear();
    getChildren().clear();
  }

  /** Adds a number; its id is the key with hyphens. */
  void add(String key, String value) {
    add(key, value, false);
  }

  /** One that is alone has a line of its own. */
  void add(String key, String value, boolean alone) {
    var name = Labels.line(messages.text(key), "muted");
    var number = Styling.as(new Label(value), "#" + key.replace('.', '-'));
    name.setLabelFor(number);
    facts.add(new Fact(name, number, alone));
    getChildren().addAll(name, number);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return facts.stream()
        .flatMap(it -> List.of(it.name, it.number).stream())
        .mapToDouble(it -> Math.ceil(it.prefWidth(-1)))
        .max()
        .orElse(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return facts.stream().mapToDouble(it -> it.width(gap())).max().orElse(0);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return arrange(width < 0 ? prefWidth(-1) : width, false);
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth(), true);
  }

  /** Goes through the lines, and places what is on them if that is wanted; their height. */
  private double arrange(double width, boolean place) {
    var half = Math.floor((width - em() * BETWEEN_IN_EM) / 2);
    var paired = facts.stream().allMatch(it -> it.alone || it.width(gap()) <= half);
    var y = 0.0;
    var second = false;
    for (var i = 0; i < facts.size(); i++) {
      var fact = facts.get(i);
      var beside = paired && !fact.alone;
      var room = beside ? half : width;
      var x = beside && second ? width - half : 0;
      var below = fact.width(gap()) > room ? fact.height() : 0;
      if (place) {
        place(fact.name, x, y);
        place(fact.number, x + room - Math.ceil(fact.number.prefWidth(-1)), y + below);
      }
      second = beside && !second && i + 1 < facts.size() && !facts.get(i + 1).alone;
      if (!second) {
        y += fact.height() + below + Math.rint(em() * LINE_GAP_IN_EM);
      }
    }
    return Math.max(0, y - Math.rint(em() * LINE_GAP_IN_EM));
  }

  private static void place(Label label, double x, double y) {
    label.resizeRelocate(x, y, Math.ceil(label.prefWidth(-1)), Math.ceil(label.prefHeight(-1)));
  }

  private double gap() {
    return em() * GAP_IN_EM;
  }

  private double em() {
    return facts.isEmpty() ? 0 : facts.getFirst().name.getFont().getSize();
  }
}
