package dev.neuralworkbench.text;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.step.StepPart;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.train.Penalty;
import java.util.stream.Stream;

/** A step in words: what it is about, and why it is done. */
public record StepWords(Words words, BackpropTrace trace) {

  public String heading(Step step) {
    var key = "explain.step." + Ids.of(step.kind());
    var place = step.place();
    var of =
        place.isWeight()
            ? place.input() == NetworkLocation.BIAS ? ".bias" : ".weight"
            : place.isUnit() ? ".unit" : ".layer";
    var heading =
        words.text(
            Stream.of(key + "." + step.variant(), key + of)
                .filter(words::has)
                .findFirst()
                .orElse(key),
            layer(place.layer()),
            place.unit() + 1,
            place.input() + 1,
            step.names().isEmpty() ? "" : step.names().getFirst(),
            trace.rows().count());
    return isAgain(step) ? words.text("explain.after", heading) : heading;
  }

  /** Whether it is a step of the way forward, done once more with the new weights. */
  private static boolean isAgain(Step step) {
    return step.phase() == Phase.AFTER
        && switch (step.kind()) {
          case WEIGHTED_SUM, ACTIVATION, DROPOUT -> true;
          default -> false;
        };
  }

  public String layer(int layer) {
    if (layer < 0) {
      return words.text("explain.layer.inputs");
    }
    return layer == trace.layers() - 1
        ? words.text("explain.layer.output")
        : words.text("explain.layer.hidden", layer + 1);
  }

  public String place(NetworkLocation place) {
    return words.text(
        place.input() == NetworkLocation.BIAS ? "explain.place.bias" : "explain.place.weight",
        place.layer() + 1,
        place.unit() + 1,
        place.input() + 1);
  }

  public String why(Step step) {
    return why(step, step.variant());
  }

  /** The same while the step's number is asked for: whether the loss fell would be its sign. */
  public String whyUntold(Step step) {
    return why(step, step.kind() == StepKind.CHANGE ? "" : step.variant());
  }

  private String why(Step step, String variant) {
    var key = "explain.why." + Ids.of(step.kind());
    var special = key + "." + variant;
    var names =
        step.kind() == StepKind.HIDDEN_DELTA
            ? new Object[] {step.place().layer() + 1, step.place().layer() + 2}
            : step.names().toArray();
    var why = words.text(!variant.isEmpty() && words.has(special) ? special : key, names);
    var note = note(step);
    var noted = note.isEmpty() ? why : words.joined(why, words.text(note));
    return step.kind() == StepKind.OUTPUT_DELTA && trace.rows().count() > 1
        ? words.joined(noted, words.text("explain.note.row_delta"))
        : noted;
  }

  /** What has to be said besides: of symbols that are new, or mean something else here. */
  private String note(Step step) {
    var penalizes = !trace.setting().config().penalty().equals(Penalty.NONE);
    var place = step.place();
    return switch (step.kind()) {
      // Where a weight stands for the first time.
      case WEIGHTED_SUM ->
          step.phase() == Phase.FORWARD && place.layer() == 0 && place.unit() <= 0
              ? "explain.note.indices"
              : "";
      case HIDDEN_DELTA -> trace.thins(place.layer()) ? "explain.note.thinned" : "";
      case NEW_WEIGHT ->
          trace.update().clipFactor() < 1
              ? "explain.note.clipped"
              : penalizes ? "explain.note.penalized" : "";
      case CHANGE -> penalizes ? "explain.note.without_penalty" : "";
      case ROW_LOSS, ROW_LOSS_AFTER -> smoothed();
      case OUTPUT_DELTA ->
          loss().ownsOutputFunction() || trace.isWeighted()
              ? smoothed()
              : "explain.note." + Ids.of(loss());
      default -> "";
    };
  }

  private Loss loss() {
    return trace.setting().design().loss();
  }

  private String smoothed() {
    return trace.isWeighted()
        ? "explain.note.weighted"
        : trace.setting().design().smoothing() > 0 ? "explain.note.smoothed" : "";
  }

  public String role(StepPart part) {
    return words.text("explain.role." + part.word());
  }
}
