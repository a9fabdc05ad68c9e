package be.leermeester.portal.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.leermeester.kernel.Ids;
import be.leermeester.kernel.Messages;
import be.leermeester.kernel.Outbox;
import be.leermeester.kernel.Templates;
import be.leermeester.portal.mail.Post;
import be.leermeester.portal.status.ChangeStatus;
import be.leermeester.portal.testing.SmallWorld;
import be.leermeester.portal.testing.TestBackground;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What update sets in the format of KBO Open Data do with the companies of [SmallWorld].
class TakeRegisterTest {

    private static final String ENTERPRISES =
            "EnterpriseNumber,Status,JuridicalSituation,TypeOfEnterprise,JuridicalForm,JuridicalFormCAC,StartDate\n";
    private static final String ADDRESSES = "EntityNumber,TypeOfAddress,CountryNL,CountryFR,Zipcode,MunicipalityNL,"
            + "MunicipalityFR,StreetNL,StreetFR,HouseNumber,Box,ExtraAddressInfo,DateStrikingOff\n";
    private static final String NAMES = "EntityNumber,Language,TypeOfDenomination,Denomination\n";

    @TempDir
    private Path folder;

    private final TestBackground background = SmallWorld.in(new TestBackground());
    private final Ids ids = new Ids(background.time());
    private final Outbox outbox = new Outbox(background.time(), ids, List::of);
    private final Messages messages = Messages.load();
    private final TakeRegister register = new TakeRegister(
            background.db(),
            new ChangeStatus(outbox, background.time()),
            new Post(new Templates(messages, Map.of()), background.time(), ids, URI.create("http://127.0.0.1:1")),
            messages,
            outbox,
            ids,
            background.time());

    @BeforeEach
    void reachable() throws IOException {
        background.sql("UPDATE kernel.person SET email = 'petra@example.be' WHERE id = 'garage'");
        meta(147, "Update");
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    @DisplayName(
            "R10: a company that stopped loses its recognitions on the day as given; open applications get an item")
    void a_stopped_company() throws IOException {
        write("enterprise_delete.csv", "EnterpriseNumber\n0900.001.137\n0999.999.922\nrommel\n");
        write("enterprise_insert.csv", ENTERPRISES);
        assertThat(take().summary().encode())
                .contains("\"stopped\":1", "\"recognitions\":2", "\"unknown\":1", "\"unreadable\":1");
        assertThat(background.rows("SELECT at AT TIME ZONE 'Europe/Brussels' || ' ' || automatic || ' ' || actor"
                        + " FROM portal.application_event WHERE application_id = 'A4' AND status = 'CEASED'"))
                .containsExactly("2026-11-20 00:00:00 true portal");
        assertThat(background.rows("SELECT ceased_on FROM portal.company WHERE enterprise_number = '0900001137'"))
                .containsExactly("2026-11-20");
        assertThat(background.rows("SELECT count(*) FROM portal.establishment WHERE ceased_on = '2026-11-20'"))
                .containsExactly("2");
        // A3 was undecided for too long: the law approved it first, and then it stopped.
        assertThat(background.rows("SELECT status FROM portal.application WHERE id = 'A3'"))
                .containsExactly("CEASED");
    }

    @Test
    void an_open_application_at_a_stopped_establishment_is_for_people() throws IOException {
        write("establishment_delete.csv", "EstablishmentNumber\n2.123.456.789\n");
        write("establishment_insert.csv", "EstablishmentNumber,StartDate,EnterpriseNumber\n");
        write("address_insert.csv", ADDRESSES + "2.123.456.789,BAET,,,9000,Gent,Gand,Kerkstraat,,1,,,15-11-2026\n");
        assertThat(take().summary().getInteger("applications")).isEqualTo(1);
        assertThat(background.rows("SELECT kind || ' ' || subject FROM portal.follow_up"))
                .containsExactly("REGISTER_CEASED dossier:A2");
        assertThat(background.rows("SELECT (at AT TIME ZONE 'Europe/Brussels')::date FROM portal.application_event"
                        + " WHERE application_id = 'A1' AND status = 'CEASED'"))
                .containsExactly("2026-11-15");
        assertThat(background.rows("SELECT ceased_on FROM portal.company WHERE enterprise_number = '0442239628'"))
                .containsExactly((String) null);
    }

    @Test
    void a_moved_establishment_gets_its_address_an_item_and_a_mail() throws IOException {
        write("address_delete.csv", "EntityNumber\n8.000.003.635\n");
        write(
                "address_insert.csv",
                ADDRESSES + "8.000.003.635,BAET,,,9000,Gent,Gand,Veldstraat,,12,3,,\n"
                        + "8.000.000.764,BAET,,,2800,MECHELEN,Malines,\"Baan\",,2,,,\n");
        assertThat(take().summary().getInteger("moved")).isEqualTo(1);
        assertThat(background.rows("SELECT street || ' ' || house_number || ', ' || postal_code || ' ' || province"
                        + " FROM portal.establishment WHERE establishment_number = '8000003635'"))
                .containsExactly("Veldstraat 12 bus 3, 9000 Oost-Vlaanderen");
        assertThat(background.rows("SELECT before || ' > ' || after || ' ' || holds_from FROM portal.register_history"))
                .containsExactly("Steenweg 3, 3000 Leuven > Veldstraat 12 bus 3, 9000 Gent 2026-11-20");
        assertThat(background.rows("SELECT partnership_code || ' ' || kind || ' ' || subject FROM portal.follow_up"))
                .containsExactly("automotive REGISTER_MOVED establishment:8000003635");
        assertThat(background.rows("SELECT recipient || ' ' || subject FROM kernel.mail"))
                .containsExactly("petra@example.be Nieuw adres van uw vestiging 8.000.003.635");
    }

    @Test
    void the_dutch_name_of_a_company_changes_and_other_names_do_not_count() throws IOException {
        write(
                "denomination_insert.csv",
                NAMES + "0900.001.137,1,001,Garage Pierre\n0900.001.137,2,001,Garage Peeters en Dochter\n"
                        + "0900.001.137,2,002,GPD\n0442.239.628,2,001,BAKKERIJ DE KOREN BV\n");
        assertThat(take().summary().getInteger("renamed")).isEqualTo(1);
        assertThat(background.rows("SELECT name FROM portal.company ORDER BY 1"))
                .containsExactly("Bakkerij De Koren BV", "Garage Peeters en Dochter");
        assertThat(background.rows("SELECT reason FROM kernel.mail")).containsExactly("REGISTER_RENAMED");
    }

    @Test
    @DisplayName("I2: the same set twice changes nothing; a gap and an older set are refused")
    void in_their_order_and_once() throws IOException {
        write("enterprise_delete.csv", "EnterpriseNumber\n0900.001.137\n");
        assertThat(take().again()).isFalse();
        List<String> before = background.rows("SELECT count(*) FROM portal.application_event");
        assertThat(take().again()).isTrue();
        assertThat(background.rows("SELECT count(*) FROM portal.application_event"))
                .isEqualTo(before);
        meta(149, "Update");
        assertThatThrownBy(this::take).hasMessageContaining("register.problem.gap [149, 147, 148]");
        meta(146, "Update");
        assertThatThrownBy(this::take).hasMessageContaining("register.problem.older");
        meta(148, "Update");
        assertThat(take().again()).isFalse();
    }

    @Test
    void what_cannot_be_read_changes_nothing() throws IOException {
        write("enterprise_delete.csv", "EnterpriseNumber\n0900.001.137\n");
        write("address_insert.csv", "Nummer,Straat\n1,2\n");
        assertThatThrownBy(this::take).hasMessageContaining("register.problem.column");
        assertThat(background.rows("SELECT count(*) FROM portal.register_extract"))
                .containsExactly("0");
        assertThat(background.rows("SELECT count(*) FROM portal.company WHERE ceased_on IS NOT NULL"))
                .containsExactly("0");
    }

    @Test
    void a_full_set_corrects_quietly_and_stops_nothing() throws IOException {
        meta(150, "full");
        write("enterprise.csv", ENTERPRISES + "0442.239.628,AC,000,2,610,,01-01-1990\n");
        write("address.csv", ADDRESSES + "8.000.003.635,BAET,,,9000,Gent,Gand,Veldstraat,,12,,,\n");
        assertThat(take().summary().getInteger("moved")).isEqualTo(1);
        assertThat(background.rows("SELECT count(*) FROM portal.follow_up")).containsExactly("0");
        assertThat(background.rows("SELECT count(*) FROM kernel.mail")).containsExactly("0");
        assertThat(background.rows("SELECT count(*) FROM portal.company WHERE ceased_on IS NOT NULL"))
                .containsExactly("0");
    }

    @Test
    void an_establishment_with_another_company_is_for_people() throws IOException {
        write("establishment_delete.csv", "EstablishmentNumber\n8.000.003.635\n");
        write(
                "establishment_insert.csv",
                "EstablishmentNumber,StartDate,EnterpriseNumber\n8.000.003.635,01-01-2020,0442.239.628\n");
        assertThat(take().summary().getInteger("transferred")).isEqualTo(1);
        assertThat(background.rows("SELECT kind FROM portal.follow_up")).containsExactly("REGISTER_TRANSFERRED");
        assertThat(background.rows("SELECT status FROM portal.application WHERE id = 'A4'"))
                .containsExactly("APPROVED");
    }

    private TakeRegister.Result take() {
        return background.tell(() -> register.take(folder, "admin"));
    }

    private void meta(int number, String type) throws IOException {
        write(
                "meta.csv",
                "Variable,Value\nSnapshotDate,20-11-2026\nExtractTimestamp,21-11-2026 03:00:00\nExtractType," + type
                        + "\nExtractNumber," + number + "\nVersion,R018.00\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
