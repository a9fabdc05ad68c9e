package be.leermeester.search;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The rows behind the index.
final class MaterialQueries {

    /// A file whose text is not kept yet.
    record Pending(String materialId, String hash, @Nullable String name) {}

    /// @param size in bytes
    record StoredFile(long size, String mediaType) {}

    private MaterialQueries() {}

    static Future<List<Pending>> pending(SqlClient client) {
        return client.query("""
                        SELECT id, file_hash, file_name FROM search.material
                        WHERE file_hash IS NOT NULL AND file_hash IS DISTINCT FROM extracted_hash
                        ORDER BY id LIMIT 100
                        """)
                .execute()
                .map(rows -> list(
                        rows,
                        row -> new Pending(
                                row.getString("id"), row.getString("file_hash"), row.getString("file_name"))));
    }

    /// Keeps what came out of a file, in place of what was there; does nothing where the file has changed meanwhile.
    static Future<Void> keep(SqlConnection connection, Pending pending, Extraction extraction) {
        String problem =
                extraction.problem() == null ? null : extraction.problem().name();
        return connection
                .preparedQuery("""
                        UPDATE search.material SET extracted_hash = $2, extraction_error = $3
                        WHERE id = $1 AND file_hash = $2
                        """)
                .execute(Tuple.of(pending.materialId(), pending.hash(), problem))
                .compose(updated -> updated.rowCount() == 0
                        ? Future.succeededFuture()
                        : replace(connection, pending.materialId(), extraction.passages()));
    }

    private static Future<Void> replace(SqlConnection connection, String materialId, List<Passage> passages) {
        Future<?> emptied = connection
                .preparedQuery("DELETE FROM search.passage WHERE material_id = $1")
                .execute(Tuple.of(materialId));
        List<Tuple> rows = passages.stream()
                .map(passage -> Tuple.of(materialId, passage.position(), passage.page(), passage.text()))
                .toList();
        return emptied.compose(_ -> rows.isEmpty()
                        ? Future.succeededFuture()
                        : connection.preparedQuery("""
                                        INSERT INTO search.passage (material_id, position, page, text)
                                        VALUES ($1, $2, $3, $4)
                                        """).executeBatch(rows))
                .mapEmpty();
    }

    /// What the index should say of each material, by id.
    static Future<Map<String, String>> stamps(SqlClient client) {
        return client.query("SELECT * FROM search.material").execute().map(rows -> {
            Map<String, String> stamps = new HashMap<>();
            rows.forEach(row -> stamps.put(row.getString("id"), material(row).stamp()));
            return stamps;
        });
    }

    /// Tells cheaply whether any row changed, whatever a clock says: every write of a row gives it another `xmin`.
    static Future<String> fingerprint(SqlClient client) {
        return client.query("SELECT concat(count(*), '|', sum(xmin::text::bigint)) AS fingerprint FROM search.material")
                .execute()
                .map(rows -> rows.iterator().next().getString("fingerprint"));
    }

    static Future<List<Material>> byIds(SqlClient client, List<String> ids) {
        return client.preparedQuery("SELECT * FROM search.material WHERE id = ANY($1) ORDER BY id")
                .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                .map(rows -> list(rows, MaterialQueries::material));
    }

    static Future<Optional<Material>> byId(SqlClient client, String id) {
        return byIds(client, List.of(id)).map(found -> found.stream().findFirst());
    }

    static Future<Map<String, List<Passage>>> passages(SqlClient client, List<String> ids) {
        return client.preparedQuery("""
                        SELECT material_id, position, page, text FROM search.passage
                        WHERE material_id = ANY($1) ORDER BY material_id, position
                        """)
                .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, List<Passage>> byMaterial = new HashMap<>();
                    rows.forEach(row -> byMaterial
                            .computeIfAbsent(row.getString("material_id"), _ -> new ArrayList<>())
                            .add(passage(row)));
                    return byMaterial;
                });
    }

    /// A stretch of a material's passages.
    static Future<List<Passage>> passages(SqlClient client, String id, int from, int count) {
        return client.preparedQuery("""
                        SELECT position, page, text FROM search.passage
                        WHERE material_id = $1 AND position >= $2 AND position < $3 ORDER BY position
                        """)
                .execute(Tuple.of(id, from, from + count))
                .map(rows -> list(rows, MaterialQueries::passage));
    }

    static Future<Integer> countPassages(SqlClient client, String id) {
        return client.preparedQuery("SELECT count(*)::int AS count FROM search.passage WHERE material_id = $1")
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getInteger("count"));
    }

    static Future<Optional<StoredFile>> file(SqlClient client, String hash) {
        return client.preparedQuery("SELECT size_bytes, media_type FROM kernel.file WHERE hash = $1")
                .execute(Tuple.of(hash))
                .map(rows ->
                        list(rows, row -> new StoredFile(row.getLong("size_bytes"), row.getString("media_type")))
                                .stream()
                                .findFirst());
    }

    /// The names of codes, by `KIND:code`; the view belongs to who knows programmes and partnerships.
    static Future<Map<String, String>> names(SqlClient client, List<String> programmes, List<String> partnerships) {
        return client.preparedQuery("""
                        SELECT kind || ':' || code AS key, name FROM search.code_name
                        WHERE kind = 'PROGRAMME' AND code = ANY($1) OR kind = 'SECTOR' AND code = ANY($2)
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfString(programmes.toArray(String[]::new))
                        .addArrayOfString(partnerships.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getString("key"), row.getString("name")));
                    return names;
                });
    }

    /// The programmes that a training provider has learners in.
    static Future<List<String>> programmesOf(SqlClient client, String providerCode) {
        return client.preparedQuery(
                        "SELECT programme_code FROM search.provider_programme WHERE provider_code = $1 ORDER BY 1")
                .execute(Tuple.of(providerCode))
                .map(rows -> list(rows, row -> row.getString("programme_code")));
    }

    private static Passage passage(Row row) {
        return new Passage(row.getInteger("position"), row.getInteger("page"), row.getString("text"));
    }

    private static Material material(Row row) {
        return new Material(
                row.getString("id"),
                row.getString("title"),
                row.getString("description"),
                row.getString("language"),
                row.getString("kind"),
                row.getString("audience"),
                row.getString("level"),
                List.of(row.getArrayOfStrings("programme_codes")),
                row.getString("partnership_code"),
                List.of(row.getArrayOfStrings("keywords")),
                row.getString("licence"),
                row.getString("author"),
                row.getString("version"),
                row.getLocalDate("review_by"),
                row.getString("visibility"),
                List.of(row.getArrayOfStrings("visible_to")),
                row.getString("file_hash"),
                row.getString("file_name"),
                row.getString("url"),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getString("extracted_hash"),
                row.getString("extraction_error"));
    }

    private static <T> List<T> list(RowSet<Row> rows, java.util.function.Function<Row, T> mapper) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapper).toList();
    }
}
