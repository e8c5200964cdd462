package dev.neuralworkbench.keys;

import java.util.List;
import java.util.Set;

/** A value on the stack of a method, as far as keys need it: how it was made. */
sealed interface Expr {

  /** A value of which nothing else is known. */
  Expr UNKNOWN = new Thing("");

  /**
   * The class's internal name, such as {@code java/lang/String}; empty where it does not matter.
   */
  String type();

  /** A text in the code. */
  record Literal(String text) implements Expr {
    @Override
    public String type() {
      return "java/lang/String";
    }
  }

  /** A whole number in the code. */
  record Whole(int value) implements Expr {
    @Override
    public String type() {
      return "I";
    }
  }

  /** Texts, one after the other. */
  record Joined(List<Expr> parts) implements Expr {
    @Override
    public String type() {
      return "java/lang/String";
    }
  }

  /** One of several, by the way that was taken. */
  record Either(Set<Expr> values, String type) implements Expr {}

  /** What a method was called with; an object's own method has the object as its first. */
  record Parameter(String method, int index, String type) implements Expr {}

  /** What a field of any object of its class holds. */
  record Held(String owner, String name, String type) implements Expr {}

  /** What a call gave. */
  record Called(Call call, String type) implements Expr {}

  /** An array of so many elements, as far as they are known. */
  record Array(int length, List<Expr> elements, String type) implements Expr {}

  /** A function, made in the {@code site}-th call of a method, with what it has caught. */
  record Function(int site, Call call, int caught) implements Expr {
    @Override
    public String type() {
      return "";
    }
  }

  /** Something of a class. */
  record Thing(String type) implements Expr {}

  /** A call of a method of a class, which one that inherits from it may answer. */
  record Call(String owner, String name, String descriptor, List<Expr> arguments) {}
}
