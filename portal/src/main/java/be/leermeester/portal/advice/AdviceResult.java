package be.leermeester.portal.advice;

import be.leermeester.portal.advice.VoiceQueries.Voice;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What was heard about one dossier, as the log of the dossier keeps it: in Dutch, like everything that is logged.
record AdviceResult(List<Voice> voices) {

    static AdviceResult of(List<Voice> voices) {
        return new AdviceResult(List.copyOf(voices));
    }

    String voters() {
        return names(_ -> true);
    }

    String remark(String outcome) {
        String result = switch (outcome) {
            case "OBJECTED" -> "Bezwaar";
            case "LAPSED" -> "Advies niet meer nodig";
            default -> "Akkoord";
        };
        return result
                + part("akkoord", names(voice -> Boolean.TRUE.equals(voice.agrees())))
                + part("bezwaar", names(voice -> Boolean.FALSE.equals(voice.agrees())))
                + part("geen bericht, dus akkoord", names(voice -> voice.agrees() == null));
    }

    private String names(Predicate<Voice> which) {
        return voices.stream().filter(which).map(Voice::name).collect(Collectors.joining(", "));
    }

    private static String part(String label, String names) {
        return names.isEmpty() ? "" : "; " + label + ": " + names;
    }
}
