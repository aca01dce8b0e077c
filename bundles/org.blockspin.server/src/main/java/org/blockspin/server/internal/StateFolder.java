package org.blockspin.server.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.blockspin.server.ServerException;

/** The folder in which a server leaves where it listens, and the token, for its owner's eyes only. */
final class StateFolder {
    private static final String ADDRESS = "server.json";
    private static final String LOCK = "lock";
    private static final int FORMAT = 1;

    /** Where a server listens, and what it wants to hear first. */
    record Address(int port, String token) {}

    private final Path folder;

    StateFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes this process the only server of this folder until the channel is closed. */
    FileChannel lock() throws ServerException {
        try {
            Files.createDirectories(folder.toAbsolutePath(), ownerOnly("rwx------"));
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return channel;
            }
            channel.close();
            throw new ServerException(
                    "another server has the state folder " + folder + "; give this one another by --state");
        } catch (IOException e) {
            throw new ServerException("the state folder " + folder + " cannot be used: " + e, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    void write(Address address) throws ServerException {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("port", address.port());
        json.addProperty("token", address.token());
        Path part = folder.resolve("." + ADDRESS + "." + UUID.randomUUID() + ".part");
        try {
            // Created unreadable for others: it never is.
            Files.createFile(part, ownerOnly("rw-------"));
            Files.writeString(part, json.toString());
            Files.move(
                    part, folder.resolve(ADDRESS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ServerException("the state folder " + folder + " cannot be written: " + e, e);
        }
    }

    Address read() throws ServerException {
        Path file = folder.resolve(ADDRESS);
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (json.get("format").getAsInt() != FORMAT) {
                throw new ServerException(file + " was written by another version of Blockspin");
            }
            return new Address(json.get("port").getAsInt(), json.get("token").getAsString());
        } catch (NoSuchFileException e) {
            throw new ServerException("no server is running in " + folder + "; start one with \"blockspin serve\"", e);
        } catch (IOException e) {
            throw new ServerException(file + " cannot be read: " + e, e);
        } catch (JsonParseException | IllegalStateException | NullPointerException | NumberFormatException e) {
            throw new ServerException(file + " is damaged; start the server again", e);
        }
    }

    void delete() {
        // Left behind, it leads to a port that does not answer.
        folder.resolve(ADDRESS).toFile().delete();
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
