package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every class of the tests that reads a clock, and why other programs on the machine cannot make it
 * fail. What needs a limit of time counts work instead (what is read, drawn, styled), or takes the
 * limit of a reference machine times what {@code testing.MachineSpeed} finds in the same second.
 */
class ClocksTest {

  private static final Path TESTS = Path.of("src/test/java");

  /** How a clock is read, or a wait is given an end of its own. */
  private static final Pattern CLOCK =
      Pattern.compile(
          "nanoTime|currentTimeMillis|(Instant|DateTime)\\.now|CpuTime|getUptime|elapsedNanos\\(\\)"
              + "|\\.seconds\\(|assertTimeout|@Timeout\\(\\d|\\b(Fx(Beats|Watchdog|Cost)|PulseCost)\\b"
              + "|\\bMachineSpeed\\b|\\.sleep\\(|parkNanos|\\.join\\(\\d|UserRobot\\(Duration|\\d,"
              + " (TimeUnit\\.)?(NANO|MICRO|MILLI)?(SECONDS|MINUTES)\\b");

  private static final Pattern NO_CODE = Pattern.compile("/\\*[\\s\\S]*?\\*/|//.*|(?m)^import .*$");

  /**
   * The kinds: {@code waits} for what must come, as long as that takes; {@code rests} a moment in
   * which nothing may happen, or in which much does, and asks not for how long; {@code lasts}, at
   * least so long, which load only makes longer; {@code compares} times of the same stretch; {@code
   * scaled} to the reference machine; {@code tells}, and asserts nothing.
   */
  private static final String LISTED =
      """
      waits    Patience          the one patience; the others wait by it
      waits    Mouse             for a place that can be pressed
      waits    UserRobot         for what is to show
      waits    UserRobotTest     a hasty user, for what cannot be used however long it waits
      waits    Hand              an impatient user lets go, and the walk knows of it
      waits    StatePlayer       until nothing is on its way
      waits    WindowPlayer      until nothing is on its way
      waits    Walks             plays so many seconds, whatever comes of it
      waits    AttackTest        for a program's end, ten minutes
      waits    BombsTest         for a program's end, ten minutes
      waits    OnnxAttackTest    for a program's end, five minutes
      waits    TableAttackTest   for a program's end, half an hour
      waits    OddFilesTest      for the end of a file that has none
      waits    ClosedWindowTest  between collections of garbage, which are counted
      waits    LiveStaysFlatTest for the end of a backup; what is drawn is counted in frames
      rests    TrainerTest       a window that is not trained in
      rests    RunHoldTest       a hold that is not told again
      rests    TeamTest          long enough for the helpers to park
      rests    KilledWritersTest writes until it is killed
      lasts    FirstStartTest    a run that can be watched
      lasts    StoppingTest      a run up to its limit of time
      compares CheckpointTest    the time in a file with the time that was written
      compares ProcessAgeTest    ages that were asked for one after the other
      compares ReportedScoresTest the time in a report with the time that was measured
      compares RunControlTest    time of training with all time; a held run with no time at all
      compares Growth            processor time of some work with that of twice as much
      compares SavingProcess     which save began after which had ended
      scaled   HostileTablesTest processor time of reading
      scaled   Holds             how long a click waits, in processor time
      scaled   KilledWindowTest  seconds of work that are lost
      scaled   LargeDataTest     seconds of reading
      scaled   LongRunTest       epochs a second
      scaled   PictureRateTest   processor time of a picture
      scaled   TrapTimeTest      seconds of looking
      scaled   StudyRunnerTest   the seconds that a study is said to take
      scaled   FxWatchdog        how long the thread is held
      scaled   FxWatchdogTest    holds in processor time
      scaled   FxCost            processor time of what is drawn
      scaled   MachineSpeed      measures
      scaled   OpenWindow        by the watchdog
      scaled   DataViewTest      by the watchdog
      scaled   StatisticsPanesTest by the watchdog
      scaled   TrapsViewTest     by the watchdog
      scaled   NetworkDrawingTest processor time of a drawing
      scaled   BandChartTest     processor time of a picture
      scaled   LiveViewTest      processor time of a picture
      scaled   WindowLaws        how long a law may be broken
      scaled   LectureTest       processor time of a picture
      scaled   SignalsTest       processor time of a picture
      tells    PulseCost         LectureTest and SignalsTest judge it
      tells    FxBeats           Holds judges it
      tells    TrainingProcess   KilledWindowTest judges it
      tells    Attack            processor time, AttackTest judges it
      tells    BombReader        processor time, BombsTest judges it
      tells    OnnxAttack        processor time, OnnxAttackTest judges it
      tells    TableAttack       processor time, far above what any file takes
      """;

  @Test
  void everyTestThatReadsAClockIsListedWithTheReasonWhyLoadCannotMakeItRed() throws IOException {
    var listed =
        LISTED
            .lines()
            .map(line -> line.split(" +", 3)[1])
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(String.join("\n", listed), String.join("\n", reading()));
  }

  /** The classes that read a clock. */
  private static Set<String> reading() throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(TESTS)) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        var name = file.getFileName().toString().replace(".java", "");
        var code = NO_CODE.matcher(Files.readString(file)).replaceAll("");
        if (!name.equals("ClocksTest") && CLOCK.matcher(code).find()) {
          found.add(name);
        }
      }
    }
    return found;
  }
}
