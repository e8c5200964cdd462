package dev.neuralworkbench.cli.check;

import dev.neuralworkbench.cli.check.SelfCheck.Finding;
import dev.neuralworkbench.text.Words;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the cache of the start is used. Java refuses one of other files or of another Java
 * without a word, and the program only starts slower: so this very call is repeated as {@code
 * --version}, told to end where the cache cannot be used.
 *
 * @param words the user's language
 * @param cache where it lies, if there is one
 * @param call the words by which this program was called: of Java or of a launcher, then its own
 */
record CacheCheck(Words words, Path cache, List<String> call) {

  static CacheCheck ofThisProgram(Words words) {
    var info = ProcessHandle.current().info();
    var call = new ArrayList<String>();
    info.command().ifPresent(call::add);
    info.arguments().map(List::of).ifPresent(call::addAll);
    return new CacheCheck(words, jar().resolveSibling("neural-workbench.aot"), call);
  }

  private static Path jar() {
    try {
      var source = CacheCheck.class.getProtectionDomain().getCodeSource();
      return source == null ? Path.of("") : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Finding run() throws IOException, InterruptedException {
    var own = call.lastIndexOf("self-test");
    // One that is just being made is not there yet, and a system may not tell how it was called.
    if (!Files.exists(cache)
        || own < 1
        || call.stream().anyMatch(it -> it.startsWith("-XX:AOTCacheOutput"))) {
      return new Finding(true, words.text("cli.check.cache.none"));
    }
    var again = new ArrayList<>(call.subList(0, own));
    again.add("--version");
    var process =
        new ProcessBuilder(again)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process
        .environment()
        .merge("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on", (given, more) -> given + " " + more);
    var used = process.start().waitFor() == 0;
    return new Finding(
        used, words.text(used ? "cli.check.cache.used" : "cli.check.cache.refused", cache));
  }
}
