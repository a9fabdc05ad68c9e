package be.leermeester.portal.mail;

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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/// A mail server with moods, by recipient: `hang@…` never hears an answer, `later@…` is put off the
/// first time, `gone@…` does not exist.
final class MoodySmtp implements AutoCloseable {

    final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final Set<String> putOff = ConcurrentHashMap.newKeySet();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    MoodySmtp() {
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

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            }
        } catch (IOException closed) {
            assert server.isClosed();
        }
    }

    private void converse(Socket socket) {
        try (var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 moody\r\n");
            out.flush();
            String recipient = "";
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data) {
                    if (line.equals(".")) {
                        data = false;
                        taken.add(recipient);
                        out.print("250 taken\r\n");
                    }
                } else if (line.startsWith("RCPT")) {
                    recipient = line.replaceAll(".*<|>.*", "");
                    out.print(moodFor(recipient));
                } else if (line.startsWith("DATA")) {
                    data = true;
                    out.print("354 go on\r\n");
                } else {
                    out.print("250 fine\r\n");
                }
                out.flush();
            }
        } catch (IOException closed) {
            assert socket.isClosed();
        }
    }

    private String moodFor(String recipient) {
        if (recipient.startsWith("hang@")) {
            return "";
        }
        if (recipient.startsWith("gone@")) {
            return "550 5.1.1 no such user\r\n";
        }
        return recipient.startsWith("later@") && putOff.add(recipient) ? "451 later\r\n" : "250 fine\r\n";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
