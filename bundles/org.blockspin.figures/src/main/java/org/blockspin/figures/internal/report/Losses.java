package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the trainings of a step came to, epoch after epoch.
 *
 * @param step name of the train step
 * @param curves one a training that left its losses
 */
record Losses(String step, List<Curve> curves) {
    private static final String FILE = "loss.csv";
    private static final String RECORD = "task.json";

    /**
     * A training.
     *
     * @param file path of its losses in the run's folder
     * @param name the temperature and the repeat that it is for, or its number
     * @param epochs at least one
     */
    record Curve(String file, String name, List<Epoch> epochs) {
        Curve {
            epochs = List.copyOf(epochs);
        }

        Epoch last() {
            return epochs.get(epochs.size() - 1);
        }
    }

    /**
     * An epoch.
     *
     * @param number from 1
     * @param validation NaN where no configurations were held back for it
     */
    record Epoch(double number, double training, double validation) {}

    Losses {
        curves = List.copyOf(curves);
    }

    /** The losses in the folder of a run. */
    static Losses of(Step step, Path run) throws IOException {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < step.members(); i++) {
            String model = "models/" + step.name() + (step.members() == 1 ? "" : "/" + i);
            if (!Files.isDirectory(run.resolve(model))) {
                break;
            }
            if (Files.isRegularFile(run.resolve(model).resolve(FILE))) {
                curves.add(curve(run, model, String.valueOf(i)));
            }
        }
        return new Losses(step.name(), curves);
    }

    private static Curve curve(Path run, String model, String number) throws IOException {
        String file = model + "/" + FILE;
        List<Epoch> epochs = new ArrayList<>();
        List<String> lines = lines(run, file);
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            String[] cells = line.split(",", -1);
            try {
                epochs.add(new Epoch(
                        Double.parseDouble(cells[0]),
                        Double.parseDouble(cells[1]),
                        cells[2].isEmpty() ? Double.NaN : Double.parseDouble(cells[2])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(
                        file + " is damaged: expected epoch,training_loss,validation_loss,..., found " + line, e);
            }
        }
        if (epochs.isEmpty()) {
            throw new IOException(file + " is damaged: it holds no epoch");
        }
        return new Curve(file, name(run, model, number), epochs);
    }

    private static List<String> lines(Path run, String file) throws IOException {
        try {
            return Files.readAllLines(run.resolve(file));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is damaged: it is not a text in UTF-8", e);
        }
    }

    /** What the engine noted down beside the model, the id of its task: {@code network[repeat=3]}. */
    private static String name(Path run, String model, String number) throws IOException {
        if (!Files.isRegularFile(run.resolve(model).resolve(RECORD))) {
            return number;
        }
        String coordinates = Json.read(run, model + "/" + RECORD)
                .member("task")
                .text()
                .replaceAll(".*\\[|].*", "")
                .replace('=', ' ')
                .replace(",", ", ");
        return coordinates.isEmpty() ? number : coordinates;
    }
}
