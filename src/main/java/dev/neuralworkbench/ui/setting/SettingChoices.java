package dev.neuralworkbench.ui.setting;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.function.Function;

/** What the fields of settings choose. Where a setting does not apply, choosing changes nothing. */
public record SettingChoices(Workspace workspace) {

  /** A number; 0 where it does not apply. */
  public <T> Choice<Double> number(Setting<T> setting) {
    return choice(setting, it -> ((Number) it).doubleValue(), 0.0, setting.values()::ofNumber);
  }

  /** Yes or no; no where it does not apply. */
  public Choice<Boolean> flag(Setting<Boolean> setting) {
    return choice(setting, it -> it, false, it -> it);
  }

  /** One of several, by its name; the first where it does not apply. */
  public <T> Choice<String> name(Setting<T> setting) {
    var values = setting.values();
    return choice(
        setting, values.write(), values.names().getFirst(), name -> values.of(name).orElseThrow());
  }

  private <T, C> Choice<C> choice(
      Setting<T> setting, Function<T, C> shown, C absent, Function<C, T> chosen) {
    return DocumentChoice.of(
        workspace,
        setting.component(),
        setting.component(),
        draft -> setting.get().apply(draft).map(shown).orElse(absent),
        (draft, value) -> changed(draft, setting, chosen.apply(value)));
  }

  /** What depends on the columns follows. */
  private <T> Experiment changed(Experiment draft, Setting<T> setting, T value) {
    if (setting.get().apply(draft).isEmpty()) {
      return draft;
    }
    var changed = setting.with().apply(draft, value);
    return changed.preparation().equals(draft.preparation())
        ? changed
        : workspace.prepared(changed.withPreparation(draft.preparation()), changed.preparation());
  }
}
