package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.OptimizerLedger;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.optimizer.Adagrad;
import dev.neuralworkbench.train.optimizer.Adam;
import dev.neuralworkbench.train.optimizer.AdamW;
import dev.neuralworkbench.train.optimizer.RmsProp;
import dev.neuralworkbench.train.optimizer.Sgd;
import dev.neuralworkbench.ui.backprop.NumberTable.Head;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.backprop.walk.StepTab;
import dev.neuralworkbench.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The optimizer's ledger: every weight with what is remembered of it and what comes of it. */
final class LedgerPane extends VBox {

  private static final int MOST_ROWS = 5000;

  private final BackpropViewModel model;
  private final Messages messages;
  private final Label sentence = new Label();
  private final NumberTable<Entry> table = new NumberTable<>("backprop-ledger-table");

  /** A weight with its ledger. */
  private record Entry(NetworkLocation place, OptimizerLedger ledger) {}

  /**
   * @param light lights a weight in the drawing
   */
  LedgerPane(BackpropViewModel model, Messages messages, Consumer<NetworkLocation> light) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("backprop-told");
    sentence.setId("backprop-ledger-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.getStyleClass().add("step-why");
    table.accessibleTextProperty().bind(messages.text("backprop.aspect.ledger"));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().setAll(sentence, table);
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

  /** Shows the ledger of the present step; empty while another aspect is looked at. */
  void refresh() {
    var subject = model.subject().get();
    if (subject == null || model.aspect().get() != StepTab.LEDGER) {
      table.rows(List.of());
      return;
    }
    var trace = subject.trace();
    var words = messages.words();
    var entries =
        GradientCheck.places(trace, NetworkLocation.ALL, MOST_ROWS).stream()
            .map(
                place -> new Entry(place, trace.ledger(place.layer(), place.input(), place.unit())))
            .toList();
    table.heads(heads(entries.getFirst().ledger(), new StepWords(words, trace)));
    table.rows(entries);
    sentence.setText(sentence(words, entries.getFirst().ledger(), subject, entries.size()));
  }

  /** Shows the row of a weight, or the first of a unit's. */
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
    var decimals = model.decimals().get();
    var all = subject.trace().setting().weights().parameterCount();
    var text =
        words.text(
            "backprop.ledger." + ledger.rule(),
            ledger.hasChosenRate()
                ? decimals.exact(ledger.learningRate())
                : decimals.text(ledger.learningRate()),
            ledger.steps());
    return shown < all
        ? words.text("backprop.ledger.some", text, Numbers.count(shown), Numbers.count(all))
        : text;
  }

  private List<Head<Entry>> heads(OptimizerLedger of, StepWords words) {
    var heads = new ArrayList<Head<Entry>>();
    heads.add(new Head<>(name("weight"), entry -> words.place(entry.place())));
    heads.add(head("before", OptimizerLedger::weight));
    heads.add(head(gradient(words.trace()), OptimizerLedger::gradient));
    switch (of.optimizer()) {
      case Sgd(var _, var momentum, var _) -> {
        if (momentum > 0) {
          heads.add(head("velocity", OptimizerLedger::velocity));
        }
      }
      case Adagrad _, RmsProp _ -> heads.add(head("squares", OptimizerLedger::squares));
      case Adam _, AdamW _ -> {
        heads.add(head("m", OptimizerLedger::velocity));
        heads.add(head("v", OptimizerLedger::squares));
        heads.add(head("mHat", it -> it.velocity() / it.meanCorrection()));
        heads.add(head("vHat", it -> it.squares() / it.squaresCorrection()));
      }
    }
    heads.add(head("plain", OptimizerLedger::plainChange));
    heads.add(head("change", OptimizerLedger::change));
    heads.add(head("rate", OptimizerLedger::effectiveRate));
    heads.add(head("after", OptimizerLedger::newWeight));
    return heads;
  }

  /** Which gradient the optimizer gets. */
  private static String gradient(BackpropTrace trace) {
    if (trace.clipFactor() < 1) {
      return "clipped";
    }
    return trace.setting().config().penalty().equals(Penalty.NONE) ? "gradient" : "penalized";
  }

  private Head<Entry> head(String key, ToDoubleFunction<OptimizerLedger> number) {
    return new Head<>(
        name(key), entry -> model.decimals().get().text(number.applyAsDouble(entry.ledger())));
  }

  private String name(String key) {
    return messages.now("backprop.ledger.column." + key);
  }
}
