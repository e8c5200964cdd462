package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.GradientCheck.Entry;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.ui.backprop.NumberTable.Head;
import dev.neuralworkbench.ui.backprop.walk.GradientChecks;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Gradients against differences: which agree, and where the worst is. */
final class CheckPane extends VBox {

  private static final Decimals FEW = new Decimals(2, false);
  private static final int MOST_POWER = 10;

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
    getChildren().setAll(explained, choices(), verdict, Space.tall(table), swept, sweep);
    model.checks.last.subscribe(_ -> refresh());
    table.getSelectionModel().selectedItemProperty().subscribe(this::sweep);
  }

  void refresh() {
    var subject = model.rows.subject.get();
    var check = model.checks.last.get();
    sweep(null);
    Visibility.when(table, check != null && !check.entries().isEmpty());
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
            Head.of(name("gradient"), decimals, Entry::gradient),
            Head.of(name("difference"), decimals, Entry::difference),
            Head.of(name("error"), FEW, Entry::error),
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
      model.checks.place.set(weight);
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
        : messages.words().joined(sentence, messages.now("backprop.check.kinks"));
  }

  private String name(String key) {
    return messages.now("backprop.check.column." + key);
  }

  private void sweep(@Nullable Entry entry) {
    var subject = model.rows.subject.get();
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
            Head.of(name("difference"), decimals, check -> check.entries().getFirst().difference()),
            Head.of(name("error"), FEW, check -> check.entries().getFirst().error())));
    sweep.rows(made);
  }

  /** Which weights are checked, and by what difference. */
  private FlowPane choices() {
    var offered =
        model.rows.subject.map(it -> GradientChecks.offered(it.trace())).orElse(List.of());
    var powers = IntStream.rangeClosed(1, MOST_POWER).boxed().toList();
    return Styling.as(
        new FlowPane(
            field("checked", model.checks.place, offered, this::name),
            field(
                "epsilon",
                model.checks.power,
                new SimpleObjectProperty<>(powers),
                it -> new SimpleStringProperty("10" + Decimals.raised(-it))),
            Buttons.of(
                messages, "backprop.check.start", model.checks::start, "#backprop-check-start")),
        "backprop-choices");
  }

  private ObservableValue<String> name(NetworkLocation place) {
    return messages.text(
        model.rows.subject,
        (words, subject) -> {
          if (place.isWeight() && subject != null) {
            var name = new StepWords(words, subject.trace()).place(place);
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
          }
          return place.layer() == NetworkLocation.ALL
              ? words.text("backprop.checked.all")
              : words.text("backprop.checked.layer", place.layer() + 1);
        });
  }

  private <T> Node field(
      String id,
      ObjectProperty<T> chosen,
      ObservableValue<List<T>> offered,
      Function<T, ObservableValue<String>> name) {
    var key = "backprop." + id;
    var choice = new PropertyChoice<>(key, chosen);
    var field = Styling.as(new ChoiceField<>(choice, offered, name), "#backprop-" + id);
    Tooltips.install(field, messages.text(key + ".tip"));
    return ChoiceBar.pair(Labels.whole(messages.text(key)), field);
  }
}
