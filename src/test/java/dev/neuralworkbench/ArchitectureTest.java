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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may know whom, and why. Two points after a room mean the rooms in it too. A rule that finds
 * no class fails: its room is misspelt, or gone.
 */
@AnalyzeClasses(
    packages = "dev.neuralworkbench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final int MOST_FILES = 30;

  /** A room of the core, the other rooms that it may know, and why no more. */
  private record Room(String name, String known, String reason) {

    private ArchRule rule() {
      return noClasses()
          .that()
          .resideInAPackage(Rooms.name(name))
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.neuralworkbench..")
                  .and(not(resideInAnyPackage(packages(name + " " + known)))))
          .because(reason);
    }
  }

  /** From those that know nothing upwards. */
  private static final List<Room> CORE_ROOMS =
      List.of(
          new Room("problem", "", "every room speaks of problems"),
          new Room("random", "", "chance stays the same whatever changes around it"),
          new Room("progress", "", "any work can be followed"),
          new Room("formula", "", "a formula knows nothing of what it is a formula of"),
          new Room("file", "problem", "a file is written the same way, whatever is in it"),
          new Room("nn.blas", "problem", "a product of matrices knows no network"),
          new Room(
              "nn.function", "problem random formula", "a function without weights knows no layer"),
          new Room(
              "nn",
              "problem random nn.blas nn.function",
              "a network is mathematics, without tables, training or files"),
          new Room("data.cell", "problem", "a number is read the same in a file and in a form"),
          new Room("data.table", "problem data.cell", "a table exists before anyone asks of it"),
          new Room(
              "data.statistics",
              "progress data.cell data.table",
              "what a table holds is so, whatever is done with it"),
          new Room(
              "data.read.dialect", "problem data.cell data.table", "a guess needs no more lines"),
          new Room(
              "data.read.source",
              "problem progress file data.cell data.table data.read.dialect",
              "bytes are there before their format; those of a pipe are kept where file lists it"),
          new Room(
              "data.read.cells",
              "problem progress data.cell data.table data.read.source data.read.dialect",
              "a cell means the same in every format"),
          new Room(
              "data.read.text",
              "problem progress data.cell data.table data.read.source data.read.dialect"
                  + " data.read.cells",
              "a text is read without knowing other formats"),
          format("json"),
          format("xlsx"),
          format("arff"),
          format("idx"),
          new Room(
              "data.read.pictures",
              "problem progress data.cell data.table data.read.source data.read.cells",
              "a picture is numbers without any text"),
          new Room(
              "data.read",
              "problem progress data.cell data.table data.read..",
              "a file is read without knowing what will be learned from it"),
          new Room(
              "data.sample",
              "problem progress random data.table data.read data.read.source",
              "a sample is a table like any other"),
          new Room(
              "data.prepare",
              "problem nn.function data.cell data.table",
              "a choice is made before anything is learned from rows"),
          new Room(
              "data.encode",
              "problem nn.function data.cell data.table data.statistics data.prepare",
              "whoever asks says which rows teach"),
          new Room(
              "data.split",
              "problem random nn.function data.cell data.table data.prepare data.encode",
              "a table is made ready without a network that learns it"),
          new Room(
              "data.trap",
              "problem progress random data.table data.prepare data.encode data.split",
              "what deceives is seen in rows and choices, before anything is trained"),
          new Room(
              "metrics",
              "problem progress random",
              "numbers are judged the same, whoever predicted them"),
          new Room("train.schedule", "problem", "a factor follows from the epoch and nothing else"),
          new Room("train.pace", "problem", "waiting knows nothing of what waits"),
          new Room(
              "train.optimizer",
              "problem formula nn",
              "a step follows from gradients and nothing else"),
          new Room(
              "train",
              "problem formula random nn.. data.encode train..",
              "a run knows rows ready for a network, not where they come from or are shown"),
          new Room(
              "baseline",
              "problem random nn.. data.encode metrics",
              "an answer without a network must not lean on a run"),
          new Room(
              "explain.trace",
              "problem formula random nn.. data.. train..",
              "a number comes about without being told"),
          new Room(
              "explain.step",
              "problem formula nn.. data.. train.. explain.trace",
              "what is told follows from what was traced"),
          new Room(
              "explain.diagnosis",
              "problem random nn.. data.. train..",
              "a run is observed, never touched"),
          new Room(
              "explain.inputs",
              "problem progress random data.. metrics model model.answer",
              "what a model uses is found by asking it, not by looking into it"),
          new Room(
              "explain.why",
              "progress nn.. data.. model model.answer",
              "a prediction is explained by asking the model that made it"),
          new Room("model.json", "problem", "JSON of records knows no record in particular"),
          new Room(
              "model",
              "problem random metrics nn.. data.. train..",
              "what survives a restart knows neither its file nor who asks it"),
          new Room(
              "model.setting",
              "problem nn.. data.. train.. model",
              "a setting is declared once, whoever shows, reads or varies it"),
          new Room(
              "model.answer",
              "problem progress nn.. data.. metrics baseline model",
              "answers need no run and no file"),
          new Room(
              "model.file",
              "problem progress file formula nn.. data.. train.. model model.json",
              "a file holds what a model is, not what it answers"),
          new Room(
              "study",
              "problem progress random nn.. data.. metrics train.. baseline model model.answer",
              "many runs are made of single ones"),
          new Room(
              "study.runs",
              "problem progress nn.. data.. train.. model model.answer study",
              "runs are compared by what they chose and what they came to"),
          new Room(
              "study.vary",
              "problem progress random nn.. data.. train.. model model.setting study",
              "a study is a function of its choices, whoever asks for it"),
          new Room(
              "study.compare",
              "problem progress nn.. data.. train.. metrics baseline model model.answer study",
              "models are compared by what each comes to on the same rows"),
          new Room(
              "study.optimum",
              "progress nn.. data.. train.. baseline model study.runs",
              "an optimum is found from rows and weights alone"),
          new Room(
              "study.landscape",
              "progress nn.. data.. train.. model study",
              "a landscape is found from rows and weights alone"),
          new Room(
              "exchange.onnx",
              "problem progress formula nn.. data.. train.. model model.answer model.file",
              "a file of another program is written and run without one way knowing the other"),
          new Room(
              "exchange.script",
              "data.cell nn.. model model.file",
              "a script holds members of a model's file, and what reading cells takes"),
          new Room(
              "exchange.page",
              "problem formula nn.. data.. model model.answer model.file text",
              "a page says the program's words, and predicts without the program"),
          new Room(
              "exchange",
              "problem progress nn.. data.. model exchange..",
              "what a model can be written as is one list, for command line and window"),
          new Room(
              "bench",
              "problem random nn.. data.. train..",
              "a training is timed without the window around it"));

  /** A format of files, which knows no other but texts. */
  private static Room format(String name) {
    return new Room(
        "data.read." + name,
        "problem progress data.cell data.table data.read.source data.read.dialect data.read.cells"
            + " data.read.text",
        "a format is added without touching another");
  }

  private static final String[] CORE =
      CORE_ROOMS.stream().map(room -> Rooms.name(room.name())).toArray(String[]::new);

  private static final String NAMES =
      "data network training live evaluation backprop prediction runs";

  private static final String[] SCREENS = packages("ui." + NAMES.replace(" ", ".. ui.") + "..");

  private static final String[] SHARED =
      packages("ui.setting ui.workspace.. ui.chart.. ui.drawing.. ui.common..");

  private static final String[] OTHER_ROOMS = packages("text report cli.. app..");

  @ArchTest
  static final ArchRule everyClassHasARoom =
      classes()
          .that()
          // The page of a group of rooms stands where no class does.
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAnyPackage(
              Stream.of(CORE, SCREENS, SHARED, OTHER_ROOMS)
                  .flatMap(Stream::of)
                  .toArray(String[]::new))
          .because("a class outside the rooms is held to none of these rules");

  @ArchTest
  static void everyRoomOfTheCoreKnowsWhatItMay(JavaClasses program) {
    CORE_ROOMS.forEach(room -> room.rule().check(program));
  }

  @ArchTest
  static void noRoomHoldsMoreThanOneCanOverlook(JavaClasses program) {
    var crowded = new ArrayList<String>();
    Rooms.all()
        .forEach(
            (room, files) -> {
              if (files > MOST_FILES) {
                crowded.add(room + " holds " + files + " files");
              }
            });
    assertTrue(crowded.isEmpty(), crowded.toString());
  }

  @ArchTest
  static final ArchRule dataKnowsOneTypeOfNetworks =
      noClasses()
          .that()
          .resideInAPackage(name("data.."))
          .should()
          .dependOnClassesThat(resideInAPackage(name("nn..")).and(not(simpleName("ProblemType"))))
          .because("a target decides between classes and numbers, and nothing more of the network");

  @ArchTest
  static final ArchRule metricsKnowArraysOnly =
      noClasses()
          .that()
          .resideInAPackage(name("metrics"))
          .should()
          .dependOnClassesThat(
              not(resideInAnyPackage("java..", "org.ejml..", "org.jspecify..", name("metrics")))
                  .and(not(resideInAnyPackage(packages("problem progress random")))))
          .because("whoever has two arrays can be judged, a baseline or a foreign model too");

  // Core, text, command line, window.

  @ArchTest
  static final ArchRule coreKnowsNoPictures =
      never(
          CORE,
          "the core works in a terminal, in a test and in a foreign program",
          "javafx..",
          "org.jfree..",
          "javax.swing..",
          "atlantafx..");

  @ArchTest
  static final ArchRule coreKnowsNoScreen =
      never(
          Stream.of(CORE)
              .filter(room -> !room.equals(Rooms.name("data.read.pictures")))
              .toArray(String[]::new),
          "a screen and its fonts may be missing",
          "java.awt..");

  @ArchTest
  static final ArchRule decodedPicturesNeedNoScreen =
      noClasses()
          .that()
          .resideInAPackage(name("data.read.pictures"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.awt..")
                  .and(not(resideInAnyPackage("java.awt.image", "java.awt.color"))))
          .because("only what holds the pixels of a decoded picture works without one");

  @ArchTest
  static final ArchRule wordsKnowTheCoreOnly =
      never(
          packages("text report"),
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
  static final ArchRule commandsStandOnTheTerminal =
      never(packages("cli.terminal"), "a terminal knows no command", name("cli"));

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
          .matching("dev.neuralworkbench.ui.(" + NAMES.replace(' ', '|') + ")..")
          .should()
          .notDependOnEachOther()
          .because("what two screens share lives in ui.workspace, and a screen can be left out");

  @ArchTest
  static final ArchRule sharedRoomsKnowNoScreen =
      never(SHARED, "screens use them, not the other way round", SCREENS);

  @ArchTest
  static final ArchRule commonPartsKnowNoDocument =
      never(
          packages("ui.common.. ui.chart.."),
          "a field, a grid or a chart shows whatever it is given",
          name("ui.workspace.."),
          name("model.."),
          name("nn.."),
          name("train.."));

  @ArchTest
  static final ArchRule roomsFormNoCircle =
      slices()
          .matching("dev.neuralworkbench.(**)")
          .should()
          .beFreeOfCycles()
          .because("two rooms that need each other are one room");

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
