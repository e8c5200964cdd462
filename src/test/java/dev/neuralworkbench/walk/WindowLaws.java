package dev.neuralworkbench.walk;

import dev.neuralworkbench.app.OpenWindow;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MachineSpeed;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.workspace.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must always hold of the window once nothing is on its way.
 *
 * @param file the file of the open document, found out from the outside; null for none
 */
record WindowLaws(OpenWindow window, Hand hand, RecordedLog log, @Nullable Path file) {

  /** A window that is quiet still has to draw, and a lane beside it may be at work. */
  private static final long PATIENCE_NANOS = 4_000_000_000L;

  /** Laws that do not come to hold. Not on the FX thread. */
  List<String> broken() {
    var wrong = brokenAfter(PATIENCE_NANOS);
    // How slow the machine is at the moment gets measured where it matters.
    return wrong.isEmpty()
        ? wrong
        : brokenAfter((long) (PATIENCE_NANOS * MachineSpeed.measure().clock()));
  }

  private List<String> brokenAfter(long nanos) {
    var end = System.nanoTime() + nanos;
    var wrong = now();
    while (!wrong.isEmpty() && System.nanoTime() < end) {
      hand.frames(3);
      wrong = now();
    }
    return wrong;
  }

  private List<String> now() {
    var wrong = new ArrayList<>(FxThread.call(this::shown));
    var workspace = window.workspace();
    var trainer = window.workbench.trainer();
    wrong.addAll(new StateLaws(workspace, trainer, window.travel()).wrong());
    if (!Objects.equals(file, workspace.file.get())) {
      wrong.add("file of the document: expected " + file + ", is " + workspace.file.get());
    }
    var model = workspace.model.get();
    var table = workspace.document().get().data().table();
    if (model != null && table != null && trainer.state().get() != RunState.PAUSED) {
      wrong.addAll(new ScoreLaw(model, table).broken());
    }
    log.faults().forEach(it -> wrong.add("fault logged: " + told(it)));
    return wrong;
  }

  /** FX thread. */
  private List<String> shown() {
    var workspace = window.workspace();
    var document = workspace.document().get();
    var wrong = new ArrayList<String>();
    wrong.addAll(FieldLaw.broken(document.draft(), workspace.hasUnreadable()));
    wrong.addAll(ChoiceLaw.broken());
    wrong.addAll(HeadLaw.broken(window.stage, document, file, workspace.unsaved.get()));
    // The last message is shortened where other words need its room; its tip has it whole.
    ClippingCheck.clipped(window.scene()).stream()
        .filter(it -> !it.contains("#status-message"))
        .forEach(it -> wrong.add("clipped: " + it));
    var fault = window.workbench.messages.now("error.unexpected");
    Showing.nodes().stream()
        .filter(Showing.withId("#error-sentence"))
        .filter(it -> Showing.text(it).equals(fault))
        .forEach(it -> wrong.add("fault told: " + Showing.text(it)));
    if (Showing.nodes().stream().anyMatch(Showing.withId("#status-progress"))
        && window.workbench.trainer().state().get() != RunState.PAUSED) {
      wrong.add("progress shows: of nothing");
    }
    return wrong;
  }

  private static String told(@Nullable Throwable fault) {
    return fault == null
        ? "without an exception"
        : fault + " " + List.of(fault.getStackTrace()).stream().limit(6).toList();
  }
}
