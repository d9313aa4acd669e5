package dev.hubtwin.internal.assembly;

import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.delivery.WebhookSender;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.hosting.WorldStorage;
import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.memory.HeapExhaustion;
import dev.hubtwin.internal.pipeline.TwinRootResolver;
import dev.hubtwin.internal.recording.RecordingClock;
import dev.hubtwin.internal.recovery.OfflineWorlds;
import dev.hubtwin.internal.recovery.Replay;
import dev.hubtwin.internal.recovery.WorldRebuilder;
import dev.hubtwin.internal.world.World;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;

/** A twin that listens nowhere and sends nothing: it has the rules that worlds of a database are rebuilt by. */
public final class OfflineTwin {

    private final Clock clock;

    /** A twin by the machine's clock. */
    public OfflineTwin(Clock clock) {
        this.clock = new RecordingClock(clock);
    }

    /** Opens a database to look at its worlds; exceptions as in {@link OfflineWorlds#look}. */
    public OfflineWorlds look(String url) {
        return OfflineWorlds.look(url, this::rebuilder);
    }

    /** Opens a database to change it; exceptions as in {@link OfflineWorlds#own}. */
    public OfflineWorlds own(String url) {
        return OfflineWorlds.own(url, this::rebuilder);
    }

    private WorldRebuilder rebuilder(byte[] pageKey) {
        WebhookSender sender = new WebhookSender(clock, InetAddress::getAllByName);
        WorldRegistry worlds = new WorldRegistry(World.EMPTY, clock.instant(), sender, Journal.LOST);
        ServerContext context = ServerContext.of(
                worlds,
                clock,
                TwinServer.version(),
                new ControlToken(Optional.empty()),
                new HeapExhaustion(() -> {}),
                pageKey,
                WorldStorage.MEMORY);
        TwinRootResolver roots = new TwinRootResolver(context, Application.served(), StateSize.usual());
        return new WorldRebuilder(worlds, new Replay(Application.shared(), roots, TwinServer.version()));
    }
}
