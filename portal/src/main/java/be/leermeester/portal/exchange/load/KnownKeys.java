package be.leermeester.portal.exchange.load;

import be.leermeester.portal.exchange.format.ExchangeFormat;
import be.leermeester.portal.exchange.format.Known;
import be.leermeester.portal.exchange.format.Row;
import be.leermeester.portal.exchange.format.Table;
import be.leermeester.portal.exchange.source.Source;
import be.leermeester.portal.person.NationalNumber;
import be.leermeester.portal.person.NationalNumberVault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The keys that rows can refer to. Those of the database are read at the start; those of the import come with each
/// row that is taken.
final class KnownKeys implements Known {

    private final Map<String, Set<String>> existing = new HashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final Map<String, Instant> submitted = new HashMap<>();
    private final Map<String, String> personByHash;
    private final Map<NationalNumber, String> personByNumber = new HashMap<>();
    private final NationalNumberVault vault;
    private final Source source;

    KnownKeys(Connection connection, Source source, NationalNumberVault vault) throws SQLException {
        this.source = source;
        this.vault = vault;
        for (String table : ExchangeFormat.referred()) {
            existing.put(table, KeyQueries.keys(connection, ExchangeFormat.keyQuery(table)));
        }
        ExchangeFormat.REFERENCE_DATA.forEach(table -> existing.computeIfAbsent(table, _ -> Set.of()));
        submitted.putAll(KeyQueries.submitted(connection));
        personByHash = KeyQueries.personByHash(connection);
    }

    @Override
    public boolean has(String table, String key) {
        return existing.getOrDefault(table, Set.of()).contains(key) || isTaken(table, key);
    }

    boolean isTaken(String table, String key) {
        return taken.getOrDefault(table, Set.of()).contains(key);
    }

    @Override
    public @Nullable Instant submittedAt(String applicationId) {
        return submitted.get(applicationId);
    }

    @Override
    public boolean hasFile(String path) {
        return source.has(path);
    }

    /// Whether the number is that of somebody else already.
    boolean isOfAnother(NationalNumber number, String personId) {
        String other = personByNumber.get(number);
        if (other == null && !personByHash.isEmpty()) {
            other = personByHash.get(HexFormat.of().formatHex(vault.hash(number)));
        }
        return other != null && !other.equals(personId);
    }

    void take(Table table, String key, Row row) {
        taken.computeIfAbsent(table.name(), _ -> new HashSet<>()).add(key);
        switch (table.name()) {
            case "applications" -> {
                if (row.get("submitted_at") instanceof Instant moment) {
                    submitted.put(key, moment);
                }
            }
            case "persons" -> {
                if (row.get("national_number") instanceof NationalNumber number) {
                    personByNumber.put(number, key);
                }
            }
            default -> {}
        }
    }

    void giveBack(Table table, String key) {
        taken.getOrDefault(table.name(), new HashSet<>()).remove(key);
    }

    Set<String> taken(String table) {
        return taken.getOrDefault(table, Set.of());
    }
}
