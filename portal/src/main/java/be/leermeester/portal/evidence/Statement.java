package be.leermeester.portal.evidence;

import be.leermeester.kernel.Form;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody says about what they hand in.
///
/// @param ground only for an exemption
/// @param to the last day of the training: the date that counts (C4)
/// @param partnerships for which it is handed in; never empty where the form was in order
record Statement(
        Kind kind,
        @Nullable Ground ground,
        String provider,
        String course,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable BigDecimal hours,
        String remark,
        List<String> partnerships) {

    enum Kind {
        TRAINING,
        EXEMPTION
    }

    /// On which an exemption is asked (S4:697).
    enum Ground {
        EXPERIENCE_WITHOUT_CERTIFICATE,
        EXPERIENCE_CERTIFICATE,
        INTERNAL_COMPANY_TRAINING,
        PEDAGOGICAL_DIPLOMA,
        OTHER
    }

    static final int REMARK = 1_000;
    private static final int SHORT = 20;
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(400);
    private static final Pattern HOURS = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");

    Statement {
        partnerships = List.copyOf(partnerships);
    }

    /// Reads the form; what is wrong stands in it.
    ///
    /// @param offered the partnerships that can be chosen
    static Statement read(Form form, Kind kind, List<String> offered, LocalDate today) {
        boolean training = kind == Kind.TRAINING;
        String provider = training ? form.text("provider", 120) : "";
        String course = training ? form.text("course", 160) : "";
        LocalDate from = training ? form.date("followedFrom").orElse(null) : null;
        LocalDate to = training ? form.date("followedTo").orElse(null) : null;
        if (training) {
            period(form, from, to, today);
        }
        BigDecimal hours = training ? hours(form) : null;
        Ground ground = training ? null : ground(form);
        String remark = form.optional("remark", REMARK);
        if (!training && remark.length() < SHORT) {
            form.refuse("remark", "evidence.remark.short", SHORT);
        }
        List<String> chosen =
                offered.stream().filter(code -> form.ticked("for-" + code)).toList();
        if (chosen.isEmpty() && offered.size() > 1) {
            form.refuse("for-" + offered.getFirst(), "evidence.for.none");
        }
        return new Statement(
                kind, ground, provider, course, from, to, hours, remark, offered.size() == 1 ? offered : chosen);
    }

    /// Of a form that is not in order: its words are shown again as typed, and only the file is kept.
    static Statement empty(Kind kind) {
        return new Statement(kind, null, "", "", null, null, null, "", List.of());
    }

    private static void period(Form form, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        if (to == null) {
            if (form.errors().stream().noneMatch(error -> error.field().equals("followedTo"))) {
                form.refuse("followedTo", "evidence.to.needed");
            }
        } else if (to.isAfter(today)) {
            form.refuse("followedTo", "evidence.to.future");
        } else if (from != null && to.isBefore(from)) {
            form.refuse("followedTo", "evidence.to.before");
        }
    }

    /// Hours with at most two decimals, a comma or a point between; null where the form says what is wrong.
    static @Nullable BigDecimal hours(Form form) {
        String typed = form.text("hours", 10);
        if (typed.isEmpty()) {
            return null;
        }
        BigDecimal hours = HOURS.matcher(typed).matches() ? new BigDecimal(typed.replace(',', '.')) : BigDecimal.ZERO;
        if (hours.signum() <= 0 || hours.compareTo(MOST_HOURS) > 0) {
            form.refuse("hours", "evidence.hours.wrong");
            return null;
        }
        return hours;
    }

    private static @Nullable Ground ground(Form form) {
        String chosen = form.text("ground", 60);
        Ground ground = Arrays.stream(Ground.values())
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .orElse(null);
        if (ground == null && !chosen.isEmpty()) {
            form.refuse("ground", "evidence.ground.wrong");
        }
        return ground;
    }

    JsonObject json() {
        return new JsonObject()
                .put("ground", ground == null ? null : ground.name())
                .put("provider", provider)
                .put("course", course)
                .put("from", from == null ? null : from.toString())
                .put("to", to == null ? null : to.toString())
                .put("hours", hours == null ? null : hours.toPlainString())
                .put("remark", remark)
                .put("partnerships", new JsonArray(partnerships));
    }

    static Statement of(Kind kind, JsonObject json) {
        String ground = json.getString("ground");
        String from = json.getString("from");
        String to = json.getString("to");
        String hours = json.getString("hours");
        return new Statement(
                kind,
                ground == null ? null : Ground.valueOf(ground),
                json.getString("provider"),
                json.getString("course"),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                hours == null ? null : new BigDecimal(hours),
                json.getString("remark"),
                json.getJsonArray("partnerships").stream()
                        .map(String.class::cast)
                        .toList());
    }
}
