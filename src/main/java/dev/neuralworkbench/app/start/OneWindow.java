package dev.neuralworkbench.app.start;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One window for each user: a second start hands its files to the first and ends. The first holds a
 * lock, which the system frees however it ends, and listens at a socket beside it. A window that
 * does not answer, or a socket of one that is gone, keeps nobody from having a window.
 */
public final class OneWindow implements AutoCloseable {

  private static final Logger LOG = System.getLogger(OneWindow.class.getName());

  /** Seconds that a window may take to answer. */
  private static final int PATIENCE = 4;

  /** More files are no call of a person. */
  private static final int MOST_FILES = 1000;

  private final @Nullable FileChannel lock;
  private final @Nullable ServerSocketChannel server;

  private OneWindow(@Nullable FileChannel lock, @Nullable ServerSocketChannel server) {
    this.lock = lock;
    this.server = server;
  }

  /**
   * Hands files to the window that is there.
   *
   * @param folder the user's own
   * @param files to be opened; none if the window is only to come to the front
   * @return whether there is one that took them
   */
  public static boolean handOver(Path folder, List<Path> files) {
    var address = UnixDomainSocketAddress.of(folder.resolve("window.socket"));
    if (!Files.exists(address.getPath())) {
      return false;
    }
    var answer = new CompletableFuture<Boolean>();
    Thread.ofPlatform()
        .daemon()
        .name("one window")
        .start(() -> answer.complete(ask(address, files)));
    try {
      return answer.get(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.DEBUG, "the window that is there does not answer", e);
      return false;
    }
  }

  private static boolean ask(UnixDomainSocketAddress address, List<Path> files) {
    try (var socket = SocketChannel.open(address);
        var out = new DataOutputStream(Channels.newOutputStream(socket));
        var in = new DataInputStream(Channels.newInputStream(socket))) {
      out.writeInt(files.size());
      for (var file : files) {
        out.writeUTF(file.toAbsolutePath().toString());
      }
      out.flush();
      return in.readBoolean();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.DEBUG, "nobody listens at {0}", address);
      return false;
    }
  }

  /**
   * Listens for later starts, if no other window does.
   *
   * @param folder the user's own
   * @param taken takes the files of a later start, on a thread of its own
   */
  public static OneWindow listen(Path folder, Consumer<List<Path>> taken) {
    try {
      Files.createDirectories(folder);
      var file = folder.resolve("window.lock");
      var lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isHeld(lock)) {
        lock.close();
        return new OneWindow(null, null);
      }
      var socket = folder.resolve("window.socket");
      Files.deleteIfExists(socket);
      var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofPlatform().daemon().name("later starts").start(() -> serve(server, taken));
      return new OneWindow(lock, server);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.DEBUG, "later starts will have windows of their own", e);
      return new OneWindow(null, null);
    }
  }

  private static boolean isHeld(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static void serve(ServerSocketChannel server, Consumer<List<Path>> taken) {
    while (server.isOpen()) {
      try (var socket = server.accept();
          var in = new DataInputStream(Channels.newInputStream(socket));
          var out = new DataOutputStream(Channels.newOutputStream(socket))) {
        var count = in.readInt();
        if (count < 0 || count > MOST_FILES) {
          continue;
        }
        var files = new ArrayList<Path>();
        for (var i = 0; i < count; i++) {
          files.add(Path.of(in.readUTF()));
        }
        taken.accept(files);
        out.writeBoolean(true);
      } catch (IOException | IllegalArgumentException e) {
        LOG.log(Level.DEBUG, "a later start was not understood", e);
      }
    }
  }

  /** Listens no more. */
  @Override
  public void close() {
    try {
      if (server != null && server.getLocalAddress() instanceof UnixDomainSocketAddress address) {
        Files.deleteIfExists(address.getPath());
        server.close();
      }
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "still listening", e);
    }
  }
}
