package be.leermeester.portal.status;

import be.leermeester.kernel.Problem;
import be.leermeester.kernel.Time;
import be.leermeester.learning.deadline.DeriveObligations;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a dossier with its first change. On a virtual thread, inside the transaction of whatever it is made from.
public final class FileApplication {

    /// @param submittedBy COMPANY, TRAINING_PROVIDER, SECTOR_CONSULTANT or WORKPLACE_COUNSELLOR
    /// @param filedAs see [LockedDossier#filedAs]
    /// @param renews the recognition that it renews; null for a first one
    /// @param mentors persons' ids
    public record Filing(
            String establishmentNumber,
            String programmeCode,
            String partnershipCode,
            @Nullable String sectorCode,
            String submittedBy,
            String personId,
            @Nullable String filedAs,
            @Nullable String renews,
            List<String> mentors) {

        public Filing {
            mentors = List.copyOf(mentors);
        }
    }

    /// The dossier that stands in the way of another one for its establishment and programme.
    ///
    /// @param id of the open application or of the recognition that still holds
    public record Other(String id, RecognitionStatus status) {}

    private final ChangeStatus change;
    private final Time time;

    public FileApplication(ChangeStatus change, Time time) {
        this.change = change;
        this.time = time;
    }

    /// Who comes first files; a second one for the same establishment and programme waits here and then finds the
    /// first. Null where the way is free (domain.md section 2, "Applicant").
    public @Nullable Other inTheWay(
            SqlConnection connection, String establishmentNumber, String programmeCode, @Nullable String renews) {
        FilingQueries.claim(connection, establishmentNumber, programmeCode);
        return FilingQueries.inTheWay(connection, establishmentNumber, programmeCode, renews, time.today());
    }

    /// Throws [Problem.Conflict] where another dossier stands in the way or the place is excluded.
    ///
    /// @return the number of the new dossier
    public String file(SqlConnection connection, Filing filing) {
        FilingQueries.refuseExcluded(connection, filing.establishmentNumber(), filing.partnershipCode(), time.today());
        Other other = inTheWay(connection, filing.establishmentNumber(), filing.programmeCode(), filing.renews());
        if (other != null) {
            throw new Problem.Conflict("status.in-the-way", other.id());
        }
        Instant now = time.now();
        String id = FilingQueries.insert(connection, filing, now, time.today());
        Act act = Act.of(id, RecognitionStatus.SUBMITTED, Actor.APPLICANT, filing.personId());
        StatusChange submission = new StatusChange(now, RecognitionStatus.SUBMITTED);
        StatusQueries.append(connection, id, 1, submission, act, now);
        FilingQueries.nameMentors(connection, id, filing, now);
        LockedDossier dossier = StatusQueries.lock(connection, id, time.today());
        if (dossier == null) {
            throw new IllegalStateException(id + " is gone within its own transaction");
        }
        StatusQueries.refresh(connection, dossier);
        DeriveObligations.of(connection, filing.mentors()).await();
        change.announce(connection, dossier, submission, act, filing.mentors());
        return id;
    }
}
