package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.text.WeightsWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * Says which weights the step begins with, as training goes on from the last ones while the best
 * epoch's or a mean may be in use; and that an output layer of zeros sends no error back. Not there
 * before any training, unless there are such zeros.
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
    var basis = subject.basis();
    var step = subject.trace().setting();
    var said = new WeightsWords(words);
    var these = said.of(basis.document().trained(), step);
    if (subject.isBatch() || basis.standing().equals(step.weights())) {
      return these;
    }
    var average = basis.standing().equals(basis.setting().weights()) ? 0 : step.config().average();
    var changed = said.moment(step.epoch(), step.batch(), average);
    return these + " " + words.text("backprop.weights.apply", changed);
  }
}
