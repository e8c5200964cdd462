package dev.neuralworkbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown: what it links to, and what it writes as code or as the name of a control.
 *
 * @param path its file, from the repository's folder
 * @param prose its lines outside blocks of code
 * @param shell lines of blocks of code for a shell, without what follows a {@code #}
 * @param size how many words it has, as {@code wc -w} counts, without comments
 */
record Page(Path path, List<String> prose, List<String> shell, int size) {

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)|(?:src|href)=\"([^\"]*)\"");
  private static final Pattern ITALIC =
      Pattern.compile("(?<![*\\w])\\*([^*\\s][^*]*)\\*(?![*\\w])");
  private static final Pattern QUOTED = Pattern.compile("「([^」]*)」");
  private static final Pattern HEAD = Pattern.compile("\\| (command|命令) \\|.*");
  private static final Pattern LISTED = Pattern.compile("\\| `([a-z-]+)` \\|.*");

  static Page read(Path path) {
    try {
      return of(path, Files.readString(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Page of(Path path, String text) {
    var shown = COMMENT.matcher(text).replaceAll("").strip();
    var prose = new ArrayList<String>();
    var shell = new ArrayList<String>();
    String block = null;
    for (var line : shown.lines().map(String::strip).toList()) {
      if (line.startsWith("```")) {
        block = block == null ? line.substring(3) : null;
      } else if (block == null) {
        prose.add(line);
      } else if (block.equals("sh")) {
        shell.add(line.split("(^|\\s)#", 2)[0].strip());
      }
    }
    return new Page(path, prose, shell, words(shown).size());
  }

  static List<String> words(String text) {
    return SPACE.splitAsStream(text).filter(it -> !it.isEmpty()).toList();
  }

  /** Whether it is for users: then controls and calls in it are the program's. */
  boolean isForUsers() {
    return !path.startsWith(".github");
  }

  boolean isChinese() {
    return path.toString().endsWith(".zh-CN.md");
  }

  /** What it links to and shows beside itself. */
  List<String> links() {
    return found(LINK, prose.stream().map(Page::withoutCode))
        .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
        .filter(it -> !it.contains(":"))
        .toList();
  }

  /** The file that a link is to, from the repository's folder. */
  Path target(String link) {
    var file = link.split("#", 2)[0];
    return file.isEmpty() ? path : path.resolveSibling(file).normalize();
  }

  /** What a link's {@code #} may name: headings, as an address has them. */
  List<String> anchors() {
    return prose.stream()
        .filter(it -> it.startsWith("#"))
        .map(it -> it.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(it -> it.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** What stands between backticks. */
  List<String> spans() {
    return found(SPAN, prose.stream()).map(it -> it.group(1).strip()).toList();
  }

  /** Names of controls, those on the way to a command each: {@code *File → Save*}. */
  List<String> controls() {
    var plain = prose.stream().map(it -> withoutCode(it).replace("**", ""));
    return found(isChinese() ? QUOTED : ITALIC, plain)
        .flatMap(it -> Stream.of(it.group(1).split("→")))
        .map(String::strip)
        .toList();
  }

  /** Words in the first column of tables of commands. */
  List<String> listedCommands() {
    var commands = new ArrayList<String>();
    var listing = false;
    for (var line : prose) {
      listing = line.startsWith("|") && (listing || HEAD.matcher(line).matches());
      var cell = LISTED.matcher(line);
      if (listing && cell.matches()) {
        commands.add(cell.group(1));
      }
    }
    return commands;
  }

  private static String withoutCode(String line) {
    return SPAN.matcher(line).replaceAll("code");
  }

  private static Stream<MatchResult> found(Pattern pattern, Stream<String> lines) {
    return lines.map(pattern::matcher).flatMap(Matcher::results);
  }
}
