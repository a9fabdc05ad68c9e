package be.leermeester.portal.lapse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Of whom something is asked: partnerships, or one company; everybody where neither is named.
///
/// @param partnerships null for all
record Reach(@Nullable List<String> partnerships, @Nullable String enterprise) {

    static final Reach EVERYBODY = new Reach(null, null);

    static Reach of(List<String> partnerships) {
        return new Reach(List.copyOf(partnerships), null);
    }

    static Reach company(String enterprise) {
        return new Reach(null, enterprise);
    }

    String @Nullable [] codes() {
        return partnerships == null ? null : partnerships.toArray(String[]::new);
    }
}
