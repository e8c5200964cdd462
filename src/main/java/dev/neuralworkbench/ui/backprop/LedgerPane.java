package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.OptimizerLedger;
import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.ui.backprop.BackpropViewModel.StepTab;
import dev.neuralworkbench.ui.backprop.NumberTable.Head;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The optimizer's ledger: every weight with what is remembered of it and what comes of it. */
final class LedgerPane extends VBox {

  private static final int MOST_ROWS = 5000;

  private final BackpropViewModel model;
  private final Messages messages;
  private final Label sentence = Labels.sentence("#backprop-ledger-sentence", "step-why");
  private final NumberTable<Entry> table = new NumberTable<>("backprop-ledger-table");

  private record Entry(NetworkLocation place, OptimizerLedger ledger) {}

  LedgerPane(BackpropViewModel model, Messages messages, Consumer<NetworkLocation> light) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("backprop-told");
    table.accessibleTextProperty().bind(messages.text("backprop.aspect.ledger"));
    var copy = Buttons.of(messages, "backprop.ledger.copy", table::copy, "#backprop-ledger-copy");
    getChildren().setAll(sentence, Space.tall(table), copy);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            entry -> {
              if (entry != null) {
                light.accept(entry.place());
              }
            });
  }

  void refresh() {
    var subject = model.rows.subject.get();
    if (subject == null || model.aspect.get() != StepTab.LEDGER) {
      table.rows(List.of());
      return;
    }
    var trace = subject.trace();
    var words = messages.words();
    var entries =
        GradientCheck.places(trace, NetworkLocation.ALL, MOST_ROWS).stream()
            .map(place -> new Entry(place, trace.update().ledger(place)))
            .toList();
    table.heads(heads(entries.getFirst().ledger(), new StepWords(words, trace)));
    table.rows(entries);
    sentence.setText(sentence(words, entries.getFirst().ledger(), subject, entries.size()));
  }

  void select(NetworkLocation place) {
    table.getItems().stream()
        .filter(entry -> place.contains(entry.place()))
        .findFirst()
        .ifPresent(
            entry -> {
              table.getSelectionModel().select(entry);
              table.scrollTo(entry);
            });
  }

  private String sentence(Words words, OptimizerLedger ledger, StepSubject subject, int shown) {
    var decimals = model.decimals.get();
    var all = subject.trace().setting().weights().parameterCount();
    var text =
        words.text(
            "backprop.ledger." + ledger.optimizer().variant(),
            ledger.hasChosenRate()
                ? decimals.exact(ledger.learningRate())
                : decimals.text(ledger.learningRate()),
            ledger.step());
    return shown < all
        ? words.text("backprop.ledger.some", text, Numbers.count(shown), Numbers.count(all))
        : text;
  }

  private List<Head<Entry>> heads(OptimizerLedger of, StepWords words) {
    var heads = new ArrayList<Head<Entry>>();
    heads.add(new Head<>(name("weight"), entry -> words.place(entry.place())));
    heads.add(head(name("before"), OptimizerLedger::weight));
    heads.addAll(gradients(words.trace()));
    for (var line : of.rule().lines) {
      switch (line.kind()) {
        case MEMORY, SQUARES, PART -> heads.add(head(name(line), it -> it.number(line)));
        case SHARED, WEIGHT -> {}
      }
    }
    heads.add(head(name("plain"), OptimizerLedger::plainChange));
    heads.add(head(name("change"), OptimizerLedger::change));
    heads.add(head(name("rate"), OptimizerLedger::effectiveRate));
    if (words.trace().setting().config().unitNorm() > 0) {
      heads.add(head(name("unlimited"), OptimizerLedger::newWeight));
    }
    heads.add(number(name("after"), entry -> words.trace().newWeight(entry.place())));
    return heads;
  }

  /** ∂L/∂w, and what penalty and clipping make of it where they do. */
  private List<Head<Entry>> gradients(BackpropTrace trace) {
    var update = trace.update();
    var heads = new ArrayList<Head<Entry>>();
    heads.add(number(name("gradient"), entry -> trace.gradient(entry.place())));
    if (!trace.setting().config().penalty().equals(Penalty.NONE)) {
      heads.add(
          number(
              name("penalty"),
              entry -> update.penalized(entry.place()) - trace.gradient(entry.place())));
      heads.add(number(name("penalized"), entry -> update.penalized(entry.place())));
    }
    if (update.clipFactor() < 1) {
      heads.add(number(name("clipped"), entry -> update.clipped(entry.place())));
    }
    return heads;
  }

  private Head<Entry> head(String name, ToDoubleFunction<OptimizerLedger> number) {
    return number(name, entry -> number.applyAsDouble(entry.ledger()));
  }

  private Head<Entry> number(String name, ToDoubleFunction<Entry> number) {
    return Head.of(name, model.decimals.get(), number);
  }

  /** A line by its word or its letter, where one of them has a name, otherwise by its symbol. */
  private String name(Assignment line) {
    return Stream.of(line.word(), line.left().text())
        .map(key -> "backprop.ledger.column." + key)
        .filter(messages.words()::has)
        .findFirst()
        .map(messages::now)
        .orElse(line.left().text());
  }

  private String name(String key) {
    return messages.now("backprop.ledger.column." + key);
  }
}
