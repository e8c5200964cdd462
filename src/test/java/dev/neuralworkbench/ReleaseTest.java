package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a release is made by cannot be changed behind its back, and may write in one job only. */
class ReleaseTest {

  private static final Pattern ACTION = Pattern.compile("uses: *(\\S+@)?(\\S*)");

  private final List<String> lines;

  ReleaseTest() throws IOException {
    lines = Files.readAllLines(Path.of(".github/workflows/release.yml"));
  }

  @Test
  void everyActionIsOneCommit() {
    var actions = lines.stream().map(ACTION::matcher).filter(match -> match.find()).toList();
    assertTrue(actions.size() > 5, "the pattern finds them");
    for (var action : actions) {
      assertTrue(action.group(2).matches("[0-9a-f]{40}"), action.group());
    }
  }

  @Test
  void onlyTheLastJobMayWrite() {
    var last = lines.indexOf("  release:");
    assertTrue(last > 0);
    for (var line : lines.subList(0, last)) {
      assertTrue(!line.contains(": write"), line);
    }
    assertTrue(lines.subList(0, last).contains("  contents: read"));
    assertTrue(
        lines.subList(last, lines.size()).stream().noneMatch(line -> line.contains("mvn")),
        "and runs nothing of the build");
  }

  @Test
  void noCheckoutLeavesItsToken() {
    var checkouts = lines.stream().filter(line -> line.contains("actions/checkout")).count();
    assertEquals(
        checkouts,
        lines.stream().filter(line -> line.contains("persist-credentials: false")).count());
    assertTrue(lines.stream().anyMatch(line -> line.contains("sha256sum")), "checksums");
  }
}
