package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Document;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The open document, those before it and those that were undone. Documents share their weights, so
 * a step costs memory only where it brought new ones; beyond a limit the oldest steps are dropped.
 */
final class UndoList {

  /** Weights kept for undo, in bytes. */
  static final long LIMIT = 256L << 20;

  /** A weight and, in the checkpoint, the optimizer's two numbers for it. */
  private static final int BYTES_A_WEIGHT = 12;

  private final long limit;
  private final Deque<Step> past = new ArrayDeque<>();
  private final Deque<Step> future = new ArrayDeque<>();
  private Document present;

  UndoList(Document first) {
    this(first, LIMIT);
  }

  UndoList(Document first, long limit) {
    this.present = first;
    this.limit = limit;
  }

  Document present() {
    return present;
  }

  /** Goes on to a new document; what was undone is forgotten. */
  void push(String nameKey, Document next) {
    past.push(new Step(nameKey, present));
    future.clear();
    present = next;
    while (past.size() > 1 && weightBytes() > limit) {
      past.removeLast();
    }
  }

  /** Puts another document in the place of the present one, without a step. */
  void replace(Document document) {
    present = document;
  }

  void undo() {
    var step = past.pop();
    future.push(new Step(step.nameKey, present));
    present = step.document;
  }

  void redo() {
    var step = future.pop();
    past.push(new Step(step.nameKey, present));
    present = step.document;
  }

  /** Key of what undo would take back; empty where there is nothing. */
  Optional<String> undoName() {
    return Optional.ofNullable(past.peek()).map(Step::nameKey);
  }

  /** Key of what redo would do again; empty where there is nothing. */
  Optional<String> redoName() {
    return Optional.ofNullable(future.peek()).map(Step::nameKey);
  }

  /** The document that undo would bring back. */
  Optional<Document> previous() {
    return Optional.ofNullable(past.peek()).map(Step::document);
  }

  private long weightBytes() {
    Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    long bytes = 0;
    for (var document : (Iterable<Document>) documents()::iterator) {
      var model = document.trained();
      if (model != null && counted.add(model)) {
        bytes += BYTES_A_WEIGHT * model.weights().parameterCount();
      }
    }
    return bytes;
  }

  private Stream<Document> documents() {
    return Stream.concat(
        Stream.of(present), Stream.concat(past.stream(), future.stream()).map(Step::document));
  }

  /** What was done, and the document on the other side of it. */
  private record Step(String nameKey, Document document) {}
}
