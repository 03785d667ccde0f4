package numeral.train;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Hashes and derived seeds that are the same on every machine. */
final class Seeds {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Seeds() {}

    /** A seed for one place in the run, from the run's seed and the numbers of that place. */
    static long derive(long seed, long... place) {
        long derived = mix(seed);
        for (long number : place) {
            derived = mix(derived ^ number);
        }
        return derived;
    }

    /** Hash of a text, well mixed in all 64 bits. */
    static long hash(long seed, String text) {
        return hash(seed, text.getBytes(UTF_8));
    }

    /** FNV-1a of the bytes, mixed. */
    static long hash(long seed, byte[] bytes) {
        long hash = FNV_OFFSET ^ seed;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
