package numeral.score;

/** The accepted fields that a person looks at all the same, so that the true share of errors stays known. */
final class AuditSample {
    private AuditSample() {}

    /** Whether the field of that name belongs to it: the same in every run and for every model. */
    static boolean chosen(String field, double share) {
        // murmur3's finaliser: String.hashCode alone leaves neighbouring names close together
        int h = field.hashCode();
        h = (h ^ (h >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return ((h ^ (h >>> 16)) & 0x7fffffff) < share * 0x80000000L;
    }
}
