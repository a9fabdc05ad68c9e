package be.leermeester.portal.mandate;

/// How a mandate stands on a day.
enum Standing {
    /// Given, but not begun.
    COMING,
    HOLDS,
    /// Its last day is over.
    ENDED,
    /// The company took it back.
    REVOKED
}
