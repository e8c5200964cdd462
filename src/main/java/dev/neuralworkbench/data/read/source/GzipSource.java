package dev.neuralworkbench.data.read.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Bytes that are packed with gzip (RFC 1952). */
public final class GzipSource {

  private static final String ENDING = ".gz";
  private static final int BUFFER_BYTES = 1 << 16;

  private GzipSource() {}

  /** A source's bytes, unpacked where they are packed; the progress is that of the packed ones. */
  public static TableSource unpacked(TableSource source) throws IOException {
    try (var in = source.open()) {
      var isPacked = in.read() == 0x1f && in.read() == 0x8b;
      return isPacked
          ? new TableSource(
              source.name(), source.bytes(), progress -> unpack(source.open(progress)))
          : source;
    }
  }

  /** A name without the ending of packed files. */
  public static String unpackedName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(ENDING)
        ? name.substring(0, name.length() - ENDING.length())
        : name;
  }

  private static InputStream unpack(InputStream bytes) throws IOException {
    try {
      var counted = new Counted(bytes);
      return new UnpackedStream(new GZIPInputStream(counted, BUFFER_BYTES), () -> counted.count);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  private static final class Counted extends FilterInputStream {

    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var read = super.read(into, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
