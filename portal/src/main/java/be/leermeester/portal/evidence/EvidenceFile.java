package be.leermeester.portal.evidence;

import be.leermeester.search.DocumentText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file that may be evidence: a PDF, a JPEG or a PNG by its content, of at most 10 MB, that opens without a password.
///
/// @param text what stands in it as text, empty for a picture
record EvidenceFile(Type type, String name, long size, String text) {

    /// Beyond it the words of the form would be lost with the request; up to it somebody is told what is wrong.
    static final long MAX_REQUEST = 32L << 20;

    static final long MAX = 10L << 20;

    enum Type {
        PDF("application/pdf", ".pdf"),
        JPEG("image/jpeg", ".jpg"),
        PNG("image/png", ".png");

        private final String mediaType;
        private final String ending;

        Type(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        String mediaType() {
            return mediaType;
        }
    }

    /// Why a file is not taken: the key of a sentence that says what to do.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String key;

        Refused(String key) {
            super(key, null, false, false);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /// `diploma.exe.pdf`: what it pretends to be twice is not what it says.
    private static final Pattern DOUBLE = Pattern.compile(
            "(?i).*\\.(exe|bat|cmd|com|scr|js|jar|vbs|msi|ps1|sh|html?|svg|php|docm|xlsm|zip)\\.[a-z]{2,4}");

    /// Looks into the file; blocks.
    static EvidenceFile of(Path file, String sentName) throws IOException, Refused {
        String name = shown(sentName);
        long size = Files.size(file);
        if (size == 0) {
            throw new Refused("evidence.file.empty");
        }
        if (size > MAX) {
            throw new Refused("evidence.file.large");
        }
        if (DOUBLE.matcher(name).matches()) {
            throw new Refused("evidence.file.double");
        }
        Type type = typeOf(file);
        if (type != Type.PDF) {
            if (!Picture.readable(file)) {
                throw new Refused("evidence.file.broken");
            }
            return new EvidenceFile(type, named(name, type), size, "");
        }
        DocumentText text = DocumentText.of(file, "evidence.pdf");
        if (text.locked()) {
            throw new Refused("evidence.file.locked");
        }
        if (text.broken()) {
            throw new Refused("evidence.file.broken");
        }
        return new EvidenceFile(type, named(name, type), size, text.text());
    }

    private static Type typeOf(Path file) throws IOException, Refused {
        byte[] head = new byte[16];
        int read;
        try (var stream = Files.newInputStream(file)) {
            read = stream.readNBytes(head, 0, head.length);
        }
        if (starts(head, read, '%', 'P', 'D', 'F', '-')) {
            return Type.PDF;
        }
        if (starts(head, read, 0xFF, 0xD8, 0xFF)) {
            return Type.JPEG;
        }
        if (starts(head, read, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Type.PNG;
        }
        boolean apple = read == 16
                && new String(head, 4, 8, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .matches("ftyp(heic|heix|mif1|msf1)");
        throw new Refused(apple ? "evidence.file.heic" : "evidence.file.type");
    }

    private static boolean starts(byte[] head, int read, int... mark) {
        if (read < mark.length) {
            return false;
        }
        for (int n = 0; n < mark.length; n++) {
            if ((head[n] & 0xFF) != mark[n]) {
                return false;
            }
        }
        return true;
    }

    /// The last part of a path, without what no file name should hold, at most 120 characters.
    private static String shown(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\"<>|?*:;]", "").strip();
        return clean.length() > 120 ? clean.substring(clean.length() - 120) : clean;
    }

    /// With the ending of what it is: people open files by it.
    private static String named(String name, Type type) {
        String low = name.toLowerCase(Locale.ROOT);
        boolean named = low.endsWith(type.ending) || (type == Type.JPEG && low.endsWith(".jpeg"));
        return named ? name : (name.isEmpty() ? "bewijs" : name) + type.ending;
    }
}
