package be.leermeester.portal.nightly;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A dossier for which something falls due.
///
/// @param on the day on which it falls due, and with which it will be dated
/// @param handlerId who took the dossier; null while it is anybody's
record Due(
        LocalDate on,
        String dossier,
        String partnership,
        String enterpriseNumber,
        String company,
        String programme,
        @Nullable String handlerId) {}
