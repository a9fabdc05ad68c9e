package be.leermeester.portal.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a phone was held when it took a picture: the tag 0x0112 of the Exif part of a JPEG.
final class Orientation {

    private static final int HEAD = 64 << 10;
    private static final int TAG = 0x0112;

    private Orientation() {}

    /// Quarter turns clockwise that put the picture upright; 0 where nothing is known.
    static int of(Path file) throws IOException {
        byte[] head;
        try (InputStream stream = Files.newInputStream(file)) {
            head = stream.readNBytes(HEAD);
        }
        try {
            return switch (value(ByteBuffer.wrap(head))) {
                case 3 -> 2;
                case 6 -> 1;
                case 8 -> 3;
                default -> 0;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return 0;
        }
    }

    private static int value(ByteBuffer head) {
        int at = 2;
        while (at + 4 < head.limit() && (head.getShort(at) & 0xFF00) == 0xFF00) {
            int length = head.getShort(at + 2) & 0xFFFF;
            if ((head.getShort(at) & 0xFFFF) == 0xFFE1 && head.getInt(at + 4) == 0x45786966) {
                return inExif(head.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int inExif(ByteBuffer exif) {
        exif.order(exif.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        int entries = exif.getShort(directory) & 0xFFFF;
        for (int n = 0; n < entries; n++) {
            int entry = directory + 2 + 12 * n;
            if ((exif.getShort(entry) & 0xFFFF) == TAG) {
                return exif.getShort(entry + 8);
            }
        }
        return 1;
    }
}
