package numeral.synth;

import java.util.SplittableRandom;

/** Independent random streams for the things that one seed makes. */
final class Seeds {
    private Seeds() {}

    /** The stream of one thing among many of a kind. */
    static SplittableRandom stream(long seed, String kind, long index) {
        return new SplittableRandom(mix(mix(seed ^ mix(kind.hashCode())) + index));
    }

    /** MurmurHash3's 64-bit finaliser in the variant of D. Stafford, as in the JDK's SplittableRandom. */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
