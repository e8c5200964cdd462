package dev.neuralworkbench.ui.network;

import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** Network and training, chosen at once: a step of its own. It follows edits of either. */
record PresetOffer(Workspace workspace, ObservableValue<String> value) {

  /** Stands for choices that are no preset's. */
  static final String CUSTOM = "custom";

  PresetOffer(Workspace workspace) {
    var document = workspace.document();
    var facts = workspace.facts();
    this(workspace, Bindings.createStringBinding(() -> present(workspace), document, facts));
  }

  static String nameKey(String id) {
    return "preset." + id;
  }

  /** Names to choose from, the recommended one first; what is no preset stays in the list. */
  ObservableValue<List<String>> offered() {
    return Bindings.createObjectBinding(
        () ->
            Stream.concat(
                    fitting().stream().map(Preset::id),
                    Stream.of(CUSTOM).filter(value.getValue()::equals))
                .toList(),
        value,
        workspace.facts());
  }

  /** Whether the choices are those recommended for data that are known. */
  ObservableValue<Boolean> isRecommended() {
    return value.map(Preset.RECOMMENDED.id()::equals);
  }

  private static String present(Workspace workspace) {
    var facts = workspace.facts().get();
    return facts.known()
        ? Preset.chosen(workspace.document().get().draft(), facts.shape())
            .map(Preset::id)
            .orElse(CUSTOM)
        : CUSTOM;
  }

  /** None while the data are not known. */
  private List<Preset> fitting() {
    var facts = workspace.facts().get();
    return facts.known() ? Preset.fitting(facts.problem(), facts.shape()) : List.of();
  }

  Choice<String> choice() {
    return new DocumentChoice<>(workspace, "preset", value, this::choose);
  }

  private void choose(String id) {
    var facts = workspace.facts().get();
    fitting().stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .ifPresent(
            preset -> workspace.editDraft("preset", draft -> preset.change(draft, facts.shape())));
  }
}
