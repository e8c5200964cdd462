package dev.neuralworkbench.data.read.xlsx;

import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.read.source.UnpackedStream;
import dev.neuralworkbench.data.read.text.WrittenCells.TooManyException;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a packed workbook, read one after the other and never all at once. Nothing that they
 * refer to elsewhere is opened, and more than a workbook can hold is refused while it unpacks.
 *
 * @param mostBytes bytes that a table may take in memory
 */
record WorkbookParts(TableSource source, long mostBytes, Progress progress) {

  /** Bytes between two signs of XML: a cell has at most 32,767 characters. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final int MOST_PARTS = 10_000;

  private static final byte[] UTF8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private static final XMLInputFactory XML = xml();

  static final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final String key;

    RefusedException(String key) {
      super(key);
      this.key = key;
    }

    String key() {
      return key;
    }
  }

  @FunctionalInterface
  interface Reading {

    void read(String part, XMLStreamReader xml)
        throws IOException, XMLStreamException, TooManyException;
  }

  private static XMLInputFactory xml() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * Reads the parts that are asked for, in the order in which they are packed.
   *
   * @param one whether nothing behind the first of them is read
   * @return whether there was one
   */
  boolean read(Predicate<String> part, boolean one, Reading reading)
      throws IOException, XMLStreamException, TooManyException {
    var packed = source.size();
    var found = false;
    try (var zip = new ZipInputStream(source.open(progress), StandardCharsets.UTF_8)) {
      var parts = 0;
      var guarded = new PartStream(zip, packed);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++parts > MOST_PARTS) {
          throw new RefusedException("data.file.bomb");
        }
        if (part.test(entry.getName())) {
          found = true;
          guarded.begin(true);
          var xml = XML.createXMLStreamReader(characters(guarded));
          reading.read(entry.getName(), xml);
          xml.close();
          if (one) {
            return true;
          }
        }
        guarded.begin(false);
        guarded.transferTo(OutputStream.nullOutputStream());
      }
    }
    return found;
  }

  /**
   * The characters of a part, in UTF-16 where its mark says so, otherwise in UTF-8. Given bytes,
   * Java's parser prints what it finds wrong in them.
   */
  private static Reader characters(InputStream part) throws IOException {
    var bytes = new PushbackInputStream(part, UTF8_MARK.length);
    var head = bytes.readNBytes(UTF8_MARK.length);
    var isWide = head.length > 1 && (head[0] & head[1] & 0xfe) == 0xfe;
    if (!Arrays.equals(head, UTF8_MARK)) {
      bytes.unread(head);
    }
    var encoding = isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return new InputStreamReader(bytes, encoding.newDecoder());
  }

  /** The bytes of a part, which has no text without end. */
  private static final class PartStream extends UnpackedStream {

    private int run;
    private boolean isXml;

    PartStream(InputStream in, long packed) {
      super(in, () -> packed);
    }

    void begin(boolean xml) {
      isXml = xml;
      run = 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      var read = super.read(into, offset, length);
      for (var i = offset; isXml && i < offset + read; i++) {
        run = into[i] == '<' || into[i] == '>' ? 0 : run + 1;
        if (run > LONGEST_TEXT) {
          throw new RefusedException("data.xlsx.longText");
        }
      }
      return read;
    }

    /** The parts that follow are still to be read. */
    @Override
    public void close() {}
  }
}
