package be.leermeester.portal.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class NationalNumberVaultTest {

    private static final NationalNumber NUMBER = new NationalNumber("93051822361");

    private final NationalNumberVault vault = new NationalNumberVault(key(1));

    @Test
    void what_was_sealed_opens_again() {
        assertThat(vault.open(vault.seal(NUMBER))).isEqualTo(NUMBER);
    }

    @Test
    void sealing_twice_gives_two_different_seals_and_one_hash() {
        assertThat(vault.seal(NUMBER)).isNotEqualTo(vault.seal(NUMBER));
        assertThat(vault.hash(NUMBER)).isEqualTo(new NationalNumberVault(key(1)).hash(NUMBER));
    }

    @Test
    void another_key_neither_opens_it_nor_finds_it() {
        var other = new NationalNumberVault(key(2));
        assertThat(other.hash(NUMBER)).isNotEqualTo(vault.hash(NUMBER));
        byte[] sealed = vault.seal(NUMBER);
        assertThatThrownBy(() -> other.open(sealed)).hasMessageContaining("ENCRYPTION_KEY");
    }

    @Test
    void a_damaged_seal_does_not_open() {
        byte[] sealed = vault.seal(NUMBER);
        sealed[15] ^= 1;
        assertThatThrownBy(() -> vault.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_key_of_the_settings_is_32_bytes_in_base64() {
        var same = NationalNumberVault.of(Base64.getEncoder().encodeToString(key(1)) + "\n");
        assertThat(same.open(vault.seal(NUMBER))).isEqualTo(NUMBER);
        assertThatThrownBy(() -> NationalNumberVault.of("c2hvcnQ=")).hasMessageContaining("32 bytes in base64");
        assertThatThrownBy(() -> NationalNumberVault.of("§")).hasMessageContaining("openssl rand");
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[NationalNumberVault.KEY_BYTES];
        java.util.Arrays.fill(key, (byte) seed);
        return key;
    }
}
