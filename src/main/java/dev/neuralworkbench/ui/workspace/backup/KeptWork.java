package dev.neuralworkbench.ui.workspace.backup;

import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import java.time.Instant;

/**
 * What is told of work that was kept for the case of a crash, before it is opened.
 *
 * @param name what the document was called: its file, or its data where it had none
 * @param data name of the data
 * @param epochs epochs that its network was trained for; −1 where there is no network
 * @param typedRows rows that were typed or pasted and stand in no file; 0 for none
 * @param time when it was kept last
 */
public record KeptWork(String name, String data, int epochs, long typedRows, Instant time) {

  static KeptWork of(Document document, String name) {
    var trained = document.trained();
    var data = document.data();
    return new KeptWork(
        name,
        data.name(),
        trained == null ? -1 : trained.history().epochs(),
        data.source() instanceof DataSource.Embedded ? data.rows() : 0,
        Instant.now());
  }
}
