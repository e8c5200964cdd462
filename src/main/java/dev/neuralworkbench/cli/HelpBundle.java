package dev.neuralworkbench.cli;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the help, as picocli asks for them: keys of the bundles behind {@code cli.help.}.
 */
final class HelpBundle extends ResourceBundle {

  private static final String PREFIX = "cli.help.";

  /** The names that an option takes, for its text. */
  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "activation", ids(Activation.class),
          "initializer", ids(Initializer.class),
          "loss", ids(Loss.class),
          "optimizer", OptimizerConfig.kinds().stream().map(OptimizerConfig::id).toList(),
          "schedule", LearningRateSchedule.kinds().stream().map(LearningRateSchedule::id).toList(),
          "scaling", ids(Scaling.class));

  private final Words words;

  HelpBundle(Words words) {
    this.words = words;
  }

  private static List<String> ids(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Ids::of).toList();
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return words.has(PREFIX + key)
        ? words.text(PREFIX + key, CHOICES.getOrDefault(key, List.of()))
        : null;
  }

  @Override
  protected Set<String> handleKeySet() {
    return words.keys(PREFIX);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(handleKeySet());
  }
}
