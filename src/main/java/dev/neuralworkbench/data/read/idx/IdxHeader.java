package dev.neuralworkbench.data.read.idx;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.text.RecordHandler;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How an IDX file begins (LeCun, Cortes, Burges: the MNIST database): two bytes 0, the type of the
 * numbers, how many sizes follow, and those sizes, four bytes each, the largest byte first.
 *
 * @param rows the first size: images, or labels
 * @param height rows of pixels of an image; 1 for labels
 * @param width pixels of such a row; 1 for labels
 */
record IdxHeader(int rows, int height, int width) {

  /** Type of numbers from 0 to 255, one byte each; the only one read. */
  private static final int UNSIGNED_BYTE = 8;

  int pixels() {
    return height * width;
  }

  /**
   * Reads a header.
   *
   * @param dimensions how many sizes the file must have: 3 for images, 1 for labels
   */
  static IdxHeader read(DataInputStream in, String name, int dimensions)
      throws IOException, TableFormatException {
    try {
      var magic = in.readInt();
      if (magic >>> 16 != 0) {
        throw problem("data.idx.start", name, null, null);
      }
      if ((magic >>> 8 & 0xFF) != UNSIGNED_BYTE) {
        throw problem("data.idx.type", name, UNSIGNED_BYTE, magic >>> 8 & 0xFF);
      }
      if ((magic & 0xFF) != dimensions) {
        throw problem("data.idx.dimensions", name, dimensions, magic & 0xFF);
      }
      var rows = size(in.readInt(), name);
      if (dimensions == 1) {
        return new IdxHeader(rows, 1, 1);
      }
      var height = size(in.readInt(), name);
      var width = size(in.readInt(), name);
      var pixels = (long) height * width;
      if (pixels >= RecordHandler.MOST_COLUMNS) {
        throw new TableFormatException(
            Problem.at(
                "data.file.tooManyColumns",
                Place.file(name),
                RecordHandler.MOST_COLUMNS,
                pixels + 1));
      }
      return new IdxHeader(rows, height, width);
    } catch (EOFException e) {
      throw new TableFormatException(Problem.at("data.idx.start", Place.file(name), null, null), e);
    }
  }

  private static int size(int size, String name) throws TableFormatException {
    if (size < 1) {
      throw problem("data.idx.size", name, Integer.MAX_VALUE, Integer.toUnsignedLong(size));
    }
    return size;
  }

  private static TableFormatException problem(
      String key, String name, @Nullable Object expected, @Nullable Object found) {
    return new TableFormatException(Problem.at(key, Place.file(name), expected, found));
  }
}
