package dev.neuralworkbench.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCheckTest {

  @TempDir private Path folder;
  private Path java;
  private Path cache;

  /** Stands in for a Java that refuses what is not called good, and keeps how it was called. */
  @BeforeEach
  void make() throws IOException {
    cache = folder.resolve("neural-workbench.aot");
    java = folder.resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        echo "$* $JAVA_TOOL_OPTIONS" > '%s/called'
        grep -q good '%s'
        """
            .formatted(folder, cache));
    assertTrue(java.toFile().setExecutable(true));
  }

  private SelfCheck.Finding find(String... options) throws Exception {
    var call = new ArrayList<>(List.of(java.toString()));
    call.addAll(List.of(options));
    call.addAll(List.of("-m", "app", "self-test", "cache"));
    return new CacheCheck(Sentences.of(Locale.ENGLISH), cache, call).run();
  }

  @Test
  void cacheThatIsUsedIsSaid() throws Exception {
    Files.writeString(cache, "good");
    assertTrue(find("-XX:AOTCache=x").isThere());
    var called = Files.readString(folder.resolve("called"));
    assertTrue(called.startsWith("-XX:AOTCache=x -m app --version "), called);
    assertTrue(called.contains("-XX:AOTMode=on"), called);
  }

  @Test
  void cacheOfOtherFilesIsSaidToBeRefused() throws Exception {
    Files.writeString(cache, "stale");
    var finding = find("-XX:AOTCache=x");
    assertFalse(finding.isThere());
    assertEquals(
        cache
            + " does not match these files or this Java and is not used, so startup is slower."
            + " Build again, or delete it.",
        finding.detail());
  }

  @Test
  void withoutOneOrWhileItIsMadeNothingIsTried() throws Exception {
    assertTrue(find().isThere());
    Files.writeString(cache, "stale");
    assertTrue(find("-XX:AOTCacheOutput=x").isThere());
    assertFalse(Files.exists(folder.resolve("called")));
  }
}
