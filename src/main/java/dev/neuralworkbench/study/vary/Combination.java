package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One value for each choice that a study varies.
 *
 * @param levels in the order of the study's choices; none where seeds alone differ
 */
public record Combination(List<Level<?>> levels) {

  public static final Combination PLAIN = new Combination(List.of());

  public Combination {
    levels = List.copyOf(levels);
  }

  Combination with(Level<?> level) {
    var all = new ArrayList<Level<?>>(levels);
    all.add(level);
    return new Combination(all);
  }

  /** An experiment with these values: a kind is chosen before its numbers, as in a form. */
  public Experiment of(Experiment base) {
    var ordered =
        levels.stream()
            .sorted(Comparator.comparingInt(level -> Settings.VARIABLE.indexOf(level.setting())))
            .toList();
    var changed = base;
    for (var level : ordered) {
      changed = level.apply(changed);
    }
    return changed;
  }

  public List<String> texts() {
    return levels.stream().map(Level::text).toList();
  }

  /** A choice with one of its values. */
  public record Level<T>(Setting<T> setting, T value) {

    public String text() {
      return setting.values().write().apply(value);
    }

    Experiment apply(Experiment to) {
      return setting.with().apply(to, value);
    }
  }
}
