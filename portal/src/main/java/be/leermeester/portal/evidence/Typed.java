package be.leermeester.portal.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was said before, as it stands in the fields of the form.
final class Typed {

    private Typed() {}

    static Map<String, String> of(Statement said) {
        return values(
                said.ground() == null ? null : said.ground().name(),
                said.provider(),
                said.course(),
                said.from(),
                said.to(),
                said.hours(),
                said.remark(),
                said.partnerships());
    }

    static Map<String, String> of(Evidence evidence) {
        return values(
                evidence.ground(),
                evidence.provider(),
                evidence.course(),
                evidence.from(),
                evidence.to(),
                evidence.hours(),
                evidence.remark(),
                List.of(evidence.duty().partnership()));
    }

    private static Map<String, String> values(
            @Nullable String ground,
            String provider,
            String course,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal hours,
            String remark,
            List<String> partnerships) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ground", ground == null ? "" : ground);
        values.put("provider", provider);
        values.put("course", course);
        values.put("followedFrom", from == null ? "" : from.toString());
        values.put("followedTo", to == null ? "" : to.toString());
        values.put(
                "hours",
                hours == null ? "" : hours.stripTrailingZeros().toPlainString().replace('.', ','));
        values.put("remark", remark);
        partnerships.forEach(code -> values.put("for-" + code, "true"));
        return values;
    }
}
