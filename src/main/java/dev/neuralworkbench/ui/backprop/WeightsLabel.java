package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * Says that the step goes on from other weights than those that predict: training goes on from the
 * last ones, while the best epoch's or a mean may be in use; and that an output layer of zeros
 * sends no error back. Not there where neither is so.
 */
final class WeightsLabel extends Label {

  WeightsLabel(BackpropViewModel model, Messages messages) {
    Styled.as(this, "#backprop-weights-note", "muted");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    textProperty().bind(messages.text(model.subject(), WeightsLabel::sentence));
    Shown.when(this, textProperty().isNotEmpty());
  }

  static String sentence(Words words, @Nullable StepSubject subject) {
    if (subject == null) {
      return "";
    }
    return (others(words, subject) + " " + zeros(words, subject.trace().setting().weights()))
        .strip();
  }

  private static String zeros(Words words, NetworkWeights weights) {
    var last = weights.layers().getLast().weights();
    var zeros = IntStream.range(0, last.length).allMatch(i -> last[i] == 0);
    return zeros && weights.layers().size() > 1 ? words.text("backprop.zeroWeights") : "";
  }

  private static String others(Words words, StepSubject subject) {
    var trained = subject.basis().document().trained();
    if (trained == null || trained.weights().equals(subject.trace().setting().weights())) {
      return "";
    }
    if (subject.trace().setting().epoch() == 0 && subject.trace().setting().batch() == 0) {
      return words.text("backprop.otherWeights.new");
    }
    var training = trained.experiment().training();
    var rule = training.stopping().earlyStopping();
    var history = trained.history();
    var best =
        history.stopReason() != null && rule != null && rule.restoreBest()
            ? rule.best(history)
            : -1;
    var epochs = Numbers.count(subject.trace().setting().epoch());
    return best >= 0 && best + 1 < subject.trace().setting().epoch()
        ? words.text("backprop.otherWeights.best", epochs, Numbers.count(best + 1L))
        : words.text("backprop.otherWeights.mean", epochs, Numbers.count(training.average()));
  }
}
