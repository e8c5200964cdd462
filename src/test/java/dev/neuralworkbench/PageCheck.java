package dev.neuralworkbench;

import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what a page names is there: in the repository, its sources, and the program. */
final class PageCheck {

  private static final String PROGRAM = "neural-workbench";

  /** A file of the repository; in CONTRIBUTING, what may stand for several has a {@code …}. */
  private static final Pattern FILE =
      Pattern.compile("(src|installer|icons|\\.ci|\\.github)/[^\\s,;…*]*");

  private static final Pattern BUNDLE = Pattern.compile("[a-z-]+\\.properties");
  private static final Pattern TYPE =
      Pattern.compile("((?:[a-z]+\\.)*)([A-Z]\\w*[a-z]\\w*)(?:[.#](\\w+).*)?");
  private static final Pattern DECLARED =
      Pattern.compile("(?m)^ *(?:[a-z-]+ )*(?:class|record|enum|interface) ([A-Z]\\w*)");
  private static final Pattern TESTS = Pattern.compile("-Dtest='?([\\w,]+)");
  private static final Pattern TWO_WORDS = Pattern.compile("\\w*[a-z]\\w*[A-Z]\\w*[a-z]\\w*");

  /** Packages whose types need no name of their own. */
  private static final List<String> KNOWN = List.of("java.lang.", "java.text.", "java.util.");

  private final Map<String, Set<String>> options = Calls.options();
  private final Set<String> english = controls(Locale.ENGLISH);
  private final Set<String> chinese = controls(Locale.SIMPLIFIED_CHINESE);

  /** Files that declare a type, by its name. */
  private final Map<String, List<Path>> types = new HashMap<>();

  PageCheck() {
    try (var files = Files.walk(Path.of("src"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        DECLARED
            .matcher(read(file))
            .results()
            .forEach(it -> types.computeIfAbsent(it.group(1), _ -> new ArrayList<>()).add(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts of a language that may stand on a control: whole, as they show. */
  private static Set<String> controls(Locale language) {
    var words = Sentences.of(language);
    return words.keys("").stream()
        .map(words::text)
        .filter(it -> !it.contains("{"))
        .map(PageCheck::control)
        .collect(Collectors.toSet());
  }

  /** As it is named, whether more input follows or not. */
  private static String control(String text) {
    return text.replaceAll("\\(_.\\)|_|…$", "");
  }

  /** What the page names and what is not there, a line each. */
  List<String> faults(Page page) {
    var faults = new ArrayList<String>();
    for (var link : page.links()) {
      add(faults, "link", link, leads(page, link));
    }
    var written = Stream.concat(page.spans().stream(), page.shell().stream()).toList();
    for (var code : written) {
      for (var word : Page.words(code)) {
        var file = FILE.matcher(word);
        add(faults, "file", word, !file.lookingAt() || Files.exists(Path.of(file.group())));
      }
      TESTS
          .matcher(code)
          .results()
          .flatMap(it -> Stream.of(it.group(1).split(",")))
          .forEach(it -> add(faults, "class", it, types.containsKey(it)));
    }
    for (var span : page.spans()) {
      add(faults, "file", span, !BUNDLE.matcher(span).matches() || isBundle(span));
      add(faults, "class", span, isNoTypeOrThere(span, page.isForUsers()));
    }
    if (page.isForUsers()) {
      var texts = page.isChinese() ? chinese : english;
      page.controls().forEach(it -> add(faults, "control", it, texts.contains(control(it))));
      page.listedCommands().forEach(it -> add(faults, "command", it, options.containsKey(it)));
      written.forEach(it -> checkCall(it, faults));
    }
    return faults;
  }

  private static void add(List<String> faults, String kind, String name, boolean isThere) {
    if (!isThere) {
      faults.add("no " + kind + " " + name);
    }
  }

  private static boolean leads(Page page, String link) {
    var target = page.target(link);
    var hash = link.indexOf('#');
    return Files.exists(target)
        && (hash < 0 || Page.read(target).anchors().contains(link.substring(hash + 1)));
  }

  private static boolean isBundle(String name) {
    return Files.exists(
        Path.of("src/main/resources/dev/neuralworkbench/messages/en").resolve(name));
  }

  /** For users a single capitalized word is a value of theirs. */
  private boolean isNoTypeOrThere(String span, boolean forUsers) {
    var type = TYPE.matcher(span);
    if (!type.matches() || (forUsers && !TWO_WORDS.matcher(type.group(2)).matches())) {
      return true;
    }
    var name = type.group(2);
    var place = type.group(1).replace('.', '/') + name + ".java";
    var files = types.getOrDefault(name, List.of());
    var declaring =
        type.group(1).isEmpty() ? files : files.stream().filter(it -> it.endsWith(place)).toList();
    var member = type.group(3);
    return declaring.isEmpty()
        ? type.group(1).isEmpty() && KNOWN.stream().anyMatch(it -> isClass(it + name))
        : member == null || declaring.stream().anyMatch(it -> says(it, member));
  }

  private static boolean isClass(String name) {
    try {
      return Class.forName(name).getName().equals(name);
    } catch (ClassNotFoundException _) {
      return false;
    }
  }

  private static boolean says(Path file, String word) {
    return Pattern.compile("\\b" + word + "\\b").matcher(read(file)).find();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A call of the program, or an option of one of its commands. */
  private void checkCall(String code, List<String> faults) {
    var words = Page.words(code);
    var at = words.stream().map(it -> it.replaceFirst("^target/app/bin/", "")).toList();
    var start = at.indexOf(PROGRAM);
    if (start < 0) {
      if (code.startsWith("--")) {
        var all = options.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        checkOptions(words, all, faults);
      }
      return;
    }
    var call = words.subList(start + 1, words.size());
    var command = call.isEmpty() || call.getFirst().startsWith("-") ? "" : call.getFirst();
    if (command.equals("COMMAND")) {
      return;
    }
    if (options.containsKey(command)) {
      checkOptions(call, options.get(command), faults);
    } else {
      faults.add("no command " + command);
    }
  }

  private static void checkOptions(List<String> call, Set<String> known, List<String> faults) {
    for (var word : call) {
      var option = word.split("=", 2)[0];
      add(faults, "option", option, !option.matches("--?[a-z].*") || known.contains(option));
    }
  }
}
