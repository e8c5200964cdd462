package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;

/** A choice with one of its values. */
public record Level<T>(Setting<T> setting, T value) {

  public String text() {
    return setting.values().write().apply(value);
  }

  Experiment apply(Experiment to) {
    return setting.with().apply(to, value);
  }
}
