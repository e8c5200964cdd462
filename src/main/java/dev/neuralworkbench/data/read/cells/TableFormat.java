package dev.neuralworkbench.data.read.cells;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A format of files that tables are read from: one class, and a line in {@code TableReader}. */
public interface TableFormat {

  /** Endings of names, with their points, that a dialog offers. */
  List<String> endings();

  /**
   * Whether bytes are of this format, as far as their name and the first of them tell.
   *
   * @param file name of the file, without the ending of packed files
   * @param head first bytes, unpacked. Not modified.
   */
  boolean isOf(Path file, byte[] head);

  /**
   * Reads a file that is there, and no folder or pipe.
   *
   * @param file where it is, for formats of several files
   * @param bytes what is in it, unpacked
   * @throws TableFormatException if it is no such table
   * @throws IOException if it cannot be read
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  Table read(Path file, TableSource bytes, TableDemands demands, Progress progress)
      throws IOException, TableFormatException;
}
