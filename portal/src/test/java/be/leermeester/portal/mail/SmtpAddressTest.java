package be.leermeester.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.StartTLSOptions;
import org.junit.jupiter.api.Test;

class SmtpAddressTest {

    @Test
    void a_password_goes_over_a_network_encrypted_only() {
        SmtpAddress address = SmtpAddress.of("smtp://u%40x:p%3Aw@mail.example", "portaal.example");
        assertThat(address.config().getUsername()).isEqualTo("u@x");
        assertThat(address.config().getPassword()).isEqualTo("p:w");
        assertThat(address.config().getPort()).isEqualTo(587);
        assertThat(address.config().getLogin()).isEqualTo(LoginOption.REQUIRED);
        assertThat(address.config().getStarttls()).isEqualTo(StartTLSOptions.REQUIRED);
        assertThat(address.from()).isEqualTo("noreply@portaal.example");
    }

    @Test
    void a_relay_without_a_password_encrypts_where_it_can() {
        SmtpAddress address = SmtpAddress.of("smtp://mail.example?from=portaal%40example.be", "portaal.example");
        assertThat(address.config().getPort()).isEqualTo(25);
        assertThat(address.config().getStarttls()).isEqualTo(StartTLSOptions.OPTIONAL);
        assertThat(address.from()).isEqualTo("portaal@example.be");
    }

    @Test
    void smtps_is_encrypted_from_the_first_byte() {
        SmtpAddress address = SmtpAddress.of("smtps://u:p@mail.example", "portaal.example");
        assertThat(address.config().isSsl()).isTrue();
        assertThat(address.config().getPort()).isEqualTo(465);
        assertThat(address.config().getStarttls()).isEqualTo(StartTLSOptions.DISABLED);
    }

    @Test
    void an_unknown_word_for_encryption_is_refused() {
        assertThatThrownBy(() -> SmtpAddress.of("smtp://mail.example?starttls=yes", "portaal.example"))
                .hasMessageContaining("starttls");
    }
}
