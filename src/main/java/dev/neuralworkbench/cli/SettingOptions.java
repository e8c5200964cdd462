package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each setting of the catalogue that has a name, and what a call gives of them. */
final class SettingOptions {

  private final Map<Setting<?>, Object> given = new HashMap<>();

  void addTo(CommandSpec command) {
    Settings.ALL.stream()
        .filter(setting -> !setting.id().isEmpty())
        .forEach(
            setting ->
                Stream.of(setting.option(), "--" + setting.id())
                    .distinct()
                    .forEach(name -> command.addOption(option(setting, name))));
  }

  /** Under the name in files, where that is another, it is understood but not shown. */
  private OptionSpec option(Setting<?> setting, String name) {
    var isFlag = setting.values().type() == Boolean.class;
    return OptionSpec.builder(name)
        .hidden(!name.equals(setting.option()))
        .descriptionKey(setting.id())
        .type(isFlag ? boolean.class : setting.values().type())
        .arity(isFlag ? "0" : "1")
        .paramLabel(setting.values().parameter())
        .setter(new Given(setting, given))
        .build();
  }

  /** Keeps what is given of a setting: a flag, when it is, says the contrary of what is usual. */
  private record Given(Setting<?> setting, Map<Setting<?>, Object> given) implements ISetter {

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
                CommandFailure.option(
                    names.isEmpty() ? "cli.units" : "cli.choice", setting.option(), names, text));
  }
}
