package dev.neuralworkbench.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of the program: their methods, who calls which, what fields hold. */
final class Code {

  /** An expression, in the method whose parameters it speaks of. */
  record Located(MethodCode method, int line, Expr expr) {}

  private final Map<String, MethodCode> methods = new HashMap<>();
  private final Map<String, List<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> children = new HashMap<>();
  private final Map<String, List<String>> enums = new HashMap<>();
  private final Map<String, List<Located>> callers = new HashMap<>();
  private final Map<String, List<Located>> held = new HashMap<>();

  /** Reads every class below some folders. */
  Code(List<Path> folders) {
    for (var folder : folders) {
      try (var files = Files.walk(folder)) {
        for (var file : (Iterable<Path>) files.filter(Code::isClass)::iterator) {
          read(ClassFile.of().parse(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    methods.values().forEach(this::connect);
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }

  private void read(ClassModel type) {
    var name = type.thisClass().asInternalName();
    var above =
        Stream.concat(type.superclass().stream(), type.interfaces().stream())
            .map(it -> it.asInternalName())
            .toList();
    parents.put(name, above);
    above.forEach(it -> children.computeIfAbsent(it, _ -> new HashSet<>()).add(name));
    if (type.flags().has(AccessFlag.ENUM)) {
      enums.put(
          name,
          type.fields().stream()
              .filter(it -> it.flags().has(AccessFlag.ENUM))
              .map(it -> it.fieldName().stringValue())
              .toList());
    }
    for (var method : type.methods()) {
      var read = new MethodReader(name, method).read();
      methods.put(read.id(), read);
    }
  }

  private void connect(MethodCode method) {
    for (var call : method.calls()) {
      for (var target : targets(call.call())) {
        callers
            .computeIfAbsent(target.id(), _ -> new ArrayList<>())
            .add(new Located(method, call.line(), new Expr.Called(call.call(), "")));
      }
    }
    method
        .stores()
        .forEach(
            (field, values) ->
                values.forEach(
                    value ->
                        held.computeIfAbsent(field, _ -> new ArrayList<>())
                            .add(new Located(method, 0, value))));
  }

  /** Every method with a body. */
  Iterable<MethodCode> methods() {
    return methods.values();
  }

  /** Names of an enum's constants; null for another class. */
  List<String> constants(String type) {
    return enums.getOrDefault(type, List.of());
  }

  /** The calls of a method, each as {@link Expr.Called}. */
  List<Located> callers(MethodCode method) {
    return callers.getOrDefault(method.id(), List.of());
  }

  /** What is put into a field, wherever that is. */
  List<Located> held(Expr.Held field) {
    return held.getOrDefault(field.owner() + "." + field.name(), List.of());
  }

  /** Methods of the program that may answer a call. */
  Set<MethodCode> targets(Expr.Call call) {
    var found = new HashSet<MethodCode>();
    var signature = "." + call.name() + call.descriptor();
    inherited(call.owner(), signature, found);
    overriding(call.owner(), signature, found);
    return found;
  }

  private void inherited(String owner, String signature, Set<MethodCode> found) {
    var own = methods.get(owner + signature);
    if (own != null) {
      found.add(own);
    } else {
      parents.getOrDefault(owner, List.of()).forEach(it -> inherited(it, signature, found));
    }
  }

  private void overriding(String owner, String signature, Set<MethodCode> found) {
    for (var child : children.getOrDefault(owner, Set.of())) {
      var own = methods.get(child + signature);
      if (own != null) {
        found.add(own);
      }
      overriding(child, signature, found);
    }
  }
}
