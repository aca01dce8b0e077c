package org.blockspin.pipeline.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Why a file could not be read or written, in words: Java often says no more than the path. */
public final class Reason {
    private Reason() {}

    public static String of(IOException failure) {
        if (!(failure instanceof FileSystemException file)) {
            // Libraries that wrap what went wrong put the name of its class in front.
            return String.valueOf(failure.getMessage()).replaceFirst("^([a-z]+\\.)+[A-Za-z]+Exception: ", "");
        }
        String why = failure instanceof AccessDeniedException
                ? "permission denied"
                : failure instanceof NoSuchFileException
                        ? "no such file or folder"
                        : Optional.ofNullable(file.getReason())
                                .orElse(failure.getClass().getSimpleName());
        return file.getFile() + ": " + why;
    }
}
