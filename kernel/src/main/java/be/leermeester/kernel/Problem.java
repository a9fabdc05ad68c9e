package be.leermeester.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// An outcome that a person is told about: a status and a message key with its arguments, no stack trace. Everything
/// else that is thrown is our fault and shows as 500 with an incident id only.
public abstract sealed class Problem extends RuntimeException {

    private final int status;
    private final String key;
    private final transient List<Object> arguments;

    private Problem(int status, String key, Object... arguments) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = List.copyOf(Arrays.asList(arguments));
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// The key of the sentence in the message files.
    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /// No such thing, an unreadable id, or not visible to who asks: the three look alike.
    public static final class NotFound extends Problem {

        public NotFound() {
            super(404, "problem.not-found");
        }
    }

    /// Not signed in; a browser is sent to sign in and comes back.
    public static final class SignInRequired extends Problem {

        public SignInRequired() {
            super(401, "problem.sign-in-required");
        }
    }

    /// Visible but not allowed; says who can, or why not and whom to ask.
    public static final class Forbidden extends Problem {
        private final transient Set<Role> whoCan;

        /// For a reason of its own, which says whom to ask.
        public Forbidden(String key, Object... arguments) {
            super(403, key, arguments);
            this.whoCan = Set.of();
        }

        public Forbidden(Set<Role> whoCan) {
            super(403, "problem.forbidden");
            this.whoCan = Set.copyOf(whoCan);
        }

        public Set<Role> whoCan() {
            return whoCan;
        }
    }

    /// The state refuses: decided already, full, closed.
    public static final class Conflict extends Problem {

        public Conflict(String key, Object... arguments) {
            super(409, key, arguments);
        }
    }

    /// A parameter that cannot be read; the message says which and what it takes.
    public static final class BadRequest extends Problem {

        public BadRequest(String key, Object... arguments) {
            super(400, key, arguments);
        }
    }

    /// More was sent than is taken.
    public static final class TooLarge extends Problem {

        public TooLarge(Object limit) {
            super(413, "problem.too-large", limit);
        }
    }

    /// Asked too often; `seconds` until it may be tried again.
    public static final class TooMany extends Problem {
        private final long seconds;

        public TooMany(long seconds) {
            super(429, "problem.too-many", seconds);
            this.seconds = seconds;
        }

        public long seconds() {
            return seconds;
        }
    }

    /// Something outside (sign-in provider, mail) does not answer.
    public static final class Unavailable extends Problem {

        public Unavailable(String key, Object... arguments) {
            super(503, key, arguments);
        }
    }
}
