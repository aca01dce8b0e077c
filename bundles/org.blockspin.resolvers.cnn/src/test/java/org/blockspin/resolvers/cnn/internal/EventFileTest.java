package org.blockspin.resolvers.cnn.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blockspin.api.Configurations;
import org.blockspin.api.Progress;
import org.blockspin.api.SuperResolver.Trainer;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFOutOfRangeException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.io.FifoQueue;
import org.tensorflow.op.io.QueueClose;
import org.tensorflow.op.io.QueueEnqueue;
import org.tensorflow.op.io.ReaderRead;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;
import org.tensorflow.types.TString;

class EventFileTest {
    private static final String NAME = "events.out.tfevents.0";

    @TempDir
    private static Path folder;

    private static Cnn.Parameters parameters(double gamma, double validationFraction, boolean tensorboard) {
        return new Cnn.Parameters(
                List.of(4),
                List.of(3, 3),
                Cnn.Activation.RELU,
                50,
                1e-2,
                Cnn.Schedule.COSINE,
                4,
                validationFraction,
                Optional.empty(),
                Cnn.Training.DISTINCT_WINDOWS,
                3,
                gamma,
                false,
                tensorboard,
                Cnn.Device.CPU);
    }

    private static Path saved(String name, Cnn.Parameters parameters) throws IOException {
        Configurations coarse = TestData.random(TestData.lattice(6, 6), 200, RandomStreams.of(1, "coarse"));
        Trainer trainer = new Cnn(new Devices()).create(parameters, TestData.task(coarse.lattice()));
        Path target = Files.createDirectory(folder.resolve(name));
        Configurations fine = TestData.noisyDoubles(coarse, RandomStreams.of(1, "fine"));
        try (CnnResolver resolver = (CnnResolver)
                trainer.train(TestData.pairs(coarse, fine), RandomStreams.of(2, "train"), Progress.none())) {
            resolver.save(target);
        }
        return target;
    }

    /** By TensorFlow itself, which checks the checksums. */
    private static List<Event> events(Path file) throws IOException {
        List<Event> events = new ArrayList<>();
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            FifoQueue files = tf.io.fifoQueue(List.of(TString.class));
            QueueEnqueue add = tf.io.queueEnqueue(files, List.of(tf.constant(file.toString())));
            QueueClose close = tf.io.queueClose(files);
            ReaderRead next = tf.io.readerRead(tf.io.tfRecordReader(), files);
            session.runner().addTarget(add).run().close();
            session.runner().addTarget(close).run().close();
            while (true) {
                try (Result result = session.runner().fetch(next.value()).run()) {
                    events.add(
                            Event.parseFrom(((TString) result.get(0)).asBytes().getObject()));
                } catch (TFOutOfRangeException e) {
                    return events;
                }
            }
        }
    }

    private static Map<String, Float> scalars(Event event) {
        Map<String, Float> scalars = new LinkedHashMap<>();
        for (Summary.Value value : event.getSummary().getValueList()) {
            scalars.put(value.getTag(), value.getSimpleValue());
        }
        return scalars;
    }

    @Test
    void scalarsAreThoseOfTheTableOfLosses() throws IOException {
        Path model = saved("regularized", parameters(2, 0.2, true));
        List<Event> events = events(model.resolve(NAME));
        List<String> rows = Files.readAllLines(model.resolve("loss.csv"));
        assertThat(rows).hasSize(8);
        assertThat(events).hasSize(rows.size());
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        for (int epoch = 1; epoch < rows.size(); epoch++) {
            String[] cells = rows.get(epoch).split(",", -1);
            assertThat(events.get(epoch).getStep()).isEqualTo(epoch);
            assertThat(events.get(epoch).getWallTime()).isEqualTo(epoch);
            assertThat(scalars(events.get(epoch)))
                    .isEqualTo(Map.of(
                            "loss/training", Float.valueOf(cells[1]),
                            "loss/validation", Float.valueOf(cells[2]),
                            "learning-rate", Float.valueOf(cells[3]),
                            "energy-term/validation", Float.valueOf(cells[4])));
        }
    }

    @Test
    void whatThereIsNotHasNoScalar() throws IOException {
        Path model = saved("plain", parameters(0, 0, true));
        assertThat(scalars(events(model.resolve(NAME)).get(1))).containsOnlyKeys("loss/training", "learning-rate");
    }

    @Test
    void sameTrainingLeavesTheSameBytesAlsoAfterLoading() throws IOException {
        Path first = saved("first", parameters(0, 0.2, true));
        Path second = saved("second", parameters(0, 0.2, true));
        Path third = Files.createDirectory(folder.resolve("third"));
        try (CnnResolver loaded = (CnnResolver) new Cnn(new Devices())
                .create(parameters(0, 0.2, true), TestData.task(TestData.lattice(6, 6)))
                .load(first)) {
            loaded.save(third);
        }
        byte[] bytes = Files.readAllBytes(first.resolve(NAME));
        assertThat(second.resolve(NAME)).hasBinaryContent(bytes);
        assertThat(third.resolve(NAME)).hasBinaryContent(bytes);
    }

    @Test
    void damageShows() throws IOException {
        Path file = saved("damaged", parameters(0, 0.2, true)).resolve(NAME);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 8] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> events(file))
                .isInstanceOf(TensorFlowException.class)
                .hasMessageContaining("corrupted");
    }

    @Test
    void withoutTheRequestThereIsNone() throws IOException {
        assertThat(saved("without", parameters(0, 0.2, false)).resolve(NAME)).doesNotExist();
    }
}
