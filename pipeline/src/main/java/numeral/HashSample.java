package numeral;

/** A share of things chosen by a hash of their names: the same things in every run. */
public final class HashSample {
    private HashSample() {}

    /** Whether the thing of that name belongs to a sample of that share, 0 to 1. */
    public static boolean chosen(String name, double share) {
        // murmur3's finaliser: String.hashCode alone leaves neighbouring names close together
        int h = name.hashCode();
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return ((h ^ (h >>> 16)) & 0x7fffffff) < share * 0x80000000L;
    }
}
