package dev.roster.sync;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on a free port, which can refuse, or take a connection and say nothing. */
final class MailFront implements AutoCloseable {

    /** How it treats who comes. */
    enum Mood {
        OPEN,
        SILENT,
        GONE
    }

    static final String USER = "roster";
    static final String PASSWORD = "mail-secret-4711";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> guests = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.OPEN;

    MailFront() throws IOException {
        server.setUser(USER, PASSWORD);
        server.start();
        begin(this::receive);
    }

    private void receive() throws IOException {
        while (true) {
            Socket guest = door.accept();
            guests.add(guest);
            if (mood == Mood.GONE) {
                guest.close();
            } else if (mood == Mood.OPEN) {
                Socket inside = new Socket("127.0.0.1", server.getSmtp().getPort());
                guests.add(inside);
                begin(() -> pass(guest.getInputStream(), inside.getOutputStream()));
                begin(() -> pass(inside.getInputStream(), guest.getOutputStream()));
            }
        }
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] some = new byte[8192];
        for (int length = from.read(some); length >= 0; length = from.read(some)) {
            to.write(some, 0, length);
            to.flush();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The end of the conversation, or of the test.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    void is(Mood mood) {
        this.mood = mood;
    }

    /** From now on it knows Roster by another password. */
    void changesThePassword(String password) {
        server.getUserManager().getUser(USER).setPassword(password);
    }

    /** The mails about a connection that came, in the order of their arrival, one for each recipient. */
    List<MimeMessage> about(String connection) {
        return List.of(server.getReceivedMessages()).stream()
                .filter(mail -> subject(mail).contains(" of " + connection + " "))
                .toList();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket guest : guests) {
            guest.close();
        }
        server.stop();
    }
}
