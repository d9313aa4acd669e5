package dev.hubtwin.internal.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.forwarding.ForwardingKey;
import dev.hubtwin.internal.forwarding.Ownership;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.hosting.WorldStorage;
import dev.hubtwin.internal.journal.Database;
import dev.hubtwin.internal.journal.LogWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The worlds of a server that are kept in a database. One process at a time owns it; one that does not tries to become
 * the owner every half second, and so does one whose connection was lost.
 */
public final class KeptWorlds implements WorldStorage, Ownership, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KeptWorlds.class.getName());
    private static final long BETWEEN_TRIES = 500;
    private static final ObjectMapper JSON = LogWriter.json();

    private final String url;
    private final String kind;
    private final boolean isShared;
    private final Clock clock;
    private final String version;
    private final byte[] pageKey;
    private final ForwardingKey key;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watch = new Thread(this::watch, "hubtwin-ownership");
    private WorldRegistry registry;
    private Replay replay;
    private HostedWorld.Origin start;
    private String told;
    private volatile String peerUrl;
    private volatile Database database;
    private volatile WorldVault vault;
    private volatile Elsewhere other;

    /**
     * Opens the database.
     *
     * @param url as JDBC has it
     * @param clock the machine's
     * @param version of the program
     * @throws IllegalArgumentException if the URL is of no kind that keeps worlds, or its driver is missing
     * @throws UncheckedIOException if it cannot be opened
     */
    public KeptWorlds(String url, Clock clock, String version) {
        this.url = url;
        this.clock = clock;
        this.version = version;
        try {
            database = Database.open(url);
            kind = database.kind().word();
            isShared = database.kind().isShared();
            String fresh = encode(ServerContext.drawKey()) + " " + encode(ServerContext.drawKey());
            String secrets = database.secret(fresh);
            pageKey = pageKey(secrets);
            key = new ForwardingKey(key(secrets, 1));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns what tells that the database failed. */
    static UncheckedIOException failed(SQLException e) {
        return new UncheckedIOException(
                "the database of --data cannot be used: " + e.getMessage(), new IOException(e.getMessage(), e));
    }

    /** Returns what processes seal their pages with, of the secrets that they share. */
    static byte[] pageKey(String secrets) {
        return key(secrets, 0);
    }

    private static byte[] key(String secrets, int number) {
        return Base64.getDecoder().decode(secrets.split(" ")[number]);
    }

    private static String encode(byte[] drawn) {
        return Base64.getEncoder().encodeToString(drawn);
    }

    /** Returns what all processes with this database seal with what their pages show. */
    public byte[] pageKey() {
        return pageKey.clone();
    }

    /**
     * Rebuilds the worlds, if this process comes to own them; else another one does.
     *
     * @param into takes them
     * @param by does again what was logged
     * @param from what the default world begins as, if there is none yet
     * @throws IllegalStateException if what is kept cannot be done again; the message says what to do
     * @throws UncheckedIOException if the database fails
     */
    public void open(WorldRegistry into, Replay by, HostedWorld.Origin from) {
        registry = into;
        replay = by;
        start = from;
        try {
            tryToOwn();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Returns whether several processes can share the worlds. */
    public boolean isShared() {
        return isShared;
    }

    /**
     * Tells the other processes where this one listens; from here on it takes its turn when the owner is gone.
     *
     * @throws IllegalArgumentException if nobody can forward anything to such a URL
     * @throws UncheckedIOException if the database fails
     */
    public void announce(String peer) {
        peerUrl = new Elsewhere(URI.create(peer)).url().toString();
        try {
            tellOwner();
        } catch (SQLException e) {
            throw failed(e);
        }
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean isOwned() {
        return vault != null;
    }

    @Override
    public Optional<String> peer() {
        return Optional.ofNullable(other).map(elsewhere -> elsewhere.url().toString());
    }

    @Override
    public long waiting() {
        return Optional.ofNullable(vault).map(WorldVault::waiting).orElse(0L);
    }

    @Override
    public long tail() {
        return Optional.ofNullable(vault).map(WorldVault::tail).orElse(0L);
    }

    @Override
    public Owner owner() {
        Elsewhere elsewhere = other;
        return vault != null ? new Here() : elsewhere != null ? elsewhere : new Nowhere();
    }

    @Override
    public ForwardingKey key() {
        return key;
    }

    private void watch() {
        try {
            while (!closed.await(BETWEEN_TRIES, TimeUnit.MILLISECONDS)) {
                if (vault == null) {
                    tryOnceMore();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryOnceMore() {
        try {
            if (database == null) {
                database = Database.open(url);
            }
            tryToOwn();
            tellOwner();
        } catch (SQLException | RuntimeException e) {
            tell("the worlds cannot be taken over yet: " + e.getMessage());
            let(database);
        }
    }

    /** Says what is wrong once, however often it is. */
    private void tell(String wrong) {
        if (!wrong.equals(told)) {
            LOG.log(System.Logger.Level.WARNING, wrong);
            told = wrong;
        }
    }

    private void let(Database gone) {
        other = null;
        database = null;
        if (gone != null) {
            try {
                gone.close();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.DEBUG, "its connection was gone already", e);
            }
        }
    }

    private void tryToOwn() throws SQLException {
        Database open = database;
        if (!open.own() && !(open.evictSilentOwner() && open.own())) {
            other = open.owner().map(KeptWorlds::read).orElse(null);
            return;
        }
        WorldVault taken = new WorldVault(open, registry, replay, clock, version, this::lost);
        try {
            taken.rebuild(start);
        } catch (RuntimeException | SQLException e) {
            taken.abandon();
            throw e;
        }
        other = null;
        told = null;
        vault = taken;
    }

    private void tellOwner() throws SQLException {
        if (vault != null && peerUrl != null) {
            try {
                database.tellOwner(JSON.writeValueAsString(new WorldOwner(peerUrl, clock.instant())));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an owner can be written", e);
            }
        }
    }

    private static Elsewhere read(String text) {
        try {
            return new Elsewhere(
                    URI.create(JSON.readValue(text, WorldOwner.class).url()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the owner of the worlds cannot be read", e);
        }
    }

    private void lost(WorldVault gone) {
        if (vault == gone) {
            vault = null;
            database = null;
        }
    }

    /** Leaves snapshots if this process owns the worlds, and lets the database go. */
    @Override
    public void close() {
        closed.countDown();
        WorldVault mine = vault;
        if (mine != null) {
            mine.close();
        } else {
            let(database);
        }
    }
}
