package be.leermeester.kernel;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.helper.EachHelper;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// `{{#if}}`, `{{#unless}}`, `{{#with}}` and `{{#each}}` as Handlebars has them, but writing straight into the page:
/// the
/// library's own write each block into a text of its own and copy that, level by level. In lists `@index`, `@first` and
/// `@last` are there.
final class Blocks {

    private static final String OUTPUT = "output";

    /// Where a page is written.
    static final class Output extends Writer {
        private final StringBuilder text = new StringBuilder(16 * 1024);

        @Override
        public Writer append(@Nullable CharSequence more) {
            text.append(more);
            return this;
        }

        @Override
        public void write(String more) {
            text.append(more);
        }

        @Override
        public void write(char[] more, int from, int length) {
            text.append(more, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private Blocks() {}

    static void register(Handlebars handlebars) {
        handlebars.registerHelper("if", (Object it, Options o) -> branch(o, !o.isFalsy(it)));
        handlebars.registerHelper("unless", (Object it, Options o) -> branch(o, o.isFalsy(it)));
        handlebars.registerHelper("with", Blocks::with);
        handlebars.registerHelper("each", Blocks::each);
    }

    /// Renders into a text of its own; what stands inside must be written there and nowhere else, so every rendering of
    /// a template with blocks begins here.
    static String render(Template template, Context context) throws IOException {
        Output outer = context.data(OUTPUT);
        Output output = new Output();
        context.data(OUTPUT, output);
        try {
            template.apply(context, output);
        } finally {
            context.data(OUTPUT, outer);
        }
        return output.toString();
    }

    private static @Nullable Object branch(Options options, boolean first) throws IOException {
        return write(first ? options.fn : options.inverse, options.context, options);
    }

    private static @Nullable Object with(Object it, Options options) throws IOException {
        return options.isFalsy(it)
                ? write(options.inverse, options.context, options)
                : write(options.fn, options.wrap(it), options);
    }

    private static @Nullable Object each(Object it, Options options) throws IOException {
        if (!(it instanceof Iterable<?> items)) {
            return EachHelper.INSTANCE.apply(it, options);
        }
        Iterator<?> rest = items.iterator();
        if (!rest.hasNext()) {
            return write(options.inverse, options.context, options);
        }
        for (int index = 0; rest.hasNext(); index++) {
            Context item = Context.newContext(options.context, rest.next());
            item.combine("@index", index).combine("@first", index == 0).combine("@last", !rest.hasNext());
            write(options.fn, item, options);
        }
        return null;
    }

    /// Answers null: there is nothing left to write.
    private static @Nullable Object write(Template template, Context context, Options options) throws IOException {
        Output output = options.data(OUTPUT);
        template.apply(context, output);
        return null;
    }
}
