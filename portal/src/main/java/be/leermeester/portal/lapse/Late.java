package be.leermeester.portal.lapse;

import be.leermeester.learning.deadline.LapsePolicy;
import java.util.Comparator;

/// A mentor whose deadline in a partnership passes, and what the partnership's rule of that day does about it.
record Late(String personId, String partnership, LapsePolicy policy) {

    /// In which those of one day are done.
    static final Comparator<Late> ORDER = Comparator.comparing(Late::personId).thenComparing(Late::partnership);
}
