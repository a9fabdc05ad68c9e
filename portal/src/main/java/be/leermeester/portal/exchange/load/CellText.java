package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.Column;
import be.leermeester.portal.exchange.format.Kind;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A value as its stage takes it: national numbers as hash and seal, files as hash and name.
final class CellText {

    private final NationalNumberVault vault;
    private final MaterialFiles files;

    CellText(NationalNumberVault vault, MaterialFiles files) {
        this.vault = vault;
        this.files = files;
    }

    @Nullable
    String of(Column column, @Nullable Object value) throws IOException {
        return switch (value) {
            case null -> null;
            case NationalNumber number ->
                HexFormat.of().formatHex(vault.hash(number)) + HexFormat.of().formatHex(vault.seal(number));
            case List<?> parts -> array(parts);
            case BigDecimal number -> number.toPlainString();
            case String path when column.kind() instanceof Kind.SourceFile -> files.keep(path);
            default -> value.toString();
        };
    }

    private static String array(List<?> parts) {
        return parts.stream()
                .map(part -> '"' + part.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
