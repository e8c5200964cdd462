package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.Diagnosis;
import dev.neuralworkbench.explain.Remedy;
import dev.neuralworkbench.nn.Activation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosisWordsTest {

  private static final List<Diagnosis> EACH =
      List.of(
          new Diagnosis.Diverged(3, 1),
          new Diagnosis.InputsNotScaled(0.1, 900),
          new Diagnosis.DeadUnits(1, 0.5, 10),
          new Diagnosis.Saturated(1, 0.5, 10, Activation.TANH),
          new Diagnosis.VanishingGradient(1e-6, 0.1, Activation.SIGMOID),
          new Diagnosis.RateTooHigh(3, 2, 0.7),
          new Diagnosis.RateTooLow(1e-5, 0.7, 0.69),
          new Diagnosis.Overfitting(30, 0.4, 0.6, 0.1),
          new Diagnosis.ModelTooSmall(0.5, 0.98),
          new Diagnosis.Plateau(50, 0.69, 0.69, true),
          new Diagnosis.Plateau(50, 0.69, 0.69, false),
          new Diagnosis.ClassesUnbalanced(0.02, 0.98, false));

  private final Sentences english = Sentences.of(Locale.ENGLISH);

  @Test
  void everyDiagnosisHasASentenceWithAllItsNumbers() {
    assertEquals(
        Stream.of(Diagnosis.class.getPermittedSubclasses()).map(Class::getSimpleName).toList(),
        EACH.stream().map(it -> it.getClass().getSimpleName()).distinct().toList());
    for (var diagnosis : EACH) {
      var pattern = english.pattern("diagnosis." + diagnosis.id());
      for (var i = 0; i < diagnosis.evidence().size(); i++) {
        assertTrue(pattern.contains("{" + i + "}"), pattern);
      }
    }
  }

  @Test
  void everyRemedyHasAText() {
    var remedies = EACH.stream().map(Diagnosis::remedy).toList();
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
