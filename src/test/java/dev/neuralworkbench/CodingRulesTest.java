package dev.neuralworkbench;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static dev.neuralworkbench.Rooms.name;
import static dev.neuralworkbench.Rooms.packages;

import com.google.gson.Gson;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;

/** Which libraries and habits stay out of which rooms, and why. */
@AnalyzeClasses(
    packages = "dev.neuralworkbench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class CodingRulesTest {

  private static final String FILE = "java.io.File";

  private static final String[] CALCULATING = packages("nn.. train.. data.. random");

  // Libraries.

  @ArchTest
  static final ArchRule chartLibrary =
      library("ui.chart..", "a chart library is exchanged in one place", "org.jfree..");

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
          "model.json data.read.json cli.terminal exchange.script ui.workspace.preferences"
              + " ui.workspace.backup",
          "files are written where formats are known",
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

  @ArchTest
  static final ArchRule filesAreWrittenInOneWay =
      noClasses()
          .that(are(not(allowedToWrite())))
          .should()
          .accessTargetWhere(opensForWriting())
          .because(
              "AtomicFile writes whole or not at all, follows no foreign link, keeps permissions,"
                  + " and says what is in the way; OwnPlace lists what nobody named");

  private static DescribedPredicate<JavaClass> allowedToWrite() {
    return simpleName("AtomicFile")
        .or(simpleName("WriteTarget"))
        .or(simpleName("TemporaryFile"))
        .or(simpleName("OpenFolder"))
        .or(simpleName("StaleFiles"))
        // Locks: files without content, held as long as a program lives.
        .or(simpleName("HeldFile"))
        .or(simpleName("UnsavedFolder"))
        // What cannot be understood is moved out of the way, as it is.
        .or(simpleName("PreferencesFile"))
        // What comes through a pipe, kept for reading it twice.
        .or(simpleName("PipeSource"))
        // The socket for later starts.
        .or(simpleName("OneWindow"))
        // The log grows at its end.
        .or(simpleName("LogFile"))
        // Folders and temporary files of the user's alone, each of them listed.
        .or(simpleName("OwnFolder"))
        .or(simpleName("OwnPlace"))
        .or(simpleName("Ownership"));
  }

  private static DescribedPredicate<JavaAccess<?>> opensForWriting() {
    return describe(
        "opens a file for writing",
        access ->
            access.getTarget() instanceof CodeUnitAccessTarget called
                && opensForWriting(
                    called.getOwner().getFullName(),
                    called.getName(),
                    called.getRawParameterTypes().stream().map(JavaClass::getFullName).toList()));
  }

  private static boolean opensForWriting(String owner, String name, List<String> parameters) {
    var first = parameters.isEmpty() ? "" : parameters.getFirst();
    return switch (owner) {
      case "java.nio.file.Files" ->
          name.matches("write.*|new(OutputStream|BufferedWriter|ByteChannel)|copy|move")
              || name.matches("create.*");
      case "java.nio.channels.FileChannel", "java.nio.channels.AsynchronousFileChannel" ->
          name.equals("open");
      case "java.nio.channels.ServerSocketChannel" -> name.equals("bind");
      case "java.io.FileOutputStream",
          "java.io.FileWriter",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.io.RandomAccessFile",
          "java.util.Formatter",
          "java.util.logging.FileHandler" ->
          name.equals("<init>") && (first.equals("java.lang.String") || first.equals(FILE));
      case "javax.imageio.ImageIO" -> name.equals("write") && parameters.contains(FILE);
      case "de.siegmar.fastcsv.writer.CsvWriter$CsvWriterBuilder" ->
          first.equals("java.nio.file.Path");
      default -> false;
    };
  }

  @ArchTest
  static final ArchRule threadsAreMadeInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages("ui.common.work cli.."))
          // The helpers of a product work for the thread that calls them, many times a second.
          .and(areNot("nn.Team"))
          // Runs of a study: the thread that calls waits for all of them, and gets their failures.
          .and(areNot("study.vary.StudyRunner"))
          // What was written for a crash is removed before the program ends: no daemon.
          .and(areNot("app.Workbench"))
          // Listens as long as the program lives, and asks the window; makes what it waits for.
          .and(areNot("app.start.OneWindow", "app.WorkbenchApp"))
          // A clock, which does no work.
          .and(areNot("app.AutosaveClock"))
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Thread.class))).and(target(nameMatching("of.*|start.*"))))
          .orShould()
          .callConstructorWhere(target(owner(assignableTo(Thread.class))))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.Timer|java\\.util\\.concurrent\\."
                  + "(Executors|.*ExecutorService|ThreadPool.*|ForkJoin.*|CompletableFuture)")
          .because(
              "a job or a wish ends in every case, logs a failure once and leaves nothing busy");

  @ArchTest
  static final ArchRule propertiesThatAreReadAreSetByTheirOwner =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "sets a read-only property of another class",
                  call ->
                      call.getName().matches("set|setValue|bind")
                          && call.getTargetOwner().getSimpleName().matches("ReadOnly.*Wrapper")
                          && !owners(call).isEmpty()
                          && !owners(call).contains(outermost(call.getOriginOwner()))))
          .because("panes read a view-model's properties, and call its commands");

  /** Whose the properties of the kind that is called are that stand in the same line. */
  private static List<String> owners(JavaMethodCall call) {
    return call.getOrigin().getFieldAccesses().stream()
        .filter(field -> field.getLineNumber() == call.getLineNumber())
        .filter(field -> field.getTarget().getRawType().equals(call.getTargetOwner()))
        .map(field -> outermost(field.getTargetOwner()))
        .toList();
  }

  private static String outermost(JavaClass type) {
    return type.getFullName().replaceFirst("\\$.*", "");
  }

  /** It fails only in the program that is started as a module, never in a test. */
  @ArchTest
  static final ArchRule recordsAreNotOpenedToALibrary =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(equivalentTo(Gson.class)))
                  .and(target(nameMatching("fromJson|toJsonTree"))))
          .orShould()
          .callMethod(Gson.class, "toJson", Object.class)
          .because("the modules are closed: records are written and read by their own code");

  @ArchTest
  static final ArchRule nothingComesLaterByItself =
      noClasses()
          .that()
          .resideOutsideOfPackages(packages("ui.common.."))
          // After the layout that changed their width, in which sizes cannot change again.
          .and(areNot("ui.data.DataPanes", "ui.data.ScatterPanel", "ui.runs.RunsView"))
          // After the layout with the new size of text; a listener is not removed while called.
          .and(areNot("app.Presenter"))
          // After the toolkit has moved the focus, in the midst of which it cannot be moved back.
          .and(areNot("app.KeptFocus"))
          // The screen of what was opened is made in a turn, chosen in the next if none else is.
          .and(areNot("app.MainWindow"))
          // After the tab that was clicked has taken the focus.
          .and(areNot("ui.backprop.BackpropView"))
          // Another start comes on a thread of its own.
          .and(areNot("app.WorkbenchApp"))
          // Forms of many fields are built between frames.
          .and(areNot("ui.backprop.EntryPane", "app.DataSection"))
          .should()
          .callMethod(Platform.class, "runLater", Runnable.class)
          .because("an answer that comes later may come too late: a wish knows which one counts");

  private static DescribedPredicate<JavaClass> areNot(String... names) {
    var classes = Stream.of(names).map(Rooms::type).map(Pattern::quote).toList();
    return not(nameMatching("(" + String.join("|", classes) + ")(\\$.*)?")).forSubtype();
  }

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
