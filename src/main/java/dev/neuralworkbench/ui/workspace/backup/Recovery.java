package dev.neuralworkbench.ui.workspace.backup;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.backup.UnsavedWork.KeptWork;
import dev.neuralworkbench.ui.workspace.files.MissingTable;
import dev.neuralworkbench.ui.workspace.files.Requests;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Offers what earlier starts ended without saving, one after another. Belongs to the FX thread. */
public final class Recovery {

  private final Workspace workspace;
  private final MissingTable missing;
  private final Requests requests;
  private final Autosave autosave;
  private final WindowServices services;
  private final Deque<UnsavedWork> left;
  public final ReadOnlyObjectWrapper<@Nullable KeptWork> offered = new ReadOnlyObjectWrapper<>();

  /** The work that was discarded last and can still be brought back; null while there is none. */
  public final ReadOnlyObjectWrapper<@Nullable UnsavedWork> discarded =
      new ReadOnlyObjectWrapper<>();

  public Recovery(
      Workspace workspace,
      MissingTable missing,
      Requests requests,
      Autosave autosave,
      UnsavedFolder folder,
      WindowServices services) {
    this.workspace = workspace;
    this.missing = missing;
    this.requests = requests;
    this.autosave = autosave;
    this.services = services;
    left = new ArrayDeque<>(folder.left());
    offer();
  }

  /** Folders to whose files the work belongs that is offered, or will be. */
  public List<Path> folders() {
    return left.stream()
        .map(UnsavedWork::file)
        .filter(Objects::nonNull)
        .map(Path::getParent)
        .filter(Objects::nonNull)
        .toList();
  }

  public void restore() {
    var work = left.peek();
    if (work != null) {
      requests.add(turn -> turn.whenNothingIsLost(work.kept().name(), () -> open(work, turn)));
    }
  }

  /** Discards the work that is offered. It can be brought back until that is forgone. */
  public void discard() {
    forgo();
    discarded.set(left.poll());
    offer();
  }

  public void bringBack() {
    var work = discarded.get();
    if (work != null) {
      discarded.set(null);
      left.push(work);
      offer();
    }
  }

  public void forgo() {
    var work = discarded.get();
    if (work != null) {
      discarded.set(null);
      work.discard();
    }
  }

  /** Leaves what was not decided about to the next start; what was discarded is removed. */
  public void close() {
    forgo();
    left.forEach(UnsavedWork::leave);
    left.clear();
  }

  private void open(UnsavedWork work, Requests.Turn turn) {
    turn.reads(
        services
            .tasks()
            .submit(
                "job.readModel",
                work::read,
                document -> turn.last(() -> restore(work, document)),
                e -> turn.last(() -> services.failed(e))));
  }

  private void restore(UnsavedWork work, Document document) {
    if (left.remove(work)) {
      workspace.restore(document, work.file(), work.stamp());
      autosave.adopt(work);
      services.tell("notice.restored", work.kept().name());
      missing.find();
      offer();
    }
  }

  private void offer() {
    var next = left.peek();
    offered.set(next == null ? null : next.kept());
  }
}
