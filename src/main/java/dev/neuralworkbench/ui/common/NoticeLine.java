package dev.neuralworkbench.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * The one line above a screen's panes in which it says what is not a number or a picture, so that
 * nothing covers them: what goes on at the left, then one notice with what may be done about it.
 * Notices wait for one another in the order of their rank; a button goes through them, and opens
 * what is too long for the line.
 */
public final class NoticeLine extends HBox {

  /** What goes on has so much of the width before it is cut. */
  private static final double MOST_STANDING = 0.28;

  private final Messages messages;
  private final StackPane standing =
      new StackPane() {
        @Override
        protected double computeMinWidth(double height) {
          return Math.min(prefWidth(-1), MOST_STANDING * NoticeLine.this.getWidth());
        }
      };
  private final StackPane place = new StackPane();
  private final HBox tools = Styling.as(new HBox(), "notice-tools");
  private final Button other = new Button();
  private final StringProperty cut = new SimpleStringProperty("");
  private List<Node> notices = List.of();
  private Subscription followed = Subscription.EMPTY;
  private int turn;

  /** Whether there is anything in it, so that it needs its height. */
  public final ReadOnlyBooleanWrapper needed = new ReadOnlyBooleanWrapper();

  public NoticeLine(Messages messages) {
    this.messages = messages;
    Styling.as(this, "#notices", "notice-line");
    var more = Styling.as(new Button(null, new IconView(Icon.DOWN)), names("more"));
    more.accessibleTextProperty().bind(messages.text("notice.more"));
    Tooltips.install(more, cut);
    Tooltips.showWhenPressed(more);
    more.visibleProperty().bind(cut.isNotEmpty());
    Styling.as(other, names("next"));
    other.setMinWidth(USE_PREF_SIZE);
    other.setOnAction(_ -> turnTo(turn + 1));
    Tooltips.install(other, messages.text("notice.next.tip"));
    place.setMinWidth(0);
    tools.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(standing, Space.wide(place), more, other, tools);
  }

  private static String[] names(String id) {
    return new String[] {"#notice-" + id, Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL};
  }

  /** A notice's sentence: in one line, and whole in its tooltip. */
  public static Label sentence(ObservableValue<String> text, String... names) {
    var label = Styling.as(Labels.line(text, names), "notice-sentence");
    label.setMinWidth(0);
    Tooltips.install(label, text);
    return label;
  }

  /** Shows what a screen says, the most urgent first; a notice waits while it is not visible. */
  public void show(List<Node> goingOn, List<Node> ranked) {
    followed.unsubscribe();
    standing.getChildren().setAll(goingOn);
    notices = List.copyOf(ranked);
    followed =
        notices.stream()
            .map(notice -> notice.visibleProperty().subscribe((_, _) -> turnTo(0)))
            .reduce(Subscription.EMPTY, Subscription::and);
    turnTo(0);
  }

  /** Lays tools at the right end, that are at hand while the line is all there is besides. */
  public void tools(List<? extends Node> wanted) {
    tools.getChildren().setAll(wanted);
    turnTo(turn);
  }

  private void turnTo(int next) {
    turn = next;
    var waiting = notices.stream().filter(Node::isVisible).toList();
    var shown = waiting.isEmpty() ? List.<Node>of() : List.of(waiting.get(turn % waiting.size()));
    place.getChildren().setAll(shown);
    Visibility.when(other, waiting.size() > 1);
    if (waiting.size() > 1) {
      other.setText(messages.now("notice.next", turn % waiting.size() + 1, waiting.size()));
    }
    needed.set(
        !shown.isEmpty() || !standing.getChildren().isEmpty() || !tools.getChildren().isEmpty());
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    // The sentences that are not whole in the line.
    cut.set(
        lookupAll(".notice-sentence").stream()
            .map(Label.class::cast)
            .filter(sentence -> sentence.getWidth() < sentence.prefWidth(-1) - 1)
            .map(Label::getText)
            .collect(Collectors.joining("\n")));
  }
}
