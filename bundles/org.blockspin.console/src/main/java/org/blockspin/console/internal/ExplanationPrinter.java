package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.blockspin.pipeline.Explanation;

/** Prints an explanation from top to bottom: the steps in the order in which they run, then what they take in all. */
final class ExplanationPrinter {
    private static final int WIDTH = 110;
    private static final int MOST_MEMBERS = 4;
    private static final long KIBI = 1024;

    /** Behind the commas of JSON, where a long line may be broken. */
    private static final Pattern BETWEEN_VALUES = Pattern.compile("(?<=,)(?=[\"{\\[])");

    private final PrintWriter out;
    private final boolean all;

    /** @param all whether to print all members of a step, and not only the first and the last */
    ExplanationPrinter(PrintWriter out, boolean all) {
        this.out = out;
        this.all = all;
    }

    void print(Explanation explanation) {
        out.println(explanation.name() + ", seed " + explanation.seed());
        wrapped("", explanation.description().split(" ", -1));
        explanation.steps().forEach(this::print);
        section("in all", work(explanation.work()));
        section("memory", memory(explanation.memory()));
        section("disk", disk(explanation.disk()));
        out.flush();
    }

    private void section(String title, Map<String, String> lines) {
        out.println();
        out.println(title);
        table(lines);
    }

    private void table(Map<String, String> lines) {
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((name, value) -> {
            String start = "  " + name + " ".repeat(width - name.length()) + "  ";
            boolean fits = start.length() + value.length() <= WIDTH;
            wrapped(start, fits ? new String[] {value} : BETWEEN_VALUES.split(value, -1));
        });
    }

    private void print(Explanation.Step step) {
        String from = step.inputs().isEmpty() ? "" : " <- " + String.join(", ", step.inputs());
        section(step.name() + " (" + step.kind() + ")" + from, step.parameters());
        List<List<String>> facts =
                step.members().stream().map(ExplanationPrinter::facts).toList();
        List<String> common = new ArrayList<>(facts.get(0));
        facts.forEach(common::retainAll);
        if (step.members().size() > 1) {
            listed("=> " + count(step.members().size()) + " members" + (common.isEmpty() ? "" : ": "), common);
            members(step.members(), facts, common);
        } else if (!common.isEmpty()) {
            listed("=> ", common);
        }
        List<String> quantities = step.members().stream()
                .flatMap(member -> member.quantities().stream())
                .distinct()
                .toList();
        if (!quantities.isEmpty()) {
            listed("=> quantities ", quantities);
        }
        listed(
                "=> ",
                step.work().entrySet().stream()
                        .map(work -> work.getKey() + ": " + count(work.getValue()))
                        .toList());
    }

    private void members(List<Explanation.Member> members, List<List<String>> facts, List<String> common) {
        int last = members.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (all || last < MOST_MEMBERS || i < 2 || i == last) {
                List<String> own = new ArrayList<>(facts.get(i));
                own.removeAll(common);
                String coordinates = coordinates(members.get(i));
                listed("   - " + coordinates + (own.isEmpty() || coordinates.isEmpty() ? "" : ": "), own);
            } else if (i == 2) {
                out.println("     - ... " + count(last - 2) + " more, which --all shows");
            }
        }
    }

    private static String coordinates(Explanation.Member member) {
        return member.coordinates().entrySet().stream()
                .map(coordinate -> coordinate.getKey() + "=" + coordinate.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What there is to say of a member; equal facts of several are said once. */
    private static List<String> facts(Explanation.Member member) {
        List<String> facts = new ArrayList<>();
        member.pairs()
                .ifPresent(pairs -> facts.add(
                        count(pairs.count()) + " pairs of " + pairs.coarse() + " and " + pairs.fine() + " sites"));
        member.configurations().ifPresent(configurations -> {
            if (member.pairs().isEmpty()) {
                facts.add(count(configurations.count()) + " configurations");
                facts.add(configurations.size() + " sites");
            }
            facts.addAll(facts(configurations));
        });
        member.stream()
                .ifPresent(stream -> facts.add("random stream (" + stream.seed() + ", \"" + stream.step() + "\", \""
                        + stream.coordinates() + "\")"));
        return facts;
    }

    private static List<String> facts(Explanation.Configurations configurations) {
        List<String> facts = new ArrayList<>();
        facts.add(configurations.model() + " on " + configurations.lattice());
        configurations.temperature().ifPresent(temperature -> facts.add("T=" + temperature));
        facts.add("depth " + configurations.depth());
        facts.add("root " + configurations.root());
        facts.add(count(configurations.blocks())
                + (configurations.blocks() == 1 ? " block of " : " blocks of ")
                + bytes(configurations.blockBytes()));
        if (configurations.files() > 0) {
            facts.add("kept: " + kept(configurations.files(), configurations.fileBytes()));
        }
        return facts;
    }

    private static String kept(long files, long bytes) {
        return bytes(bytes) + " before compression in " + count(files) + (files == 1 ? " file" : " files");
    }

    private static Map<String, String> work(Map<String, Long> amounts) {
        Map<String, String> lines = new LinkedHashMap<>();
        int width = amounts.values().stream()
                .mapToInt(amount -> count(amount).length())
                .max()
                .orElse(1);
        amounts.forEach(
                (unit, amount) -> lines.put(unit, String.format(Locale.ROOT, "%" + width + "s", count(amount))));
        return lines;
    }

    private static Map<String, String> memory(Explanation.Memory memory) {
        String again =
                memory.ensembles() > memory.blocks() ? "; what is dropped is made again when it is used again" : "";
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "Java heap",
                bytes(memory.heap()) + ", of which up to " + bytes(memory.blocks()) + " keep blocks" + again);
        lines.put("all blocks", bytes(memory.ensembles()));
        lines.put("largest block", bytes(memory.largestBlock()) + ", of " + memory.largestBlockOf());
        lines.put("largest allowed", bytes(memory.mostBlock()));
        lines.put("a thread", bytes(memory.thread()) + " of blocks and rows at most, beside what plugins need");
        return lines;
    }

    private static Map<String, String> disk(Explanation.Disk disk) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("configurations", disk.files() == 0 ? "none are kept" : kept(disk.files(), disk.fileBytes()));
        if (disk.sumBytes() > 0) {
            lines.put("sums over bins", "about " + bytes(disk.sumBytes()));
        }
        if (disk.models() > 0) {
            lines.put("trained models", count(disk.models()) + "; a small network takes less than 1 MiB");
        }
        return lines;
    }

    private void listed(String start, List<String> items) {
        wrapped("  " + start, String.join(",\n", items).split("\n", -1));
    }

    /** Words, in lines that are not too long; all but the first begin below the first word. */
    private void wrapped(String start, String[] words) {
        StringBuilder line = new StringBuilder(start);
        for (String word : words) {
            if (line.length() + word.length() > WIDTH && line.length() > start.length()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(start.length()));
            }
            line.append(word).append(' ');
        }
        if (!line.toString().isBlank()) {
            out.println(line.toString().stripTrailing());
        }
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String bytes(long bytes) {
        double scaled = bytes;
        for (String unit : List.of("B", "KiB", "MiB", "GiB", "TiB")) {
            if (scaled < KIBI) {
                return String.format(Locale.ROOT, unit.equals("B") ? "%.0f %s" : "%.1f %s", scaled, unit);
            }
            scaled /= KIBI;
        }
        return String.format(Locale.ROOT, "%.1f PiB", scaled);
    }
}
