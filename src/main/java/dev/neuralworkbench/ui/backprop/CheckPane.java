package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.GradientCheck.Entry;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.ui.backprop.NumberTable.Head;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Gradients against differences: which agree, and where the worst is. */
final class CheckPane extends VBox {

  private static final Decimals FEW = new Decimals(2, false);

  private final BackpropViewModel model;
  private final Messages messages;
  private final Consumer<NetworkLocation> light;
  private final Label verdict = Labels.sentence("#backprop-check-verdict", "check-verdict");
  private final NumberTable<Entry> table =
      Styling.as(new NumberTable<>("backprop-check-table"), "check-table");
  private final Label swept = Labels.sentence("#backprop-sweep-sentence");
  private final NumberTable<GradientCheck> sweep =
      Styling.as(new NumberTable<>("backprop-sweep"), "sweep-table");

  CheckPane(BackpropViewModel model, Messages messages, Consumer<NetworkLocation> light) {
    this.model = model;
    this.messages = messages;
    this.light = light;
    getStyleClass().addAll("backprop-told", "backprop-check");
    var explained = Labels.sentence(messages.text("backprop.check.why"), "step-why");
    table.accessibleTextProperty().bind(messages.text("backprop.aspect.check"));
    sweep.accessibleTextProperty().bind(messages.text("backprop.sweep"));
    VBox.setVgrow(table, Priority.ALWAYS);
    var start =
        Buttons.of(messages, "backprop.check.start", model.checks::start, "#backprop-check-start");
    getChildren().setAll(explained, new CheckChoices(model, messages, start), verdict, table);
    getChildren().addAll(swept, sweep);
    model.checks.last().subscribe(_ -> refresh());
    table.getSelectionModel().selectedItemProperty().subscribe(this::sweep);
  }

  void refresh() {
    var subject = model.subject().get();
    var check = model.checks.last().get();
    sweep(null);
    if (subject == null || check == null || check.entries().isEmpty()) {
      verdict.setText(messages.now("backprop.check.empty"));
      table.heads(List.of());
      table.rows(List.of());
      return;
    }
    var words = new StepWords(messages.words(), subject.trace());
    var decimals = model.decimals.get();
    table.heads(
        List.of(
            new Head<>(name("weight"), entry -> words.place(entry.place())),
            new Head<>(name("gradient"), entry -> decimals.text(entry.gradient())),
            new Head<>(name("difference"), entry -> decimals.text(entry.difference())),
            new Head<>(name("error"), entry -> FEW.text(entry.error())),
            new Head<>(name("verdict"), entry -> name(verdict(entry)))));
    table.rows(check.entries());
    verdict.setText(summary(check, words));
    light.accept(check.entries().getFirst().place());
    if (check.entries().size() == 1) {
      table.getSelectionModel().select(0);
    }
  }

  void choose(NetworkLocation place) {
    if (place.layer() >= 0) {
      var weight =
          place.isWeight()
              ? place
              : NetworkLocation.weight(place.layer(), NetworkLocation.BIAS, place.unit());
      var request = model.checks.request();
      request.set(request.get().of(weight));
      light.accept(weight);
    }
  }

  private static String verdict(Entry entry) {
    return entry.kink() ? "kink" : entry.wrong() ? "wrong" : "right";
  }

  private String summary(GradientCheck check, StepWords words) {
    var worst = check.entries().getFirst();
    var wrong = check.entries().stream().filter(Entry::wrong).count();
    var kinks = check.entries().stream().filter(Entry::kink).count();
    var all = words.trace().setting().weights().parameterCount();
    var sentence =
        messages.now(
            wrong == 0 ? "backprop.check.right" : "backprop.check.wrong",
            Numbers.count(check.entries().size()),
            Numbers.count(all),
            FEW.text(worst.error()),
            words.place(worst.place()),
            Numbers.count(kinks),
            Numbers.count(wrong));
    return kinks == 0
        ? sentence
        : messages.now("explain.noted", sentence, messages.now("backprop.check.kinks"));
  }

  private String name(String key) {
    return messages.now("backprop.check.column." + key);
  }

  private void sweep(@Nullable Entry entry) {
    var subject = model.subject().get();
    var shown = entry != null && subject != null;
    for (var node : List.of(swept, sweep)) {
      Visibility.when(node, shown);
    }
    if (entry == null || subject == null) {
      return;
    }
    light.accept(entry.place());
    var words = new StepWords(messages.words(), subject.trace());
    swept.setText(messages.now("backprop.sweep.of", words.place(entry.place())));
    sweep.rows(List.of());
    model.checks.sweep(
        entry.place(),
        made -> {
          if (entry.equals(table.getSelectionModel().getSelectedItem())) {
            // Only now: columns fit their names once the table shows.
            showSweep(made);
          }
        });
  }

  private void showSweep(List<GradientCheck> made) {
    var decimals = model.decimals.get();
    sweep.heads(
        List.of(
            new Head<>("h", check -> decimals.exact(check.epsilon())),
            new Head<>(
                name("difference"),
                check -> decimals.text(check.entries().getFirst().difference())),
            new Head<>(name("error"), check -> FEW.text(check.entries().getFirst().error()))));
    sweep.rows(made);
  }
}
