package dev.neuralworkbench.ui.setting;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;

/** Makes the rows of settings: what a setting says of its values decides which field it has. */
public record SettingFields(SettingChoices choices, Fields fields) {

  @SuppressWarnings("unchecked") // Of that type are flags alone.
  public Fields.FieldRow row(Setting<?> setting) {
    var key = setting.component();
    var values = setting.values();
    var range = values.range();
    var words = values.words();
    if (values.type() == Boolean.class) {
      return fields.flag(choices.flag((Setting<Boolean>) setting), key);
    } else if (range == null) {
      return fields.choice(choices.name(setting), values.names(), name -> words + name, key);
    }
    var number = choices.number(setting);
    return words == null
        ? fields.number(number, range, key)
        : fields.optionalNumber(number, range, key, words);
  }

  /** The row of a setting of which not all values fit. */
  public <T> Fields.FieldRow row(Setting<T> setting, ObservableValue<List<T>> fitting) {
    var values = setting.values();
    return fields.choice(
        choices.name(setting),
        fitting.map(all -> all.stream().map(values.write()).toList()),
        name -> values.words() + name,
        setting.component());
  }

  /** Whether something is wrong with settings that are usually left as they are. */
  public ObservableValue<Boolean> isWrong(String prefix) {
    return choices
        .workspace()
        .problems()
        .map(
            all ->
                all.stream()
                    .map(Problem::component)
                    .anyMatch(it -> it.startsWith(prefix) && Settings.isSeldom(it)));
  }

  /**
   * What the fields of settings choose. Where a setting does not apply, choosing changes nothing.
   */
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
          setting,
          values.write(),
          values.names().getFirst(),
          name -> values.of(name).orElseThrow());
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
}
