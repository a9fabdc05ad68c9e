package be.leermeester.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    @Test
    void what_a_file_is_its_content_says() {
        assertThat(FileType.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo(FileType.PDF);
        assertThat(FileType.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2}))
                .isEqualTo(FileType.JPEG);
        assertThat(FileType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}))
                .isEqualTo(FileType.PNG);
        assertThat(FileType.of("<html>".getBytes(StandardCharsets.US_ASCII))).isNull();
        assertThat(FileType.of(new byte[0])).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "scan.pdf, scan.pdf",
        "C:\\Users\\Jan\\attest.exe, attest.pdf",
        "../../etc/passwd, passwd.pdf",
        "'  ', document.pdf",
        "a<b>.html, ab.pdf",
        "attest 2026.05, attest 2026.pdf",
    })
    void a_name_says_what_the_file_is(String given, String named) {
        assertThat(FileType.PDF.named(given)).isEqualTo(named);
    }
}
