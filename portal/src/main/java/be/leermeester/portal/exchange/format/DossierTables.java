package be.leermeester.portal.exchange.format;

import static be.leermeester.portal.exchange.format.Columns.application;
import static be.leermeester.portal.exchange.format.Columns.choice;
import static be.leermeester.portal.exchange.format.Columns.day;
import static be.leermeester.portal.exchange.format.Columns.enterprise;
import static be.leermeester.portal.exchange.format.Columns.establishment;
import static be.leermeester.portal.exchange.format.Columns.id;
import static be.leermeester.portal.exchange.format.Columns.longText;
import static be.leermeester.portal.exchange.format.Columns.moment;
import static be.leermeester.portal.exchange.format.Columns.partnership;
import static be.leermeester.portal.exchange.format.Columns.ref;
import static be.leermeester.portal.exchange.format.Columns.several;
import static be.leermeester.portal.exchange.format.Columns.text;
import static be.leermeester.portal.exchange.format.Columns.truth;

import be.leermeester.portal.status.RecognitionStatus;
import java.util.List;
import java.util.Set;

/// The files of recognition dossiers and of what hangs on them.
final class DossierTables {

    private DossierTables() {}

    private static final Table APPLICATIONS = Table.of(
                    "applications",
                    "portal.application",
                    List.of("application_id"),
                    id("application_id"),
                    establishment().refers("establishments").needed(),
                    ref("programme_code", "programmes").needed(),
                    partnership().needed(),
                    moment("submitted_at").needed().happened(),
                    choice(
                                    "submitted_by",
                                    "COMPANY",
                                    "TRAINING_PROVIDER",
                                    "SECTOR_CONSULTANT",
                                    "WORKPLACE_COUNSELLOR",
                                    "UNKNOWN")
                            .or("UNKNOWN"),
                    ref("renews_application_id", "applications"),
                    ref("sector_code", "sector"))
            .joining("JOIN standing st ON st.application_id = s.application_id")
            .deriving(
                    Derived.follows("status", null, "st.status"),
                    Derived.follows("status_since", null, "st.status_since"),
                    Derived.follows("first_decision", null, "st.first_decision"),
                    Derived.follows("first_decided_at", null, "st.first_decided_at"),
                    Derived.follows("automatic", null, "st.automatic"),
                    Derived.follows("valid_until", null, "st.valid_until"),
                    Derived.follows("decide_by", null, "st.decide_by"));

    /// Its rows have no key of their own in the database, see `HistoryQueries`.
    static final Table APPLICATION_EVENTS = Table.of(
            "application_events",
            "portal.application_event",
            List.of("application_id", "at", "status"),
            application(),
            moment("at").needed().happened(),
            choice("status", RecognitionStatus.class).needed(),
            truth("automatic").or(false),
            several(
                    "reasons",
                    new Kind.Choice(Set.of(
                            "ADMINISTRATIVELY_NOT_IN_ORDER",
                            "INSUFFICIENT_EQUIPMENT",
                            "INSUFFICIENT_FINANCIAL_CAPACITY",
                            "NO_SUITABLE_MENTOR",
                            "CONVICTION"))),
            longText("remark"));

    private static final Table AGREEMENTS = Table.of(
                    "agreements",
                    "portal.agreement",
                    List.of("agreement_id"),
                    id("agreement_id"),
                    application(),
                    ref("mentor_person_id", "persons").needed(),
                    ref("learner_person_id", "persons").needed(),
                    ref("provider_code", "training_providers"),
                    choice("type", "OAO", "SAO", "DA", "DA_SM").needed(),
                    day("starts_on").needed(),
                    day("ends_on").needed(),
                    moment("registered_at").needed().happened(),
                    day("ended_on"),
                    ref("end_reason", "end_reason"),
                    moment("cancelled_at").happened())
            .checked(
                    RowCheck.inOrder("starts_on", "ends_on"),
                    RowCheck.inOrder("starts_on", "ended_on"),
                    RowCheck.inOrder("registered_at", "cancelled_at"))
            .deriving(Columns.recordedAt("registered_at"));

    private static final Table CONTACTS = Table.of(
                    "contacts",
                    "portal.contact",
                    List.of("contact_id"),
                    id("contact_id"),
                    partnership().needed(),
                    enterprise().refers("companies").needed(),
                    establishment().refers("establishments"),
                    ref("application_id", "applications"),
                    choice(
                                    "kind",
                                    "ADMINISTRATIVE_CHECK",
                                    "PHONE",
                                    "MAIL",
                                    "SITE_VISIT",
                                    "VIRTUAL_VISIT",
                                    "EXTERNAL_ADVICE",
                                    "SOCIAL_PARTNER_ADVICE",
                                    "SCHOOL_CONTACT",
                                    "OTHER")
                            .needed(),
                    day("on").needed().as("happened_on").happened(),
                    text("by").as("by_whom"),
                    text("purpose"),
                    longText("remark"))
            .deriving(Columns.recordedOn("\"on\""));

    private static final Table COMPLAINTS = Table.of(
                    "complaints",
                    "portal.complaint",
                    List.of("complaint_id"),
                    id("complaint_id"),
                    partnership().needed(),
                    day("received_on").needed().happened(),
                    truth("admissible"),
                    choice("outcome", "FOUNDED", "UNFOUNDED", "PARTLY_FOUNDED"),
                    day("closed_on").happened())
            .checked(RowCheck.inOrder("received_on", "closed_on"))
            .deriving(Columns.recordedOn("received_on"));

    private static final Table APPEALS = Table.of(
                    "appeals",
                    "portal.appeal",
                    List.of("appeal_id"),
                    id("appeal_id"),
                    application(),
                    choice("against", "REJECTED", "REVOKED", "EXCLUDED").needed(),
                    day("received_on").needed().happened(),
                    truth("admissible"),
                    choice("outcome", "CONFIRMED", "ANNULLED", "WITHDRAWN", "INADMISSIBLE"),
                    day("decided_on").happened())
            .checked(RowCheck.inOrder("received_on", "decided_on"), RowCheck.notBeforeSubmission("received_on"))
            .deriving(Columns.recordedOn("received_on"));

    static final List<Table> ALL = List.of(APPLICATIONS, APPLICATION_EVENTS, AGREEMENTS, CONTACTS, COMPLAINTS, APPEALS);
}
