package dev.hubtwin.internal.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file.
 *
 * @param kind what its first line says: {@code CERTIFICATE}, {@code RSA PRIVATE KEY}
 * @param body what stands between its first and its last line
 */
public record Pem(String kind, String body) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public static Pem of(String kind, byte[] der) {
        return new Pem(kind, "\n" + LINES.encodeToString(der) + "\n");
    }

    /**
     * The blocks of a file in their order, whatever stands around them; none when it is not a PEM file.
     *
     * @throws IllegalArgumentException when the file cannot be read
     */
    static List<Pem> read(Path file) {
        try {
            return BLOCK.matcher(Files.readString(file, ISO_8859_1))
                    .results()
                    .map(block -> new Pem(block.group(1), block.group(2)))
                    .toList();
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException("the file " + file + " may not be read", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns the block that a text consists of; empty if it is not one block, or if there is anything around it. */
    static Optional<Pem> only(String text) {
        Matcher block = BLOCK.matcher(text.strip());
        return block.matches() && !block.group(2).contains("-----")
                ? Optional.of(new Pem(block.group(1), block.group(2)))
                : Optional.empty();
    }

    boolean isPrivateKey() {
        return kind.endsWith("PRIVATE KEY");
    }

    /** OpenSSL's older form says it in a header, {@code Proc-Type: 4,ENCRYPTED}. */
    boolean isEncrypted() {
        return kind.startsWith("ENCRYPTED ") || body.contains(",ENCRYPTED");
    }

    /** @throws IllegalArgumentException when it is not Base64 */
    byte[] der() {
        return Base64.getMimeDecoder().decode(body);
    }

    /** The block as it stands in a file. */
    public String text() {
        return "-----BEGIN " + kind + "-----" + body + "-----END " + kind + "-----\n";
    }
}
