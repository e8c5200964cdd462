package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.explain.diagnosis.Diagnosis;
import dev.neuralworkbench.explain.diagnosis.Remedy;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.train.Penalty;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosisWordsTest {

  private static final List<Diagnosis> EACH =
      List.of(
          Diagnosis.diverged(1, 0.1),
          Diagnosis.inputsNotScaled(0.1, 900),
          Diagnosis.deadUnits(1, 0.5, 10),
          Diagnosis.killedUnits(1, 0.5, 10, 3, 0.01),
          Diagnosis.saturated(1, 0.5, 10, new Remedy.Activations(Activation.TANH, Activation.RELU)),
          Diagnosis.shrunkWeights(1e-18, 0.02, 0.69),
          Diagnosis.vanishingGradient(1e-6, 0.1, Activation.SIGMOID),
          Diagnosis.rateTooHigh(3, 0.3, 10, 2, 0.7),
          Diagnosis.rateTooLow(1e-5, 1e-4, 0.7, 0.69),
          Diagnosis.overfitting(30, 0.4, 0.6, 0.1),
          Diagnosis.modelTooSmall(0.5, 0.98),
          Diagnosis.plateau(50, 0.69, 0.69, Remedy.Fixed.STARTING_WEIGHTS),
          Diagnosis.plateau(50, 0.69, 0.69, Remedy.Fixed.ADAM_WITH_NEW_SEED),
          Diagnosis.plateau(50, 0.69, 0.69, null),
          Diagnosis.penaltyTooHigh(new Penalty(0, 1), 0.69, 0.69),
          Diagnosis.penaltyTooHigh(new Penalty(1, 0), 0.69, 0.69),
          Diagnosis.penaltyTooHigh(new Penalty(1, 1), 0.69, 0.69),
          Diagnosis.dropoutTooHigh(0.9, 0.69, 0.69),
          Diagnosis.classesUnbalanced(0.02, 0.98, false),
          Diagnosis.classesUnbalanced(0.02, 0.98, true));

  private final Sentences english = Sentences.of(Locale.ENGLISH);

  @Test
  void everyDiagnosisHasASentenceWithAllItsNumbers() {
    assertEquals(
        Stream.of(Diagnosis.class.getDeclaredMethods())
            .filter(
                it -> Modifier.isPublic(it.getModifiers()) && Modifier.isStatic(it.getModifiers()))
            .map(Method::getName)
            .sorted()
            .toList(),
        EACH.stream().map(it -> it.id().replaceAll("\\..*", "")).distinct().sorted().toList());
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
