package be.leermeester.portal.company;

import be.leermeester.portal.status.Outlook;
import be.leermeester.portal.status.RecognitionStatus;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A company's recognitions by what is asked of it (D1).
record Board(List<Column> columns) {

    /// At most so many cards in a column; the rest is behind a link.
    static final int CARDS = 8;

    enum Kind {
        INCOMPLETE,
        ASKED,
        ENDING,
        RECOGNISED,
        STOPPED;

        static Kind of(Outlook outlook) {
            return switch (outlook) {
                case Outlook.Incomplete() -> INCOMPLETE;
                case Outlook.Waiting _, Outlook.ApprovedByLaw _, Outlook.Escalated _, Outlook.OnHold _ -> ASKED;
                case Outlook.Ending _, Outlook.Over _ -> ENDING;
                case Outlook.Recognised _ -> RECOGNISED;
                case Outlook.Closed() -> STOPPED;
            };
        }
    }

    /// @param since the day on which the status began
    /// @param mentors valid ones
    /// @param alike how many dossiers of the company have the same status (and end soon or not)
    record Dossier(
            String id,
            RecognitionStatus status,
            LocalDate since,
            Outlook outlook,
            String programme,
            String establishment,
            String municipality,
            List<String> reasons,
            String remark,
            int mentors,
            long alike) {

        Kind kind() {
            return Kind.of(outlook);
        }

        boolean withoutMentor() {
            return status == RecognitionStatus.APPROVED && mentors == 0;
        }
    }

    /// @param count how many there are; the cards can be fewer
    record Column(Kind kind, long count, List<Dossier> dossiers) {}

    /// @param dossiers in the order in which they stand in their columns
    static Board of(Collection<Dossier> dossiers) {
        Map<Kind, List<Dossier>> byKind = new EnumMap<>(Kind.class);
        for (Dossier dossier : dossiers) {
            byKind.computeIfAbsent(dossier.kind(), _ -> new java.util.ArrayList<>())
                    .add(dossier);
        }
        return new Board(List.of(Kind.values()).stream()
                .map(kind -> column(kind, byKind.getOrDefault(kind, List.of())))
                .toList());
    }

    private static Column column(Kind kind, List<Dossier> dossiers) {
        Set<RecognitionStatus> seen = new HashSet<>();
        long count = dossiers.stream()
                .filter(dossier -> seen.add(dossier.status()))
                .mapToLong(Dossier::alike)
                .sum();
        return new Column(kind, count, dossiers.stream().limit(CARDS).toList());
    }

    Column column(Kind kind) {
        return columns.stream()
                .filter(column -> column.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    Optional<Dossier> first(Kind kind) {
        return column(kind).dossiers().stream().findFirst();
    }

    Optional<Dossier> withoutMentor() {
        return columns.stream()
                .flatMap(column -> column.dossiers().stream())
                .filter(Dossier::withoutMentor)
                .findFirst();
    }

    boolean isEmpty() {
        return columns.stream().allMatch(column -> column.count() == 0);
    }
}
