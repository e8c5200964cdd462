package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.text.CompareWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.evaluation.Section;
import dev.neuralworkbench.ui.evaluation.part.CompareViewModel.Other;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Compares the model with another one, and shows a card for each that it was compared with. */
public final class ComparePane extends VBox {

  private final CompareViewModel model;
  private final WindowServices window;
  private final Messages messages;
  private final VBox cards = Styling.as(new VBox(), "#compare-cards", "score-column");

  public ComparePane(CompareViewModel model, WindowServices window) {
    this.model = model;
    this.window = window;
    messages = window.messages();
    var problem = ProblemLabel.elsewhere(messages, "#compare-problem", model.problems);
    var section =
        new Section("evaluate.compare", messages, form(), problem, cards)
            .explained(messages.text("evaluate.compare.what"))
            .withTool(
                Section.start(
                    "evaluate.compare", model.running(), model.canStart, this::start, messages));
    getChildren().setAll(section);
    Visibility.when(this, model.hasModel);
    OnAnyChange.all(this::show, model.outcome, model.isPresent, messages.language());
  }

  private HBox form() {
    var list =
        new ChoiceField<>(
            model.other, model.others, other -> messages.text(words -> name(other, words)));
    Styling.as(list.late(), "#compare-other");
    Labels.unseen(messages.text("evaluate.compare.other"), list);
    Tooltips.install(list, messages.text("evaluate.compare.other.tip"));
    var open =
        Buttons.small(Icon.MODEL, messages, "evaluate.compare.open", this::open, "#compare-open");
    return Styling.as(new HBox(Space.wide(list), open), "field-line");
  }

  private void open() {
    window.dialogs().openModel().ifPresent(model::open);
  }

  private void start() {
    var other = name(model.other.value().getValue(), messages.words());
    model.start(messages.now("compare.this"), other);
  }

  private static String name(Other other, Words words) {
    return other.equals(Other.LINEAR)
        ? words.text("compare.linear")
        : other.run() > 0 ? words.text("compare.run", Numbers.count(other.run())) : other.file();
  }

  private void show() {
    cards.getChildren().clear();
    var result = model.outcome.get();
    if (result == null) {
      return;
    }
    var words = messages.words();
    for (var other = 1; other < result.models().size(); other++) {
      var said = CompareWords.of(result, other, words);
      var card = Styling.as(new VBox(sentence(said.getFirst())), "section-of-scores");
      said.stream().skip(1).forEach(it -> card.getChildren().add(sentence(it, "score-note")));
      cards.getChildren().addFirst(card);
    }
    var said =
        words.text(
            model.isPresent.get() ? "evaluate.compare.done" : "evaluate.compare.differs",
            Numbers.count(model.used().folds()),
            Numbers.count(model.used().repeats()));
    var caveats = Stream.concat(Stream.of(said), CompareWords.caveats(result, words).stream());
    var notes = caveats.map(it -> sentence(it, "score-note")).toArray(Node[]::new);
    cards.getChildren().add(Styling.as(new VBox(notes), "section-of-scores"));
  }

  private static Node sentence(String text, String... styles) {
    var label = Labels.sentence(styles);
    label.setText(text);
    return label;
  }
}
