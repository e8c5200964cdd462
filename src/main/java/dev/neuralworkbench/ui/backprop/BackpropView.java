package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.ui.backprop.BackpropViewModel.StepTab;
import dev.neuralworkbench.ui.backprop.aid.AidPane;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.BackpropState;
import dev.neuralworkbench.ui.backprop.walk.StepWalker.Reveal;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.workspace.WindowServices;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

public final class BackpropView extends StackPane implements ScreenView {

  private final BackpropViewModel model;
  private final Messages messages;
  private final ChoiceBar choices;
  private final PhaseBar phases;
  private final StepPane steps;
  private final StepButtons buttons;
  private final WalkDrawing drawing;
  private final LedgerPane ledger;
  private final CheckPane check;
  private final BackpropPlaceholder empty;
  private final Label classKeys = Labels.whole("#backprop-class-keys", "muted");
  private final HBox marks = Styling.as(new HBox(), "step-marks");
  private final VBox chosen = Styling.as(new VBox(), "backprop-chosen");
  private final VBox filled = Styling.as(new VBox(), "backprop-filled");
  private final ScrollPane scroll;
  private final StackPane aspects = new StackPane();
  private final SideBySide both;
  private final VBox words;
  private final AidPane aid;
  private final QuizPane quiz;
  private final StepKeys keys;
  private boolean seen;
  private boolean presenting;
  private Reveal before = Reveal.AT_ONCE;

  public BackpropView(BackpropViewModel model, WindowServices services, Runnable openData) {
    this.model = model;
    messages = services.messages();
    empty = new BackpropPlaceholder(model, messages, openData);
    choices = new ChoiceBar(model, services);
    phases = new PhaseBar(model, messages);
    steps = new StepPane(model, messages);
    buttons = new StepButtons(model, messages);
    drawing = new WalkDrawing(model, messages);
    ledger = new LedgerPane(model, messages, drawing::light);
    check = new CheckPane(model, messages, drawing::light);
    scroll = new ScrollPane(steps);
    quiz = new QuizPane(model, messages);
    keys = new StepKeys(model, steps, scroll, quiz);
    words = steps.words();
    aid = new AidPane(model.aid, model.weights(), this::layerName, messages);
    both = new SideBySide(Styling.as(new VBox(drawing.node(), words, aid), "walk-side"), aspects);
    setId("backprop");
    layOut();
    bind();
    focusedProperty()
        .subscribe(
            now -> {
              if (now) {
                focus(); // The focus of the screen as a whole is the steps'.
              }
            });
  }

  @Override
  public void shown() {
    seen = true;
    model.seen(true);
    focus();
  }

  /** So that the arrow keys walk at once; a field that is being filled in keeps the focus. */
  private void focus() {
    // Later, because the tab itself takes the focus when it is clicked.
    Platform.runLater(
        () -> {
          var scene = getScene();
          var elsewhere = scene == null || scene.getFocusOwner() instanceof TextInputControl;
          if (seen && filled.isVisible() && !elsewhere) {
            steps.requestFocus();
          } else if (seen && presenting && !elsewhere) {
            // Otherwise a presenter's remote would turn to another screen.
            requestFocus();
          }
        });
  }

  @Override
  public void hidden() {
    seen = false;
    model.seen(false);
  }

  private void layOut() {
    VBox.setVgrow(drawing.node(), Priority.ALWAYS);
    Visibility.when(words, false);
    scroll.setId("backprop-scroll");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("backprop-scroll");
    // Above the buttons: they stay where they are when it begins to say something.
    var applied = ApplyBar.applied(model, messages);
    marks.getChildren().setAll(new ApplyBar(model, messages), asks());
    classKeys
        .textProperty()
        .bind(
            messages.text(
                model.walker.reveal(),
                (words, reveal) ->
                    words.text(
                        reveal == Reveal.BLANKS
                            ? "backprop.class.keys.blank"
                            : "backprop.class.keys")));
    Visibility.when(classKeys, false);
    var bar = Styling.as(new FlowPane(buttons, marks, classKeys), "step-bar");
    var told =
        Styling.as(new VBox(phases, steps.heading, scroll, quiz, applied, bar), "backprop-told");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    showOnly(StepTab.STEPS, told);
    showOnly(StepTab.LEDGER, ledger);
    var checks = Styling.as(new ScrollPane(check), "backprop-scroll");
    checks.setFitToWidth(true);
    checks.setFitToHeight(true);
    showOnly(StepTab.CHECK, checks);
    aspects.getChildren().setAll(told, ledger, checks);
    VBox.setVgrow(both, Priority.ALWAYS);
    model.aspect.subscribe(aspect -> both.beside(aspect != StepTab.LEDGER));
    chosen
        .getChildren()
        .setAll(choices, new EntryPane(model, messages), new WeightsLabel(model, messages));
    filled.getChildren().setAll(both);
    var below = new StackPane(empty, filled);
    VBox.setVgrow(below, Priority.ALWAYS);
    var screen = Styling.as(new VBox(chosen, below), "screen", "backprop-screen");
    getChildren().setAll(screen);
  }

  private ToggleButton asks() {
    var asks = Styling.as(new ToggleButton(), "#backprop-asks");
    Buttons.name(asks, messages, "backprop.asks");
    asks.selectedProperty().bindBidirectional(model.walker.asks());
    return asks;
  }

  private void showOnly(StepTab aspect, Node node) {
    model.aspect.subscribe(chosen -> node.setVisible(chosen == aspect));
  }

  private void bind() {
    model.state().subscribe(this::show);
    model.subject().subscribe(_ -> refreshAll());
    model.walker.walk().subscribe(_ -> refresh());
    model.walker.index().subscribe(_ -> stepped());
    OnAnyChange.all(this::refresh, model.walker.quiz(), model.walker.asks());
    model.walker.stage().subscribe(this::staged);
    model.decimals.subscribe(_ -> refreshAll());
    model.aspect.subscribe(this::look);
    OnAnyChange.all(this::showBelow, model.aspect, both.isAbove(), model.aid);
    messages.language().subscribe(_ -> aid.show(model.moment(), true));
    OnAnyChange.all(
        () -> aid.show(model.moment(), false),
        model.aid,
        model.subject(),
        model.trainer.state(),
        model.walker.walk(),
        model.walker.index(),
        model.walker.stage(),
        model.walker.quiz(),
        model.walker.asks(),
        model.walker.focus(),
        model.decimals);
    OnAnyChange.all(this::refreshAll, model.walker.focus(), messages.language());
    drawing.onChosen(this::choose);
    keys.install(this);
  }

  @Override
  public void present(boolean now) {
    presenting = now;
    show(model.state().get());
    Visibility.when(marks, !now);
    Visibility.when(classKeys, now);
    both.present(now);
    showBelow();
    // A class follows one thing at a time.
    var reveal = model.walker.reveal();
    if (now) {
      before = reveal.get();
      reveal.set(before == Reveal.AT_ONCE ? Reveal.BOX_BY_BOX : before);
    } else if (before == Reveal.AT_ONCE) {
      reveal.set(before);
    }
  }

  /** Before a class, a low drawing has all the room there is: the forms stand beside it. */
  private void showBelow() {
    var room = !presenting || !both.isAbove().get();
    var aided = model.aid.get() != null;
    Visibility.when(words, presenting && room && !aided);
    steps.present(presenting, aided || !room);
    Visibility.when(aid, room && model.aspect.get() == StepTab.STEPS);
  }

  private String layerName(int layer) {
    var subject = model.subject().get();
    return subject == null ? "" : new StepWords(messages.words(), subject.trace()).layer(layer);
  }

  private void show(BackpropState state) {
    var ready = state == BackpropState.READY;
    // The choices stay where another of them may help.
    var choosable = ready || state == BackpropState.NO_TARGET || state == BackpropState.UNREADABLE;
    Visibility.when(chosen, choosable && !(presenting && ready));
    filled.setVisible(ready);
    empty.setVisible(!ready);
    focus();
  }

  private void refreshAll() {
    drawing.show();
    choices.refresh();
    refresh();
    look(model.aspect.get());
  }

  private void stepped() {
    scroll.setVvalue(0);
    refresh();
    if (seen) {
      drawing.send();
    }
  }

  private void staged() {
    refresh();
    reveal();
  }

  private void reveal() {
    scroll.applyCss();
    scroll.layout();
    var box = steps.newest();
    var room = scroll.getViewportBounds().getHeight();
    var beyond = steps.getHeight() - room;
    if (box != null && beyond > 0) {
      // Of a box that is taller than the room the upper part shows.
      var top = Math.min(box.getMinY(), box.getMaxY() - room);
      scroll.setVvalue(Math.clamp(top / beyond, 0, 1));
    }
  }

  private void look(StepTab aspect) {
    phases.refresh();
    ledger.refresh();
    if (aspect == StepTab.CHECK) {
      check.refresh();
    } else {
      drawing.light();
    }
  }

  private void refresh() {
    steps.refresh();
    phases.refresh();
    buttons.refresh();
    drawing.light();
  }

  private void choose(NetworkLocation place) {
    switch (model.aspect.get()) {
      case STEPS -> {
        // Where the quiz asks which weight changes most, the drawing is the map to point at.
        if (!place.isWeight() || !model.walker.answerPlace(place)) {
          model.walker.go(place);
        }
        // The arrow keys walk on from there.
        keys.take();
      }
      case LEDGER -> ledger.select(place);
      case CHECK -> check.choose(place);
    }
  }
}
