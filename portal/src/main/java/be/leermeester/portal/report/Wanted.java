package be.leermeester.portal.report;

import be.leermeester.kernel.Visit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which report is asked for in which form: by the ending of the address, else by `Accept`.
///
/// @param id without its ending
record Wanted(String id, Format format) {

    enum Format {
        JSON,
        CSV,
        XLSX,
        SVG,
        /// Neither ending nor `Accept` names one.
        NONE
    }

    static Wanted of(Visit visit) {
        String id = visit.params().id("id");
        for (Format format : Format.values()) {
            String ending = "." + format.name().toLowerCase(Locale.ROOT);
            if (format != Format.NONE && id.endsWith(ending)) {
                return new Wanted(id.substring(0, id.length() - ending.length()), format);
            }
        }
        return new Wanted(id, accepted(visit.header("Accept")));
    }

    private static Format accepted(@Nullable String accept) {
        if (accept == null) {
            return Format.NONE;
        }
        if (accept.contains("text/csv")) {
            return Format.CSV;
        }
        return accept.contains("spreadsheetml") ? Format.XLSX : Format.NONE;
    }
}
