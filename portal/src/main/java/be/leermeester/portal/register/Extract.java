package be.leermeester.portal.register;

import java.time.LocalDate;

/// Which set of the register it is, from its `meta.csv`.
///
/// @param snapshot the day whose end it tells of
/// @param full whether it holds everything, and not what changed since the set before it
record Extract(int number, LocalDate snapshot, boolean full) {

    String type() {
        return full ? "full" : "update";
    }
}
