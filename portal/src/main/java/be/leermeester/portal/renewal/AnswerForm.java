package be.leermeester.portal.renewal;

import be.leermeester.kernel.Form;
import be.leermeester.kernel.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The posted answer. What is wrong is told beside the form, and nothing typed is lost.
///
/// @param dossier which recognition the answer is about
/// @param answer null where the form is not valid
record AnswerForm(String dossier, @Nullable Answer answer, Form form) {

    private static final int REMARK = 1_000;

    static AnswerForm read(Form form, String personId, boolean byLink) {
        String dossier = form.given("dossier", 40);
        if (dossier.isEmpty()) {
            throw new Problem.BadRequest("problem.field", "dossier");
        }
        String typed = form.given("answer", 20);
        String why = form.given("reason", 20);
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

    /// What is wrong, at the ids of the form of this dossier.
    List<Form.Error> errors() {
        return form.errors().stream()
                .map(error ->
                        error.field().equals("remark") ? new Form.Error("remark-" + dossier, error.message()) : error)
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
