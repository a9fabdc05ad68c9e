package be.leermeester.portal.dossier;

import be.leermeester.portal.status.Outlook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A [Outlook] for the template `dossier/outlook`: at most one of the dates is there.
public record OutlookView(
        @Nullable LocalDate lastDay,
        long daysLeft,
        boolean soon,
        @Nullable LocalDate byLaw,
        @Nullable LocalDate escalatedSince,
        @Nullable LocalDate holdsUntil,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate overSince) {

    public static OutlookView of(Outlook outlook) {
        return switch (outlook) {
            case Outlook.Waiting waiting ->
                new OutlookView(waiting.lastDay(), waiting.daysLeft(), waiting.soon(), null, null, null, null, null);
            case Outlook.ApprovedByLaw(LocalDate since) ->
                new OutlookView(null, 0, false, since, null, null, null, null);
            case Outlook.Escalated(LocalDate since) -> new OutlookView(null, 0, false, null, since, null, null, null);
            case Outlook.Recognised(@Nullable LocalDate until) ->
                new OutlookView(null, 0, false, null, null, until, null, null);
            case Outlook.Ending(LocalDate until) -> new OutlookView(null, 0, false, null, null, null, until, null);
            case Outlook.Over(LocalDate since) -> new OutlookView(null, 0, false, null, null, null, null, since);
            case Outlook.OnHold(), Outlook.Incomplete(), Outlook.Closed() ->
                new OutlookView(null, 0, false, null, null, null, null, null);
        };
    }

    public boolean lastDayIsToday() {
        return lastDay != null && daysLeft == 0;
    }
}
