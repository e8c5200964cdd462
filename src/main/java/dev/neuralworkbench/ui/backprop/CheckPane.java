package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.GradientCheck.Entry;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.ui.backprop.NumberTable.Head;
import dev.neuralworkbench.ui.backprop.walk.GradientChecks.CheckRequest;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
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
    var start =
        Buttons.of(messages, "backprop.check.start", model.checks::start, "#backprop-check-start");
    getChildren()
        .setAll(explained, new CheckChoices(start), verdict, Space.tall(table), swept, sweep);
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
      var request = model.checks.request;
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

  /** Which weights are checked: all, those of a layer, or one; and by what difference. */
  private final class CheckChoices extends FlowPane {

    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int ONE = -3;
    private static final int MOST_POWER = 10;

    /** A number that is chosen, of those that are offered. */
    private record Pick(ObjectProperty<Integer> chosen, ObjectProperty<List<Integer>> offered) {

      Pick(int chosen, int first, int end) {
        this(new SimpleObjectProperty<>(chosen), new SimpleObjectProperty<>(upTo(first, end)));
      }

      int get() {
        return chosen.get();
      }
    }

    private final Pick what = new Pick(NetworkLocation.ALL, NetworkLocation.ALL, 0);
    private final Pick layer = new Pick(0, 0, 1);
    private final Pick from = new Pick(0, 0, 1);
    private final Pick to = new Pick(0, 0, 1);
    private final Pick power = new Pick(CheckRequest.DEFAULT.power(), 1, MOST_POWER + 1);
    private final HBox weight;
    private boolean showing;

    CheckChoices(Button start) {
      getStyleClass().add("backprop-choices");
      weight =
          Styling.as(
              new HBox(
                  field("checkedLayer", layer, it -> number(it + 1)),
                  field("checkedFrom", from, this::source),
                  field("checkedTo", to, it -> number(it + 1))),
              "check-weight");
      getChildren()
          .setAll(
              field("checked", what, this::name),
              weight,
              field("epsilon", power, it -> new SimpleStringProperty(text(it))),
              start);
      OnAnyChange.all(this::show, model.rows.subject, model.checks.request);
      for (var pick : List.of(what, layer, from, to, power)) {
        pick.chosen.addListener((_, _, _) -> ask());
      }
    }

    private void show() {
      var asked = model.checks.request.get();
      var subject = model.rows.subject.get();
      if (subject == null || !asked.fits(subject.trace())) {
        return;
      }
      showing = true;
      var place = asked.place();
      var trace = subject.trace();
      what.chosen.set(place.isWeight() ? ONE : place.layer());
      if (place.isWeight()) {
        layer.chosen.set(place.layer());
        from.chosen.set(place.input());
        to.chosen.set(place.unit());
      }
      power.chosen.set(asked.power());
      layer.offered.set(upTo(0, trace.layers()));
      what.offered.set(
          IntStream.concat(
                  IntStream.of(NetworkLocation.ALL),
                  IntStream.concat(IntStream.range(0, trace.layers()), IntStream.of(ONE)))
              .boxed()
              .toList());
      if (layer.get() < trace.layers()) {
        from.offered.set(upTo(NetworkLocation.BIAS, trace.inputs(layer.get())));
        to.offered.set(upTo(0, trace.units(layer.get())));
      }
      Visibility.when(weight, place.isWeight());
      showing = false;
    }

    private static List<Integer> upTo(int first, int end) {
      return IntStream.range(first, end).boxed().toList();
    }

    private void ask() {
      var subject = model.rows.subject.get();
      if (!showing && subject != null) {
        var trace = subject.trace();
        var of = Math.min(layer.get(), trace.layers() - 1);
        var place =
            what.get() == ONE
                ? NetworkLocation.weight(
                    of,
                    Math.min(from.get(), trace.inputs(of) - 1),
                    Math.min(to.get(), trace.units(of) - 1))
                : NetworkLocation.layer(what.get());
        model.checks.request.set(new CheckRequest(place, power.get()));
      }
    }

    private ObservableValue<String> name(int which) {
      return switch (which) {
        case NetworkLocation.ALL -> messages.text("backprop.checked.all");
        case ONE -> messages.text("backprop.checked.one");
        default -> messages.text("backprop.checked.layer", which + 1);
      };
    }

    private ObservableValue<String> source(int input) {
      return input == NetworkLocation.BIAS
          ? messages.text("backprop.checked.bias")
          : number(input + 1);
    }

    private static ObservableValue<String> number(int number) {
      return new SimpleStringProperty(Numbers.count(number));
    }

    /** 10⁻⁵ in small digits. */
    private static String text(int power) {
      var text = new StringBuilder("10⁻");
      for (var digit : Integer.toString(power).toCharArray()) {
        text.append(DIGITS.charAt(digit - '0'));
      }
      return text.toString();
    }

    private Node field(String id, Pick pick, Function<Integer, ObservableValue<String>> name) {
      var key = "backprop." + id;
      var choice = new PropertyChoice<>(key, pick.chosen);
      var field = Styling.as(new ChoiceField<>(choice, pick.offered, name), "#backprop-" + id);
      Tooltips.install(field, messages.text(key + ".tip"));
      return ChoiceBar.pair(Labels.whole(messages.text(key)), field);
    }
  }
}
