package be.leermeester.portal.application;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The kinds of files that are taken, told by how their content begins: what the browser says of it is not believed.
enum FileType {
    PDF("application/pdf", "pdf", "%PDF-"),
    JPEG("image/jpeg", "jpg", "\u00FF\u00D8\u00FF"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001A\n");

    /// How many bytes tell it.
    static final int BYTES = 8;

    private final String mediaType;
    private final String ending;
    private final String beginning;

    FileType(String mediaType, String ending, String beginning) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.beginning = beginning;
    }

    String mediaType() {
        return mediaType;
    }

    /// A name for the file that says what it is, whatever the sender's computer called it.
    String named(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>\"]", "")
                .strip();
        String base = name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        String shorter = base.length() > 80 ? base.substring(0, 80) : base;
        return (shorter.isBlank() ? "document" : shorter) + "." + ending;
    }

    static @Nullable FileType of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> type.begins(content))
                .findFirst()
                .orElse(null);
    }

    private boolean begins(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).startsWith(beginning);
    }
}
