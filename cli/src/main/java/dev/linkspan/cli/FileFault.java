package dev.linkspan.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Why a file could not be read or written, for people: Java's own messages often hold nothing but the path. */
final class FileFault {

    private FileFault() {}

    /** The reason alone, such as {@code permission denied}. */
    static String reason(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (fault instanceof FileAlreadyExistsException) {
            return "a file stands where a folder should";
        }
        if (fault instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return Optional.ofNullable(fault.getMessage()).orElseGet(fault::toString);
    }

    /** The file, where it is known, and the reason. */
    static String words(IOException fault) {
        boolean isNamed = fault instanceof FileSystemException named && named.getFile() != null;
        return (isNamed ? ((FileSystemException) fault).getFile() + ": " : "") + reason(fault);
    }
}
