package dev.neuralworkbench.ui.data.trap;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.trap.Trap;
import dev.neuralworkbench.data.trap.Traps;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;

/** What in the open table deceives, looked for beside the window whenever the choices change. */
public final class TrapsViewModel {

  private final Workspace workspace;
  private final Inquiry<Question, List<Trap>> ofTable;

  /** What was found, the gravest first; stays until the choices that came after were looked at. */
  public final ReadOnlyObjectWrapper<List<Trap>> found = new ReadOnlyObjectWrapper<>(List.of());

  public final BooleanProperty open = new SimpleBooleanProperty();
  private Subscription following = Subscription.EMPTY;

  /** Tables are compared by their identity: one is never changed. */
  private record Question(Table table, Preparation preparation) {}

  public TrapsViewModel(Workspace workspace, BackgroundTasks tasks) {
    this.workspace = workspace;
    var task = LatestTask.unseen(tasks, tasks.lane("traps"), "traps");
    ofTable = new Inquiry<Question, List<Trap>>(tasks, task).lasting().telling(_ -> tell());
  }

  String name(int column) {
    return Objects.requireNonNull(ofTable.question()).table.column(column).name();
  }

  public void shown() {
    following.unsubscribe();
    following =
        workspace.facts().subscribe(_ -> find()).and(workspace.document().subscribe(_ -> find()));
  }

  public void hidden() {
    following.unsubscribe();
  }

  void remedy(Trap trap, Trap.Remedy by) {
    var asked = ofTable.question();
    if (asked != null) {
      var name =
          switch (by) {
            case BALANCE -> "preparation.balanced";
            case IGNORE, DIVIDE_BY_GROUP, DIVIDE_BY_TIME -> "form.role";
            default -> "traps." + Ids.of(by);
          };
      workspace.prepare(name, preparation -> trap.remedied(by, preparation, asked.table));
    }
  }

  private void find() {
    var document = workspace.document().get();
    var table = document.data().table();
    var facts = workspace.facts().get();
    var asked = ofTable.question();
    if (asked != null && !Same.is(asked.table, table)) {
      forget();
      open.set(false);
    }
    if (table == null || !facts.known() || !facts.problems().isEmpty()) {
      forget();
      return;
    }
    var question = new Question(table, document.draft().preparation());
    ofTable.ask(question, progress -> Traps.of(question.preparation, table, progress));
    tell();
  }

  private void tell() {
    var document = workspace.document().get();
    var all = new ArrayList<Trap>();
    Optional.ofNullable(ofTable.get()).ifPresent(all::addAll);
    var split = document.draft().preparation().split();
    Traps.looked(document.runs().looks(document.data().hash(), split)).ifPresent(all::add);
    all.sort(Comparator.comparing(Trap::kind));
    if (!all.equals(found.get())) {
      found.set(List.copyOf(all));
    }
  }

  private void forget() {
    ofTable.forget();
    found.set(List.of());
  }
}
