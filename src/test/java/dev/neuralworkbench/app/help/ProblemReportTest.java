package dev.neuralworkbench.app.help;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.testing.FxThread;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a problem, and that nothing of the user's is. */
class ProblemReportTest {

  private static String report(@Nullable Throwable fault) {
    return FxThread.call(() -> ProblemReport.of(fault, "Java", "English"));
  }

  @Test
  void versionsAndThePlacesOfAFaultAreNamedAndNoData() {
    var cause = new NoSuchFileException("/home/anna/diary.csv");
    var problem = Problem.of("data.file.absent", "diary", null, "dear diary");
    var report = report(new TableFormatException(problem, cause));
    assertTrue(report.startsWith("Neural Workbench"), report);
    assertTrue(report.contains("Java " + Runtime.version()), report);
    assertTrue(report.contains("JavaFX "), report);
    assertTrue(report.contains("Screen "), report);
    assertTrue(report.contains(TableFormatException.class.getName()), report);
    assertTrue(report.contains(NoSuchFileException.class.getName()), report);
    assertTrue(report.contains("ProblemReportTest.java:"), report);
    for (var own : List.of("anna", "diary")) {
      assertFalse(report.contains(own), report);
    }
  }

  @Test
  void faultThatCausesItselfEnds() {
    var one = new IllegalStateException("secret");
    one.initCause(new IllegalStateException("secret", one));
    assertFalse(report(one).contains("secret"));
  }

  @Test
  void noFaultIsSaidToBeNone() {
    assertTrue(report(null).endsWith("No fault since the start.\n"));
  }
}
