package org.blockspin.server.internal;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.blockspin.pipeline.Workbench;
import org.blockspin.plugins.PluginFolder;
import org.blockspin.server.RunServer;
import org.blockspin.server.ServerException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Serves the workbench of this process. */
@Component
public final class LoopbackServer implements RunServer {
    private static final int BACKLOG = 50;
    private static final long PAUSE_NANOSECONDS = 50_000_000;

    private final Workbench workbench;
    private final PluginFolder plugins;

    @Activate
    public LoopbackServer(@Reference Workbench workbench, @Reference PluginFolder plugins) {
        this.workbench = workbench;
        this.plugins = plugins;
    }

    @Override
    public Serving serve(Path state, int port, int parallel, Consumer<String> log) throws ServerException {
        workbench.takeStock();
        StateFolder folder = new StateFolder(state);
        FileChannel lock = folder.lock();
        ServerSocket socket = open(port, lock);
        Token token = new Token();
        try {
            folder.write(new StateFolder.Address(socket.getLocalPort(), token.text()));
        } catch (ServerException e) {
            closeAll(socket, lock);
            throw e;
        }
        RunQueue queue = new RunQueue(workbench, parallel, log);
        Strangers strangers = new Strangers();
        PluginFolder.Following following = plugins.follow(log);
        start("accept", () -> accept(socket, client -> new Conversation(client, token, strangers, queue, plugins)));
        return new Serving() {
            @Override
            public int port() {
                return socket.getLocalPort();
            }

            @Override
            public void close() {
                following.close();
                queue.close();
                folder.delete();
                closeAll(socket, lock);
                strangers.close();
            }
        };
    }

    private static ServerSocket open(int port, FileChannel lock) throws ServerException {
        try {
            return new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            close(lock);
            throw new ServerException("port " + port + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void accept(ServerSocket socket, Function<Lines, Conversation> begin) {
        while (!socket.isClosed()) {
            acceptOne(socket, begin);
        }
    }

    private static void acceptOne(ServerSocket socket, Function<Lines, Conversation> begin) {
        try {
            start("client", begin.apply(new Lines(socket.accept())));
        } catch (IOException | RejectedExecutionException | OutOfMemoryError e) {
            // This client is gone, or the server is; or there are too many files or threads, which passes.
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, "server-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeAll(Closeable... all) {
        for (Closeable one : all) {
            close(one);
        }
    }

    private static void close(Closeable one) {
        try {
            one.close();
        } catch (IOException e) {
            // It is of no use any more, open or closed.
            return;
        }
    }
}
