package dev.neuralworkbench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static dev.neuralworkbench.Rooms.name;
import static dev.neuralworkbench.Rooms.packages;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which libraries and habits stay out of which rooms, and why. */
@AnalyzeClasses(
    packages = "dev.neuralworkbench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class CodingRulesTest {

  private static final String[] CALCULATING = packages("nn nn.blas train data random");

  // Libraries.

  @ArchTest
  static final ArchRule chartLibrary =
      library("ui.chart", "a chart library is exchanged in one place", "org.jfree..");

  @ArchTest
  static final ArchRule nativeCode =
      library(
          "nn.blas",
          "native memory is unsafe, one room answers for it",
          "java.lang.foreign..",
          "org.bytedeco..");

  @ArchTest
  static final ArchRule json =
      library(
          "model.json exchange lesson data cli ui.workspace",
          "files are written where formats are known, never by reflection on the side",
          "com.google.gson..");

  @ArchTest
  static final ArchRule viewModelsKnowNoControl =
      noClasses()
          .that()
          .haveNameMatching(".*ViewModel(\\$.*)?")
          .should()
          .dependOnClassesThat(
              resideInAPackage("javafx..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "javafx.beans..", "javafx.collections..", "javafx.util.."))))
          .because("a view-model is tested without starting JavaFX");

  // Habits.

  @ArchTest
  static final ArchRule bitsAreTheSameEverywhere =
      noClasses()
          .that()
          .resideInAnyPackage(CALCULATING)
          .should()
          .accessTargetWhere(
              target(owner(equivalentTo(Math.class)))
                  .and(
                      target(
                          nameMatching(
                              "exp|expm1|log|log10|log1p|pow|cbrt|hypot"
                                  + "|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh"))))
          .because("Math's functions differ between Java versions and processors");

  @ArchTest
  static final ArchRule chanceIsTheSameEverywhere =
      noClasses()
          .that()
          .resideInAnyPackage(CALCULATING)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(random\\..*|.*Random)")
          .orShould()
          .callMethod(Math.class, "random")
          .because("the same seed gives the same run; nextGaussian differs between Java versions");

  @ArchTest
  static final ArchRule nothingPrints =
      noClasses()
          .that()
          .resideOutsideOfPackages(name("app.."), name("cli.."))
          .should(ACCESS_STANDARD_STREAMS)
          .because("a desktop program's output is read by nobody; errors are shown or logged");

  private static ArchRule library(String rooms, String reason, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages(rooms))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because(reason);
  }
}
