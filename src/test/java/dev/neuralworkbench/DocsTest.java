package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What README and pages name is there. For users, {@code *italics*} name controls, in Chinese
 * {@code 「」}, as they are written on them, and nothing else.
 */
class DocsTest {

  private static final Path README = Path.of("README.md");
  private static final Path FOLDER = Path.of("src", "docs");

  private static final int README_WORDS = 900;
  private static final long PICTURE_BYTES = 250_000;
  private static final long MOVING_BYTES = 3_000_000;

  private static final PageCheck CHECK = new PageCheck();

  private static List<Page> pages() throws IOException {
    var pages =
        Stream.of(Stream.of(README), in(FOLDER), in(Path.of(".github")))
            .flatMap(it -> it)
            .filter(it -> it.toString().endsWith(".md"))
            .map(Page::read)
            .toList();
    assertTrue(pages.size() > 3, "found " + pages.size());
    return pages;
  }

  private static Stream<Path> in(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList().stream();
    }
  }

  @Test
  void whatPagesNameIsThere() throws IOException {
    assertNone(
        pages().stream()
            .flatMap(page -> CHECK.faults(page).stream().map(it -> page.path() + ": " + it)));
  }

  /** A picture that nothing shows is not drawn anew by anyone who looks; a page is not found. */
  @Test
  void everyPictureAndPageIsLinked() throws IOException {
    var linked =
        pages().stream()
            .flatMap(page -> page.links().stream().map(page::target))
            .collect(Collectors.toSet());
    assertNone(
        in(FOLDER)
            .filter(it -> !it.endsWith("draw") && !linked.contains(it))
            .map(it -> it + " is linked by no page"));
  }

  @Test
  void picturesAreSmall() throws IOException {
    assertNone(in(FOLDER).filter(DocsTest::isTooLarge).map(it -> it + " is too large"));
  }

  private static boolean isTooLarge(Path file) {
    var most = file.toString().endsWith(".gif") ? MOVING_BYTES : PICTURE_BYTES;
    return file.toFile().length() > most;
  }

  @Test
  void readmeIsShort() {
    var words = Page.read(README).size();
    assertTrue(words < README_WORDS, "it has " + words + " words");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Press *Train*, then *Trane*.; no control Trane",
        "*File → Save as…* and *File → Sing*; no control Sing",
        "[here](src/docs) and [there](src/dogs); no link src/dogs",
        "![a](src/docs/live.png) ![b](src/docs/dead.png); no link src/docs/dead.png",
        "[a](#start) [b](#end) # Start; no link #end",
        "<img src=\"icons/none.svg\">; no link icons/none.svg",
        "`--epochs 3` and `--eons 3`; no option --eons",
        "`neural-workbench train a.csv --hidden 3 -o b.nnw --json`; no option --json",
        "`neural-workbench train a.csv -q`; no option -q",
        "`neural-workbench learn a.csv --vary x`; no command learn",
        "`src/test/green -n 6`, `src/test/red`; no file src/test/red",
        "`.ci/format && .ci/form`; no file .ci/form",
        "`installer/parts.sh` `installer/linux/none.sh`; no file installer/linux/none.sh",
        "`mvn -q test -Dtest=DocsTest,DogsTest`; no class DogsTest",
        "`RoomsTest` and `RoomTest`; no class RoomTest",
        "`Page.links` and `PageCheck.lynx`; no class PageCheck.lynx",
        "`data.read.TableReader`, `data.TableReader`; no class data.TableReader",
        "`help.properties`, `hulp.properties`; no file hulp.properties"
      })
  void whatIsMissingIsFound(String line, String fault) {
    var text = line.replace(" # ", "\n\n## ");
    assertEquals(List.of(fault), CHECK.faults(Page.of(README, text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neural-workbench trian a.csv   # trains",
        "target/app/bin/neural-workbench trian",
        "cat a.csv | neural-workbench trian - "
      })
  void wrongCallsInBlocksAreFound(String call) {
    var text = "```sh\nneural-workbench train a.csv # --none\n%s\n```\n".formatted(call);
    assertEquals(List.of("no command trian"), CHECK.faults(Page.of(README, text)));
  }

  @Test
  void listedCommandsAreCommands() {
    var table = "| command | what |\n|---|---|\n| `train` | x |\n| `tarin` | x |\n\n| `a` | b |";
    assertEquals(List.of("no command tarin"), CHECK.faults(Page.of(README, table)));
  }

  @Test
  void chinesePagesNameChineseControls() {
    var page = Page.of(FOLDER.resolve("README.zh-CN.md"), "「训练」、「文件 → 保存」、「Train」");
    assertEquals(List.of("no control Train"), CHECK.faults(page));
  }

  /** Blocks in other languages, comments, and what only looks like a name. */
  @Test
  void otherTextIsNoName() {
    var text =
        """
        **bold**, 2 * 3 * 4, `*code*`, [web](https://example.org/x.png), `NAME=number`, `a.b`
        <!-- *Trane* -->
        ```python
        src/none --none *Trane*
        ```
        """;
    assertEquals(List.of(), CHECK.faults(Page.of(README, text)));
  }

  @Test
  void wordsOfCommentsAreNotCounted() {
    assertEquals(4, Page.of(README, "one two <!-- not\nthese -->\n\nthree `four`\n").size());
  }

  /** For those who build it, only links, files and classes are looked at. */
  @Test
  void pagesForBuildersMayStressAndNameSingleClasses() {
    var page = Page.of(Path.of(".github", "X.md"), "*stress* `--none` `Labels` `Lobels` `Math`");
    assertEquals(Set.of("no class Lobels"), Set.copyOf(CHECK.faults(page)));
  }

  private static void assertNone(Stream<String> faults) {
    assertEquals("", faults.collect(Collectors.joining("\n")));
  }
}
