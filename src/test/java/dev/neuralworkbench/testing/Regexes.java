package dev.neuralworkbench.testing;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.PseudoInstruction;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Every regular expression of the compiled program: patterns that are kept in fields, asked of the
 * fields themselves, and those that methods of texts are given, which stand before the call. What
 * is neither is told as unseen.
 */
public final class Regexes {

  private static final String PATTERN = "java/util/regex/Pattern";
  private static final String MATCHER = "java/util/regex/Matcher";
  private static final String PREFIX = "dev/neuralworkbench/";

  /** Methods that take a regular expression, by class and name. */
  private static final Set<String> OF_TEXTS =
      Set.of(
          "java/lang/String.matches",
          "java/lang/String.replaceAll",
          "java/lang/String.replaceFirst",
          "java/lang/String.split",
          "java/lang/String.splitWithDelimiters",
          PATTERN + ".matches");

  /** Further ones, of which there are none so far. */
  private static final Set<String> OTHERS =
      Set.of("java/util/Scanner", "java/nio/file/PathMatcher");

  private static final Set<String> FROM_THE_START = Set.of("matches", "lookingAt");
  private static final Set<String> ANYWHERE =
      Set.of("find", "replaceAll", "replaceFirst", "results", "split", "splitAsStream");

  private final List<Regex> found = new ArrayList<>();
  private final Set<String> unseen = new TreeSet<>();

  /** How a regular expression is asked. */
  public enum Use {
    WHOLE,
    FROM_THE_START,
    ANYWHERE
  }

  /**
   * A regular expression.
   *
   * @param where the class that has it
   */
  public record Regex(String where, Pattern pattern, Use use) {}

  /** Of all classes below a folder. */
  public static Regexes of(Path classes) throws IOException, ReflectiveOperationException {
    var all = new Regexes();
    try (var files = Files.walk(classes)) {
      for (var file : files.filter(it -> it.toString().endsWith(".class")).sorted().toList()) {
        var model = ClassFile.of().parse(file);
        if (model.thisClass().asInternalName().startsWith(PREFIX)) {
          all.look(model);
        }
      }
    }
    return all;
  }

  /** All that were found. */
  public List<Regex> found() {
    return found;
  }

  /** Calls whose regular expression is not known, and why. */
  public Set<String> unseen() {
    return unseen;
  }

  private void look(ClassModel model) throws ReflectiveOperationException {
    var name = model.thisClass().asInternalName();
    var where = name.substring(PREFIX.length());
    var compiled = 0;
    var calls = new TreeSet<String>();
    for (var method : model.methods()) {
      var code = method.code().map(it -> it.elementList()).orElse(List.of());
      for (var i = 0; i < code.size(); i++) {
        if (code.get(i) instanceof InvokeInstruction call) {
          var of = call.owner().asInternalName() + "." + call.name().stringValue();
          if (of.equals(PATTERN + ".compile")) {
            compiled++;
          } else if (OF_TEXTS.contains(of)) {
            calls.add(of);
            given(code, i, call)
                .ifPresentOrElse(
                    it ->
                        found.add(
                            new Regex(where, Pattern.compile(it), use(call.name().stringValue()))),
                    () -> unseen.add(where + ": given to " + call.name().stringValue()));
          }
        }
      }
    }
    if (compiled > 0) {
      var kept = kept(model);
      if (kept.size() < compiled) {
        unseen.add(where + ": compiled and kept in no field");
      }
      found.addAll(kept);
    }
    for (var entry : model.constantPool()) {
      if (entry instanceof MemberRefEntry member) {
        var owner = member.owner().asInternalName();
        var of = owner + "." + member.name().stringValue();
        if (OTHERS.contains(owner)
            || (entry instanceof MethodRefEntry && OF_TEXTS.contains(of) && !calls.contains(of))) {
          unseen.add(where + ": " + of);
        }
      }
    }
  }

  private static Use use(String method) {
    return method.equals("matches") ? Use.WHOLE : Use.ANYWHERE;
  }

  /**
   * The constant that a call is given: the first of its texts, before which the receiver stands.
   */
  private static Optional<String> given(List<CodeElement> code, int at, InvokeInstruction call) {
    var texts =
        call.typeSymbol().parameterList().stream()
            .filter(it -> it.displayName().equals("String"))
            .count();
    var seen = new ArrayList<String>();
    for (var i = at - 1; i >= 0 && seen.size() < texts; i--) {
      switch (code.get(i)) {
        case ConstantInstruction constant when constant.constantValue() instanceof String text ->
            seen.add(text);
        case ConstantInstruction _, PseudoInstruction _ -> {}
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(seen.getLast());
  }

  /** Patterns in the fields of a class, or of the constants that it is the kind of. */
  private static List<Regex> kept(ClassModel model) throws ReflectiveOperationException {
    var name = model.thisClass().asInternalName();
    var type = Class.forName(name.replace('/', '.'));
    var kept = new ArrayList<Regex>();
    for (var field : type.getDeclaredFields()) {
      if (field.getType() == Pattern.class) {
        field.setAccessible(true);
        for (var pattern : values(type, field)) {
          kept.add(new Regex(name.substring(PREFIX.length()), pattern, use(model, field)));
        }
      }
    }
    return kept;
  }

  private static List<Pattern> values(Class<?> type, Field field)
      throws ReflectiveOperationException {
    if (Modifier.isStatic(field.getModifiers())) {
      return List.of((Pattern) field.get(null));
    }
    var values = new ArrayList<Pattern>();
    for (var constant : type.isEnum() ? type.getEnumConstants() : new Object[0]) {
      values.add((Pattern) field.get(constant));
    }
    return values;
  }

  /** The hardest way in which a field's pattern is asked, by what is called after it is read. */
  private static Use use(ClassModel model, Field field) {
    var uses = new TreeSet<String>();
    for (var method : model.methods()) {
      var code = method.code().map(it -> it.elementList()).orElse(List.of());
      for (var i = 0; i < code.size(); i++) {
        if (code.get(i) instanceof FieldInstruction read
            && read.name().equalsString(field.getName())
            && read.opcode().name().startsWith("GET")) {
          uses.add(asked(code.subList(i + 1, code.size())));
        }
      }
    }
    return uses.equals(Set.of("matches"))
        ? Use.WHOLE
        : FROM_THE_START.containsAll(uses) ? Use.FROM_THE_START : Use.ANYWHERE;
  }

  private static String asked(List<CodeElement> code) {
    return code.stream()
        .filter(InvokeInstruction.class::isInstance)
        .map(InvokeInstruction.class::cast)
        .filter(it -> Set.of(PATTERN, MATCHER).contains(it.owner().asInternalName()))
        .map(it -> it.name().stringValue())
        .map(it -> it.equals("asMatchPredicate") ? "matches" : it)
        .filter(it -> FROM_THE_START.contains(it) || ANYWHERE.contains(it))
        .findFirst()
        .orElse("otherwise");
  }
}
