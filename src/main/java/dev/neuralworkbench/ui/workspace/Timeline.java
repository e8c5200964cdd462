package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The open document, those before it and those that were undone; a value. Documents share their
 * weights, so a step costs memory only where it brought new ones; beyond a limit the oldest steps
 * are dropped.
 *
 * @param past what was done, the oldest first, each with the document before it
 * @param future what was undone, the last to be done again first, each with the document after it
 * @param begun how many stretches there ever were: each number is given once, since a save that
 *     ends late still names its own
 */
public record Timeline(List<Step> past, Entry present, List<Step> future, int begun, long limit) {

  static final long LIMIT = 256L << 20;

  /** A weight and, in the checkpoint, the optimizer's two numbers for it. */
  private static final int BYTES_A_WEIGHT = 12;

  /** A document, and its stretch: all since one was opened or made share it, and with it a file. */
  public record Entry(Document document, int stretch) {

    public Entry with(Document next) {
      return new Entry(next, stretch);
    }
  }

  record Step(String nameKey, Entry entry) {}

  public Timeline {
    past = List.copyOf(past);
    future = List.copyOf(future);
  }

  static Timeline of(Document first) {
    return of(first, LIMIT);
  }

  static Timeline of(Document first, long limit) {
    return new Timeline(List.of(), new Entry(first, 0), List.of(), 1, limit);
  }

  Document document() {
    return present.document;
  }

  /** Goes on to a changed document; what was undone is forgotten. */
  Timeline push(String nameKey, Document next) {
    return push(nameKey, present.with(next), begun);
  }

  Timeline open(String nameKey, Document next) {
    return push(nameKey, new Entry(next, begun), begun + 1);
  }

  private Timeline push(String nameKey, Entry next, int stretches) {
    var done = new ArrayList<>(past);
    done.add(new Step(nameKey, present));
    var pushed = new Timeline(done, next, List.of(), stretches, limit);
    while (pushed.past.size() > 1 && pushed.weightBytes() > limit) {
      var kept = pushed.past.subList(1, pushed.past.size());
      pushed = new Timeline(kept, next, List.of(), stretches, limit);
    }
    return pushed;
  }

  Timeline replace(Document document) {
    return new Timeline(past, present.with(document), future, begun, limit);
  }

  Timeline undo() {
    if (past.isEmpty()) {
      return this;
    }
    var step = past.getLast();
    var undone = new ArrayList<>(future);
    undone.addFirst(new Step(step.nameKey, present));
    return new Timeline(past.subList(0, past.size() - 1), step.entry, undone, begun, limit);
  }

  Timeline redo() {
    if (future.isEmpty()) {
      return this;
    }
    var step = future.getFirst();
    var done = new ArrayList<>(past);
    done.add(new Step(step.nameKey, present));
    return new Timeline(done, step.entry, future.subList(1, future.size()), begun, limit);
  }

  @Nullable String undoName() {
    return past.isEmpty() ? null : past.getLast().nameKey;
  }

  @Nullable String redoName() {
    return future.isEmpty() ? null : future.getFirst().nameKey;
  }

  Set<Integer> stretches() {
    return entries().map(Entry::stretch).collect(Collectors.toUnmodifiableSet());
  }

  private long weightBytes() {
    Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    return entries()
        .map(entry -> entry.document.trained())
        .filter(model -> model != null && counted.add(model))
        .mapToLong(model -> BYTES_A_WEIGHT * model.weights().parameterCount())
        .sum();
  }

  private Stream<Entry> entries() {
    return Stream.concat(
        Stream.of(present), Stream.concat(past.stream(), future.stream()).map(Step::entry));
  }
}
