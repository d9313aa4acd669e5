package dev.hubtwin.internal.journal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two tables by plain JDBC, over one connection: {@code log} has the entries of each world, {@code snapshot} what a
 * world was after one of them. Whoever holds the connection of the owner writes; with the connection, the right to
 * write is gone.
 */
public final class Database implements AutoCloseable {

    private static final int FETCHED = 500;

    /** No world has this name: what is logged under it is about the database itself. */
    private static final String NOWHERE = "";

    private final DatabaseKind kind;
    private final Connection connection;
    private final boolean isLooking;

    /** A row of the log. */
    record Row(String world, long number, String entry) {}

    /** Takes an entry of the log. */
    @FunctionalInterface
    public interface EntryReader {

        /** Takes one; {@code number} counts on from that before. */
        void read(long number, String entry);
    }

    private Database(DatabaseKind kind, Connection connection, boolean isLooking) {
        this.kind = kind;
        this.connection = connection;
        this.isLooking = isLooking;
    }

    /**
     * Opens a database, and makes the tables if it has none.
     *
     * @param url as JDBC has it, {@code jdbc:sqlite:hubtwin.db} or {@code jdbc:postgresql://localhost/hubtwin}
     * @throws IllegalArgumentException if it is the URL of another kind of database, or of one whose driver is missing
     * @throws SQLException if it cannot be opened
     */
    public static Database open(String url) throws SQLException {
        DatabaseKind kind = ready(url);
        kind.prepare(url);
        return connected(kind, url, false, false, database -> {
            database.execute(kind.opening());
            database.execute(kind.tables());
        });
    }

    /**
     * Opens a database that has the tables; {@code url} and exceptions as in {@link #open}.
     *
     * @throws SQLException also if there is none, or not the tables
     */
    public static Database openExisting(String url) throws SQLException {
        DatabaseKind kind = ready(url);
        return connected(kind, url, true, false, database -> {
            database.requireTables();
            database.execute(kind.opening());
        });
    }

    /** Opens a database that has the tables to look at it as it is at one moment; nothing can be changed by that. */
    public static Database look(String url) throws SQLException {
        DatabaseKind kind = ready(url);
        return connected(kind, url, true, true, database -> {
            database.execute(kind.looking());
            database.requireTables();
        });
    }

    private static DatabaseKind ready(String url) {
        DatabaseKind kind = DatabaseKind.of(url);
        kind.requireDriver();
        return kind;
    }

    /** What is done first with a connection. */
    @FunctionalInterface
    private interface Beginning {
        void run(Database database) throws SQLException;
    }

    private static Database connected(
            DatabaseKind kind, String url, boolean isThere, boolean isLooking, Beginning beginning)
            throws SQLException {
        try {
            Connection connection = DriverManager.getConnection(url, kind.properties(isThere));
            try {
                Database database = new Database(kind, connection, isLooking);
                beginning.run(database);
                connection.setAutoCommit(false);
                return database;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw plain(kind, url, e);
        }
    }

    /** Returns a failure that does not tell the URL, which may have a password. */
    private static SQLException plain(DatabaseKind kind, String url, SQLException e) {
        String said = kind.sentence(e).orElse(String.valueOf(e.getMessage()));
        String message = said.contains(url) ? "its driver cannot read the URL" : said;
        return new SQLException(message, e.getSQLState(), e.getErrorCode());
    }

    private void requireTables() throws SQLException {
        for (String table : List.of("log", "snapshot")) {
            try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
                if (!found.next()) {
                    throw new SQLException("it has no tables of Hubtwin");
                }
            }
        }
    }

    /** Returns the kind of the database. */
    public DatabaseKind kind() {
        return kind;
    }

    /** Returns whether this connection owns the database from now on; false if another one does. */
    public synchronized boolean own() throws SQLException {
        return committed(() -> kind.own(connection));
    }

    /** Ends the connection of an owner that has not been heard of for a while; says whether there was one. */
    public synchronized boolean evictSilentOwner() throws SQLException {
        return committed(() -> kind.evictSilentOwner(connection));
    }

    /** Tells the database that this connection lives. */
    synchronized void beat() throws SQLException {
        committed(() -> execute("select 1"));
    }

    /** Returns the number of the newest snapshot of each world, by the world's name. */
    public synchronized Map<String, Long> worlds() throws SQLException {
        return committed(() -> {
            Map<String, Long> worlds = new TreeMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select world, max(seq) from snapshot group by world")) {
                while (rows.next()) {
                    worlds.put(rows.getString(1), rows.getLong(2));
                }
            }
            return worlds;
        });
    }

    /** Returns the snapshot of a world with the number, as it was written. */
    public synchronized InputStream snapshot(String world, long number) throws SQLException {
        return committed(() -> {
            try (PreparedStatement query =
                    connection.prepareStatement("select state from snapshot where world = ? and seq = ?")) {
                query.setString(1, world);
                query.setLong(2, number);
                ResultSet rows = query.executeQuery();
                if (!rows.next()) {
                    throw new SQLException("there is no snapshot " + number + " of the world " + world);
                }
                return new ByteArrayInputStream(rows.getBytes(1));
            }
        });
    }

    /** Returns the names of worlds that have entries, and no snapshot that they could follow. */
    public synchronized List<String> baseless() throws SQLException {
        return committed(() -> {
            List<String> worlds = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("select distinct world from log"
                    + " where world <> ? and world not in (select world from snapshot) order by world")) {
                query.setString(1, NOWHERE);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    worlds.add(rows.getString(1));
                }
            }
            return worlds;
        });
    }

    /** Reads the entries of a world that come after a number, in their order. */
    public synchronized void read(String world, long after, EntryReader reader) throws SQLException {
        committed(() -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select seq, entry from log where world = ? and seq > ? order by seq")) {
                query.setFetchSize(FETCHED);
                query.setString(1, world);
                query.setLong(2, after);
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    reader.read(rows.getLong(1), rows.getString(2));
                }
            }
            return null;
        });
    }

    /** Appends rows to the log, all of them or none; none if a number is taken. */
    synchronized void append(List<Row> rows) throws SQLException {
        committed(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into log (world, seq, entry) values (?, ?, ?)")) {
                for (Row row : rows) {
                    insert.setString(1, row.world());
                    insert.setLong(2, row.number());
                    insert.setString(3, row.entry());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    /** Says who the owner is, in the place of earlier ones; that of others fails which does so at the same time. */
    public synchronized void tellOwner(String owner) throws SQLException {
        committed(() -> {
            long last = number("select coalesce(max(seq), 0) from log where world = ?", NOWHERE);
            update("insert into log (world, seq, entry) values (?, ?, ?)", NOWHERE, last + 1, owner);
            update("delete from log where world = ? and seq > 0 and seq <= ?", NOWHERE, last);
            return null;
        });
    }

    /** Returns who said last that it is the owner. */
    public synchronized Optional<String> owner() throws SQLException {
        return committed(() -> text("select entry from log where world = ? and seq > 0 order by seq desc limit 1"));
    }

    /** Returns the secrets that all processes share, if any process has given them. */
    public synchronized Optional<String> secret() throws SQLException {
        return committed(() -> text("select entry from log where world = ? and seq = 0"));
    }

    /** Returns the secrets that all processes share; the first one to ask gives them. */
    public synchronized String secret(String fresh) throws SQLException {
        return committed(() -> {
            update("insert into log (world, seq, entry) values (?, 0, ?) on conflict do nothing", NOWHERE, fresh);
            return text("select entry from log where world = ? and seq = 0").orElseThrow();
        });
    }

    private Optional<String> text(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, NOWHERE);
            ResultSet rows = statement.executeQuery();
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    /** Replaces what is older by a snapshot: other snapshots of the world, and entries up to the number. */
    synchronized void compact(String world, long number, byte[] state) throws SQLException {
        committed(() -> {
            update("delete from snapshot where world = ?", world);
            update("delete from log where world = ? and seq <= ?", world, number);
            update("insert into snapshot (world, seq, state) values (?, ?, ?)", world, number, state);
            return null;
        });
    }

    /** Begins a world, in the place of the one that has its name. */
    synchronized void begin(String world, byte[] state) throws SQLException {
        committed(() -> {
            delete(world);
            update("insert into snapshot (world, seq, state) values (?, ?, ?)", world, 0L, state);
            return null;
        });
    }

    /** Drops a world. */
    synchronized void drop(String world) throws SQLException {
        committed(() -> {
            delete(world);
            return null;
        });
    }

    private void delete(String world) throws SQLException {
        update("delete from snapshot where world = ?", world);
        update("delete from log where world = ?", world);
    }

    private long number(String query, String world) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, world);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private void update(String change, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void execute(List<String> statements) throws SQLException {
        for (String statement : statements) {
            execute(statement);
        }
    }

    private Void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return null;
    }

    /** Work in one transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T committed(Work<T> work) throws SQLException {
        try {
            T result = work.run();
            if (!isLooking) {
                connection.commit(); // who looks stays at one moment
            }
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException gone) {
                e.addSuppressed(gone);
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
