package dev.neuralworkbench.ui.network;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.DataFacts;
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
    this(
        workspace,
        Bindings.createStringBinding(() -> present(document.get(), facts.get()), document, facts));
  }

  static String nameKey(String id) {
    return "preset." + id;
  }

  /** Names to choose from, the recommended one first; what is no preset stays in the list. */
  ObservableValue<List<String>> offered() {
    var facts = workspace.facts();
    return Bindings.createObjectBinding(
        () ->
            Stream.concat(
                    fitting(facts.get()).stream().map(Preset::id),
                    Stream.of(CUSTOM).filter(value.getValue()::equals))
                .toList(),
        value,
        facts);
  }

  /** Whether the choices are those recommended for data that are known. */
  ObservableValue<Boolean> isRecommended() {
    return value.map(Preset.RECOMMENDED.id()::equals);
  }

  private static String present(Document document, DataFacts facts) {
    return facts.known()
        ? Preset.chosen(document.draft(), facts.shape()).map(Preset::id).orElse(CUSTOM)
        : CUSTOM;
  }

  /** None while the data are not known. */
  private static List<Preset> fitting(DataFacts facts) {
    return facts.known() ? Preset.fitting(facts.problem(), facts.shape()) : List.of();
  }

  Choice<String> choice() {
    return new DocumentChoice<>(workspace, "preset", value, this::choose);
  }

  private void choose(String id) {
    var facts = workspace.facts().get();
    fitting(facts).stream()
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .ifPresent(
            preset -> workspace.editDraft("preset", draft -> preset.change(draft, facts.shape())));
  }
}
