package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.ui.common.Same;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets network and training follow the data as long as they are a preset's: other rows, another
 * target or another split then get that preset's choices for what is asked now. Choices that are no
 * preset's stay as they are. Where the facts of the new data come late, or not before the next
 * edit, the preset is remembered until they do.
 */
final class KeptPreset {

  private record Awaited(Preset preset, NetworkDesign network, TrainingConfig training) {

    boolean isOf(Experiment draft) {
      return draft.network().equals(network) && draft.training().equals(training);
    }
  }

  private @Nullable Awaited awaited;

  Document follow(
      Document before, DataFacts facts, Document next, Function<Document, DataFacts> find) {
    if (!isOtherData(before, next)) {
      return next;
    }
    var preset = presetOf(before.draft(), facts);
    if (preset.isEmpty()) {
      return next;
    }
    awaited = new Awaited(preset.get(), next.draft().network(), next.draft().training());
    return late(next, find.apply(next));
  }

  Document late(Document document, DataFacts facts) {
    var draft = document.draft();
    if (!facts.known() || awaited == null || !awaited.isOf(draft)) {
      return document;
    }
    var preset = awaited.preset.orAlike(facts.problem(), facts.shape());
    awaited = null;
    return document.withDraft(preset.change(draft, facts.shape()));
  }

  private Optional<Preset> presetOf(Experiment draft, DataFacts facts) {
    return facts.known()
        ? Preset.chosen(draft, facts.shape())
        : Optional.ofNullable(awaited).filter(it -> it.isOf(draft)).map(Awaited::preset);
  }

  /** Whether the data or what is asked of them changed, and nothing that is chosen for them. */
  private static boolean isOtherData(Document before, Document next) {
    var old = before.draft();
    var draft = next.draft();
    return (!Same.is(before.data(), next.data()) || !old.preparation().equals(draft.preparation()))
        && old.network().hidden().equals(draft.network().hidden())
        && old.training().equals(draft.training());
  }
}
