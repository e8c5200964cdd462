package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each setting of the catalogue that has a name, and what a call gives of them. */
final class SettingOptions {

  private final Map<Setting<?>, Object> given = new HashMap<>();

  void addTo(CommandSpec command) {
    Settings.ALL.stream()
        .filter(setting -> !setting.id().isEmpty())
        .forEach(setting -> command.addOption(option(setting)));
  }

  private OptionSpec option(Setting<?> setting) {
    var isFlag = setting.values().type() == Boolean.class;
    return OptionSpec.builder(setting.option())
        .type(isFlag ? boolean.class : setting.values().type())
        .arity(isFlag ? "0" : "1")
        .paramLabel(setting.values().parameter())
        .setter(new Given(setting))
        .build();
  }

  /** Keeps what is given of a setting: a flag, when it is, says the contrary of what is usual. */
  private final class Given implements ISetter {

    private final Setting<?> setting;

    private Given(Setting<?> setting) {
      this.setting = setting;
    }

    @Override
    public <T> T set(T value) {
      if (value == null || Boolean.FALSE.equals(value)) {
        given.remove(setting);
      } else {
        var isSwitchedOff = setting.option().startsWith("--no-");
        given.put(setting, Boolean.TRUE.equals(value) ? (Object) !isSwitchedOff : value);
      }
      return value;
    }
  }

  boolean has(Setting<?> setting) {
    return given.containsKey(setting);
  }

  boolean hasAny(Predicate<Setting<?>> some) {
    return given.keySet().stream().anyMatch(some);
  }

  /**
   * An experiment with what is given of some settings.
   *
   * @throws CommandFailure if a text names no value, or a setting does not apply
   */
  Experiment change(Experiment experiment, Predicate<Setting<?>> some) {
    var changed = experiment;
    for (var setting : Settings.ALL) {
      if (has(setting) && some.test(setting)) {
        changed = changed(setting, changed);
      }
    }
    return changed;
  }

  @SuppressWarnings("unchecked") // An option reads values of its setting's type.
  private <T> Experiment changed(Setting<T> setting, Experiment experiment) {
    var value = Objects.requireNonNull(given.get(setting), "asked for where it is given");
    if (setting.get().apply(experiment).isEmpty()) {
      var optimizer = experiment.training().optimizer().id();
      throw CommandFailure.option("cli.momentum", setting.option(), null, optimizer);
    }
    var isText = setting.values().type() == String.class;
    return setting.with().apply(experiment, isText ? named(setting, (String) value) : (T) value);
  }

  private static <T> T named(Setting<T> setting, String text) {
    var names = setting.values().names();
    return setting
        .values()
        .of(text)
        .orElseThrow(
            () ->
                names.isEmpty()
                    ? CommandFailure.option("cli.units", setting.option(), null, text)
                    : CommandFailure.option("cli.choice", setting.option(), names, text));
  }
}
