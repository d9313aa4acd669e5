package dev.hubtwin.internal.recovery;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.delivery.DeliveryQueues;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.journal.LogWriter;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.seed.document.DocumentFormat;
import dev.hubtwin.internal.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes worlds as snapshots, and reads them: a ZIP archive with {@code world.json}, and each state that it names as
 * the control API would export it.
 */
final class SnapshotCodec {

    private static final String HEAD = "world.json";
    private static final ObjectMapper JSON = LogWriter.json()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private SnapshotCodec() {}

    /** Writes an image of a world, made by a version of the program. */
    static byte[] write(HostedWorld.Image image, String version) throws IOException {
        Map<World, Integer> numbers = new IdentityHashMap<>();
        List<World> states = new ArrayList<>();
        StoredWorld head = new StoredWorld(
                version,
                new StoredWorld.StoredOrigin(
                        number(image.origin().world(), numbers, states),
                        image.origin().from(),
                        image.origin().at()),
                number(image.world(), numbers, states),
                image.snapshots().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                named -> new StoredWorld.StoredMoment(
                                        number(named.getValue().world(), numbers, states),
                                        named.getValue().at()))),
                image.signIns(),
                image.faultsSet(),
                image.faults().stream()
                        .map(fault -> StoredFault.of(fault, JSON))
                        .toList(),
                new StoredWorld.StoredDeliveries(
                        image.deliveries().count(),
                        image.deliveries().log(),
                        image.deliveries().waiting().stream().map(Supplier::get).toList()),
                image.mails());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(HEAD));
            JSON.writeValue(zip, head);
            for (int i = 0; i < states.size(); i++) {
                zip.putNextEntry(new ZipEntry(name(i)));
                Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                SeedCodec.write(SeedCodec.state(states.get(i)), DocumentFormat.JSON, text);
                text.flush();
            }
        }
        return bytes.toByteArray();
    }

    private static int number(World world, Map<World, Integer> numbers, List<World> states) {
        return numbers.computeIfAbsent(world, fresh -> {
            states.add(fresh);
            return states.size() - 1;
        });
    }

    private static String name(int state) {
        return "states/" + state + ".json";
    }

    /** Returns which version of the program wrote a snapshot; empty if that cannot be read. */
    static Optional<String> version(InputStream snapshot) {
        try (ZipInputStream zip = new ZipInputStream(snapshot, StandardCharsets.UTF_8)) {
            zip.getNextEntry();
            return Optional.ofNullable(
                    JSON.readTree(zip.readAllBytes()).path("version").textValue());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads an image of a world. */
    static HostedWorld.Image read(InputStream snapshot) throws IOException {
        StoredWorld head = null;
        Map<Integer, World> states = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(snapshot, StandardCharsets.UTF_8)) {
            while (zip.getNextEntry() != null) {
                byte[] bytes = zip.readAllBytes();
                if (head == null) {
                    head = JSON.readValue(bytes, StoredWorld.class);
                } else {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    states.put(
                            states.size(),
                            SeedCodec.read(
                                    text, "application/json", head.origin().at()));
                }
            }
        }
        if (head == null) {
            throw new IOException("the snapshot is empty");
        }
        return image(head, states);
    }

    private static HostedWorld.Image image(StoredWorld head, Map<Integer, World> states) {
        return new HostedWorld.Image(
                new HostedWorld.Origin(
                        states.get(head.origin().state()),
                        head.origin().from(),
                        head.origin().at()),
                states.get(head.world()),
                head.snapshots().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                named -> new HostedWorld.Snapshot(
                                        states.get(named.getValue().state()),
                                        named.getValue().at()))),
                head.signIns(),
                head.faultsSet(),
                head.faults().stream().map(fault -> fault.armed(JSON)).toList(),
                new DeliveryQueues.Image(
                        head.deliveries().count(),
                        head.deliveries().log(),
                        head.deliveries().waiting().stream()
                                .<Supplier<dev.hubtwin.internal.delivery.Delivery>>map(one -> () -> one)
                                .toList()),
                head.mails());
    }
}
