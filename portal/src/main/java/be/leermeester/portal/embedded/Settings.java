package be.leermeester.portal.embedded;

import java.util.ArrayList;
import java.util.List;

/// PostgreSQL's settings, given on its command line so that a newer portal brings newer settings to an older
/// folder.
final class Settings {

    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "timezone=Europe/Brussels",
            "log_timezone=Europe/Brussels",
            "lc_messages=C",
            "log_destination=stderr",
            "log_line_prefix=%m [%p] ",
            "log_checkpoints=off",
            "max_connections=100",
            "shared_buffers=128MB",
            "effective_cache_size=512MB",
            "work_mem=8MB",
            "maintenance_work_mem=64MB",
            "random_page_cost=1.1",
            // Compiling queries costs more than the short queries of a page take.
            "jit=off");

    private static final List<String> FAST = List.of(
            "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0");

    private Settings() {}

    /// As arguments of `postgres`; later ones win.
    static List<String> of(EmbeddedPostgres.Options options) {
        List<String> all = new ArrayList<>(ALWAYS);
        if (!options.durable()) {
            all.addAll(FAST);
        }
        all.addAll(options.settings());
        return all.stream().flatMap(setting -> List.of("-c", setting).stream()).toList();
    }
}
