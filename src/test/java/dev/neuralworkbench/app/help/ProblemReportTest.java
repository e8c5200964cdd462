package dev.neuralworkbench.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.app.start.LogFile;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.testing.FxThread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a problem, and that nothing of the user's is. */
class ProblemReportTest {

  @TempDir private Path folder;

  @Test
  void linesOfTheProgramStayAndWhatMayBeTheUsersGoes() {
    var log =
        """
        Nov 29, 2026 12:17:10 AM dev.neuralworkbench.ui.common.work.JobOutcome end
        FINE: job.readData
        dev.neuralworkbench.data.read.source.TableFormatException: Problem[key=data.file.absent, \
        component=, place=Place[file=Müller.csv, line=7], found=Anna's secret]
        second line of a cell: at home(yes)
        \tat dev.neuralworkbench@0.1.0/dev.neuralworkbench.data.read.TableReader.read(TableReader.java:161)
        \tat java.base/java.lang.Thread.run(Thread.java:1474)
        Caused by: java.nio.file.NoSuchFileException: /home/anna/Müller.csv
        \t... 6 more
        anna.mueller: 17
        FINE: the settings could not be understood and are now /home/anna/settings.json.broken
        WARNING: setting not read: folder
        """;
    assertEquals(
        List.of(
            "Nov 29, 2026 12:17:10 AM dev.neuralworkbench.ui.common.work.JobOutcome end",
            "FINE: job.readData",
            "dev.neuralworkbench.data.read.source.TableFormatException (data.file.absent)",
            "\tat dev.neuralworkbench@0.1.0/dev.neuralworkbench.data.read.TableReader.read(TableReader.java:161)",
            "\tat java.base/java.lang.Thread.run(Thread.java:1474)",
            "Caused by: java.nio.file.NoSuchFileException",
            "\t... 6 more",
            "FINE: the settings could not be understood and are now ",
            "WARNING: setting not read"),
        ProblemReport.withoutData(log.lines().toList()));
  }

  @Test
  void reportOfARealLogNamesVersionsAndFaultsAndNoData() throws IOException {
    var log = new LogFile(new OwnFolder(folder));
    var logger = Logger.getLogger("dev.neuralworkbench");
    var before = List.<Handler>of(logger.getHandlers());
    logger.setUseParentHandlers(false);
    log.start();
    try {
      var cause = new NoSuchFileException("/home/anna/diary.csv");
      var problem = Problem.of("data.file.absent", "diary", null, "dear diary");
      logger.log(Level.SEVERE, "in the window", new TableFormatException(problem, cause));
      logger.log(Level.FINE, "nobody answers at {0}", "/home/anna/socket");
    } finally {
      logger.setUseParentHandlers(true);
      for (var handler : logger.getHandlers()) {
        if (!before.contains(handler)) {
          logger.removeHandler(handler);
          handler.close();
        }
      }
    }
    assertTrue(Files.readString(log.file(), StandardCharsets.UTF_8).contains("dear diary"));
    var report = FxThread.call(() -> ProblemReport.of(log.file(), "Java", "English"));
    assertTrue(report.startsWith("Neural Workbench"), report);
    assertTrue(report.contains("Java " + Runtime.version()), report);
    assertTrue(report.contains("JavaFX "), report);
    assertTrue(report.contains("Screen "), report);
    assertTrue(report.contains("SEVERE: in the window"), report);
    assertTrue(report.contains("TableFormatException (data.file.absent)"), report);
    assertTrue(report.contains("ProblemReportTest.java:"), report);
    for (var own : List.of("anna", "diary")) {
      assertFalse(report.contains(own), report);
    }
  }

  @Test
  void logThatIsNotThereIsEmpty() {
    var report = FxThread.call(() -> ProblemReport.of(folder.resolve("none"), "Java", "English"));
    assertTrue(report.endsWith("(empty)\n"), report);
  }
}
