package be.leermeester.portal.server;

import be.leermeester.kernel.Problem;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What was sent along with a request while it is being read: what goes wrong then is the sender's.
final class Sent {

    /// Of a form without files, and of one field.
    static final long MAX_FORM = 256 * 1024;

    private static final String READING = "leermeester.reading";

    private Sent() {}

    /// @param maxBytes how much is taken
    static void begins(RoutingContext context, long maxBytes) {
        context.put(READING, maxBytes);
        context.next();
    }

    static void hasArrived(RoutingContext context) {
        context.remove(READING);
        context.next();
    }

    /// What to tell the sender, null where the failure is not the sender's.
    static @Nullable Problem problem(RoutingContext context, @Nullable Throwable failure) {
        Long maxBytes = context.get(READING);
        if (maxBytes == null) {
            return null;
        }
        if (context.statusCode() == 413) {
            return new Problem.TooLarge(size(maxBytes));
        }
        return switch (failure) {
            case HttpPostRequestDecoder.TooLongFormFieldException _ -> new Problem.TooLarge(size(MAX_FORM));
            case IOException fromDecoder when isOfDecoder(fromDecoder) -> new Problem.TooLarge(size(MAX_FORM));
            case DecoderException _, IllegalArgumentException _ -> new Problem.BadRequest("problem.unreadable");
            case null, default -> null;
        };
    }

    /// Netty says that a field is too long in two ways; this one has no type of its own, and looks like a full disk.
    private static boolean isOfDecoder(IOException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith(HttpPostRequestDecoder.class.getPackageName() + ".");
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " kB";
    }
}
