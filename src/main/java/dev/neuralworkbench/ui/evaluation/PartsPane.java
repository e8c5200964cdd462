package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.ui.common.LatePart;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A row of names, and the part of the chosen one, made when it first shows. */
final class PartsPane extends VBox {

  private final EvaluateViewModel model;
  private final Map<EvaluateTab, LatePart<Region>> parts = new EnumMap<>(EvaluateTab.class);
  private final List<EvaluateTab> tabs;
  private final HBox names;
  private boolean seen;
  private @Nullable Region shown;

  PartsPane(EvaluateViewModel model, Messages messages, Map<EvaluateTab, Supplier<Region>> makers) {
    this.model = model;
    var place = Space.tall(Styling.as(new StackPane(), "evaluate-part"));
    makers.forEach((tab, maker) -> parts.put(tab, new LatePart<>(place, maker)));
    tabs = List.copyOf(new EnumMap<>(makers).keySet());
    names =
        SegmentedButtons.of(
            messages,
            tabs,
            it -> "evaluate.tab." + it.id(),
            it -> "evaluate-tab-" + it.id(),
            model.tab,
            model::choose,
            "part-tab");
    if (names.lookup("#evaluate-tab-threshold") instanceof ToggleButton decision) {
      name(decision, messages);
    }
    names.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(Styling.as(names, "part-tabs"), place);
    Styling.as(this, "score-column");
    OnAnyChange.all(this::show, model.tab, model.state, model.kind);
  }

  /** More than two classes have costs alone. */
  private void name(ToggleButton decision, Messages messages) {
    decision
        .textProperty()
        .bind(
            messages.text(
                model.judged,
                (words, of) ->
                    words.text(
                        of != null && of.answers().classes().size() > 2
                            ? "evaluate.costs"
                            : "evaluate.tab.threshold")));
    decision.accessibleTextProperty().bind(decision.textProperty());
  }

  void seen(boolean now) {
    seen = now;
    show();
  }

  /** Where no scores show, cross-validation alone is offered: it needs no trained model. */
  private void show() {
    var isReady = model.state.get() == State.READY;
    for (var i = 0; i < tabs.size(); i++) {
      Visibility.when(names.getChildren().get(i), tabs.get(i).isOf(model.kind.get()));
    }
    Visibility.when(names, isReady);
    var tab = isReady ? model.tab.get() : EvaluateTab.COMPARE;
    var isWorking = model.state.get() == State.WORKING;
    parts.forEach((it, part) -> part.show(it == tab && !isWorking));
    var part = parts.get(tab);
    var next = part == null || !seen ? null : part.get();
    if (!Objects.equals(next, shown)) {
      tell(shown, false);
      shown = next;
      tell(next, true);
    }
  }

  private static void tell(@Nullable Region part, boolean isSeen) {
    if (part instanceof ScreenView view) {
      if (isSeen) {
        view.shown();
      } else {
        view.hidden();
      }
    }
  }
}
