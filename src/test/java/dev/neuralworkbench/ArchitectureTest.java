package dev.neuralworkbench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.neuralworkbench.Rooms.name;
import static dev.neuralworkbench.Rooms.packages;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Who may know whom, and why. A rule that finds no class fails: its room is misspelt, or gone. */
@AnalyzeClasses(
    packages = "dev.neuralworkbench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] CORE =
      packages(
          "problem random data nn nn.blas train metrics explain baseline model model.json study"
              + " bench");

  private static final String NAMES = "data network training live evaluation backprop prediction";

  private static final String[] SCREENS = packages("ui." + NAMES.replace(" ", " ui."));

  private static final String[] OTHER_ROOMS =
      packages("text cli app ui.workspace ui.chart ui.drawing ui.common");

  @ArchTest
  static final ArchRule everyClassHasARoom =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.of(CORE, SCREENS, OTHER_ROOMS).flatMap(Stream::of).toArray(String[]::new))
          .because("a class outside the rooms is held to none of these rules");

  // Each room and the rooms it may know.

  @ArchTest static final ArchRule problem = room("problem", "", "every room speaks of problems");

  @ArchTest
  static final ArchRule random =
      room("random", "problem", "chance stays the same whatever changes around it");

  @ArchTest
  static final ArchRule products =
      room("nn.blas", "problem", "a product of matrices knows no network");

  @ArchTest
  static final ArchRule networks =
      room(
          "nn",
          "problem random nn.blas",
          "a network is mathematics, without tables, training or files");

  @ArchTest
  static final ArchRule data =
      room("data", "problem random nn", "a table exists without a network that learns it");

  @ArchTest
  static final ArchRule dataKnowsOneTypeOfNetworks =
      noClasses()
          .that()
          .resideInAPackage(name("data"))
          .should()
          .dependOnClassesThat(resideInAPackage(name("nn")).and(not(simpleName("ProblemType"))))
          .because("a target decides between classes and numbers, and nothing more of the network");

  @ArchTest
  static final ArchRule metrics =
      room("metrics", "problem", "numbers are judged the same, whoever predicted them");

  @ArchTest
  static final ArchRule metricsKnowArraysOnly =
      noClasses()
          .that()
          .resideInAPackage(name("metrics"))
          .should()
          .dependOnClassesThat(
              not(resideInAnyPackage("java..", "org.ejml..", "org.jspecify..", name("metrics")))
                  .and(not(resideInAPackage(name("problem")))))
          .because("whoever has two arrays can be judged, a baseline or a foreign model too");

  @ArchTest
  static final ArchRule training =
      room(
          "train",
          "problem random nn nn.blas data metrics",
          "a run knows what it learns from, not how it is kept or shown");

  @ArchTest
  static final ArchRule baselines =
      room(
          "baseline",
          "problem random nn nn.blas data metrics",
          "an answer without a network must not lean on a run");

  @ArchTest
  static final ArchRule explanations =
      room(
          "explain",
          "problem random nn nn.blas data train",
          "an explanation follows the mathematics, not the file or the window");

  @ArchTest
  static final ArchRule models =
      room(
          "model",
          "problem random nn nn.blas data metrics train baseline model.json",
          "what survives a restart is made of what was trained, and needs no study of it");

  @ArchTest
  static final ArchRule modelJson =
      room("model.json", "problem nn", "JSON of records knows no record in particular");

  @ArchTest
  static final ArchRule studies =
      room(
          "study",
          "problem random nn nn.blas data metrics train baseline model",
          "many runs are made of single ones");

  // Core, text, command line, window.

  @ArchTest
  static final ArchRule coreKnowsNoPictures =
      never(
          CORE,
          "the core works in a terminal, in a test and in a foreign program",
          "javafx..",
          "org.jfree..",
          "java.awt..",
          "javax.swing..",
          name("ui.."),
          "atlantafx..");

  @ArchTest
  static final ArchRule coreKnowsNoWords =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(name("text"), name("cli.."), name("app.."))
          .because("the core reports problems as keys; words in two languages come later");

  @ArchTest
  static final ArchRule wordsKnowTheCoreOnly =
      never(
          packages("text"),
          "window and command line say the same sentences",
          "javafx..",
          "org.jfree..",
          name("ui.."),
          name("cli.."),
          name("app.."));

  @ArchTest
  static final ArchRule commandLineKnowsNoWindow =
      never(
          packages("cli.."),
          "a script runs where no display and no GTK is",
          "javafx..",
          "org.jfree..",
          name("ui.."),
          name("app.."));

  @ArchTest
  static final ArchRule windowKnowsNoStart =
      never(
          packages("ui.."),
          "only the start knows every part, so that each part can be tested alone",
          name("app.."),
          name("cli.."));

  @ArchTest
  static final ArchRule screensDoNotKnowEachOther =
      slices()
          .matching("dev.neuralworkbench.ui.(" + NAMES.replace(' ', '|') + ")")
          .should()
          .notDependOnEachOther()
          .because("what two screens share lives in ui.workspace, and a screen can be left out");

  @ArchTest
  static final ArchRule sharedRoomsKnowNoScreen =
      never(
          packages("ui.workspace ui.chart ui.drawing ui.common"),
          "screens use them, not the other way round",
          SCREENS);

  @ArchTest
  static final ArchRule roomsFormNoCircle =
      slices()
          .matching("dev.neuralworkbench.(**)")
          .should()
          .beFreeOfCycles()
          .because("two rooms that need each other are one room");

  /** Nothing of the program but the rooms named, and the room itself. */
  private static ArchRule room(String room, String known, String reason) {
    return noClasses()
        .that()
        .resideInAPackage(name(room))
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.neuralworkbench..")
                .and(not(resideInAnyPackage(packages(room + " " + known)))))
        .because(reason);
  }

  private static ArchRule never(String[] rooms, String reason, String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because(reason);
  }
}
