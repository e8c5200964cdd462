package dev.neuralworkbench.ui.common.dialog;

import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.problem.Known;
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
                _ -> tell("notice.saved", file.getFileName()),
                this::failed));
  }

  public void tell(String key, Object... arguments) {
    notices.tell(messages.text(key, arguments));
  }

  public void complain(String key, Object... arguments) {
    notices.complain(messages.text(key, arguments));
  }

  /** Tells why something failed: in its own sentence, or as a fault of the program. */
  public void failed(Exception e) {
    if (e instanceof Known known) {
      notices.complain(messages.sentence(known.problem()));
    } else {
      tasks.complain();
    }
  }
}
