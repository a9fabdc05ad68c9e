package be.leermeester.portal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The dimension `partnership_code` with its `level`, in the shapes that the published tables have. Where one
/// partnership is asked for, only what was counted shows.
final class Partnerships {

    private static final String COLUMN = "partnership_code";

    private Partnerships() {}

    /// Sectoral partnerships, then the Flemish one.
    static Dimension plain() {
        return new Dimension(COLUMN, (question, names) -> {
            List<Member> members = sectoral(names, question.partnership() != null);
            members.add(flemish(RowType.DATA, question.partnership() != null));
            return members;
        });
    }

    /// As [#plain], with whether each handles complaints itself.
    static Dimension handlingComplaints() {
        return new Dimension(
                COLUMN,
                (question, names) -> plain().members().of(question, names).stream()
                        .map(member -> member.with(
                                "handles_complaints", names.complaints().contains(member.code()) ? "yes" : "no"))
                        .toList());
    }

    /// As [#plain], only those under which something was counted, and all together.
    static Dimension countedWithTotal() {
        return new Dimension(COLUMN, (_, names) -> {
            List<Member> members = sectoral(names, true);
            members.add(flemish(RowType.DATA, true));
            members.add(grandTotal());
            return members;
        });
    }

    /// The sectoral partnerships after their subtotal, the sectors after the Flemish Partnership's.
    ///
    /// @param countedOnly leaves out sectoral partnerships under which nothing was counted
    /// @param total whether all together close the table
    static Dimension withSectors(boolean countedOnly, boolean total) {
        return new Dimension(COLUMN, (question, names) -> {
            boolean one = question.partnership() != null;
            List<Member> members = new ArrayList<>();
            members.add(sectoralTotal(one));
            members.addAll(sectoral(names, countedOnly || one));
            members.add(flemish(RowType.SUBTOTAL, one));
            names.sectors()
                    .forEach(code -> members.add(
                            Member.data(code).with("level", "vp_sector").ifCounted()));
            members.add(Member.data("vp_unknown").with("level", "vp_sector").ifCounted());
            if (total) {
                members.add(grandTotal());
            }
            return members;
        });
    }

    /// The subtotal of the sectoral ones before them, the Flemish one as a row.
    static Dimension withSubtotal() {
        return new Dimension(COLUMN, (question, names) -> {
            boolean one = question.partnership() != null;
            List<Member> members = new ArrayList<>();
            members.add(sectoralTotal(one));
            members.addAll(sectoral(names, one));
            members.add(flemish(RowType.DATA, one));
            return members;
        });
    }

    /// The two kinds and all together.
    static Dimension kinds() {
        return new Dimension(
                COLUMN,
                (question, _) -> List.of(
                        sectoralTotal(question.partnership() != null),
                        flemish(RowType.SUBTOTAL, question.partnership() != null),
                        grandTotal()));
    }

    private static List<Member> sectoral(Names names, boolean countedOnly) {
        List<Member> members = new ArrayList<>();
        for (String code : names.sectoral()) {
            members.add(new Member(code, RowType.DATA, Map.of("level", "sectoral"), countedOnly));
        }
        return members;
    }

    private static Member flemish(RowType rowType, boolean countedOnly) {
        return new Member(Names.FLEMISH, rowType, Map.of("level", "flemish"), countedOnly);
    }

    private static Member sectoralTotal(boolean countedOnly) {
        return new Member("sectoral_partnerships_total", RowType.SUBTOTAL, Map.of("level", "sectoral"), countedOnly);
    }

    private static Member grandTotal() {
        return Member.total("grand_total").with("level", "all");
    }
}
