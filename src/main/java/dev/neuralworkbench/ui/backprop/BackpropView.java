package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.BackpropViewModel.StepTab;
import dev.neuralworkbench.ui.backprop.aid.AidPane;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.BackpropState;
import dev.neuralworkbench.ui.backprop.walk.StepWalker.Reveal;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

public final class BackpropView extends StackPane implements ScreenView {

  private final BackpropViewModel model;
  private final Messages messages;
  private final ChoiceBar choices;
  private final PhaseBar phases;
  private final StepPane steps;
  private final StepBar bar;
  private final WalkDrawing drawing;
  private final LedgerPane ledger;
  private final CheckPane check;
  private final BackpropPlaceholder empty;
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
    empty = new BackpropPlaceholder(openData);
    choices = new ChoiceBar(model, services);
    phases = new PhaseBar(model, messages);
    steps = new StepPane(model, messages);
    bar = new StepBar(model, messages);
    drawing = new WalkDrawing(model, messages);
    ledger = new LedgerPane(model, messages, drawing::light);
    check = new CheckPane(model, messages, drawing::light);
    scroll = new ScrollPane(steps);
    quiz = new QuizPane(model, messages);
    keys = new StepKeys(model, steps, scroll, quiz);
    words = steps.words();
    aid =
        new AidPane(
            model.aid, model::canChangeWeights, model::changeWeight, this::layerName, messages);
    var side = Styling.as(new VBox(Space.tall(drawing.drawing()), words, aid), "walk-side");
    both = new SideBySide(side, aspects);
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
    Visibility.when(words, false);
    Styling.as(scroll, "#backprop-scroll", "backprop-scroll");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    // Above the buttons: they stay where they are when it begins to say something.
    var applied = StepBar.applied(model, messages);
    var told =
        Styling.as(
            new VBox(phases, steps.heading, Space.tall(scroll), quiz, applied, bar),
            "backprop-told");
    showOnly(StepTab.STEPS, told);
    showOnly(StepTab.LEDGER, ledger);
    var checks = Styling.as(new ScrollPane(check), "backprop-scroll");
    checks.setFitToWidth(true);
    checks.setFitToHeight(true);
    showOnly(StepTab.CHECK, checks);
    aspects.getChildren().setAll(told, ledger, checks);
    model.aspect.subscribe(aspect -> both.beside(aspect != StepTab.LEDGER));
    chosen
        .getChildren()
        .setAll(choices, new EntryPane(model, messages), new WeightsLabel(model, messages));
    filled.getChildren().setAll(Space.tall(both));
    var below = Space.tall(new StackPane(empty, filled));
    getChildren().setAll(Styling.as(new VBox(chosen, below), "screen", "backprop-screen"));
  }

  private void showOnly(StepTab aspect, Node node) {
    model.aspect.subscribe(chosen -> node.setVisible(chosen == aspect));
  }

  private void bind() {
    model.rows.state.subscribe(this::show);
    model.rows.subject.subscribe(_ -> refreshAll());
    model.walker.walk.subscribe(_ -> refresh());
    model.walker.index.subscribe(_ -> stepped());
    OnAnyChange.all(this::refresh, model.walker.quiz, model.walker.asks, model.walker.reveal);
    model.walker.stage.subscribe(this::staged);
    model.decimals.subscribe(_ -> refreshAll());
    model.aspect.subscribe(this::look);
    OnAnyChange.all(this::showBelow, model.aspect, both.above, model.aid);
    messages.language().subscribe(_ -> aid.show(model.moment(), true));
    OnAnyChange.all(
        () -> aid.show(model.moment(), false),
        model.aid,
        model.rows.subject,
        model.trainer.state(),
        model.walker.walk,
        model.walker.index,
        model.walker.stage,
        model.walker.reveal,
        model.walker.quiz,
        model.walker.asks,
        model.walker.focus,
        model.decimals);
    OnAnyChange.all(this::refreshAll, model.walker.focus, messages.language());
    drawing.onChosen(this::choose);
    keys.install(this);
  }

  @Override
  public void present(boolean now) {
    presenting = now;
    show(model.rows.state.get());
    bar.present(now);
    showBelow();
    // A class follows one thing at a time.
    var reveal = model.walker.reveal;
    if (now) {
      before = reveal.get();
      reveal.set(before == Reveal.AT_ONCE ? Reveal.BOX_BY_BOX : before);
    } else if (before == Reveal.AT_ONCE && reveal.get() == Reveal.BOX_BY_BOX) {
      reveal.set(before);
    }
  }

  /** Before a class, a low drawing has all the room there is: the forms stand beside it. */
  private void showBelow() {
    var room = !presenting || !both.above.get();
    var aided = model.aid.get() != null;
    Visibility.when(words, presenting && room && !aided);
    steps.present(presenting, aided || !room);
    // A check needs its columns more than the drawing.
    both.present(presenting && model.aspect.get() == StepTab.STEPS);
    Visibility.when(aid, room && model.aspect.get() == StepTab.STEPS);
  }

  private String layerName(int layer) {
    var subject = model.rows.subject.get();
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

  /** Scrolls to the box that came last. */
  private void staged() {
    refresh();
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
    bar.refresh();
    drawing.light();
  }

  private void choose(NetworkLocation place) {
    switch (model.aspect.get()) {
      case STEPS -> {
        model.walker.go(place);
        // The arrow keys walk on from there.
        keys.take();
      }
      case LEDGER -> ledger.select(place);
      case CHECK -> check.choose(place);
    }
  }

  private final class BackpropPlaceholder extends VBox {

    BackpropPlaceholder(Runnable openData) {
      Styling.as(this, "empty-state");
      var text = messages.text(this::sentence, model.rows.state, model.workspace.problems());
      getChildren().setAll(Labels.wrapped(text, "#backprop-state"), action(openData));
    }

    private Button action(Runnable openData) {
      var action = Styling.as(new Button(), "#backprop-action");
      var name =
          messages.text(
              model.rows.state,
              (words, state) ->
                  switch (state) {
                    case NO_DATA, FAILED -> words.text(state.key() + ".action");
                    case PROBLEM, WORKING, TOO_LARGE, NO_TARGET, UNREADABLE, READY -> "";
                  });
      action.textProperty().bind(name);
      action.visibleProperty().bind(action.textProperty().isNotEmpty());
      action.setOnAction(
          _ -> {
            if (model.rows.state.get() == BackpropState.NO_DATA) {
              openData.run();
            } else {
              model.rows.tryAgain();
            }
          });
      return action;
    }

    private String sentence(Words words) {
      var state = model.rows.state.get();
      return switch (state) {
        case PROBLEM ->
            model.workspace.problems().get().stream()
                .findFirst()
                .map(problem -> words.text(state.key(), words.sentence(problem)))
                .orElse("");
        case READY -> "";
        case NO_DATA, WORKING, TOO_LARGE, NO_TARGET, UNREADABLE, FAILED -> words.text(state.key());
      };
    }
  }
}
