package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.study.Luck;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a study came to, setting by setting.
 *
 * @param settings in the study's order, those without runs left out
 * @param validated whether scores are of validation rows; otherwise of the training rows
 * @param luck of the settings that are ranked
 */
public record StudySummary(List<SettingResult> settings, boolean validated, Luck luck) {

  public StudySummary {
    settings = List.copyOf(settings);
  }

  /** Judges runs, in any order. */
  public static StudySummary of(List<StudyRow> rows, long seed) {
    var validated =
        rows.stream().map(StudyRow::result).anyMatch(it -> Objects.nonNull(it.validationScore()));
    Map<Combination, List<StudyRow>> bySetting =
        rows.stream()
            .sorted((a, b) -> Integer.compare(a.run().index(), b.run().index()))
            .collect(
                Collectors.groupingBy(
                    row -> row.run().setting(), LinkedHashMap::new, Collectors.toList()));
    var settings =
        bySetting.entrySet().stream()
            .map(entry -> SettingResult.of(entry.getKey(), entry.getValue(), validated))
            .toList();
    var scores =
        settings.stream().filter(SettingResult::isRanked).map(it -> it.each().toArray()).toList();
    return new StudySummary(settings, validated, Luck.of(scores, seed));
  }

  /** The settings of which every run has a score: {@link Luck} counts them. */
  public List<SettingResult> ranked() {
    return settings.stream().filter(SettingResult::isRanked).toList();
  }
}
