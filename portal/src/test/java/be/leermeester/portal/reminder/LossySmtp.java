package be.leermeester.portal.reminder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A mail server on a bad line: puts off, hangs up before the mail, or takes it and hangs up before saying so.
final class LossySmtp implements AutoCloseable {

    /// A mail that was taken.
    record Taken(String recipient, String messageId) {}

    private enum Mood {
        TAKES,
        PUTS_OFF,
        HANGS_UP,
        TAKES_AND_HANGS_UP
    }

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    /// One token for each mail that was taken, to wait for.
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Random dice;
    private final ServerSocket server;
    private volatile boolean well;

    LossySmtp(long seed) {
        dice = new Random(seed);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "smtp://127.0.0.1:" + server.getLocalPort();
    }

    void recover() {
        well = true;
    }

    private Mood mood() {
        if (well) {
            return Mood.TAKES;
        }
        int number;
        synchronized (dice) {
            number = dice.nextInt(10);
        }
        return number < 4
                ? Mood.TAKES
                : number < 6 ? Mood.PUTS_OFF : number < 8 ? Mood.HANGS_UP : Mood.TAKES_AND_HANGS_UP;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException closed) {
            assert server.isClosed();
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            say(out, "220 lossy");
            String recipient = "";
            Mood mood = mood();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    mood = mood();
                    recipient = line.replaceAll(".*<|>.*", "");
                    if (mood == Mood.HANGS_UP) {
                        return;
                    }
                    say(out, mood == Mood.PUTS_OFF ? "451 later" : "250 fine");
                } else if (line.equals("DATA")) {
                    say(out, "354 go on");
                    taken.add(new Taken(recipient, messageIdIn(in)));
                    heard.add(recipient);
                    if (mood == Mood.TAKES_AND_HANGS_UP) {
                        return;
                    }
                    say(out, "250 taken");
                } else {
                    say(out, "250 fine");
                }
            }
        } catch (IOException gone) {
            assert !gone.toString().isEmpty();
        }
    }

    private static String messageIdIn(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID:")) {
                id = line.substring("Message-ID:".length()).strip();
            }
        }
        return id;
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
