package dev.neuralworkbench.data.read.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Unpacked bytes, which cannot be too many for the packed ones. */
public class UnpackedStream extends FilterInputStream {

  /** Unpacked bytes up to which nothing is suspected. */
  private static final long USUAL_BYTES = 50_000_000;

  /** No table packs as well as that: what does was made to fill a disk. */
  private static final long MOST_TIMES = 300;

  private final LongSupplier packed;
  private long count;

  /** More bytes than any table of that size unpacks to. */
  public static final class BombException extends IOException {

    private static final long serialVersionUID = 1;
  }

  /**
   * Guards a stream.
   *
   * @param packed how many bytes they are packed in, as far as that is known
   */
  public UnpackedStream(InputStream unpacked, LongSupplier packed) {
    super(unpacked);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * {@inheritDoc}
   *
   * @throws BombException if they are too many
   */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    var read = super.read(into, offset, length);
    count += Math.max(0, read);
    if (count > USUAL_BYTES && count > MOST_TIMES * packed.getAsLong()) {
      throw new BombException();
    }
    return read;
  }
}
