package be.leermeester.portal.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Handlers of every partnership, contacts of companies, people of schools, trainers.
final class DemoStaff {

    static final int TRAINERS = 7;
    private static final int FIRST_TRAINER = 1;

    private final DemoWorld world;
    private int hired;

    DemoStaff(DemoWorld world) {
        this.world = world;
    }

    /// The n-th trainer, from 0.
    static String trainer(int n) {
        return id(FIRST_TRAINER + n);
    }

    void hire() {
        for (int n = 0; n < TRAINERS; n++) {
            hire("TRAINER", "");
        }
        for (String partnership : world.catalogue().partnerships()) {
            hire("HANDLER", partnership);
            hire("HANDLER", partnership);
        }
        for (DemoProviders.Provider provider : world.providers()) {
            hire("SCHOOL", provider.code());
            hire("TEACHER", provider.code());
        }
        List<String> companies = new ArrayList<>();
        for (DemoWorkplace workplace : world.workplaces()) {
            String number = workplace.company().number();
            if (!companies.contains(number) && companies.size() < 150 && workplace.ceasedOn() == null) {
                companies.add(number);
                hire("COMPANY", number);
            }
        }
    }

    private void hire(String role, String scope) {
        String id = id(++hired);
        world.person(id, "", world.names().first(), world.names().last(), "nl", true);
        world.role(id, role, scope);
    }

    private static String id(int n) {
        return String.format(Locale.ROOT, "DS%04d", n);
    }
}
