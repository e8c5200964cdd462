package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.study.Spread;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * The runs of one setting.
 *
 * @param rows in the order of their seeds
 * @param scores the score of each run that has one: on validation rows, or where the study has none
 *     on the training rows; accuracy or R², the higher the better
 */
public record SettingResult(Combination setting, List<StudyRow> rows, List<Double> scores) {

  public SettingResult {
    rows = List.copyOf(rows);
    scores = List.copyOf(scores);
  }

  static SettingResult of(Combination setting, List<StudyRow> rows, boolean validated) {
    var scores =
        rows.stream()
            .map(StudyRow::result)
            .map(it -> validated ? it.validationScore() : it.trainingScore())
            .filter(Objects::nonNull)
            .toList();
    return new SettingResult(setting, rows, scores);
  }

  public Spread score() {
    return Spread.of(each());
  }

  /** Whether every run has a score: one that diverged has none, and its setting is not ranked. */
  public boolean isRanked() {
    return !scores.isEmpty() && scores.size() == rows.size();
  }

  DoubleStream each() {
    return scores.stream().mapToDouble(Double::doubleValue);
  }
}
