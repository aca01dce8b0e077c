package org.blockspin.resolvers.cnn.internal;

import com.google.protobuf.MessageLite;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32C;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

/**
 * The epochs of a training as an event file of TensorBoard: one event an epoch, the step being its number, with the
 * scalars {@code loss/training}, {@code loss/validation}, {@code energy-term/validation} and {@code learning-rate} as far
 * as there are such.
 *
 * <p>The same training leaves the same bytes: the wall time of an event is no time but the number of the epoch, in
 * seconds. TensorFlow's own operations for such files write the time and the name of the machine.
 */
final class EventFile {
    private static final String VERSION = "brain.Event:2";
    private static final int CHECKSUM_DELTA = 0xa282ead8;

    private EventFile() {}

    static byte[] of(List<Epoch> epochs) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        add(Event.newBuilder().setFileVersion(VERSION).build(), records);
        for (Epoch epoch : epochs) {
            add(event(epoch), records);
        }
        return records.toByteArray();
    }

    private static Event event(Epoch epoch) {
        Summary.Builder scalars = Summary.newBuilder().addValue(scalar("loss/training", epoch.trainingLoss()));
        epoch.validationLoss().ifPresent(loss -> scalars.addValue(scalar("loss/validation", loss)));
        epoch.validationEnergyTerm().ifPresent(term -> scalars.addValue(scalar("energy-term/validation", term)));
        scalars.addValue(scalar("learning-rate", epoch.learningRate()));
        return Event.newBuilder()
                .setWallTime(epoch.number())
                .setStep(epoch.number())
                .setSummary(scalars)
                .build();
    }

    private static Summary.Value scalar(String tag, double value) {
        return Summary.Value.newBuilder()
                .setTag(tag)
                .setSimpleValue((float) value)
                .build();
    }

    /** A record: the length of the message (64 bits), its checksum, the message, its checksum; little-endian. */
    private static void add(MessageLite message, ByteArrayOutputStream records) {
        byte[] bytes = message.toByteArray();
        byte[] length = littleEndian(Long.BYTES).putLong(bytes.length).array();
        for (byte[] part : List.of(length, bytes)) {
            records.writeBytes(part);
            records.writeBytes(
                    littleEndian(Integer.BYTES).putInt(checksum(part)).array());
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** CRC-32C, masked as records of TensorFlow are: rotated right by 15 bits, plus a constant. */
    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + CHECKSUM_DELTA;
    }
}
