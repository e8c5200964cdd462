package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.SplitSummary;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.ClassMark;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the rows are divided, and how often each class occurs in each part. */
final class SplitPanel extends VBox {

  private static final int MOST_CLASSES = 12;

  private final DataViewModel model;
  private final Messages messages;
  private final BarRows parts = Styling.as(new BarRows(), "#split-parts");
  private final Label how = Labels.wrapped("#split-how", "muted");
  private final Label balance = Labels.line("panel-heading");
  private final BarRows classes = Styling.as(new BarRows(), "#split-classes");
  private final Label more = Labels.line("muted");

  SplitPanel(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("panel");
    var heading = Labels.line(messages.text("split.heading"), "panel-heading");
    balance.textProperty().bind(messages.text("split.balance"));
    getChildren().setAll(heading, parts, how, balance, classes, more);
    OnAnyChange.all(this::show, model.split, messages.language());
  }

  private void show() {
    parts.getChildren().clear();
    classes.getChildren().clear();
    var split = model.split.get();
    var count = split == null ? 0 : split.classes().size();
    balance.setVisible(count > 0);
    classes.setVisible(count > 0);
    more.setVisible(count > MOST_CLASSES);
    how.setText(split == null ? messages.now("split.unknown") : how(split));
    if (split != null) {
      showParts(split);
      showClasses(split);
    }
  }

  private void showParts(SplitSummary split) {
    for (var part : RowPart.values()) {
      var mark = Styling.as(new Region(), "row-mark");
      mark.pseudoClassStateChanged(PseudoClass.getPseudoClass(part.id()), true);
      var share = (double) split.rows(part) / Math.max(1, split.rows());
      parts.add(
          mark,
          messages.now("part." + part.id()),
          false,
          new BarRows.ShareBar(share, "plain"),
          split.rows(part),
          share);
    }
  }

  private void showClasses(SplitSummary split) {
    var rows = IntStream.range(0, split.classes().size()).map(i -> rows(split, i)).toArray();
    var most = IntStream.of(rows).max().orElse(1);
    for (var i = 0; i < Math.min(rows.length, MOST_CLASSES); i++) {
      classes.add(
          new ClassMark(i),
          split.classes().get(i),
          true,
          new BarRows.ShareBar((double) rows[i] / most, ClassMark.color(i)),
          rows[i],
          (double) rows[i] / Math.max(1, split.rows()));
    }
    more.setText(messages.now("column.more", Numbers.count(rows.length - (long) MOST_CLASSES)));
  }

  private static int rows(SplitSummary split, int index) {
    return Arrays.stream(RowPart.values()).mapToInt(part -> split.rows(index, part)).sum();
  }

  private String how(SplitSummary split) {
    var choices = model.preparation().getValue().split();
    var sentences = new ArrayList<String>();
    if (split.rows(RowPart.VALIDATION) + split.rows(RowPart.TEST) == 0) {
      sentences.add(messages.now("split.none"));
    } else if (choices.by() != null) {
      var rule = choices.by();
      var key = "split.by." + Ids.of(rule.kind());
      sentences.add(messages.now(key, rule.column(), String.valueOf(choices.seed())));
    } else {
      var stratified = choices.stratified() && !split.classes().isEmpty();
      sentences.add(
          messages.now(
              stratified ? "split.stratified" : "split.plain", String.valueOf(choices.seed())));
    }
    if (choices.usedShare() < 1) {
      sentences.add(messages.now("split.used", Numbers.rounded(choices.usedShare(), 4)));
    }
    if (choices.keepsEqualRows()) {
      sentences.add(messages.now("split.together"));
    }
    if (split.usable().leftOut() > 0) {
      sentences.add(messages.now("split.leftOut", Numbers.count(split.usable().leftOut())));
    }
    if (split.usable().withoutTarget() > 0) {
      sentences.add(
          messages.now("split.withoutTarget", Numbers.count(split.usable().withoutTarget())));
    }
    if (split.usable().incomplete() > 0) {
      sentences.add(messages.now("split.incomplete", Numbers.count(split.usable().incomplete())));
    }
    return String.join("\n", sentences);
  }
}
