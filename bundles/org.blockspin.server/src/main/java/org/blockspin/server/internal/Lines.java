package org.blockspin.server.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A connection that carries one JSON object a line in either direction. Reading and writing are for one thread each. */
final class Lines implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Lines(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** To a server on this machine. */
    static Lines connect(int port) throws IOException {
        return new Lines(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** How long reading waits; 0 for ever. */
    void patience(int milliseconds) throws SocketException {
        socket.setSoTimeout(milliseconds);
    }

    /** Says that nothing more will be written. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    /** Whether the other side has ended. Looks for a millisecond, and is for the thread that reads. */
    boolean hasEnded() {
        try {
            patience(1);
            in.mark(1);
            int next = in.read();
            in.reset();
            return next < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    void write(JsonObject object) throws IOException {
        out.write(object.toString().getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.flush();
    }

    /**
     * The next object; empty when the other side has ended.
     *
     * @param most bytes that it may have
     */
    Optional<JsonObject> read(int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (line.size() == most) {
                throw new IOException("a line of more than " + most + " bytes");
            }
            line.write(next);
        }
        try {
            return Optional.of(JsonParser.parseString(line.toString(StandardCharsets.UTF_8))
                    .getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("a line that is no JSON object", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
