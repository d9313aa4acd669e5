package dev.hubtwin.internal.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The hosts a certificate is for.
 *
 * @param entries {@code dns:localhost}, {@code ip:127.0.0.1}, as keytool takes them
 */
record CertificateNames(Set<String> entries) {

    /** What this machine and GitHub are called anywhere. */
    private static final List<String> ALWAYS =
            List.of("localhost", "*.localhost", "api.github.com", "127.0.0.1", "::1");

    private static final int DNS = 2;
    private static final int IP = 7;

    /**
     * The names that every certificate has, and these; an address that stands for all addresses names none.
     *
     * @throws IllegalArgumentException when one is not a host
     */
    static CertificateNames with(Collection<String> hosts) {
        Set<String> entries = new TreeSet<>();
        ALWAYS.forEach(host -> entries.add(entry(host)));
        hosts.stream()
                .filter(host -> !List.of("0.0.0.0", "::", "[::]").contains(host))
                .forEach(host -> entries.add(entry(host)));
        return new CertificateNames(entries);
    }

    /** The hosts of a certificate; none when they cannot be read. */
    static CertificateNames of(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            return new CertificateNames(
                    alternatives == null
                            ? Set.of()
                            : alternatives.stream()
                                    .filter(name -> name.get(0).equals(DNS)
                                            || name.get(0).equals(IP))
                                    .map(name -> entry((String) name.get(1)))
                                    .collect(Collectors.toSet()));
        } catch (CertificateParsingException | IllegalArgumentException e) {
            return new CertificateNames(Set.of());
        }
    }

    private static String entry(String host) {
        if (host.matches("[0-9.]+|.*:.*")) {
            return "ip:" + address(host);
        }
        if (!host.matches("(\\*\\.)?[A-Za-z0-9.-]+")) {
            throw unfit(host);
        }
        return "dns:" + host.toLowerCase(Locale.ROOT);
    }

    /** In the one form that Java gives it; a zone is of this machine only. */
    private static String address(String host) {
        try {
            return InetAddress.getByName(host.replaceAll("%.*|[\\[\\]]", "")).getHostAddress();
        } catch (UnknownHostException e) {
            throw unfit(host);
        }
    }

    private static IllegalArgumentException unfit(String host) {
        return new IllegalArgumentException("a certificate cannot be made for the host '" + host + "'");
    }

    boolean containsAll(CertificateNames others) {
        return entries.containsAll(others.entries);
    }

    CertificateNames plus(CertificateNames others) {
        Set<String> all = new TreeSet<>(entries);
        all.addAll(others.entries);
        return new CertificateNames(all);
    }
}
