package be.leermeester.portal.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder in the exchange format, written by hand: one company that applied once, and what a test adds.
final class ExchangeFolder {

    private final Path folder;

    private ExchangeFolder(Path folder) {
        this.folder = folder;
    }

    /// One of everything that later rows lean on.
    static ExchangeFolder in(Path folder) throws IOException {
        return new ExchangeFolder(Files.createDirectories(folder))
                .with("companies.csv", """
                        enterprise_number,name,joint_committee,employees,ceased_on
                        0442239628,Garage Peeters,112,12,
                        """)
                .with("establishments.csv", """
                        establishment_number,enterprise_number,name,street,house_number,postal_code,municipality,province,latitude,longitude,ceased_on
                        8000000764,0442239628,,Bergstraat,156,2000,Antwerpen,Antwerpen,51.22016,4.37898,
                        """)
                .with("programmes.csv", """
                        programme_code,name,system,level,successor_code
                        D001,Polyvalent mecanicien,DUAL,VKS 3,
                        """)
                .with("training_providers.csv", """
                        provider_code,name,municipality,postal_code,latitude,longitude
                        P0001,Technisch Instituut,Geel,2440,51.1622,4.9890
                        """)
                .with("persons.csv", """
                        person_id,national_number,first_name,last_name,email,phone,language
                        M000001,92112699837,Carine,Cools,carine@voorbeeld.example,,nl
                        L000001,,Emre,Nijs,,,
                        """)
                .with("applications.csv", """
                        application_id,establishment_number,programme_code,partnership_code,submitted_at,submitted_by,renews_application_id,sector_code
                        A000001,8000000764,D001,automotive,2021-03-01T10:00:00+01:00,COMPANY,,
                        """)
                .with("application_events.csv", """
                        application_id,at,status,automatic,reasons,remark
                        A000001,2021-03-02T10:00:00+01:00,IN_REVIEW,false,,
                        A000001,2021-03-10T10:00:00+01:00,APPROVED,false,,
                        """)
                .with("mentor_applications.csv", """
                        application_id,person_id,submitted_at,decision,decided_at
                        A000001,M000001,2021-03-01T10:00:00+01:00,APPROVED,2021-03-10T10:00:00+01:00
                        """);
    }

    /// An empty one.
    static ExchangeFolder empty(Path folder) throws IOException {
        return new ExchangeFolder(Files.createDirectories(folder));
    }

    /// Writes or replaces a file.
    ExchangeFolder with(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return this;
    }

    /// Adds a row to a file.
    ExchangeFolder adding(String file, String... rows) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.exists(path) ? Files.readString(path) : "";
        return with(file, before + String.join("\n", rows) + "\n");
    }

    Path path() {
        return folder;
    }
}
