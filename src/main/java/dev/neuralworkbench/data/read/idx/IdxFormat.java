package dev.neuralworkbench.data.read.idx;

import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.cells.TableFormat;
import dev.neuralworkbench.data.read.source.GzipSource;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.NumberStorage;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labelled images in a pair of IDX files, told by their names. */
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
    return new IdxReader(IdxFiles.of(file), demands).read(progress);
  }

  /**
   * Reads labelled images from IDX files into a table: a column {@code pixel_ROW_COLUMN} for each
   * pixel, from 0 to 255, then {@code label}.
   */
  private record IdxReader(IdxFiles files, TableDemands demands) {

    /** Images between two looks at the progress. */
    private static final int BLOCK = 256;

    Table read(Progress progress) throws IOException, TableFormatException {
      var labels = files.labels();
      if (labels == null && demands.fewestColumns() > 1) {
        throw problem("data.idx.noLabels", files.images(), files.labelsName(), null);
      }
      try (var in = stream(files.images(), progress)) {
        var name = name(files.images());
        var header = IdxHeader.read(in, files.images(), 3);
        demands.checkBytes(Place.file(name), (long) Short.BYTES * header.rows() * header.pixels());
        var columns = new ArrayList<>(pixels(in, header));
        if (labels != null) {
          columns.add(labels(labels, header.rows()));
        }
        return new Table(name, columns, header.rows());
      }
    }

    private List<Column> pixels(DataInputStream in, IdxHeader header)
        throws IOException, TableFormatException {
      var rows = header.rows();
      var pixels = header.pixels();
      // The file says how many images it has, and is believed only as far as they come.
      var values = new short[pixels][Math.min(rows, BLOCK)];
      var block = new byte[BLOCK * pixels];
      for (var first = 0; first < rows; first += BLOCK) {
        var count = Math.min(BLOCK, rows - first);
        var found = in.readNBytes(block, 0, count * pixels);
        if (found < count * pixels) {
          throw problem(
              "data.idx.short",
              files.images(),
              (long) rows * pixels,
              (long) first * pixels + found);
        }
        for (var pixel = 0; pixel < pixels; pixel++) {
          if (values[pixel].length < first + count) {
            var grown = Math.min(rows, Math.max(first + count, 2 * values[pixel].length));
            values[pixel] = Arrays.copyOf(values[pixel], grown);
          }
          for (var image = 0; image < count; image++) {
            values[pixel][first + image] = (short) (block[image * pixels + pixel] & 0xFF);
          }
        }
      }
      refuseMore(in, files.images(), (long) rows * pixels);
      var columns = new ArrayList<Column>(pixels);
      for (var pixel = 0; pixel < pixels; pixel++) {
        var place = ColumnNames.pixel(pixel, header.width());
        columns.add(new NumberColumn(place, NumberStorage.of(values[pixel])));
        values[pixel] = new short[0];
      }
      return columns;
    }

    private static NumberColumn labels(Path file, int images)
        throws IOException, TableFormatException {
      try (var in = stream(file, Progress.NONE)) {
        var header = IdxHeader.read(in, file, 1);
        if (header.rows() != images) {
          throw problem("data.idx.mismatch", file, images, header.rows());
        }
        var values = in.readNBytes(images);
        if (values.length < images) {
          throw problem("data.idx.short", file, images, values.length);
        }
        refuseMore(in, file, images);
        var numbers = new short[images];
        for (var i = 0; i < images; i++) {
          numbers[i] = (short) (values[i] & 0xFF);
        }
        return new NumberColumn("label", NumberStorage.of(numbers));
      }
    }

    private static void refuseMore(DataInputStream in, Path file, long expected)
        throws IOException, TableFormatException {
      if (in.read() >= 0) {
        throw problem("data.idx.long", file, expected, null);
      }
    }

    private static DataInputStream stream(Path file, Progress progress) throws IOException {
      var in = GzipSource.unpacked(TableSource.of(file)).open(progress);
      return new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    private static String name(Path file) {
      return TableSource.of(file).name();
    }

    private static TableFormatException problem(
        String key, Path file, @Nullable Object expected, @Nullable Object found) {
      return TableFormatException.at(key, Place.file(name(file)), expected, found);
    }

    /**
     * How an IDX file begins (LeCun, Cortes, Burges: the MNIST database): two bytes 0, the type of
     * the numbers, how many sizes follow, and those sizes, four bytes each, the largest byte first.
     *
     * @param rows the first size: images, or labels
     * @param height rows of pixels of an image; 1 for labels
     * @param width pixels of such a row; 1 for labels
     */
    private record IdxHeader(int rows, int height, int width) {

      /** Type of numbers from 0 to 255, one byte each; the only one read. */
      private static final int UNSIGNED_BYTE = 8;

      int pixels() {
        return height * width;
      }

      /** Reads a header of as many sizes: 3 for images, 1 for labels. */
      static IdxHeader read(DataInputStream in, Path file, int dimensions)
          throws IOException, TableFormatException {
        try {
          var magic = in.readInt();
          if (magic >>> 16 != 0) {
            throw problem("data.idx.start", file, null, null);
          }
          if ((magic >>> 8 & 0xFF) != UNSIGNED_BYTE) {
            throw problem("data.idx.type", file, UNSIGNED_BYTE, magic >>> 8 & 0xFF);
          }
          if ((magic & 0xFF) != dimensions) {
            throw problem("data.idx.dimensions", file, dimensions, magic & 0xFF);
          }
          var rows = size(in.readInt(), file);
          if (dimensions == 1) {
            return new IdxHeader(rows, 1, 1);
          }
          var height = size(in.readInt(), file);
          var width = size(in.readInt(), file);
          TableDemands.checkColumns(Place.file(name(file)), (long) height * width + 1);
          return new IdxHeader(rows, height, width);
        } catch (EOFException e) {
          throw new TableFormatException(
              Problem.at("data.idx.start", Place.file(name(file)), null, null), e);
        }
      }

      private static int size(int size, Path file) throws TableFormatException {
        if (size < 1) {
          throw problem("data.idx.size", file, Integer.MAX_VALUE, Integer.toUnsignedLong(size));
        }
        return size;
      }
    }
  }
}
