package be.leermeester.portal.demo;

import be.leermeester.portal.demo.DemoDossier.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The story of the demo people: a metal company with a board full of everything, and a joinery.
final class DemoCast {

    private final DemoWorld world;
    private final LocalDate today;
    private final DemoHistories histories;
    private final DemoOpenDossiers open;

    DemoCast(DemoWorld world) {
        this.world = world;
        this.today = world.today();
        this.histories = new DemoHistories(world.dice());
        this.open = new DemoOpenDossiers(world);
    }

    void enter() {
        DemoPeople.write(world);
        metal();
        joinery();
    }

    private void metal() {
        DemoWorkplace.Company company = DemoCompanies.company(
                world,
                DemoPeople.COMPANY_NUMBER,
                "Metaalatelier Hoverdonk NV",
                world.catalogue().sector(DemoPeople.HANDLER_SECTOR),
                34,
                null);
        DemoWorkplace gent = workplace(1, company, "Gent");
        DemoWorkplace aalst = workplace(2, company, "Aalst");
        DemoMentor demo = mentor(
                DemoPeople.MENTOR,
                "Wim Segers",
                gent,
                DemoFate.AMBER,
                today.plusDays(115).minusMonths(12));
        DemoMentor red = mentor(
                "DM9001", "Els Rombouts", gent, DemoFate.RED, today.plusDays(38).minusMonths(12));
        DemoMentor senior =
                mentor("DM9002", "Marc Dierckx", aalst, DemoFate.FOLLOWED_ELSEWHERE, workday(today.minusMonths(62)));
        DemoMentor fresh = mentor("DM9003", "Youssef Haddad", gent, DemoFate.GREEN, workday(today.minusDays(40)));
        recognised(gent, "D270", demo.approvedOn(), demo, senior);
        recognised(gent, "D271", red.approvedOn(), red);
        recognised(gent, "D277", fresh.approvedOn(), fresh);
        recognised(aalst, "D273", workday(today.minusDays(60)), demo, senior);
        recognised(aalst, "D285", senior.approvedOn(), senior);
        recognised(aalst, "D286", workday(today.minusMonths(56)), senior);
        LocalDate revoked = workday(today.minusMonths(8));
        recognised(aalst, "D289", workday(today.minusMonths(30)), senior)
                .then(revoked.atTime(14, 5), Status.REVOKED, "De activiteit is gestopt in deze vestiging.");
        replaced(aalst, senior);
        closed(company, senior);
        pending(gent, senior);
    }

    private DemoWorkplace workplace(int n, DemoWorkplace.Company company, String municipality) {
        return DemoCompanies.workplace(
                world, DemoNumbers.establishment(n), company, world.catalogue().place(municipality), null);
    }

    private void closed(DemoWorkplace.Company company, DemoMentor senior) {
        DemoWorkplace old = DemoCompanies.workplace(
                world,
                DemoNumbers.establishment(3),
                company,
                world.catalogue().place("Kortrijk"),
                workday(today.minusMonths(7)));
        recognised(old, "D270", workday(today.minusMonths(28)), senior);
    }

    private void replaced(DemoWorkplace workplace, DemoMentor senior) {
        LocalDate day = workday(today.minusMonths(3));
        recognised(workplace, "D284", workday(today.minusMonths(26)), senior)
                .then(day.atTime(9, 30), Status.DUPLICATED, true, "", "Vervangen door Lasser-monteerder duaal.");
        add(new DemoDossier(workplace, programme(workplace, "D271"), day.atTime(9, 0), null)
                .then(day.atTime(9, 30), Status.APPROVED, "Overgenomen van Lasser-monteerder.")
                .naming(List.of(senior)));
    }

    /// One dossier in each state in which something is asked of somebody, and those that ended without recognition.
    private void pending(DemoWorkplace workplace, DemoMentor mentor) {
        List<DemoMentor> named = List.of(mentor);
        add(filed(workplace, "D272", 3).naming(named));
        add(histories
                .incomplete(filed(workplace, "D273", 11), today.minusDays(6))
                .naming(named));
        add(filed(workplace, "D274", 10)
                .then(histories.handled(today.minusDays(7)), Status.IN_REVIEW, "")
                .naming(named));
        add(histories.onHold(filed(workplace, "D275", 16), today.minusDays(11)).naming(named));
        LocalDate rejected = workday(today.minusDays(37));
        add(histories
                .rejected(
                        workplace,
                        programme(workplace, "D276"),
                        rejected,
                        "INSUFFICIENT_EQUIPMENT",
                        "De werkplek heeft geen eigen buigbank voor pijpen.")
                .naming(named));
        add(filed(workplace, "D278", 58)
                .then(today.minusDays(50).atTime(11, 20), Status.CANCELLED, "De onderneming ziet af van de aanvraag.")
                .naming(named));
    }

    private void joinery() {
        DemoWorkplace.Company company = DemoCompanies.company(
                world,
                DemoPeople.SECOND_COMPANY_NUMBER,
                "Schrijnwerkerij Pelverhout BV",
                world.catalogue().sector("wood"),
                7,
                null);
        DemoWorkplace workplace = workplace(4, company, "Mechelen");
        DemoMentor many = mentor(
                "DEMO-many",
                "Lien Verbeke",
                workplace,
                DemoFate.RED,
                today.plusDays(62).minusMonths(12));
        recognised(workplace, "D209", many.approvedOn(), many);
        add(filed(workplace, "D211", 5).naming(List.of(many)));
    }

    private DemoMentor mentor(String id, String name, DemoWorkplace workplace, DemoFate fate, LocalDate approvedOn) {
        if (!id.startsWith("DEMO-")) {
            String[] parts = name.split(" ", 2);
            LocalDate birth = approvedOn.minusYears(world.dice().between(28, 45));
            world.person(id, world.names().nationalNumber(birth), parts[0], parts[1], "nl", true);
        }
        DemoMentor mentor = new DemoMentor(id, name, workplace, fate, approvedOn, null);
        world.mentors().add(mentor);
        return mentor;
    }

    private DemoDossier recognised(DemoWorkplace workplace, String code, LocalDate day, DemoMentor... mentors) {
        DemoDossier dossier = histories.approved(workplace, programme(workplace, code), day, null);
        add(dossier.naming(List.of(mentors)));
        return dossier;
    }

    private DemoDossier filed(DemoWorkplace workplace, String code, int daysAgo) {
        return new DemoDossier(
                workplace, programme(workplace, code), histories.filed(open.startFor(14 - daysAgo)), null);
    }

    private static DemoCatalogue.Programme programme(DemoWorkplace workplace, String code) {
        DemoCatalogue.Programme wanted = workplace.company().sector().programmes().stream()
                .filter(programme -> programme.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
        workplace.claim(wanted);
        return wanted;
    }

    private void add(DemoDossier dossier) {
        world.dossiers().add(dossier);
    }

    private static LocalDate workday(LocalDate day) {
        return DemoDice.workdayFrom(day);
    }

    /// The mentor's half-way course: the first part was done, the second is to come.
    void studies(DemoEnrolments enrolments, DemoCourses.Run run) {
        enrolments.enrol(DemoPeople.MENTOR, run, today.minusDays(41).atTime(20, 15), null);
        enrolments.attend(DemoPeople.MENTOR, run, -1);
    }

    /// Running agreements of the demo school: with the demo mentor, and with one whose mentor is past the deadline.
    static List<DemoAgreement> agreements(DemoWorld world) {
        List<DemoAgreement> agreements = new ArrayList<>();
        LocalDate today = world.today();
        int overdue = 0;
        for (DemoDossier dossier : world.dossiers()) {
            DemoMentor mentor = dossier.mentors().getFirst().mentor();
            boolean late = mentor.fate() == DemoFate.OVERDUE && overdue < 2;
            if ((late || mentor.id().startsWith("DEMO-")) && dossier.recognised(today.minusDays(70))) {
                overdue += late ? 1 : 0;
                agreements.add(DemoAgreement.planned(
                        dossier,
                        mentor,
                        DemoPeople.SCHOOL_CODE,
                        today.minusDays(65),
                        DemoEndings.schoolYearEnd(today),
                        world.dice().afternoon(today.minusDays(68))));
            }
        }
        return agreements;
    }
}
