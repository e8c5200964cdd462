package dev.neuralworkbench.model.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** A JSON value. Arrays of numbers are kept as numbers, since a model is little else. */
public sealed interface Json {

  /** What it is, for a sentence: a key of the message bundles. */
  String kindKey();

  /**
   * An object, in the order of its members.
   *
   * @param members its members. Kept, not copied.
   */
  record Members(Map<String, Json> members) implements Json {

    /** An object without members yet. */
    public Members() {
      this(new LinkedHashMap<>());
    }

    /** Adds a member; returns this object. */
    public Members with(String name, Json value) {
      members.put(name, value);
      return this;
    }

    @Override
    public String kindKey() {
      return "model.kind.object";
    }
  }

  /**
   * An array of anything but numbers alone.
   *
   * @param items its items. Kept, not copied.
   */
  record Items(List<Json> items) implements Json {
    @Override
    public String kindKey() {
      return "model.kind.array";
    }
  }

  /**
   * An array of numbers in double precision; null in the file is NaN here.
   *
   * @param count how many
   * @param value each by its index: millions of numbers, asked for where they are kept
   */
  record Doubles(int count, IntToDoubleFunction value) implements Json {
    @Override
    public String kindKey() {
      return "model.kind.numbers";
    }
  }

  /** An array of numbers in single precision. */
  @SuppressWarnings("ArrayRecordComponent") // Millions of numbers: kept, not copied.
  record Floats(float[] values) implements Json {
    @Override
    public String kindKey() {
      return "model.kind.numbers";
    }
  }

  /**
   * A number as it is written, so that 64-bit seeds keep all digits.
   *
   * @param digits valid JSON
   */
  record Digits(String digits) implements Json {

    /** A whole number. */
    public static Digits of(long value) {
      return new Digits(Long.toString(value));
    }

    /** A finite number, so that it reads back to the same bits. */
    public static Digits of(double value) {
      return new Digits(Double.toString(value));
    }

    @Override
    public String kindKey() {
      return "model.kind.number";
    }
  }

  record Text(String value) implements Json {
    @Override
    public String kindKey() {
      return "model.kind.text";
    }
  }

  /** True or false. */
  record Truth(boolean value) implements Json {
    @Override
    public String kindKey() {
      return "model.kind.truth";
    }
  }
}
