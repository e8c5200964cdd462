package dev.neuralworkbench.ui.common.dialog;

import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import java.nio.file.Path;
import java.util.Optional;

/** How a part of a window speaks to the user, asks, and works beside the window. */
public record WindowServices(
    Messages messages, Dialogs dialogs, BackgroundTasks tasks, Notices notices) {

  /** Writes a file, off the FX thread. */
  public interface FileWriter {
    void write(Path file) throws NotSavedException;
  }

  /** Writes the file that was chosen, if one was, and tells that it is written, or why not. */
  public void save(String job, Optional<Path> chosen, FileWriter writer) {
    chosen.ifPresent(
        file ->
            tasks.submit(
                job,
                _ -> {
                  writer.write(file);
                  return file;
                },
                _ -> notices.tell(messages.text("notice.saved", file.getFileName())),
                this::notSaved));
  }

  private void notSaved(Exception e) {
    if (e instanceof NotSavedException known) {
      notices.complain(messages.sentence(known.problem()));
    } else {
      tasks.complain();
    }
  }
}
