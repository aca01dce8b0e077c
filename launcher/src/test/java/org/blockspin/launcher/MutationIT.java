package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is done to a shipped pipeline, the real workbench with all its plugins finds it valid, or says what is wrong and
 * where: on a line that was changed, at the beginning of what holds it, or in a step that was changed or that uses one,
 * directly or through others.
 */
class MutationIT {
    /** Of all pipelines together; {@code -Dblockspin.mutations=40000} for a longer search. */
    private static final int MUTATIONS = Integer.getInteger("blockspin.mutations", 2000);

    private static final long LONGEST_NANOSECONDS = 5_000_000_000L;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final Pattern MISTAKE = Pattern.compile("mutated\\.json:(\\d+):(\\d+): (\\$.*?): (.+)");

    @TempDir
    private static Path folder;

    /** What check says of single values, which a schema can judge as well. */
    private static final Pattern OF_ONE_VALUE = Pattern.compile(
            "(unknown (parameter|step kind|lattice|model|sampler|coarse-grainer|super-resolver|observable|fit|figure|value) .*"
                    + "|expected (an integer|a number|true or false|a list, each|an object, found) .*)");

    private static InProcess blockspin;
    private static PipelineSchema schema;

    @BeforeAll
    static void start() {
        blockspin = new InProcess();
        schema = new PipelineSchema(blockspin.run("schema").out());
    }

    @AfterAll
    static void stop() {
        blockspin.close();
    }

    /** Not those that only include others: what is changed is not where they would find them. */
    static List<Path> shipped() throws IOException {
        List<Path> whole = new ArrayList<>();
        try (Stream<Path> files = Files.walk(BuiltTree.HOME.resolve("launcher/pipelines"))) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".json") && !Files.readString(file).contains("\"include\"")) {
                    whole.add(file);
                }
            }
        }
        return whole;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void valuesAreChangedAndTheirMistakesAreLocated(Path file) throws IOException {
        int mutations = MUTATIONS / shipped().size();
        PipelineText pipeline = new PipelineText(Files.readString(file));
        Random random = new Random(2019);
        int refused = 0;
        int onTheLine = 0;
        for (int i = 0; i < mutations; i++) {
            Mutation mutation = Mutation.of(pipeline, random);
            List<Matcher> mistakes = mistakes(mutation);
            schemaAgrees(mutation, mistakes);
            Set<String> concerned = concerned(mutation, pipeline.text());
            for (Matcher mistake : mistakes) {
                assertThat(isRight(mistake, mutation.lines(), concerned))
                        .as("%s%nof %s%nis said of %s", mistake.group(), mutation.what(), mutation.text())
                        .isTrue();
            }
            refused += mistakes.isEmpty() ? 0 : 1;
            onTheLine += mistakes.stream().anyMatch(mistake -> mutation.lines().contains(line(mistake))) ? 1 : 0;
        }
        assertThat(refused).isBetween(mutations / 2, mutations * 49 / 50);
        // The others are changes that are fine in themselves, such as a lattice that a later step cannot use.
        assertThat(onTheLine).isGreaterThan(refused * 3 / 4);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void charactersAreInsertedAndDropped(Path file) throws IOException {
        String text = Files.readString(file);
        Random random = new Random(1810);
        int mutations = MUTATIONS / shipped().size() / 2;
        int refused = 0;
        for (int i = 0; i < mutations; i++) {
            refused += mistakes(Mutation.ofCharacters(text, random)).isEmpty() ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(mutations / 5);
    }

    /** The schema takes what check takes, and refuses what is wrong with a value by itself. */
    private static void schemaAgrees(Mutation mutation, List<Matcher> mistakes) {
        Optional<JsonElement> json = PipelineSchema.json(mutation.text());
        boolean twice = mistakes.stream().anyMatch(mistake -> mistake.group(4).endsWith("found it twice"));
        if (json.isEmpty() || twice) {
            return;
        }
        List<String> refusals = schema.refusals(json.get());
        String context = mutation.what() + "\n" + mistakes + "\n" + refusals + "\n" + mutation.text();
        if (mistakes.isEmpty()) {
            assertThat(refusals).as(context).isEmpty();
        } else if (mistakes.stream()
                .anyMatch(mistake -> OF_ONE_VALUE.matcher(mistake.group(4)).matches())) {
            assertThat(refusals).as(context).isNotEmpty();
        }
    }

    /** What {@code check} says is wrong; empty if nothing is. Anything else than these two fails. */
    private static List<Matcher> mistakes(Mutation mutation) throws IOException {
        Path file = Files.writeString(folder.resolve("mutated.json"), mutation.text());
        long begun = PROCESS.getProcessCpuTime();
        Command.Ended ended = blockspin.run("check", file.toString());
        long taken = PROCESS.getProcessCpuTime() - begun;
        String context = mutation.what() + "\n" + ended.err() + "\n" + mutation.text();
        assertThat(taken).as(context).isLessThan(LONGEST_NANOSECONDS);
        assertThat(ended.code()).as(context).isIn(0, 2);
        if (ended.code() == 0) {
            assertThat(ended.err()).as(context).isEmpty();
            return List.of();
        }
        List<Matcher> mistakes = ended.err()
                .replace(folder + "/", "")
                .lines()
                .map(MISTAKE::matcher)
                .toList();
        assertThat(mistakes).as(context).isNotEmpty().allMatch(Matcher::matches);
        assertThat(ended.err()).as(context).doesNotContain("Exception", "\tat ");
        return mistakes;
    }

    private static int line(Matcher mistake) {
        return Integer.parseInt(mistake.group(1));
    }

    private static boolean isRight(Matcher mistake, Set<Integer> lines, Set<String> concerned) {
        String[] path = mistake.group(3).split("[.\\[]", -1);
        return lines.contains(line(mistake))
                || (path.length > 2 && path[1].equals("steps") && concerned.contains(path[2]));
    }

    /** The steps that were changed, and all that use one of them, as it was or as it is. */
    private static Set<String> concerned(Mutation mutation, String before) {
        Map<String, Set<String>> users = new HashMap<>();
        addUsers(before, mutation.steps(), users);
        addUsers(mutation.text(), mutation.steps(), users);
        Set<String> concerned = new HashSet<>(mutation.steps());
        boolean grown = true;
        while (grown) {
            Set<String> more = new HashSet<>(concerned);
            concerned.forEach(step -> more.addAll(users.getOrDefault(step, Set.of())));
            grown = more.size() > concerned.size();
            concerned = more;
        }
        return concerned;
    }

    /** Who names whom in a pipeline that is at least roughly JSON. */
    private static void addUsers(String text, Set<String> changed, Map<String, Set<String>> users) {
        JsonElement pipeline;
        try {
            pipeline = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            return;
        }
        if (pipeline instanceof JsonObject object && object.get("steps") instanceof JsonObject all) {
            Set<String> names = new TreeSet<>(all.keySet());
            names.addAll(changed);
            for (String user : all.keySet()) {
                names.stream()
                        .filter(name -> all.get(user).toString().contains("\"" + name + "\""))
                        .forEach(name -> users.computeIfAbsent(name, key -> new HashSet<>())
                                .add(user));
            }
        }
    }
}
