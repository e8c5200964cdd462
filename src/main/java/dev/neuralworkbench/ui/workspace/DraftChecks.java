package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Keeps the facts of the data and the list of what is wrong with the draft up to date. */
final class DraftChecks {

  private final ReadOnlyObjectWrapper<List<Problem>> problems =
      new ReadOnlyObjectWrapper<>(this, "problems", List.of());
  private final ReadOnlyObjectWrapper<DataFacts> facts;
  private final FactsFinder finder;
  private final Map<String, Problem> unreadable = new LinkedHashMap<>();
  private Document document;

  DraftChecks(Document first, BackgroundTasks tasks) {
    document = first;
    facts =
        new ReadOnlyObjectWrapper<>(this, "facts", DataFacts.unknown(first.draft().preparation()));
    finder = new FactsFinder(tasks, this::show);
  }

  ReadOnlyObjectProperty<List<Problem>> problems() {
    return problems.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<DataFacts> facts() {
    return facts.getReadOnlyProperty();
  }

  /** Checks another document. */
  void check(Document next) {
    document = next;
    finder.follow(next);
    problems.set(find());
  }

  /** Content of a field that cannot be read, until the field is readable again. */
  void unreadable(String component, Problem problem) {
    unreadable.put(component, problem);
    problems.set(find());
  }

  /** A field can be read again; {@link #check} follows. */
  void readable(String component) {
    unreadable.remove(component);
  }

  /** Forgets what could not be read; {@link #check} follows. */
  void forgetUnreadable() {
    unreadable.clear();
  }

  boolean hasUnreadable() {
    return !unreadable.isEmpty();
  }

  private void show(DataFacts found) {
    facts.set(found);
    problems.set(find());
  }

  private List<Problem> find() {
    var all = new ArrayList<>(unreadable.values());
    if (document.data().table() == null) {
      all.add(Problem.of("workspace.noTable", "data", null, document.data().name()));
    } else {
      DraftProblems.of(document.draft(), facts.get()).stream()
          .filter(problem -> !unreadable.containsKey(problem.component()))
          .forEach(all::add);
      if (all.isEmpty()) {
        all.addAll(TrainingPlan.of(document).problems(facts.get().shape().training()));
      }
    }
    return List.copyOf(all);
  }
}
