package numeral.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A local run listens on loopback alone. */
class LoopbackIT {
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    @TempDir
    Path directory;

    @Test
    void noSocketIsOpenToTheNetwork() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "the open sockets are read from /proc");
        Process export = new Cli(directory).start("export", "--table", "digits", "--out", "out");
        Set<String> seen = new HashSet<>();
        while (export.isAlive()) {
            seen.addAll(listening(export.pid()));
            Thread.sleep(50);
        }

        assertThat(export.exitValue()).isZero();
        assertThat(seen).isNotEmpty();
        assertThat(LOOPBACK).containsAll(seen);
    }

    /** Local addresses, in the kernel's hexadecimal, on which the process listens. */
    private static Set<String> listening(long pid) throws IOException {
        Set<String> own = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    own.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        } catch (IOException e) {
            return Set.of();
        }
        Set<String> addresses = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] columns = line.trim().split("\\s+", -1);
                if (columns[3].equals("0A") && own.contains("socket:[" + columns[9] + "]")) {
                    addresses.add(columns[1].split(":", -1)[0]);
                }
            }
        }
        return addresses;
    }
}
