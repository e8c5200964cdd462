package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows which file each table was read from: several folders may have one of that name. */
public final class ReadTables {

  private static final int ROWS_LOOKED_AT = 2_000;

  private final Map<String, Path> files = new ConcurrentHashMap<>();

  /** Reads a table. Any thread. */
  Document read(Path file, ReadingChoices choices, Progress progress) throws TableFormatException {
    return read(file, new TableReader().with(choices), choices, progress);
  }

  /** Reads what may be the table of a model. Any thread. */
  Document read(Path file, DataReference known, Progress progress) throws TableFormatException {
    var choices = known.source().choices();
    var reader = new TableReader().with(choices).withText(known.textColumns()::contains);
    return read(file, reader, choices, progress);
  }

  private Document read(Path file, TableReader reader, ReadingChoices choices, Progress progress)
      throws TableFormatException {
    ModelFile.refuseAsTable(file);
    var table = reader.read(file, progress);
    var data = DataReference.ofFile(table, choices);
    files.put(data.hash(), file.toAbsolutePath().normalize());
    return Document.of(data);
  }

  /** Reads the first rows of a table, the rest left unread where it can be. Any thread. */
  public static Table firstRows(Path file, ReadingChoices choices, Progress progress)
      throws TableFormatException {
    ModelFile.refuseAsTable(file);
    return Records.with(new TableReader().with(choices), "demands.mostRows", ROWS_LOOKED_AT)
        .read(file, progress);
  }

  Optional<Path> fileOf(DataReference data) {
    return Optional.ofNullable(files.get(data.hash()));
  }

  boolean isOf(DataReference data, Path file) {
    return fileOf(data).filter(file.toAbsolutePath().normalize()::equals).isPresent();
  }
}
