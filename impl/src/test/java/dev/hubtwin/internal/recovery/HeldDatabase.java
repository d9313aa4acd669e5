package dev.hubtwin.internal.recovery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;

/** A SQLite database whose commits a test holds up, or has fail. */
final class HeldDatabase {

    private static final Map<String, HeldDatabase> BY_URL = new ConcurrentHashMap<>();

    private final String url;
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean isHeld;
    private volatile boolean fails;

    static {
        try {
            Driver sqlite = DriverManager.getDriver("jdbc:sqlite::memory:");
            DriverManager.deregisterDriver(sqlite);
            DriverManager.registerDriver(new Held(sqlite)); // is asked first
            DriverManager.registerDriver(sqlite);
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    HeldDatabase(Path files) {
        url = "jdbc:sqlite:" + files.resolve("held.db");
        BY_URL.put(url, this);
    }

    String url() {
        return url;
    }

    /** Holds up every commit until {@link #release}, which works once. */
    void hold() {
        isHeld = true;
    }

    void release() {
        isHeld = false;
        held.countDown();
    }

    /** Has commits fail, or has them succeed again. */
    void fail(boolean now) {
        fails = now;
    }

    private void commit() throws SQLException, InterruptedException {
        if (isHeld) {
            held.await();
        }
        if (fails) {
            throw new SQLException("no space left on device");
        }
    }

    private Connection held(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        commit();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private record Held(Driver sqlite) implements Driver {

        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            HeldDatabase database = BY_URL.get(url);
            return database == null ? null : database.held(sqlite.connect(url, info));
        }

        @Override
        public boolean acceptsURL(String url) {
            return BY_URL.containsKey(url);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return 1;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }
    }
}
