package be.leermeester.kernel;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/// What a handler answers.
public sealed interface Reply {

    /// A page: a template and its model.
    record View(String template, Object model, int status) implements Reply {
        public View(String template, Object model) {
            this(template, model, 200);
        }
    }

    /// After a successful POST, or to a better address.
    record Redirect(String location) implements Reply {}

    /// An answer to a program; `body` is a `JsonObject`, a `JsonArray` or anything Jackson can write.
    record Json(Object body, int status) implements Reply {
        public Json(Object body) {
            this(body, 200);
        }
    }

    /// A file to keep. `name` is the file name offered; it is always sent as an attachment.
    record Download(String name, String mediaType, Buffer body) implements Reply {}

    /// Content shown in place (an image, a style sheet, text); never markup made by others.
    record Content(String mediaType, Buffer body) implements Reply {}

    /// A file on disk, sent as an attachment.
    record FileDownload(String name, String mediaType, String path) implements Reply {}

    /// The handler writes the response itself, piece by piece (server-sent events, large exports), and ends it.
    record Streamed(String mediaType, List<String> headers, Writer writer) implements Reply {
        public Streamed(String mediaType, Writer writer) {
            this(mediaType, List.of(), writer);
        }
    }

    /// Writes a response whose status and headers are set.
    @FunctionalInterface
    interface Writer {
        void write(HttpServerResponse response);
    }

    static View view(String template, Object model) {
        return new View(template, model);
    }

    static Redirect redirect(String location) {
        return new Redirect(location);
    }
}
