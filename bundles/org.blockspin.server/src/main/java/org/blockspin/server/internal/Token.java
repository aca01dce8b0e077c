package org.blockspin.server.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of 256 random bits. */
final class Token {
    private static final int BYTES = 32;

    private final String text;

    Token() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        this.text = HexFormat.of().formatHex(bytes);
    }

    String text() {
        return text;
    }

    /** In a time that does not tell how much of it is right. */
    boolean isSame(String other) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
