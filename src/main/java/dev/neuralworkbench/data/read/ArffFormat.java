package dev.neuralworkbench.data.read;

import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Attribute-Relation File Format, in which Weka keeps tables: a line declares each column, and rows
 * follow, dense or sparse; see {@link ArffReader}. In UTF-8, else in the encoding that is guessed
 * for texts.
 */
final class ArffFormat implements TableFormat {

  private static final String ENDING = ".arff";

  @Override
  public List<String> endings() {
    return List.of(ENDING);
  }

  @Override
  public boolean isOf(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  @Override
  public Table read(Path file, TableSource bytes, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    return read(bytes, demands, progress);
  }

  /** Reads bytes, wherever they are. */
  static Table read(TableSource source, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    var encoding = TextEncoding.ofMark(FileHead.of(source).bytes());
    try {
      return read(source, encoding, demands, progress);
    } catch (CharacterCodingException e) {
      return read(source, guessed(source, progress), demands, progress);
    }
  }

  private static TextEncoding guessed(TableSource source, Progress progress) throws IOException {
    try (var in = source.open(progress)) {
      return TextEncoding.withoutUnicode(in);
    }
  }

  private static Table read(
      TableSource source, TextEncoding encoding, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    try (var text = encoding.reader(source.open(progress))) {
      return new ArffReader(source.name(), text, demands).read();
    }
  }
}
