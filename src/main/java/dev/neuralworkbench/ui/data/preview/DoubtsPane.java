package dev.neuralworkbench.ui.data.preview;

import dev.neuralworkbench.data.table.RemarkGroup;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What is doubtful in how a file is read, with what puts it right. It scrolls, so that however much
 * there is, rows and buttons stay in sight.
 */
final class DoubtsPane extends ScrollPane {

  /** Columns that are told one by one, when that is asked for. */
  private static final int MOST_DETAILS = 200;

  /** Of the border that the scroll bar's pane draws. */
  private static final double BORDER = 2;

  private final PreviewViewModel model;
  private final Messages messages;
  private final VBox doubts = Styling.as(new VBox(), "preview-doubts-list");

  DoubtsPane(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#preview-doubts", "preview-doubts");
    accessibleTextProperty().bind(messages.text("preview.doubts"));
    // It gives way where the rows would have too little height.
    VBox.setVgrow(this, Priority.SOMETIMES);
    setContent(doubts);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    OnAnyChange.all(this::show, model.table, messages.language());
  }

  private void show() {
    var table = model.table.get();
    var reading = table == null ? null : table.reading();
    var groups = reading == null ? List.<RemarkGroup>of() : RemarkGroup.of(reading.remarks());
    var doubtful = groups.stream().filter(RemarkGroup::doubtful).toList();
    doubts.getChildren().clear();
    for (var i = 0; i < doubtful.size(); i++) {
      doubts.getChildren().add(new Doubt(doubtful.get(i), "preview-doubt-" + i));
    }
    setVvalue(0);
    Visibility.when(this, !doubtful.isEmpty());
  }

  /** Sentences wrap, so the height depends on the width. */
  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    var inside = width < 0 ? width : width - snappedLeftInset() - snappedRightInset() - BORDER;
    return snappedTopInset() + snappedBottomInset() + BORDER + doubts.prefHeight(inside);
  }

  private final class Doubt extends VBox {

    Doubt(RemarkGroup group, String id) {
      Styling.as(this, "#" + id, "preview-doubt");
      var remedies = new ReadingRemedies(id, messages, model::change);
      remedies.show(List.of(group));
      getChildren()
          .setAll(Labels.sentence(messages.text(it -> ReadingWords.sentence(group, it))), remedies);
      if (group.remarks().size() > 1) {
        remedies.getChildren().add(details(group, id));
        Visibility.when(remedies, true);
      }
    }

    /** Opens what there is to say of each column. */
    private Hyperlink details(RemarkGroup group, String id) {
      var details = Labels.sentence("#" + id + "-details", "muted");
      Visibility.when(details, false);
      getChildren().add(details);
      return Buttons.link(
          messages.text("preview.each", group.remarks().size()),
          () -> {
            details.setText(details(group));
            Visibility.when(details, !details.isVisible());
          },
          "#" + id + "-each");
    }

    private String details(RemarkGroup group) {
      var words = messages.words();
      var told = group.remarks().stream().limit(MOST_DETAILS);
      var lines =
          told.map(it -> ReadingWords.sentence(it, words)).collect(Collectors.joining("\n"));
      var more = group.remarks().size() - MOST_DETAILS;
      return more <= 0 ? lines : lines + "\n" + words.text("answers.more", Numbers.count(more));
    }
  }
}
