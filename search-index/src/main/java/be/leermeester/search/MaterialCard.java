package be.leermeester.search;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list shows of a material; kept in the index so that a page of hits needs no query.
record MaterialCard(
        String id,
        String title,
        String description,
        String language,
        String kind,
        String audience,
        String level,
        List<String> programmes,
        @Nullable String partnership,
        List<String> keywords,
        String licence,
        String author,
        String version,
        @Nullable LocalDate reviewBy) {

    boolean isOverdue(LocalDate today) {
        return reviewBy != null && reviewBy.isBefore(today);
    }

    static String encode(Material material) {
        return new JsonObject()
                .put("id", material.id())
                .put("title", material.title())
                .put("description", material.description())
                .put("language", material.language())
                .put("kind", material.kind())
                .put("audience", material.audience())
                .put("level", material.level())
                .put("programmes", new JsonArray(material.programmes()))
                .put("partnership", material.partnership())
                .put("keywords", new JsonArray(material.keywords()))
                .put("licence", material.licence())
                .put("author", material.author())
                .put("version", material.version())
                .put(
                        "reviewBy",
                        material.reviewBy() == null ? null : material.reviewBy().toString())
                .encode();
    }

    static MaterialCard decode(String encoded) {
        JsonObject card = new JsonObject(encoded);
        String reviewBy = card.getString("reviewBy");
        return new MaterialCard(
                card.getString("id"),
                card.getString("title"),
                card.getString("description"),
                card.getString("language"),
                card.getString("kind"),
                card.getString("audience"),
                card.getString("level"),
                strings(card.getJsonArray("programmes")),
                card.getString("partnership"),
                strings(card.getJsonArray("keywords")),
                card.getString("licence"),
                card.getString("author"),
                card.getString("version"),
                reviewBy == null ? null : LocalDate.parse(reviewBy));
    }

    private static List<String> strings(JsonArray array) {
        return array.stream().map(Object::toString).toList();
    }
}
