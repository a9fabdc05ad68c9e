package be.leermeester.portal.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The same zip with the moment of writing taken out of it: files are kept by their content hash, and a demo that is
/// written again must be the same.
final class SettledZip {

    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 1, 0, 0);

    private SettledZip() {}

    static byte[] of(byte[] zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8);
                ZipOutputStream to = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                copy(entry, from.readAllBytes(), to);
            }
        }
        return out.toByteArray();
    }

    private static void copy(ZipEntry entry, byte[] bytes, ZipOutputStream to) throws IOException {
        ZipEntry settled = new ZipEntry(entry.getName());
        settled.setTimeLocal(MOMENT);
        if (entry.getMethod() == ZipEntry.STORED) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            settled.setMethod(ZipEntry.STORED);
            settled.setSize(bytes.length);
            settled.setCrc(crc.getValue());
        }
        to.putNextEntry(settled);
        to.write(bytes);
    }
}
