package dev.neuralworkbench.ui.setting;

import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.form.FieldRow;
import dev.neuralworkbench.ui.common.form.Fields;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** Makes the rows of settings: what a setting says of its values decides which field it has. */
public record SettingFields(SettingChoices choices, Fields fields) {

  /** The row of a setting. */
  @SuppressWarnings("unchecked") // Of that type are flags alone.
  public FieldRow row(Setting<?> setting) {
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
  public <T> FieldRow row(Setting<T> setting, ObservableValue<List<T>> fitting) {
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
}
