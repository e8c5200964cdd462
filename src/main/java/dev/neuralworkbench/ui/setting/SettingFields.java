package dev.neuralworkbench.ui.setting;

import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.ui.common.form.FieldRow;
import dev.neuralworkbench.ui.common.form.Fields;

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
}
