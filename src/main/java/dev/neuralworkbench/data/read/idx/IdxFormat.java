package dev.neuralworkbench.data.read.idx;

import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.cells.TableFormat;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Labelled images in a pair of IDX files, told by their names; see {@link IdxReader}. */
public final class IdxFormat implements TableFormat {

  @Override
  public List<String> endings() {
    return List.of(".idx", "-ubyte", "-ubyte.gz");
  }

  @Override
  public boolean isOf(Path file, byte[] head) {
    return IdxFiles.isIdx(file);
  }

  @Override
  public Table read(Path file, TableSource bytes, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    var labelled = demands.fewestColumns() > 1;
    return new IdxReader(IdxFiles.of(file), demands.mostBytes(), labelled).read(progress);
  }
}
