package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.diagnosis.DataDiagnosis;
import dev.neuralworkbench.explain.diagnosis.Diagnosis;
import dev.neuralworkbench.explain.diagnosis.LayerDiagnosis;
import dev.neuralworkbench.explain.diagnosis.LossDiagnosis;
import dev.neuralworkbench.explain.diagnosis.PlateauCause;
import dev.neuralworkbench.explain.diagnosis.RegularizationDiagnosis;
import dev.neuralworkbench.explain.diagnosis.Remedy;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.train.Penalty;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosisWordsTest {

  private static final List<Diagnosis> EACH =
      List.of(
          new LossDiagnosis.Diverged(1, 0.1),
          new DataDiagnosis.InputsNotScaled(0.1, 900),
          new LayerDiagnosis.DeadUnits(1, 0.5, 10),
          new LayerDiagnosis.KilledUnits(1, 0.5, 10, 3, 0.01),
          new LayerDiagnosis.Saturated(
              1, 0.5, 10, new Remedy.Activations(Activation.TANH, Activation.RELU)),
          new LayerDiagnosis.VanishingGradient(1e-6, 0.1, Activation.SIGMOID),
          new LossDiagnosis.RateTooHigh(3, 0.3, 10, 2, 0.7),
          new LossDiagnosis.RateTooLow(1e-5, 0.7, 0.69),
          new LossDiagnosis.Overfitting(30, 0.4, 0.6, 0.1),
          new DataDiagnosis.ModelTooSmall(0.5, 0.98),
          new LossDiagnosis.Plateau(50, 0.69, 0.69, PlateauCause.ZERO_WEIGHTS),
          new LossDiagnosis.Plateau(50, 0.69, 0.69, PlateauCause.START),
          new LossDiagnosis.Plateau(50, 0.69, 0.69, PlateauCause.NO_HIDDEN_LAYER),
          new LossDiagnosis.Plateau(50, 0.69, 0.69, PlateauCause.NOTHING_TO_LEARN),
          new RegularizationDiagnosis.PenaltyTooHigh(new Penalty(0, 1), 0.69, 0.69),
          new RegularizationDiagnosis.PenaltyTooHigh(new Penalty(1, 0), 0.69, 0.69),
          new RegularizationDiagnosis.PenaltyTooHigh(new Penalty(1, 1), 0.69, 0.69),
          new RegularizationDiagnosis.DropoutTooHigh(0.9, 0.69, 0.69),
          new DataDiagnosis.ClassesUnbalanced(0.02, 0.98, false));

  private final Sentences english = Sentences.of(Locale.ENGLISH);

  @Test
  void everyDiagnosisHasASentenceWithAllItsNumbers() {
    assertEquals(
        Stream.of(Diagnosis.class.getPermittedSubclasses())
            .flatMap(group -> Stream.of(group.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .sorted()
            .toList(),
        EACH.stream().map(it -> it.getClass().getSimpleName()).distinct().sorted().toList());
    for (var diagnosis : EACH) {
      var pattern = english.pattern("diagnosis." + diagnosis.id());
      for (var i = 0; i < diagnosis.evidence().size(); i++) {
        assertTrue(pattern.contains("{" + i + "}"), pattern);
      }
    }
  }

  @Test
  void sharesOfUnbalancedClassesAreSaidToBeThoseOfTheTrainingRows() {
    var key = "diagnosis.classesUnbalanced";
    assertTrue(english.pattern(key).contains("of the training rows"));
    assertTrue(Sentences.of(Locale.SIMPLIFIED_CHINESE).pattern(key).contains("训练样本"));
  }

  @Test
  void everyRemedyHasAText() {
    var remedies = EACH.stream().map(Diagnosis::remedy).filter(Objects::nonNull).toList();
    assertEquals(
        Stream.of(Remedy.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .toList(),
        remedies.stream().map(it -> it.getClass().getSimpleName()).distinct().sorted().toList());
    for (var remedy : remedies) {
      assertTrue(english.has("remedy." + remedy.id()), remedy.id());
    }
  }
}
