package dev.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The way to a PostgreSQL, which can be cut, and mended again. */
public final class DatabaseWire implements AutoCloseable {

    private final URI database;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    // Mutable state: whether nobody gets through, and at which words that begins.
    private volatile boolean cut;
    private volatile @Nullable String last;
    private volatile @Nullable String stillAt;
    private volatile boolean held;

    /** @param url of the database, as in {@code jdbc:postgresql://localhost:5432/roster} */
    public DatabaseWire(String url) throws IOException {
        database = URI.create(url.substring("jdbc:".length()));
        begin(this::receive);
    }

    /** The same database at this end of the wire; each statement travels with its words. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + database.getPath() + "?prepareThreshold=0";
    }

    /** The database is gone for everybody, in the middle of whatever they do. */
    public void cut() {
        cut = true;
        open.forEach(DatabaseWire::close);
    }

    /** The same as soon as somebody sends a statement that has these words in it; that one does not arrive. */
    public void cutAt(String words) {
        last = words;
    }

    /** Stands still from the first statement on that has these words in it, until it is mended. */
    public void holdAt(String words) {
        stillAt = words;
    }

    /** Whether a statement has come that is not passed on. */
    public boolean isHeld() {
        return held;
    }

    public boolean isCut() {
        return cut;
    }

    public void mend() {
        last = null;
        cut = false;
        stillAt = null;
        held = false;
        synchronized (this) {
            notifyAll();
        }
    }

    private void receive() throws IOException {
        while (!door.isClosed()) {
            Socket guest = door.accept();
            open.add(guest);
            if (cut) {
                close(guest);
                continue;
            }
            Socket inside = new Socket(database.getHost(), database.getPort());
            open.add(inside);
            begin(() -> pass(guest, inside, true));
            begin(() -> pass(inside, guest, false));
        }
    }

    private void pass(Socket from, Socket to, boolean inwards) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[65536];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                String words = last;
                if (inwards && has(some, length, words)) {
                    cut();
                }
                if (inwards && (held || has(some, length, stillAt))) {
                    standStill();
                }
                if (cut) {
                    return;
                }
                out.write(some, 0, length);
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static boolean has(byte[] some, int length, @Nullable String words) {
        return words != null && new String(some, 0, length, StandardCharsets.ISO_8859_1).contains(words);
    }

    private synchronized void standStill() throws IOException {
        held = true;
        while (held) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void begin(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One end is gone; that is what this is for.
                    }
                },
                "database-wire");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(DatabaseWire::close);
    }
}
