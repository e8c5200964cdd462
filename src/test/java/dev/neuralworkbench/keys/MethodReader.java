package dev.neuralworkbench.keys;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs through the instructions of a method once, in their order, with expressions in the place of
 * values. Where two ways meet, a value is either one; what a loop changes is not followed.
 */
final class MethodReader {

  /** What is on the stack and in the local variables. */
  private record State(List<Expr> stack, Map<Integer, Expr> locals) {

    State copy() {
      return new State(new ArrayList<>(stack), new HashMap<>(locals));
    }
  }

  private static final int MOST_WAYS = 40;

  /** No text at all. */
  private static final Expr NOTHING = new Expr.Literal("");

  private final MethodModel method;
  private final String id;
  private final List<MethodCode.Site> calls = new ArrayList<>();
  private final List<MethodCode.Join> joined = new ArrayList<>();
  private final Set<String> literals = new HashSet<>();
  private final Set<Expr> returns = new LinkedHashSet<>();
  private final Map<String, Set<Expr>> stores = new LinkedHashMap<>();
  private final Map<Label, State> waiting = new HashMap<>();
  private final Set<Label> handlers = new HashSet<>();
  private State now = new State(new ArrayList<>(), new HashMap<>());
  private boolean reached = true;
  private int line;

  MethodReader(String owner, MethodModel method) {
    this.method = method;
    id = owner + "." + method.methodName().stringValue() + method.methodType().stringValue();
    var slot = 0;
    var index = 0;
    if (!method.flags().has(java.lang.reflect.AccessFlag.STATIC)) {
      now.locals.put(slot++, new Expr.Parameter(id, index++, owner));
    }
    for (var parameter : method.methodTypeSymbol().parameterList()) {
      now.locals.put(slot, new Expr.Parameter(id, index++, name(parameter)));
      slot += isWide(parameter) ? 2 : 1;
    }
  }

  MethodCode read() {
    method.code().ifPresent(code -> code.forEach(this::step));
    return new MethodCode(id, calls, joined, literals, returns, stores);
  }

  private void step(CodeElement element) {
    switch (element) {
      case LineNumber number -> line = number.line();
      case ExceptionCatch caught -> handlers.add(caught.handler());
      case LabelTarget target -> arrive(target.label());
      case LoadInstruction load ->
          push(now.locals.getOrDefault(load.slot(), wide(load.typeKind().slotSize())));
      case StoreInstruction store -> now.locals.put(store.slot(), pop());
      case ConstantInstruction constant -> push(constant(constant.constantValue()));
      case InvokeInstruction invoke ->
          call(
              invoke.owner().asInternalName(),
              invoke.name().stringValue(),
              invoke.typeSymbol(),
              invoke.opcode() == Opcode.INVOKESTATIC);
      case InvokeDynamicInstruction dynamic -> dynamic(dynamic);
      case FieldInstruction field -> field(field);
      case NewObjectInstruction made -> push(new Expr.Thing(made.className().asInternalName()));
      case NewPrimitiveArrayInstruction _ -> {
        pop();
        push(Expr.UNKNOWN);
      }
      case NewReferenceArrayInstruction made -> array(name(made.componentType().asSymbol()));
      case NewMultiArrayInstruction made -> {
        pop(made.dimensions());
        push(Expr.UNKNOWN);
      }
      case ArrayLoadInstruction load -> {
        pop();
        push(element(pop(), load.typeKind().slotSize()));
      }
      case ArrayStoreInstruction _ -> fill();
      case TypeCheckInstruction check -> check(check);
      case OperatorInstruction operator -> {
        pop(isUnary(operator.opcode()) ? 1 : 2);
        push(wide(operator.typeKind().slotSize()));
      }
      case ConvertInstruction convert -> {
        pop();
        push(wide(convert.toType().slotSize()));
      }
      case BranchInstruction branch -> branch(branch);
      case TableSwitchInstruction choice -> {
        pop();
        choice.cases().forEach(it -> leave(it.target()));
        leave(choice.defaultTarget());
        reached = false;
      }
      case LookupSwitchInstruction choice -> {
        pop();
        choice.cases().forEach(it -> leave(it.target()));
        leave(choice.defaultTarget());
        reached = false;
      }
      case ReturnInstruction end -> {
        if (end.opcode() != Opcode.RETURN) {
          returns.add(pop());
        }
        reached = false;
      }
      case ThrowInstruction _ -> {
        pop();
        reached = false;
      }
      case MonitorInstruction _ -> pop();
      case StackInstruction stack -> stack(stack.opcode());
      default -> {}
    }
  }

  private void array(String component) {
    var type = "[" + component;
    push(
        pop() instanceof Expr.Whole(var length)
            ? new Expr.Array(length, List.of(), type)
            : new Expr.Thing(type));
  }

  private static Expr element(Expr array, int slots) {
    return switch (array) {
      case Expr.Array(_, var elements, _) when !elements.isEmpty() ->
          new Expr.Either(Set.copyOf(elements), elements.getFirst().type());
      case Expr _ when array.type().startsWith("[") -> new Expr.Thing(array.type().substring(1));
      default -> wide(slots);
    };
  }

  /** The array stands on the stack once more, where it is filled as it is made. */
  private void fill() {
    var value = pop();
    pop();
    var array = pop();
    if (array instanceof Expr.Array(var length, var elements, var type) && length < MOST_WAYS) {
      var more = new ArrayList<>(elements);
      more.add(value);
      if (!now.stack.isEmpty() && now.stack.getLast().equals(array)) {
        pop();
        push(new Expr.Array(length, List.copyOf(more), type));
      }
    }
  }

  private static boolean isUnary(Opcode opcode) {
    return switch (opcode) {
      case ARRAYLENGTH, INEG, LNEG, FNEG, DNEG -> true;
      default -> false;
    };
  }

  // Ways that part and meet.

  private void leave(Label target) {
    if (reached) {
      waiting.merge(target, now.copy(), MethodReader::meet);
    }
  }

  private void arrive(Label label) {
    var arriving = waiting.remove(label);
    if (arriving != null) {
      now = reached ? meet(now, arriving) : arriving;
    } else if (handlers.contains(label)) {
      now = new State(new ArrayList<>(List.of(Expr.UNKNOWN)), now.locals);
    } else if (!reached) {
      now.stack.clear(); // A loop's head, reached from below.
    }
    reached = true;
  }

  private static State meet(State one, State other) {
    var stack = new ArrayList<Expr>();
    for (var i = 0; i < Math.min(one.stack.size(), other.stack.size()); i++) {
      stack.add(either(one.stack.get(i), other.stack.get(i)));
    }
    var locals = new HashMap<>(one.locals);
    other.locals.forEach((slot, value) -> locals.merge(slot, value, MethodReader::either));
    return new State(stack, locals);
  }

  private static Expr either(Expr one, Expr other) {
    if (one.equals(other)) {
      return one;
    }
    var values = new LinkedHashSet<Expr>();
    for (var each : List.of(one, other)) {
      values.addAll(each instanceof Expr.Either(var several, _) ? several : Set.of(each));
    }
    return values.size() > MOST_WAYS
        ? Expr.UNKNOWN
        : new Expr.Either(values, one.type().equals(other.type()) ? one.type() : "");
  }

  private void branch(BranchInstruction branch) {
    switch (branch.opcode()) {
      case GOTO, GOTO_W -> {
        leave(branch.target());
        reached = false;
      }
      case IFEQ, IFNE, IFLT, IFGE, IFGT, IFLE, IFNULL, IFNONNULL -> {
        pop();
        leave(branch.target());
      }
      default -> {
        pop(2);
        leave(branch.target());
      }
    }
  }

  // Calls and fields.

  private void call(String owner, String name, MethodTypeDesc type, boolean isStatic) {
    var arguments = arguments(type.parameterCount() + (isStatic ? 0 : 1));
    var call = new Expr.Call(owner, name, type.descriptorString(), arguments);
    calls.add(new MethodCode.Site(line, call));
    if (owner.startsWith("java/util/") && !isStatic) {
      arguments.forEach(it -> bind(it, arguments.getFirst()));
    }
    give(type.returnType(), new Expr.Called(call, name(type.returnType())));
  }

  /** A function that a collection or stream is given is called with its elements. */
  private void bind(Expr argument, Expr elements) {
    if (argument instanceof Expr.Function(var site, var call, var caught)) {
      var arguments = new ArrayList<>(call.arguments());
      for (var i = caught; i < arguments.size(); i++) {
        if (arguments.get(i).type().equals("java/lang/String")) {
          arguments.set(i, elements);
        }
      }
      calls.set(
          site,
          new MethodCode.Site(
              calls.get(site).line(),
              new Expr.Call(call.owner(), call.name(), call.descriptor(), List.copyOf(arguments))));
    }
  }

  private void give(ClassDesc type, Expr value) {
    if (isWide(type)) {
      push(wide(2));
    } else if (!type.descriptorString().equals("V")) {
      push(value);
    }
  }

  private List<Expr> arguments(int count) {
    var arguments = new ArrayList<Expr>();
    for (var i = 0; i < count; i++) {
      arguments.addFirst(pop());
    }
    return List.copyOf(arguments);
  }

  private void dynamic(InvokeDynamicInstruction dynamic) {
    var type = dynamic.typeSymbol();
    var arguments = arguments(type.parameterCount());
    var made = dynamic.bootstrapArgs();
    if (dynamic.name().equalsString("makeConcatWithConstants")) {
      push(join((String) made.getFirst(), arguments));
      return;
    }
    if (made.size() > 1
        && made.get(1) instanceof DirectMethodHandleDesc handle
        && name(handle.owner()).startsWith("dev/neuralworkbench")) {
      push(call(handle, arguments));
      return;
    }
    give(type.returnType(), new Expr.Thing(name(type.returnType())));
  }

  /** A lambda: called with what it has caught, and with what only its caller knows. */
  private Expr call(DirectMethodHandleDesc handle, List<Expr> caught) {
    var arguments = new ArrayList<>(caught);
    var type = handle.invocationType();
    for (var i = caught.size(); i < type.parameterCount(); i++) {
      arguments.add(new Expr.Thing(name(type.parameterType(i))));
    }
    var isConstructor = handle.methodName().equals("<init>");
    if (isConstructor) {
      arguments.addFirst(new Expr.Thing(name(handle.owner())));
    }
    var call =
        new Expr.Call(
            name(handle.owner()),
            handle.methodName(),
            handle.lookupDescriptor(),
            List.copyOf(arguments));
    calls.add(new MethodCode.Site(line, call));
    return new Expr.Function(calls.size() - 1, call, caught.size() + (isConstructor ? 1 : 0));
  }

  private Expr join(String recipe, List<Expr> arguments) {
    var parts = new ArrayList<Expr>();
    var next = arguments.iterator();
    var text = new StringBuilder();
    for (var i = 0; i < recipe.length(); i++) {
      if (recipe.charAt(i) == '\1') {
        if (!text.isEmpty()) {
          parts.add(new Expr.Literal(text.toString()));
          text.setLength(0);
        }
        parts.add(next.next());
      } else {
        text.append(recipe.charAt(i));
      }
    }
    if (!text.isEmpty()) {
      parts.add(new Expr.Literal(text.toString()));
    }
    var expr = new Expr.Joined(List.copyOf(parts));
    joined.add(new MethodCode.Join(line, expr));
    return expr;
  }

  private void field(FieldInstruction field) {
    var owner = field.owner().asInternalName();
    var name = field.name().stringValue();
    var type = field.typeSymbol();
    switch (field.opcode()) {
      case GETSTATIC -> give(type, new Expr.Held(owner, name, name(type)));
      case GETFIELD -> {
        pop();
        give(type, new Expr.Held(owner, name, name(type)));
      }
      default -> {
        stores.computeIfAbsent(owner + "." + name, _ -> new LinkedHashSet<>()).add(pop());
        if (field.opcode() == Opcode.PUTFIELD) {
          pop();
        }
      }
    }
  }

  private void check(TypeCheckInstruction check) {
    var value = pop();
    if (check.opcode() == Opcode.INSTANCEOF) {
      push(Expr.UNKNOWN);
    } else {
      var type = check.type().asInternalName();
      push(type.equals("java/lang/String") ? value : new Expr.Either(Set.of(value), type));
    }
  }

  // The stack.

  private @Nullable Expr constant(@Nullable ConstantDesc value) {
    if (value instanceof String text) {
      literals.add(text);
      return new Expr.Literal(text);
    }
    return ConstantDescs.NULL.equals(value)
        ? NOTHING
        : value instanceof Integer whole
            ? new Expr.Whole(whole)
            : wide(value instanceof Long || value instanceof Double ? 2 : 1);
  }

  private void push(@Nullable Expr value) {
    now.stack.add(value == null ? Expr.UNKNOWN : value);
  }

  private Expr pop() {
    return now.stack.isEmpty() ? Expr.UNKNOWN : now.stack.removeLast();
  }

  private void pop(int count) {
    for (var i = 0; i < count; i++) {
      pop();
    }
  }

  private void stack(Opcode opcode) {
    var top = pop();
    var isWide = top.type().equals("wide");
    switch (opcode) {
      case POP -> {}
      case POP2 -> pop(isWide ? 0 : 1);
      case DUP -> again(List.of(), List.of(top));
      case DUP_X1 -> again(arguments(1), List.of(top));
      case DUP_X2 -> again(arguments(peekIsWide() ? 1 : 2), List.of(top));
      case SWAP -> {
        var below = pop();
        push(top);
        push(below);
      }
      default -> {
        var both = isWide ? List.of(top) : List.of(pop(), top);
        var under = opcode == Opcode.DUP2 ? 0 : opcode == Opcode.DUP2_X1 || peekIsWide() ? 1 : 2;
        again(arguments(under), both);
      }
    }
  }

  private boolean peekIsWide() {
    return !now.stack.isEmpty() && now.stack.getLast().type().equals("wide");
  }

  private void again(List<Expr> below, List<Expr> top) {
    now.stack.addAll(top);
    now.stack.addAll(below);
    now.stack.addAll(top);
  }

  private static Expr wide(int slots) {
    return slots == 2 ? new Expr.Thing("wide") : Expr.UNKNOWN;
  }

  private static boolean isWide(ClassDesc type) {
    var descriptor = type.descriptorString();
    return descriptor.equals("J") || descriptor.equals("D");
  }

  private static String name(ClassDesc type) {
    var descriptor = type.descriptorString();
    return switch (descriptor.charAt(0)) {
      case 'L' -> descriptor.substring(1, descriptor.length() - 1);
      case '[' -> "[" + name(type.componentType());
      case 'I' -> "I";
      default -> "";
    };
  }
}
