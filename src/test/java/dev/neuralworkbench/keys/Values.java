package dev.neuralworkbench.keys;

import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every text that an expression can be, whoever calls its method. Literals, names of an enum's
 * constants and what methods and fields of the program hold are followed; what comes from elsewhere
 * is a {@link #HOLE} in the text.
 */
final class Values {

  /** Stands for what is not known before the program runs. */
  static final String HOLE = "\uFFFF";

  private static final String SETTING = Setting.class.getName().replace('.', '/');
  private static final Expr UNKNOWN = new Expr.Literal(HOLE);
  private static final String TEXT = "java/lang/String";
  private static final String FUNCTIONS = "java/util/function/";
  private static final Set<String> FOLLOWED =
      Set.of(
          TEXT,
          "I",
          "[java/lang/Object",
          "java/lang/Enum",
          "java/util/List",
          FUNCTIONS + "Function",
          FUNCTIONS + "BiFunction",
          FUNCTIONS + "Supplier");
  private static final int DEEPEST = 8;
  private static final int MOST = 3000;

  private final Code code;
  private final Map<List<Object>, Set<String>> known = new HashMap<>();
  private final Map<MethodCode, Expr> returned = new HashMap<>();

  Values(Code code) {
    this.code = code;
  }

  /** What an expression of a method can be. */
  Set<String> of(MethodCode method, Expr expr) {
    return of(method, simple(expr), 0);
  }

  /** Of a simple expression: asks those who call the method what its parameters are. */
  private Set<String> of(MethodCode method, Expr expr, int depth) {
    var callers = code.callers(method);
    if (!hasParameters(expr) || callers.isEmpty() || depth == DEEPEST) {
      return texts(expr);
    }
    var key = List.<Object>of(method, expr);
    var before = known.get(key);
    if (before != null) {
      return before;
    }
    known.put(key, Set.of()); // what calls itself adds nothing
    var asked = new HashSet<List<Object>>();
    var found = new HashSet<String>();
    for (var caller : callers) {
      var arguments = ((Expr.Called) caller.expr()).call().arguments();
      var there = simple(with(expr, arguments));
      if (asked.add(List.of(caller.method(), there)) && found.size() < MOST) {
        found.addAll(of(caller.method(), there, depth + 1));
      }
    }
    known.put(key, found);
    return found;
  }

  private static boolean hasParameters(Expr expr) {
    return switch (expr) {
      case Expr.Parameter _ -> true;
      case Expr.Joined(var parts) -> parts.stream().anyMatch(Values::hasParameters);
      case Expr.Either(var values, _) -> values.stream().anyMatch(Values::hasParameters);
      case Expr.Called(var call, _) -> call.arguments().stream().anyMatch(Values::hasParameters);
      default -> false;
    };
  }

  /** Parameters replaced by what a caller gives. */
  private static Expr with(Expr expr, List<Expr> arguments) {
    return switch (expr) {
      case Expr.Parameter(_, var index, _) ->
          index < arguments.size() ? arguments.get(index) : UNKNOWN;
      case Expr.Joined(var parts) ->
          new Expr.Joined(parts.stream().map(it -> with(it, arguments)).toList());
      case Expr.Either(var values, var type) ->
          new Expr.Either(
              values.stream().map(it -> with(it, arguments)).collect(Collectors.toSet()), type);
      case Expr.Called(var call, var type) ->
          new Expr.Called(
              new Expr.Call(
                  call.owner(),
                  call.name(),
                  call.descriptor(),
                  call.arguments().stream().map(it -> with(it, arguments)).toList()),
              type);
      default -> expr;
    };
  }

  /** The same with literals, parameters and what is done to them, and nothing else. */
  private Expr simple(Expr expr) {
    return switch (expr) {
      case Expr.Literal _, Expr.Function _ -> expr;
      case Expr.Array(var length, _, var type) -> new Expr.Array(length, List.of(), type);
      case Expr.Whole(var value) -> new Expr.Literal(String.valueOf(value));
      case Expr.Joined(var parts) -> new Expr.Joined(parts.stream().map(this::simple).toList());
      case Expr.Either(var values, _) ->
          either(values.stream().map(this::simple).collect(Collectors.toSet()));
      case Expr.Parameter(_, _, var type) -> FOLLOWED.contains(type) ? expr : UNKNOWN;
      case Expr.Held held -> literals(held(held));
      case Expr.Called(var call, var type) -> simple(call, type);
      case Expr.Thing _ -> UNKNOWN;
    };
  }

  private static Expr either(Set<Expr> values) {
    return values.size() == 1 ? values.iterator().next() : new Expr.Either(values, TEXT);
  }

  private static Expr literals(Set<String> texts) {
    return either(texts.stream().map(Expr.Literal::new).collect(Collectors.toSet()));
  }

  private Expr simple(Expr.Call call, String type) {
    var arguments = call.arguments();
    switch (call.name()) {
      case "name" -> {
        if (code.targets(call).isEmpty()) {
          return names(arguments.getFirst(), call.owner(), call);
        }
      }
      case "of", "iterator", "next", "stream", "toList", "getFirst", "getLast", "get", "filter" -> {
        if (call.owner().startsWith("java/util/") && !call.owner().startsWith(FUNCTIONS)) {
          var elements =
              call.name().equals("of")
                  ? arguments.stream().flatMap(Values::elements).toList()
                  : arguments.subList(0, 1);
          return elements.isEmpty()
              ? UNKNOWN
              : either(elements.stream().map(this::simple).collect(Collectors.toSet()));
        }
      }
      case "toLowerCase", "replace", "valueOf", "toString", "requireNonNull" -> {
        if (call.owner().startsWith("java/") && !arguments.isEmpty()) {
          return done(call);
        }
      }
      default -> {}
    }
    if (call.owner().startsWith(FUNCTIONS)) {
      return applied(call, simple(arguments.getFirst()));
    }
    var targets = type.equals(TEXT) ? code.targets(call) : Set.<MethodCode>of();
    if (targets.isEmpty()) {
      return UNKNOWN;
    }
    return either(
        targets.stream()
            .map(it -> simple(with(returned(it), arguments)))
            .collect(Collectors.toSet()));
  }

  private static Stream<Expr> elements(Expr argument) {
    return argument instanceof Expr.Array(_, var elements, _)
        ? elements.stream()
        : Stream.of(argument);
  }

  /** What a function gives; it may be known only where a caller is. */
  private Expr applied(Expr.Call call, Expr function) {
    return switch (function) {
      case Expr.Function(_, var made, var caught) -> {
        var arguments = new ArrayList<>(made.arguments());
        for (var i = caught; i < arguments.size(); i++) {
          var given = i - caught + 1;
          if (given < call.arguments().size() && arguments.get(i).type().equals(TEXT)) {
            arguments.set(i, call.arguments().get(given));
          }
        }
        var targets = code.targets(made);
        yield targets.isEmpty()
            ? UNKNOWN
            : either(
                targets.stream()
                    .map(it -> simple(with(returned(it), arguments)))
                    .collect(Collectors.toSet()));
      }
      case Expr.Either(var values, _) ->
          either(values.stream().map(it -> applied(call, it)).collect(Collectors.toSet()));
      case Expr.Parameter parameter ->
          new Expr.Called(
              new Expr.Call(
                  call.owner(),
                  call.name(),
                  call.descriptor(),
                  Stream.concat(
                          Stream.of(parameter), call.arguments().stream().skip(1).map(this::simple))
                      .toList()),
              TEXT);
      default -> UNKNOWN;
    };
  }

  /** What a method returns, in terms of its parameters; nothing while that is being found out. */
  private Expr returned(MethodCode method) {
    var before = returned.get(method);
    if (before == null) {
      returned.put(method, UNKNOWN);
      before = either(method.returns().stream().map(this::inside).collect(Collectors.toSet()));
      returned.put(method, before);
    }
    return before;
  }

  /** Like {@link #simple}, but objects are kept: a caller knows more of their classes. */
  private Expr inside(Expr expr) {
    return expr instanceof Expr.Called(var call, _)
            && call.name().equals("name")
            && call.arguments().getFirst() instanceof Expr.Parameter
        ? expr
        : expr instanceof Expr.Called(var call, var type) && call.name().equals("toLowerCase")
            ? new Expr.Called(
                new Expr.Call(
                    call.owner(),
                    call.name(),
                    call.descriptor(),
                    List.of(inside(call.arguments().getFirst()))),
                type)
            : expr instanceof Expr.Joined(var parts)
                ? new Expr.Joined(parts.stream().map(this::inside).toList())
                : simple(expr);
  }

  /** A change of a text: of all that it can be, or of the parameter that it is. */
  private Expr done(Expr.Call call) {
    var of = simple(call.arguments().getFirst());
    if (hasParameters(of)) {
      return new Expr.Called(
          new Expr.Call(
              call.owner(),
              call.name(),
              call.descriptor(),
              Stream.concat(Stream.of(of), call.arguments().stream().skip(1)).toList()),
          TEXT);
    }
    return literals(texts(of).stream().map(change(call)).collect(Collectors.toSet()));
  }

  private static UnaryOperator<String> change(Expr.Call call) {
    var arguments = call.arguments();
    return switch (call.name()) {
      case "toLowerCase" -> it -> it.toLowerCase(Locale.ROOT);
      case "replace" ->
          arguments.get(1) instanceof Expr.Literal(var from)
                  && arguments.get(2) instanceof Expr.Literal(var to)
              ? it -> it.replace(from, to)
              : arguments.get(1) instanceof Expr.Whole(var from)
                      && arguments.get(2) instanceof Expr.Whole(var to)
                  ? it -> it.replace((char) from, (char) to)
                  : _ -> HOLE;
      default -> it -> it;
    };
  }

  private Set<String> texts(Expr expr) {
    return switch (expr) {
      case Expr.Literal(var text) -> Set.of(text);
      case Expr.Array(var length, _, _) -> Set.of(String.valueOf(length));
      case Expr.Joined(var parts) -> joined(parts);
      case Expr.Either(var values, _) ->
          values.stream().flatMap(it -> texts(it).stream()).collect(Collectors.toSet());
      default -> Set.of(HOLE);
    };
  }

  private Set<String> joined(List<Expr> parts) {
    var texts = Set.of("");
    for (var part : parts) {
      var ends = texts(part);
      if ((long) texts.size() * ends.size() > MOST) {
        ends = Set.of(HOLE);
      }
      var longer = new HashSet<String>();
      for (var text : texts) {
        for (var end : ends) {
          longer.add(text + end);
        }
      }
      texts = longer;
    }
    return texts;
  }

  private Set<String> held(Expr.Held field) {
    if (field.owner().equals(SETTING) && field.name().equals("component")) {
      // Put together of many pieces, all of which the catalogue lists.
      return Settings.ALL.stream().map(Setting::component).collect(Collectors.toSet());
    }
    var stored = code.held(field);
    if (stored.isEmpty() || !Set.of(TEXT, "I", "java/util/List").contains(field.type())) {
      return Set.of(HOLE);
    }
    var key = List.<Object>of(field);
    var before = known.get(key);
    if (before != null) {
      return before;
    }
    known.put(key, Set.of());
    var found = new HashSet<String>();
    stored.forEach(it -> found.addAll(of(it.method(), it.expr())));
    known.put(key, found);
    return found;
  }

  /** Names of an enum's constants, of one where it is known which. */
  private Expr names(Expr of, String owner, Expr.Call call) {
    if (of instanceof Expr.Held(var type, var name, _) && code.constants(type).contains(name)) {
      return new Expr.Literal(name);
    }
    if (of instanceof Expr.Either(var values, var type)) {
      return either(
          values.stream()
              .map(it -> names(it, type.isEmpty() ? owner : type, call))
              .collect(Collectors.toSet()));
    }
    var own = code.constants(of.type());
    var names = own.isEmpty() ? code.constants(owner) : own;
    return names.isEmpty()
        ? of instanceof Expr.Parameter && FOLLOWED.contains(of.type())
            ? new Expr.Called(call, TEXT)
            : UNKNOWN
        : literals(Set.copyOf(names));
  }
}
