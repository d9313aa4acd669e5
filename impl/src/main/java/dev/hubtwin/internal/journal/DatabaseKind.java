package dev.hubtwin.internal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The kinds of databases that keep worlds, and what differs among them. */
public enum DatabaseKind {

    /** A file, for one process. */
    SQLITE("sqlite", "org.sqlite.JDBC", "sqlite-jdbc", "blob") {

        @Override
        List<String> opening() {
            return List.of(
                    "pragma busy_timeout = 2000",
                    "pragma locking_mode = exclusive",
                    "pragma journal_mode = wal",
                    "pragma synchronous = full");
        }

        /** The file holds secrets: who owns it reads it, and nobody else. */
        @Override
        void prepare(String url) throws SQLException {
            Path file =
                    Path.of(url.substring(PREFIX.length() + word().length() + 1).replaceFirst("\\?.*", ""));
            boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (!isPosix || file.toString().matches("|:memory:") || Files.exists(file)) {
                return;
            }
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (IOException e) {
                throw new SQLException("the file " + file + " cannot be made", e);
            }
        }

        @Override
        List<String> looking() {
            return List.of("pragma busy_timeout = 2000", "pragma locking_mode = exclusive", "pragma query_only = on");
        }

        @Override
        Optional<String> sentence(SQLException e) {
            return Optional.ofNullable(
                    switch (e.getErrorCode()) {
                        case BUSY -> "another process has it open";
                        case CANNOT_OPEN -> "there is no such file, or it cannot be opened";
                        case NO_DATABASE -> "the file is no database";
                        default ->
                            e.getCause() == null
                                    ? null
                                    : e.getMessage() + ": " + e.getCause().getMessage();
                    });
        }

        @Override
        boolean own(Connection connection) {
            return true; // the file is locked as soon as it is open
        }

        @Override
        boolean evictSilentOwner(Connection connection) {
            return false;
        }
    },

    /** A server, for any number of processes of which one at a time owns the worlds. */
    POSTGRESQL("postgresql", "org.postgresql.Driver", "postgresql", "bytea") {

        @Override
        List<String> opening() {
            return List.of("set client_min_messages = warning");
        }

        /** All that is read is of one moment, whatever the owner writes meanwhile. */
        @Override
        List<String> looking() {
            return List.of(
                    "set client_min_messages = warning",
                    "set session characteristics as transaction isolation level repeatable read, read only");
        }

        @Override
        Optional<String> sentence(SQLException e) {
            return Optional.empty(); // it has sentences of its own
        }

        @Override
        boolean own(Connection connection) throws SQLException {
            return truth(connection, "select pg_try_advisory_lock(" + LOCK + ")");
        }

        /** The owner's last statement tells when it was heard of: it says something every second. */
        @Override
        boolean evictSilentOwner(Connection connection) throws SQLException {
            return truth(
                    connection,
                    "select coalesce(bool_or(pg_terminate_backend(a.pid)), false)"
                            + " from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                            + " where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = " + LOCK
                            + " and l.database = (select oid from pg_database where datname = current_database())"
                            + " and a.pid <> pg_backend_pid() and a.state <> 'active'"
                            + " and clock_timestamp() - a.query_start > interval '" + SILENCE.toSeconds()
                            + " seconds'");
        }
    };

    /** How long an owner may be silent before another process takes its place. */
    static final Duration SILENCE = Duration.ofSeconds(8);

    private static final String PREFIX = "jdbc:";

    /** What is locked. */
    private static final int LOCK = 0x68756274;

    private static final int BUSY = 5;
    private static final int CANNOT_OPEN = 14;
    private static final int NO_DATABASE = 26;

    /** A name of a host, or the path of a socket, holds no password; else the driver would log what it cannot read. */
    private static final Pattern SERVER =
            Pattern.compile("jdbc:postgresql:(//[\\w.,:%\\[\\]-]*/)?[^/?@:]*(\\?.*)?", Pattern.DOTALL);

    private final String word;
    private final String driver;
    private final String artifact;
    private final String bytes;

    DatabaseKind(String word, String driver, String artifact, String bytes) {
        this.word = word;
        this.driver = driver;
        this.artifact = artifact;
        this.bytes = bytes;
    }

    /**
     * Returns that of a URL.
     *
     * @throws IllegalArgumentException if it is of no kind that keeps worlds; the message quotes nothing of it
     */
    static DatabaseKind of(String url) {
        return Arrays.stream(values())
                .filter(kind -> url.startsWith(PREFIX + kind.word + ":"))
                .filter(kind -> kind != POSTGRESQL || SERVER.matcher(url).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--data takes jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE; who signs in"
                                + " and with what stands behind that, as ?user=NAME&password=PASSWORD"));
    }

    /** Returns the name of the kind, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether several processes can share it. */
    public boolean isShared() {
        return this == POSTGRESQL;
    }

    /** @throws IllegalArgumentException if the driver is not there */
    void requireDriver() {
        try {
            Class.forName(driver);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "the driver for jdbc:" + word + ": is not there; put " + artifact
                            + ".jar beside the program, or use the distribution, which has it",
                    e);
        }
    }

    /**
     * Returns what a connection is opened with.
     *
     * @param isThere whether the database is to be there already; else what can be made is made
     */
    Properties properties(boolean isThere) {
        Properties properties = new Properties();
        if (this == SQLITE && isThere) {
            properties.setProperty("open_mode", "2"); // to read and write, not to create
        }
        if (this == POSTGRESQL) {
            properties.setProperty("ApplicationName", "hubtwin");
            properties.setProperty("connectTimeout", "5");
            properties.setProperty("socketTimeout", "30");
            properties.setProperty("tcpKeepAlive", "true");
        }
        return properties;
    }

    /** Returns the statements that make the tables, unless they are there. */
    final List<String> tables() {
        return List.of(
                "create table if not exists log (world varchar(63) not null, seq bigint not null,"
                        + " entry text not null, primary key (world, seq))",
                "create table if not exists snapshot (world varchar(63) not null, seq bigint not null," + " state "
                        + bytes + " not null, primary key (world, seq))");
    }

    /** Makes ready what a connection needs. */
    void prepare(String url) throws SQLException {
        // a server is ready
    }

    /** Returns the statements that a connection begins with. */
    abstract List<String> opening();

    /** Returns the statements that a connection begins with which changes nothing. */
    abstract List<String> looking();

    /** Returns what a failure means, in plainer words than the driver's. */
    abstract Optional<String> sentence(SQLException e);

    abstract boolean own(Connection connection) throws SQLException;

    abstract boolean evictSilentOwner(Connection connection) throws SQLException;

    private static boolean truth(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
