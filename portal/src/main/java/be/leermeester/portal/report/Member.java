package be.leermeester.portal.report;

import java.util.Map;

/// One value of a dimension.
///
/// @param code as in the published file
/// @param rowType what a row of it is
/// @param also further code columns that follow from it (the group of a status, the level of a partnership)
/// @param onlyIfCounted left out where nothing was counted under it
record Member(String code, RowType rowType, Map<String, String> also, boolean onlyIfCounted) {

    Member {
        also = Map.copyOf(also);
    }

    static Member data(String code) {
        return new Member(code, RowType.DATA, Map.of(), false);
    }

    static Member subtotal(String code) {
        return new Member(code, RowType.SUBTOTAL, Map.of(), false);
    }

    static Member total(String code) {
        return new Member(code, RowType.TOTAL, Map.of(), false);
    }

    Member with(String column, String value) {
        var more = new java.util.HashMap<>(also);
        more.put(column, value);
        return new Member(code, rowType, more, onlyIfCounted);
    }

    Member ifCounted() {
        return new Member(code, rowType, also, true);
    }
}
