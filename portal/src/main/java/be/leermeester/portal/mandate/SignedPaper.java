package be.leermeester.portal.mandate;

import be.leermeester.kernel.FileStore;
import be.leermeester.kernel.Form;
import be.leermeester.kernel.Visit;
import io.vertx.ext.web.FileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A signed mandate as it was handed in: a PDF or a photo, known by its content and not by its name.
record SignedPaper(String hash, String name, String mediaType, long size) {

    /// In bytes: 10 MB.
    static final long MAX = 10L << 20;

    private static final String FIELD = "paper";
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// What was sent with the form; null where nothing was, or where the form refuses it. Blocks: on a virtual thread.
    static @Nullable SignedPaper in(Visit visit, Form form, FileStore files) {
        FileUpload upload = visit.files().stream()
                .filter(file -> file.name().equals(FIELD) && file.size() > 0)
                .findFirst()
                .orElse(null);
        if (upload == null) {
            return null;
        }
        if (upload.size() > MAX) {
            form.refuse(FIELD, "mandate.paper.too-large", MAX >> 20);
            return null;
        }
        Path path = Path.of(upload.uploadedFileName());
        String mediaType = sniffed(path);
        if (mediaType == null) {
            form.refuse(FIELD, "mandate.paper.kind");
            return null;
        }
        return new SignedPaper(files.keep(path), plain(upload.fileName()), mediaType, upload.size());
    }

    static @Nullable String sniffed(Path path) {
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] head = stream.readNBytes(8);
            if (begins(head, PDF)) {
                return "application/pdf";
            }
            if (begins(head, JPEG)) {
                return "image/jpeg";
            }
            return begins(head, PNG) ? "image/png" : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean begins(byte[] content, byte[] sign) {
        return content.length >= sign.length && java.util.Arrays.equals(content, 0, sign.length, sign, 0, sign.length);
    }

    private static String plain(String name) {
        String bare = name.replaceAll("[\\p{Cntrl}/\\\\\"]", "").strip();
        return bare.length() > 100 ? bare.substring(bare.length() - 100) : bare;
    }
}
