package org.blockspin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of the documentation has its reader do: commands, and files of which it says where they go. */
final class Tutorial {
    /** Perhaps {@code `path`:}, then a fenced block of some language. */
    private static final Pattern BLOCK =
            Pattern.compile("(?:^`([^`\n]+)`:\n\n)?^```(\\w+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private Tutorial() {}

    /** All of it as one script for bash, in the order of the page and word for word. */
    static String script(Path page) throws IOException {
        StringBuilder script = new StringBuilder("set -e\n");
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        while (blocks.find()) {
            Optional<String> path = Optional.ofNullable(blocks.group(1));
            if (path.isPresent()) {
                script.append("mkdir -p \"$(dirname '%1$s')\"%ncat >'%1$s' <<'END OF FILE'%n".formatted(path.get()))
                        .append(blocks.group(3))
                        .append("END OF FILE\n");
            } else if (blocks.group(2).equals("sh")) {
                script.append(blocks.group(3));
            } else {
                throw new IllegalStateException(page + " does not say where this goes: " + blocks.group(3));
            }
        }
        return script.toString();
    }
}
