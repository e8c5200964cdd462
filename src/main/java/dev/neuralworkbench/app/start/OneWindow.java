package dev.neuralworkbench.app.start;

import dev.neuralworkbench.file.HeldFile;
import dev.neuralworkbench.file.OwnFolder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One window for each user and display: a second start hands its files to the first and ends. The
 * first holds a file, which the system frees however it ends, and listens at a socket beside it. A
 * window that does not answer, and what one that is gone has left, keep nobody from having one. In
 * a folder that is not the user's alone nobody listens, and nothing is handed over.
 */
public final class OneWindow implements AutoCloseable {

  private static final Logger LOG = System.getLogger(OneWindow.class.getName());

  /** How long a window may take to answer, one that is being opened too. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final Duration BETWEEN = Duration.ofMillis(100);

  /** More files are no call of a person. */
  private static final int MOST_FILES = 1000;

  /** Later starts that are heard at a time. Others ask again. */
  private static final int MOST_STARTS = 8;

  private final @Nullable HeldFile held;
  private final @Nullable ServerSocketChannel server;
  private final Semaphore free = new Semaphore(MOST_STARTS);

  /** Takes the files of later starts, once there is a window. */
  private final CompletableFuture<Predicate<List<Path>>> taker = new CompletableFuture<>();

  private OneWindow(@Nullable HeldFile held, @Nullable ServerSocketChannel server) {
    this.held = held;
    this.server = server;
  }

  /**
   * Hands files to the window that is there, or begins to listen in its place.
   *
   * @param folder the user's own
   * @param files to be opened; none if the window is only to come to the front
   * @return empty if there is a window that took them
   */
  public static Optional<OneWindow> begin(OwnFolder folder, List<Path> files) {
    return begin(folder, name(System.getenv()), files, PATIENCE);
  }

  /** A display has its own: a window on another one would not be seen. */
  static String name(Map<String, String> environment) {
    var display =
        environment.getOrDefault("WAYLAND_DISPLAY", environment.getOrDefault("DISPLAY", ""));
    return "window" + display.replaceAll("[^A-Za-z0-9]", "-");
  }

  /**
   * The same with a name and a patience.
   *
   * @param name of the socket, and of the file to be held with {@code .lock} behind it
   */
  static Optional<OneWindow> begin(
      OwnFolder folder, String name, List<Path> files, Duration patience) {
    try {
      return begin(folder.ready().toAbsolutePath().resolve(name), files, patience);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "later starts will have windows of their own", e);
      return Optional.of(new OneWindow(null, null));
    }
  }

  private static Optional<OneWindow> begin(Path place, List<Path> files, Duration patience)
      throws IOException {
    var end = System.nanoTime() + patience.toNanos();
    while (true) {
      var left = Duration.ofNanos(end - System.nanoTime());
      if (left.isPositive() && isHandedOver(place, files, left)) {
        return Optional.empty();
      }
      var one = listen(place);
      // Whoever holds the file without listening has just begun, or hangs.
      if (one.isPresent() || !left.isPositive() || !rests()) {
        return Optional.of(one.orElseGet(() -> new OneWindow(null, null)));
      }
    }
  }

  private static boolean rests() {
    try {
      Thread.sleep(BETWEEN);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isHandedOver(Path place, List<Path> files, Duration patience) {
    if (!OwnFolder.isOwn(place)) {
      return false;
    }
    var answer = new CompletableFuture<Boolean>();
    daemon("one window", () -> answer.complete(ask(place, files)));
    return Boolean.TRUE.equals(within(patience, answer));
  }

  private static boolean ask(Path place, List<Path> files) {
    try (var socket = SocketChannel.open(UnixDomainSocketAddress.of(place));
        var out = new DataOutputStream(Channels.newOutputStream(socket));
        var in = new DataInputStream(Channels.newInputStream(socket))) {
      out.writeInt(files.size());
      for (var file : files) {
        out.writeUTF(file.toAbsolutePath().toString());
      }
      out.flush();
      return in.readBoolean();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "nobody answers at {0}: {1}", place, e);
      return false;
    }
  }

  /** Empty if another program holds the place. */
  private static Optional<OneWindow> listen(Path place) throws IOException {
    var held = HeldFile.take(place.resolveSibling(place.getFileName() + ".lock"));
    return held.map(file -> listen(place, file));
  }

  private static OneWindow listen(Path place, HeldFile held) {
    try {
      Files.deleteIfExists(place);
      var address = UnixDomainSocketAddress.of(place);
      var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        server.bind(address);
        OwnFolder.close(place);
      } catch (IOException e) {
        server.close();
        throw e;
      }
      var one = new OneWindow(held, server);
      daemon("later starts", () -> one.serve(server));
      return one;
    } catch (IOException | RuntimeException e) {
      // Systems without such sockets, and folders with too long a name.
      LOG.log(Level.DEBUG, "later starts will have windows of their own", e);
      return new OneWindow(held, null);
    }
  }

  /**
   * The window is there.
   *
   * @param taker takes the files of a later start, and says whether it could; called on threads of
   *     their own
   */
  public void takeBy(Predicate<List<Path>> taker) {
    this.taker.complete(taker);
  }

  private void serve(ServerSocketChannel open) {
    while (open.isOpen()) {
      try {
        hear(open.accept());
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "no later start is heard any more: {0}", e.toString());
        return;
      }
    }
  }

  private void hear(SocketChannel socket) {
    if (!free.tryAcquire()) {
      close(socket);
      return;
    }
    daemon(
        "a later start",
        () -> {
          try {
            answer(socket);
          } finally {
            free.release();
          }
        });
    // One that says nothing is not waited for.
    CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> close(socket));
  }

  private void answer(SocketChannel socket) {
    try (socket;
        var in = new DataInputStream(Channels.newInputStream(socket));
        var out = new DataOutputStream(Channels.newOutputStream(socket))) {
      var count = in.readInt();
      if (count < 0 || count > MOST_FILES) {
        return;
      }
      var files = new ArrayList<Path>();
      for (var i = 0; i < count; i++) {
        files.add(Path.of(in.readUTF()));
      }
      var present = within(PATIENCE, taker);
      out.writeBoolean(present != null && present.test(files));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "a later start was not understood: {0}", e.toString());
    }
  }

  private static void close(SocketChannel socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a later start is still connected: {0}", e.toString());
    }
  }

  private static <T> @Nullable T within(Duration patience, CompletableFuture<T> answer) {
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.DEBUG, "no answer in time", e);
      return null;
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  @Override
  public void close() {
    try {
      if (server != null) {
        if (server.getLocalAddress() instanceof UnixDomainSocketAddress address) {
          Files.deleteIfExists(address.getPath());
        }
        server.close();
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "still listening", e);
    }
    if (held != null) {
      held.release();
    }
  }
}
