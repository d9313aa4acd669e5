package dev.hubtwin.internal.journal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two tables by plain JDBC, over one connection: {@code log} has the entries of each world, {@code snapshot} what a
 * world was after one of them. Whoever holds the connection of the owner writes; with the
 * connection, the right to write is gone.
 */
public final class Database implements AutoCloseable {

    private static final int FETCHED = 500;

    /** No world has this name: what is logged under it is about the database itself. */
    private static final String NOWHERE = "";

    private final Dialect dialect;
    private final Connection connection;

    /** A row of the log. */
    record Row(String world, long number, String entry) {}

    /** Takes an entry of the log. */
    @FunctionalInterface
    public interface EntryReader {

        /** Takes one; {@code number} counts on from that before. */
        void read(long number, String entry);
    }

    private Database(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /**
     * Opens a database, and makes the tables if it has none.
     *
     * @param url as JDBC has it, {@code jdbc:sqlite:hubtwin.db} or {@code jdbc:postgresql://localhost/hubtwin}
     * @throws IllegalArgumentException if it is the URL of another kind of database, or of one whose driver is missing
     * @throws SQLException if it cannot be opened
     */
    public static Database open(String url) throws SQLException {
        Dialect dialect = Dialect.of(url);
        dialect.requireDriver();
        dialect.prepare(url);
        Connection connection = DriverManager.getConnection(url, dialect.properties());
        try {
            Database database = new Database(dialect, connection);
            for (String statement : dialect.beginning()) {
                database.execute(statement);
            }
            connection.setAutoCommit(false);
            return database;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Returns the kind of the database. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns whether this connection owns the database from now on; false if another one does. */
    public synchronized boolean own() throws SQLException {
        return committed(() -> dialect.own(connection));
    }

    /** Ends the connection of an owner that has not been heard of for a while; says whether there was one. */
    public synchronized boolean evictSilentOwner() throws SQLException {
        return committed(() -> dialect.evictSilentOwner(connection));
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
            connection.commit();
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
