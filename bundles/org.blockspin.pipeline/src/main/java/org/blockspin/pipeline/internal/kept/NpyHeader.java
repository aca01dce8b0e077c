package org.blockspin.pipeline.internal.kept;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The header of a NumPy file, format version 1.0 (NumPy Enhancement Proposal 1): eight bytes of magic and version, the
 * length of the rest as two bytes, little-endian, and a Python dictionary that is padded with spaces and ends with a
 * new line, so that the data begin at a multiple of 64 bytes: at byte 128 for all but very many dimensions.
 */
final class NpyHeader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int LENGTH_BYTES = 2;

    private NpyHeader() {}

    /** Of an array of unsigned bytes in row-major order. */
    static byte[] unsignedBytes(List<Long> shape) {
        // A Python tuple of one element ends with a comma; a trailing one does no harm to others.
        String tuple = shape.stream().map(extent -> extent + ", ").collect(Collectors.joining());
        String dictionary = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + tuple.stripTrailing() + "), }";
        int fixed = MAGIC.length + LENGTH_BYTES;
        int size = (fixed + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        String padding = " ".repeat(size - fixed - dictionary.length() - 1);
        byte[] header = new byte[size];
        System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
        header[MAGIC.length] = (byte) (size - fixed);
        header[MAGIC.length + 1] = (byte) ((size - fixed) >>> Byte.SIZE);
        byte[] text = (dictionary + padding + "\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, header, fixed, text.length);
        return header;
    }
}
