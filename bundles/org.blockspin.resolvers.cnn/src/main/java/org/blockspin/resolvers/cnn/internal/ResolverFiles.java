package org.blockspin.resolvers.cnn.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tensorflow.proto.ConfigProto;

/**
 * A trained network as a folder: {@code resolver.properties} (format and layers), {@code saved-model} (TensorFlow's) and
 * {@code loss.csv} (a row an epoch, and an iteration of the finish, of learning rate 0; no validation loss without
 * validation configurations; one column more if there was an energy regularizer). On request an event file for
 * TensorBoard with what {@code loss.csv} holds.
 */
final class ResolverFiles {
    private static final int FORMAT = 1;
    private static final String PROPERTIES = "resolver.properties";
    private static final String SAVED_MODEL = "saved-model";
    private static final String EVENTS = "events.out.tfevents.0";
    private static final String LOSS = "loss.csv";
    private static final String ENERGY_TERM = ",validation_energy_term";
    private static final String LOSS_HEADER = "epoch,training_loss,validation_loss,learning_rate";

    private ResolverFiles() {}

    static void save(CnnResolver resolver, Path folder) throws IOException {
        Architecture architecture = resolver.architecture();
        try {
            TensorFlow.call("saving the network", () -> {
                try {
                    resolver.network().save(folder.resolve(SAVED_MODEL));
                    return folder;
                } catch (IOException e) {
                    throw new UncheckedIOException("the network could not be saved in " + folder, e);
                }
            });
            Files.write(folder.resolve(LOSS), lossLines(resolver.epochs()));
            if (resolver.tensorboard()) {
                Files.write(folder.resolve(EVENTS), EventFile.of(resolver.epochs()));
            }
            // Last, so that a folder with it is complete.
            Files.write(
                    folder.resolve(PROPERTIES),
                    List.of(
                            "format=" + FORMAT,
                            "kind=cnn",
                            "dimensions=" + architecture.dimensions(),
                            "filters=" + joined(architecture.filters()),
                            "kernels=" + joined(architecture.kernels()),
                            "activation=" + architecture.activation().name().toLowerCase(Locale.ROOT),
                            "symmetrized=" + architecture.symmetrized()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * @param tensorboard whether the resolver will leave an event file where it is saved
     * @param configuration of the session; asked for when TensorFlow is about to be used
     */
    static CnnResolver load(Path folder, boolean tensorboard, Supplier<ConfigProto> configuration) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(PROPERTIES))) {
            properties.load(reader);
            requireFormat(properties, folder);
            Architecture architecture = architecture(properties, folder);
            List<Epoch> epochs = epochs(Files.readAllLines(folder.resolve(LOSS)));
            Network network = TensorFlow.call(
                    "loading the network", () -> Network.load(folder.resolve(SAVED_MODEL), configuration.get()));
            return new CnnResolver(architecture, network, epochs, tensorboard);
        } catch (IOException e) {
            throw new IOException("no complete network could be read from " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void requireFormat(Properties properties, Path folder) {
        String format = properties.getProperty("format", "none");
        String kind = properties.getProperty("kind", "none");
        if (!kind.equals("cnn")) {
            throw new IllegalStateException(folder + " holds no network of kind cnn but of kind " + kind);
        }
        if (!format.equals(String.valueOf(FORMAT))) {
            throw new IllegalStateException(folder + " has format " + format + ", and this version reads formats up to "
                    + FORMAT + ": it was written by a newer Blockspin, or is damaged");
        }
    }

    private static Architecture architecture(Properties properties, Path folder) {
        try {
            return new Architecture(
                    Integer.parseInt(properties.getProperty("dimensions", "")),
                    numbers(properties.getProperty("filters", "")),
                    numbers(properties.getProperty("kernels", "")),
                    Cnn.Activation.valueOf(
                            properties.getProperty("activation", "").toUpperCase(Locale.ROOT)),
                    // Networks of the first versions are not, and do not say so.
                    Boolean.parseBoolean(properties.getProperty("symmetrized", "false")));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(folder.resolve(PROPERTIES) + " is damaged: " + e.getMessage(), e);
        }
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Integer> numbers(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static List<String> lossLines(List<Epoch> epochs) {
        boolean energyTerms =
                epochs.stream().anyMatch(epoch -> epoch.validationEnergyTerm().isPresent());
        List<String> lines = new ArrayList<>(List.of(LOSS_HEADER + (energyTerms ? ENERGY_TERM : "")));
        for (Epoch epoch : epochs) {
            lines.add(epoch.number() + "," + epoch.trainingLoss() + "," + cell(epoch.validationLoss()) + ","
                    + epoch.learningRate() + (energyTerms ? "," + cell(epoch.validationEnergyTerm()) : ""));
        }
        return lines;
    }

    private static String cell(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
    }

    private static OptionalDouble value(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }

    private static List<Epoch> epochs(List<String> lines) {
        List<Epoch> epochs = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] cells = line.split(",", -1);
            epochs.add(new Epoch(
                    Integer.parseInt(cells[0]),
                    Double.parseDouble(cells[1]),
                    value(cells[2]),
                    cells.length > 4 ? value(cells[4]) : OptionalDouble.empty(),
                    Double.parseDouble(cells[3])));
        }
        return epochs;
    }
}
