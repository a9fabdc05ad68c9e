package be.leermeester.portal.renewal;

import be.leermeester.kernel.Form;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The posted answer. What is wrong is told beside the form, and nothing typed is lost.
///
/// @param dossier which recognition the answer is about
/// @param answer null where the form is not valid
record AnswerForm(String dossier, @Nullable Answer answer, Form form) {

    private static final int REMARK = 1_000;

    static AnswerForm read(Form form, String personId, boolean byLink) {
        String dossier = form.text("dossier", 40);
        String typed = form.optional("answer", 20);
        String why = form.optional("reason", 20);
        String remark = form.optional("remark", REMARK);
        Answer.Kind kind = find(Answer.Kind.values(), typed).orElse(null);
        Answer.Reason reason = find(Answer.Reason.values(), why).orElse(null);
        if (kind == null) {
            form.refuse("answer-" + dossier, "renewal.problem.answer");
        }
        if (kind == Answer.Kind.NOT_RENEW && reason == null) {
            form.refuse("reason-" + dossier, "renewal.problem.reason");
        }
        Answer answer = kind == null || !form.valid()
                ? null
                : new Answer(kind, kind == Answer.Kind.NOT_RENEW ? reason : null, remark, personId, byLink);
        return new AnswerForm(dossier, answer, form);
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
