package be.leermeester.portal.rows;

import be.leermeester.kernel.Params;
import org.jspecify.annotations.Nullable;

/// Turning the pages of a list.
///
/// @param page from 1
/// @param previous address of the page before, null on the first
/// @param next address of the page after, null on the last
public record Pager(
        int page,
        long pages,
        @Nullable String previous,
        @Nullable String next) {

    public static final int SIZE = 50;
    private static final int MAX_PAGE = 20_000;

    /// The page asked for, from 1.
    public static int asked(Params params) {
        return params.number("page", 1, 1, MAX_PAGE);
    }

    public static int offset(int page) {
        return (page - 1) * SIZE;
    }

    public static Pager of(Address list, int page, long total) {
        long pages = Math.max(1, Math.ceilDiv(total, (long) SIZE));
        String previous = page > 1
                ? list.with("page", page == 2 ? null : Math.min(page - 1, pages))
                        .toString()
                : null;
        String next = page < pages ? list.with("page", page + 1).toString() : null;
        return new Pager(page, pages, previous, next);
    }

    /// Whether there is anything to turn.
    public boolean several() {
        return pages > 1;
    }
}
