package dev.neuralworkbench.ui.runs.study;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.study.vary.Study;
import dev.neuralworkbench.study.vary.StudyException;
import dev.neuralworkbench.study.vary.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the form says; 0 are drawn for every combination, and each seed may deal the rows anew. */
record StudyChoices(List<Varied> varied, int seeds, int drawn, boolean redealt) {

  static final StudyChoices START =
      new StudyChoices(List.of(Varied.NOTHING, Varied.NOTHING), 5, 0, false);

  private static final List<String> OFTEN =
      List.of("learning-rate", "hidden", "training-share", "optimizer", "batch-size", "l2");

  /** A choice that is varied, by the id of its {@link Setting}; empty for nothing. */
  record Varied(String id, String values) {

    static final Varied NOTHING = new Varied("", "");

    static Varied of(String id, Experiment experiment) {
      return new Varied(id, Settings.variable(id).map(it -> suggestion(it, experiment)).orElse(""));
    }

    private static String suggestion(Setting<?> setting, Experiment experiment) {
      var present = setting.present(experiment).orElse("");
      return switch (setting.id()) {
        case "training-share" -> "0.1, 0.2, 0.4, 0.7, 1";
        case "learning-rate" -> "0.001, 0.003, 0.01, 0.03, 0.1";
        case "hidden" -> "none; 4; 16; 16,16";
        case "dropout" -> "0, 0.2, 0.5";
        case "l1", "l2" -> "0, 0.0001, 0.001, 0.01";
        case "batch-size" -> "8, 32, 128";
        case "activation" -> "tanh, relu, sigmoid";
        case "optimizer" -> "sgd, adam, rmsprop";
        case "momentum" -> "0, 0.5, 0.9";
        default -> present;
      };
    }
  }

  StudyChoices {
    varied = List.copyOf(varied);
  }

  /** With what is varied first, 0, or second, 1. */
  StudyChoices withVaried(int index, Varied other) {
    var both = new ArrayList<>(varied);
    both.set(index, other);
    return new StudyChoices(both, seeds, drawn, redealt);
  }

  Study of(Experiment base) throws StudyException {
    var variations = new ArrayList<Variation<?>>();
    for (var one : varied) {
      var setting = Settings.variable(one.id);
      if (setting.isPresent()) {
        variations.add(Variation.read(setting.get(), one.values));
      }
    }
    var settings =
        drawn == 0
            ? Study.grid(variations)
            : Study.random(variations, drawn, base.training().seed());
    return new Study(base, settings, seeds, redealt);
  }

  /** Ids of what can be varied: nothing the first, then what is varied most often. */
  static List<String> ids(Experiment experiment) {
    var all = Settings.variable(experiment).stream().map(Setting::id).toList();
    return Stream.of(Stream.of(""), OFTEN.stream().filter(all::contains), all.stream())
        .flatMap(it -> it)
        .distinct()
        .toList();
  }
}
