package city.c3po.local.postgres;

import city.c3po.local.part.Home;
import city.c3po.local.part.Launch;
import city.c3po.local.part.Part;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import city.c3po.local.part.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One PostgreSQL server for all services of this machine. Small in memory, full in durability: a commit is on disk when
 * it is answered.
 */
public final class PostgresPart implements Part {
    static final String SUPERUSER = "postgres";

    private final Home home;
    private final int port;
    private final int way;
    private final Secrets secrets;
    private final Set<String> databases;
    private final PostgresBinaries binaries;

    /** @param way the port at which the services reach it */
    public PostgresPart(Home home, int port, int way, Secrets secrets, Set<String> databases) {
        this.home = home;
        this.port = port;
        this.way = way;
        this.secrets = secrets;
        this.databases = databases;
        this.binaries = new PostgresBinaries(home);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of("postgres", port);
    }

    @Override
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port;
    }

    @Override
    public String reachedAt() {
        return "jdbc:postgresql://127.0.0.1:" + way;
    }

    @Override
    public void install(Progress progress) {
        binaries.unpack(progress);
    }

    @Override
    public void prepare(Progress progress) {
        install(progress);
        if (!Files.exists(data())) {
            progress.say(name(), "creating the database cluster");
            create();
        }
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", data().toString()));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Launch(notRoot(command), Map.of("TZ", "UTC"));
    }

    @Override
    public boolean answers() {
        return ServiceDatabases.answers(address(), superuser());
    }

    @Override
    public void settle() {
        new ServiceDatabases(address(), superuser()).create(databases, secrets);
    }

    /** "Fast": ends sessions instead of waiting for clients to go away by themselves. */
    @Override
    public String farewell() {
        return "INT";
    }

    /** After kill -9 the old server's sessions need a moment to notice; until then they hold its shared memory. */
    @Override
    public boolean passing(String log) {
        return log.contains("pre-existing shared memory block");
    }

    public Login superuser() {
        return new Login(SUPERUSER, secrets.password("postgres.superuser"));
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", Integer.toString(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "120"),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("work_mem", "4MB"),
                Map.entry("maintenance_work_mem", "32MB"),
                Map.entry("max_wal_size", "512MB"),
                Map.entry("autovacuum_max_workers", "2"),
                // Short statements only: compiling them would cost more than running them.
                Map.entry("jit", "off"),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_lock_waits", "on"),
                Map.entry("log_line_prefix", "%m [%p] %d %u %a "));
    }

    private void create() {
        var folder = home.data(name());
        var unfinished = folder.resolve("data.new");
        var password = folder.resolve("password.new");
        Home.delete(unfinished);
        try {
            Files.writeString(password, superuser().password());
            var log = folder.resolve("initdb.log").toFile();
            var initdb = new ProcessBuilder(notRoot(List.of(
                            binaries.program("initdb").toString(),
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // The same order of strings on every machine, whatever its locale.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C")))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            if (initdb.waitFor() != 0) {
                throw new Refusal("The database cluster cannot be created:\n" + Files.readString(log.toPath()));
            }
            // A cluster is there or not: one that was interrupted half-way is never found under its name.
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal("The database cluster cannot be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while creating the database cluster");
        } finally {
            password.toFile().delete();
        }
    }

    private List<String> notRoot(List<String> command) {
        return new NotRoot(home.data(name())).command(command);
    }

    /** Files of one major version mean nothing to another. */
    public int majorVersion() {
        binaries.unpack((part, what) -> {});
        try {
            var process = new ProcessBuilder(binaries.program("postgres").toString(), "--version").start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(said.replaceFirst("(?s)^\\D*(\\d+).*$", "$1"));
        } catch (IOException e) {
            throw new Refusal("The server's version cannot be read", e);
        }
    }

    /** All that the server keeps. */
    public Path data() {
        return home.data(name()).resolve("data");
    }
}
